"""School days and school weeks of one year."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from tett.calendar.words import DayKind, Level, PublicHoliday, Standing

FRIDAY = 5  # ISO weekday


class Week(NamedTuple):
    """An ISO week; compares in time and equals the plain pair (year, number)."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        """Give the ISO week that a day is in."""
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @property
    def monday(self) -> date:
        """Give the first day of the week."""
        return date.fromisocalendar(self.year, self.number, 1)

    def __str__(self) -> str:
        """Write it as ISO 8601 does, e.g. ``2026-W38``."""
        return f"{self.year}-W{self.number:02}"


class SchoolWeek(NamedTuple):
    """A week with at least one school day: which, and its first and last school day."""

    week: Week
    first: date
    last: date


@dataclass(frozen=True)
class Special:
    """A span of days that are not ordinary school days (or, of kind SCHOOL, are so in spite of all)."""

    kind: DayKind
    first: date
    last: date
    name: str = ""

    def __iter__(self) -> Iterator[date]:
        """Give each day."""
        return (self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))

    def __contains__(self, day: object) -> bool:
        """Tell whether a day lies in the span."""
        return isinstance(day, date) and self.first <= day <= self.last


@dataclass(frozen=True)
class Days:
    """The days of one school year, for students.

    A later ``special`` lies on top of an earlier one. A day outside the year is not a school day of *this* year;
    what can't be answered within the year is None, never a guess.
    """

    starts_in: int
    first_day: date
    last_day: date
    level_starts: tuple[tuple[Level, date], ...] = ()
    special: tuple[Special, ...] = ()
    holidays: tuple[tuple[date, PublicHoliday], ...] = ()
    standing: Standing = Standing.DECIDED
    sources: tuple[str, ...] = ()

    # -- one level ---------------------------------------------------------------------------------------------

    def for_level(self, level: Level | None) -> "Days":
        """Give the same year as one level meets it, from that level's own first day."""
        return self if level is None else self._by_level[level]

    @cached_property
    def _by_level(self) -> dict[Level, "Days"]:
        own = dict(self.level_starts)
        if not own:
            return dict.fromkeys(Level, self)
        ordinary = replace(self, level_starts=())
        return {lv: replace(ordinary, first_day=own[lv]) if lv in own else ordinary for lv in Level}

    @cached_property
    def start(self) -> date:
        """Give the first day registered for any student."""
        return min([self.first_day, *(day for _, day in self.level_starts)])

    # -- days --------------------------------------------------------------------------------------------------

    def is_school_day(self, day: date) -> bool:
        """Tell whether students have school that day."""
        return day in self._open

    def school_days(self, first: date | None = None, last: date | None = None) -> tuple[date, ...]:
        """Give the school days from the first through the last, both included; the whole year without limits."""
        lower = 0 if first is None else bisect_left(self._days, first)
        upper = len(self._days) if last is None else bisect_right(self._days, last)
        return self._days[lower:upper]

    def next_school_day(self, day: date) -> date | None:
        """Give the first school day after the day."""
        return self.school_day_from(day + timedelta(days=1))

    def previous_school_day(self, day: date) -> date | None:
        """Give the last school day before the day."""
        return self.school_day_until(day - timedelta(days=1))

    def school_day_from(self, day: date) -> date | None:
        """Give the day itself if there is school, else the next school day."""
        at = bisect_left(self._days, day)
        return self._days[at] if at < len(self._days) else None

    def school_day_until(self, day: date) -> date | None:
        """Give the day itself if there is school, else the last school day before."""
        at = bisect_right(self._days, day)
        return self._days[at - 1] if at else None

    @cached_property
    def _days(self) -> tuple[date, ...]:
        span = Special(DayKind.SCHOOL, self.start, self.last_day)
        return tuple(day for day in span if self._has_school(day))

    @cached_property
    def _open(self) -> frozenset[date]:
        return frozenset(self._days)

    def _has_school(self, day: date) -> bool:
        special = self._marks.get(day)
        if special is not None:
            return special.kind == DayKind.SCHOOL
        return day.isoweekday() <= FRIDAY and day not in self._holidays

    # -- weeks -------------------------------------------------------------------------------------------------

    def school_weeks(self) -> tuple[Week, ...]:
        """Give the ISO weeks with at least one school day."""
        return self._weeks

    def weeks(self) -> tuple[SchoolWeek, ...]:
        """Give the school weeks with their first and last school day."""
        return self._spans

    def school_week_number(self, day: date) -> int | None:
        """Give 1 for the first school week, 2 for the second …; None in a week without school."""
        at = bisect_left(self._weeks, Week.of(day))
        return at + 1 if at < len(self._weeks) and self._weeks[at] == Week.of(day) else None

    def add_school_weeks(self, day: date, number: int) -> date | None:
        """Go some school weeks on (or back) to the same weekday, or the school day of that week nearest to it.

        From a week without school, the next school week counts as the one we are in.
        """
        at = bisect_left(self._weeks, Week.of(day)) + number
        if not 0 <= at < len(self._spans):
            return None
        week, first, last = self._spans[at]
        wanted = week.monday + timedelta(days=day.isoweekday() - 1)
        return min(self.school_days(first, last), key=lambda near: (abs(near - wanted), near))

    @cached_property
    def _spans(self) -> tuple[SchoolWeek, ...]:
        weeks = ((week, tuple(days)) for week, days in groupby(self._days, key=Week.of))
        return tuple(SchoolWeek(week, days[0], days[-1]) for week, days in weeks)

    @cached_property
    def _weeks(self) -> tuple[Week, ...]:
        return tuple(span.week for span in self._spans)

    # -- days that differ --------------------------------------------------------------------------------------

    @property
    def breaks(self) -> tuple[Special, ...]:
        """Give the breaks, as registered."""
        return self._of_kind(DayKind.BREAK)

    @property
    def free(self) -> tuple[Special, ...]:
        """Give the single free days, as registered."""
        return self._of_kind(DayKind.FREE)

    @cached_property
    def planning_days(self) -> tuple[date, ...]:
        """Give the days when staff plan and students stay at home."""
        return tuple(sorted(day for day, mark in self._marks.items() if mark.kind == DayKind.PLANNING))

    def name_of(self, day: date) -> str:
        """Say what day it is when it isn't an ordinary one ("høstferie", "langfredag"), else nothing."""
        special = self._marks.get(day)
        if special is not None:
            return special.name or str(special.kind.label)
        holiday = self._holidays.get(day)
        return "" if holiday is None else str(holiday.label)

    def _of_kind(self, kind: DayKind) -> tuple[Special, ...]:
        return tuple(sorted((row for row in self.special if row.kind == kind), key=lambda row: row.first))

    @cached_property
    def _marks(self) -> dict[date, Special]:
        return {day: row for row in self.special for day in row}

    @cached_property
    def _holidays(self) -> dict[date, PublicHoliday]:
        return dict(self.holidays)
