"""A school's turn from one school year to the next, as it is prepared and as it was done."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from tett.access.words import Level
from tett.base.models import Record
from tett.calendar.rules import school_year_name
from tett.people.models import Assignment, Department, Person, School, SchoolClass
from tett.turn.rules import first_day
from tett.turn.words import Fate, Leaving, OldTasks, Stage


class Turn(Record):
    """One school's turn to one school year: what has been chosen, when it was done, and how it can be undone."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="turns")
    starts_in = models.PositiveSmallIntegerField()
    stage = models.CharField(max_length=9, choices=Stage.choices, default=Stage.PREPARING)
    #: Steps that somebody has gone through; the guide goes on from the first that isn't here.
    steps = models.JSONField(default=list)
    old_tasks = models.CharField(max_length=5, choices=OldTasks.choices, default=OldTasks.CLOSE)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    #: When last year's open tasks got what was chosen for them: on 1 August, or with the turn if that came later.
    settled_at = models.DateTimeField(null=True)
    #: Numbers of the rows that the turn made and ended, with what they were before: all that undoing needs.
    trail = models.JSONField(default=dict)

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["school", "starts_in"], name="turn_once_a_year"),
            models.CheckConstraint(
                condition=~Q(stage=Stage.DONE) | Q(done_at__isnull=False), name="turn_done_has_a_time"
            ),
        ]

    def __str__(self) -> str:
        """Show the year it leads to."""
        return self.year

    @property
    def year(self) -> str:
        """Name the year it leads to: 2027/28."""
        return school_year_name(self.starts_in)

    @property
    def before(self) -> str:
        """Name the year it leads from."""
        return school_year_name(self.starts_in - 1)

    @property
    def takes_effect(self) -> date:
        """Give the day from which it holds."""
        return first_day(self.starts_in)

    @property
    def done(self) -> bool:
        """Tell whether it has been done."""
        return self.stage == Stage.DONE


class NextClass(Record):
    """A class that shall be there next year."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="next_classes")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=20)
    level = models.CharField(max_length=3, choices=Level.choices)
    programme = models.CharField(max_length=80)

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["turn", "name"], name="turn_class_name_once")
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class _Whereabouts(Record):
    """Where somebody goes: to a class of next year, or away."""

    to = models.ForeignKey(NextClass, null=True, on_delete=models.PROTECT, related_name="+")
    leaving = models.CharField(max_length=12, choices=Leaving.choices, blank=True)

    class Meta(Record.Meta):
        abstract = True


class ClassGoes(_Whereabouts):
    """Where the students of a class go, when nothing else is said of one."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="class_goes")
    school_class = models.ForeignKey(SchoolClass, on_delete=models.CASCADE, related_name="+")
    #: A guess that somebody should look at: the programme area is chosen anew here.
    guessed = models.BooleanField(default=False)

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["turn", "school_class"], name="turn_class_goes_once"),
            models.CheckConstraint(condition=Q(to__isnull=True) ^ Q(leaving=""), name="turn_class_goes_one_way"),
        ]

    def __str__(self) -> str:
        """Show the pair by number."""
        return f"{self.school_class_id} to {self.to_id or self.leaving}"


class StudentGoes(_Whereabouts):
    """A student who doesn't go as the class does."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="student_goes")
    student = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["turn", "student"], name="turn_student_goes_once"),
            models.CheckConstraint(condition=Q(to__isnull=True) ^ Q(leaving=""), name="turn_student_goes_one_way"),
        ]

    def __str__(self) -> str:
        """Show the pair by number."""
        return f"{self.student_id} to {self.to_id or self.leaving}"


class RoleGoes(Record):
    """A role that doesn't go as such roles do."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="role_goes")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="+")
    fate = models.CharField(max_length=7, choices=Fate.choices)
    #: The class of next year that a contact teacher takes instead of following the old one.
    to = models.ForeignKey(NextClass, null=True, on_delete=models.CASCADE, related_name="+")

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["turn", "assignment"], name="turn_role_goes_once"),
            models.CheckConstraint(
                condition=Q(fate=Fate.TAKES, to__isnull=False) | (~Q(fate=Fate.TAKES) & Q(to__isnull=True)),
                name="turn_role_takes_a_class",
            ),
        ]

    def __str__(self) -> str:
        """Show the role by number, and what becomes of it."""
        return f"{self.assignment_id} {self.fate}"
