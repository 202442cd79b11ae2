"""What people have chosen to get, and what has climbed to a leader."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tett.people.models import Person
from tett.reminders.rules import HOURS, USUAL_HOUR
from tett.reminders.words import Rhythm
from tett.tasks.models import Task


class Choice(models.Model):
    """What one person wants to get, and when; who has no row gets what is usual."""

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.CASCADE, related_name="+")
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices, default=Rhythm.WEEKLY)
    hour = models.PositiveSmallIntegerField(default=USUAL_HOUR, db_index=True)
    #: Also on days without school.
    free_days = models.BooleanField(default=False)
    #: Told in the application when something got another day.
    moved = models.BooleanField(default=True)
    #: For leaders: how it goes with what they follow.
    team = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(hour__gte=HOURS[0], hour__lte=HOURS[-1]), name="reminders_hour_of_day")
        ]

    def __str__(self) -> str:
        """Show how often and when."""
        return f"{self.rhythm} {self.hour}"


class Climb(models.Model):
    """A task that has been told to a leader since it lay too long; once for each day it was due."""

    id = models.BigAutoField(primary_key=True)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+", db_index=False)
    due = models.DateField()
    leader = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["task", "due"], name="reminders_climbs_once")
        ]

    def __str__(self) -> str:
        """Show the task's number and when it climbed."""
        return f"{self.task_id} {self.day}"
