"""Where people belong: owner, school, department, class."""

from typing import ClassVar

from django.db import models

from tett.access.words import Level
from tett.base.models import Record
from tett.calendar.models import SchoolCalendar


class Owner(Record):
    """A school owner, usually a county."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=40, unique=True)
    org_number = models.CharField(max_length=9, blank=True)
    calendar = models.ForeignKey(SchoolCalendar, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class School(Record):
    """A school; every row about school life belongs to one."""

    owner = models.ForeignKey(Owner, on_delete=models.PROTECT, related_name="schools")
    name = models.CharField(max_length=120)
    short_name = models.CharField(max_length=40)
    slug = models.SlugField(max_length=40, unique=True)
    org_number = models.CharField(max_length=9, blank=True)
    calendar = models.ForeignKey(SchoolCalendar, null=True, on_delete=models.PROTECT, related_name="+")
    #: The school's own numbers (see ``calendar.rules.Routine``); what is missing has its default.
    routine = models.JSONField(default=dict, blank=True)
    #: How to say from before and beside Tett: shown to everybody on the open pages.
    phone = models.CharField(max_length=20, blank=True)
    website = models.URLField(blank=True)

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class Department(Record):
    """A part of a school with a head of its own."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="departments")
    name = models.CharField(max_length=80)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["school", "name"], name="people_department_once")
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class SchoolClass(Record):
    """A class in one school year, e.g. 1NAA in 2026/27 (``starts_in`` 2026)."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="classes")
    department = models.ForeignKey(Department, on_delete=models.PROTECT, related_name="classes")
    starts_in = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=3, choices=Level.choices)
    programme = models.CharField(max_length=80)
    name = models.CharField(max_length=20)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["school", "starts_in", "name"], name="people_class_once")
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name
