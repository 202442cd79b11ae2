"""Papers: files that were made of what is in Tett, kept so that each is made once."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tett.documents.words import Making


class Paper(models.Model):
    """A file by the key of its content. Who may have it is asked by the room that knows what it is about."""

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=64, unique=True)
    state = models.CharField(max_length=8, choices=Making.choices, default=Making.ORDERED)
    content = models.BinaryField(null=True)
    ordered_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    #: Papers of what may still change are thrown away after some days.
    lasting = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~Q(state=Making.MADE) | Q(content__isnull=False, made_at__isnull=False),
                name="documents_made_has_content",
            )
        ]

    def __str__(self) -> str:
        """Show the key."""
        return self.key
