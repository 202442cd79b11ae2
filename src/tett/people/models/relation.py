"""Adults and the students they have a right, or consent, to follow."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tett.base.models import Record
from tett.people.models.person import Person
from tett.people.words import ConsentScope, Right


class Guardianship(Record):
    """What an adult is to a student, where the school knows it from, and while it holds."""

    guardian = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardianships")
    student = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="guardians")
    right = models.CharField(max_length=14, choices=Right.choices)
    source = models.CharField(max_length=120)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="people_guardianship_ends_after_start"
            ),
            models.CheckConstraint(condition=~Q(guardian=F("student")), name="people_guardian_is_another"),
        ]

    def __str__(self) -> str:
        """Show the pair by number."""
        return f"{self.guardian_id} {self.right} of {self.student_id}"


class Consent(Record):
    """What a student of 18 or more lets a former guardian see, for a period, until withdrawn."""

    student = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="consents")
    guardian = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    scope = models.CharField(max_length=10, choices=ConsentScope.choices)
    starts = models.DateField()
    ends = models.DateField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="people_consent_ends_after_start")
        ]

    def __str__(self) -> str:
        """Show the pair by number."""
        return f"{self.student_id} consents to {self.guardian_id}"
