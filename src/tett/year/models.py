"""How the adopted plan became this year's tasks."""

from typing import ClassVar

from django.db import models

from tett.base.models import Record
from tett.people.models import Person, School
from tett.plan.models import Commitment, Edition
from tett.tasks.models import Duty


class Undertaking(models.Model):
    """The duty that carries out a commitment; the next edition's same commitment takes the duty over."""

    id = models.BigAutoField(primary_key=True)
    commitment = models.OneToOneField(Commitment, on_delete=models.PROTECT, related_name="undertaking")
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="undertakings")

    def __str__(self) -> str:
        """Show the pair by number."""
        return f"{self.commitment_id} by {self.duty_id}"


class Unfolding(Record):
    """One time the plan was laid out over the year, and what that changed."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="unfoldings")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="unfoldings")
    starts_in = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    created = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    cancelled = models.PositiveIntegerField(default=0)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at"]

    def __str__(self) -> str:
        """Show the year and what changed."""
        return f"{self.starts_in}: +{self.created} ~{self.changed} -{self.cancelled}"
