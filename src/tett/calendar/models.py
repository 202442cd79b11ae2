"""School calendars as they are stored."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tett.base.models import Record, new_public_id
from tett.calendar.rules import school_year_name
from tett.calendar.rules.years import FIRST_YEAR, LAST_YEAR
from tett.calendar.words import DayKind, Level, Standing


class SchoolCalendar(Record):
    """Days that one school, or all schools of a county, go by; the school's own lie on top of its parent's."""

    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    #: New at every change of what the calendar holds, so that what was worked out from it can be kept till then.
    stamp = models.CharField(max_length=16, default=new_public_id)

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")), name="calendar_not_its_own_parent"
            )
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class SchoolYear(Record):
    """A calendar's school year; without first and last day it goes by those of the parent."""

    calendar = models.ForeignKey(SchoolCalendar, on_delete=models.CASCADE, related_name="years")
    starts_in = models.PositiveSmallIntegerField()
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    standing = models.CharField(max_length=8, choices=Standing.choices, default=Standing.DECIDED)
    #: Where the dates come from, to be read by people.
    source = models.TextField(blank=True)

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["calendar", "starts_in"], name="calendar_year_once"),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True, last_day__isnull=True)
                | Q(first_day__isnull=False, last_day__isnull=False, first_day__lte=F("last_day")),
                name="calendar_year_in_order",
            ),
            models.CheckConstraint(
                condition=Q(starts_in__gte=FIRST_YEAR, starts_in__lte=LAST_YEAR), name="calendar_year_in_our_time"
            ),
            models.CheckConstraint(condition=Q(standing__in=Standing.values), name="calendar_year_standing_known"),
        ]

    def __str__(self) -> str:
        """Show it as ``2026/27``."""
        return school_year_name(self.starts_in)


class LevelStart(Record):
    """The first day of one level, when it isn't the first day of the year."""

    school_year = models.ForeignKey(SchoolYear, on_delete=models.CASCADE, related_name="level_starts")
    level = models.CharField(max_length=3, choices=Level.choices)
    first_day = models.DateField()

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["school_year", "level"], name="calendar_level_start_once"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="calendar_level_known"),
        ]

    def __str__(self) -> str:
        """Show level and day."""
        return f"{Level(self.level).label} {self.first_day}"


class SpecialDay(Record):
    """A day, or a span of days, that is not like the others."""

    school_year = models.ForeignKey(SchoolYear, on_delete=models.CASCADE, related_name="special_days")
    kind = models.CharField(max_length=8, choices=DayKind.choices)
    name = models.CharField(max_length=80, blank=True)
    first = models.DateField()
    last = models.DateField()

    class Meta(Record.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["school_year", "kind", "first", "last"], name="calendar_day_once"),
            models.CheckConstraint(condition=Q(first__lte=F("last")), name="calendar_day_in_order"),
            models.CheckConstraint(condition=Q(kind__in=DayKind.values), name="calendar_day_kind_known"),
        ]

    def __str__(self) -> str:
        """Show name and first day."""
        return f"{self.name or DayKind(self.kind).label} {self.first}"
