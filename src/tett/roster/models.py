"""Imports of lists: what was sent, what it would do, what it did."""

from typing import ClassVar

from django.db import models

from tett.base.models import Record
from tett.people.models import Assignment, Department, Person, School
from tett.roster.words import Format, Holds, Kind, State


class Import(Record):
    """A list that was read in, or is about to be: when, by whom, and what it changed, in numbers."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="+")
    starts_in = models.PositiveSmallIntegerField()
    format = models.CharField(max_length=9, choices=Format.choices)
    #: Whom it is about; empty when one file tells of everybody.
    holds = models.CharField(max_length=9, choices=Holds.choices, blank=True)
    #: What the sender called the file.
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=State.choices)
    #: Why it was refused, as a sentence in the sender's language.
    refusal = models.TextField(blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    #: When the state became what it is.
    since = models.DateTimeField()
    #: What each column of the list is, in its order (fields of ``rules.columns``).
    fields = models.JSONField(default=list, blank=True)
    #: Where new classes go when the list doesn't say; the only department, or one of the school's name, if empty.
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    end_absent = models.BooleanField(default=False)
    lines = models.PositiveIntegerField(default=0)
    same = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    ended = models.PositiveIntegerField(default=0)
    odd = models.PositiveIntegerField(default=0)
    #: How many would end only because they aren't in the list, and whether that is unusually many.
    absent = models.PositiveIntegerField(default=0)
    unusual = models.BooleanField(default=False)
    writes = models.BooleanField(default=False)
    #: Of everything that was shown, so that what is written is what was seen.
    seen = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["school", "-sent_at"])]

    @property
    def ended_in_fact(self) -> int:
        """Tell how many ended: those who only weren't in the list did so only if somebody said yes."""
        return self.ended if self.end_absent else self.ended - self.absent

    def __str__(self) -> str:
        """Show what and when."""
        return f"{self.format} {self.holds} {self.sent_at:%Y-%m-%d %H:%M}"


class Upload(models.Model):
    """What was sent, until it is confirmed or a week has passed: it holds what is known of many people."""

    imported = models.OneToOneField(Import, primary_key=True, on_delete=models.CASCADE, related_name="upload")
    #: Compressed.
    data = models.BinaryField()

    def __str__(self) -> str:
        """Say whose it is, never what it says."""
        return f"upload of {self.imported_id}"


class Line(models.Model):
    """A line of the dry run; gone when the import is confirmed, dropped or a week old."""

    id = models.BigAutoField(primary_key=True)
    imported = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="told")
    number = models.PositiveIntegerField()
    line = models.PositiveIntegerField()
    file = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    odd = models.BooleanField(default=False)
    name = models.CharField(max_length=170)
    where = models.CharField(max_length=80)
    #: Pairs of a mark (``words.Mark``) and what its sentence tells.
    told = models.JSONField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["imported", "kind", "number"])]

    def __str__(self) -> str:
        """Show the place."""
        return f"{self.kind} at line {self.line}"


class Heading(models.Model):
    """What a school chose a heading of its lists to mean; an empty field is one that is left out on purpose."""

    id = models.BigAutoField(primary_key=True)
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="+")
    holds = models.CharField(max_length=9, choices=Holds.choices)
    heading = models.CharField(max_length=120)
    field = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["school", "holds", "heading"], name="roster_heading_once")
        ]

    def __str__(self) -> str:
        """Show the heading and its meaning."""
        return f"{self.heading}: {self.field}"


class Listed(models.Model):
    """A role that a list gave, and that a later list may therefore end."""

    assignment = models.OneToOneField(Assignment, primary_key=True, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        """Show which."""
        return f"listed {self.assignment_id}"
