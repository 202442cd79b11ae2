"""Duties and tasks."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tett.access.words import BEARERS
from tett.base.models import Record
from tett.people.models import Department, Person, School, SchoolClass
from tett.tasks.words import Evidence, Happened, State


class Duty(Record):
    """What has been promised, told once for all the tasks that carry it out."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="duties")
    title = models.CharField(max_length=200)
    text = models.TextField()
    bearer = models.CharField(max_length=24, choices=BEARERS)
    evidence = models.CharField(max_length=12, choices=Evidence.choices)
    #: Where the reader finds the promise in full, e.g. the plan's own sentence.
    address = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        """Show the title."""
        return self.title


class Task(Record):
    """A duty to be carried out once: for one target, within one window, by one person.

    ``slot`` names the occurrence and survives moved days; ``target_key`` names the target, e.g. ``class:12``.
    """

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="tasks", db_index=False)
    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+", db_index=False)
    target_key = models.CharField(max_length=32)
    slot = models.CharField(max_length=24)
    department = models.ForeignKey(Department, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    school_class = models.ForeignKey(SchoolClass, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    student = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    responsible = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    #: Nobody holds the role that should have done it: a leader above stands in, or (no responsible) it is a hole.
    stands_in = models.BooleanField(default=False, db_default=False)
    opens = models.DateField()
    due = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN, db_default=State.OPEN)
    #: When it happened, as told by the one who did it; ``closed_at`` is when that was written.
    happened_on = models.DateField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    reason = models.TextField(blank=True, db_default="")
    #: The day was chosen by a person: unfolding again leaves it alone.
    moved = models.BooleanField(default=False, db_default=False)
    #: The person was chosen by a leader: unfolding again leaves it alone while that person works at the school.
    given = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["duty", "target_key", "slot"], name="tasks_once"),
            models.CheckConstraint(condition=Q(due__gte=F("opens")), name="tasks_due_after_opens"),
            models.CheckConstraint(
                condition=~Q(state=State.DONE) | Q(closed_at__isnull=False, happened_on__isnull=False),
                name="tasks_done_has_day",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["responsible", "state", "due"], name="tasks_of_person"),
            models.Index(fields=["school", "state", "due"], name="tasks_of_school"),
        ]

    def __str__(self) -> str:
        """Show which occurrence it is."""
        return f"{self.duty_id} {self.target_key} {self.slot}"


class Change(models.Model):
    """One line of a task's history."""

    id = models.BigAutoField(primary_key=True)
    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    what = models.CharField(max_length=12, choices=Happened.choices)
    reason = models.TextField(blank=True)
    before = models.CharField(max_length=60, blank=True)
    after = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["id"]

    def __str__(self) -> str:
        """Show what happened."""
        return f"{self.what} {self.at:%Y-%m-%d}"


class Handover(Record):
    """Somebody looks after another's tasks (one, or all of them) for a period."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    giver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="handed_over")
    taker = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="taken_over")
    task = models.ForeignKey(Task, null=True, on_delete=models.CASCADE, related_name="handovers")
    starts = models.DateField()
    ends = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=Q(ends__gte=F("starts")), name="tasks_handover_ends_after_start"),
            models.CheckConstraint(condition=~Q(giver=F("taker")), name="tasks_handover_to_another"),
        ]

    def __str__(self) -> str:
        """Show the pair by number."""
        return f"{self.giver_id} to {self.taker_id} {self.starts}–{self.ends}"
