"""What somebody put right by hand, so that an imported list doesn't put it wrong again."""

from typing import ClassVar

from django.db import models

from tett.base.models import Record
from tett.people.models.person import Person


class Correction(Record):
    """A field of what is known of a person that was corrected by hand, until it is released."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="corrections")
    #: The name of a field of ``Person`` or ``Contact``, or of ``Enrolment``: ``school_class``, ``basis``, ``lodging``.
    field = models.CharField(max_length=40)
    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "field"], name="people_correction_once")
        ]

    def __str__(self) -> str:
        """Show the field and whose it is."""
        return f"{self.field} of {self.person_id}"
