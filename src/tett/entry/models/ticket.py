"""Ways in that are given once: invitations, and new passwords for those who forgot theirs."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tett.base.models import Record
from tett.entry.words import Purpose
from tett.people.models import Person


class Ticket(Record):
    """Opens once, until a day, and for one person; its code is recognised by a keyed mark and stored nowhere."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tickets")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    mark = models.BinaryField(max_length=32, unique=True)
    made_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "-made_at"], name="entry_tickets_of_a_person")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(ended_at__isnull=True), name="entry_ticket_used_or_ended"
            )
        ]

    def __str__(self) -> str:
        """Show what it is for."""
        return self.purpose


class Asked(models.Model):
    """Somebody who forgot a password, as they wrote it, sealed; looked up after the answer, and then forgotten."""

    id = models.BigAutoField(primary_key=True)
    sealed = models.BinaryField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        """Show when."""
        return f"{self.at:%Y-%m-%d %H:%M}"
