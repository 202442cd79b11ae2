"""From a rhythm to the days of one school year."""

import calendar as months
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from tett.calendar.rules.days import Days, SchoolWeek, Week
from tett.calendar.rules.holidays import FIRST_MONTH
from tett.calendar.rules.routine import Routine
from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Level, Remark, Rhythm

T = TypeVar("T")
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
FRIDAY = timedelta(days=4)
YEAR_IN_WEEKS = timedelta(weeks=52)
#: ISO weeks from this one on belong to the autumn; it is the first that can hold 1 August.
FIRST_WEEK = 31


@dataclass(frozen=True)
class Window:
    """One occurrence: from when it may be done, and the day it must be.

    ``slot`` names the occurrence within the school year and survives edits of calendar and routine, so that unfolding
    again finds what is there. It is a key, not to be parsed.
    """

    slot: str
    opens: date
    due: date
    remark: Remark | None = None


def windows(
    schedule: Schedule, days: Days, *, routine: Routine, level: Level | None = None, anchor: int = 0
) -> tuple[Window, ...]:
    """Unfold a rhythm over one school year, in order of time.

    ``anchor`` shifts what returns every n-th school week by so many weeks (modulo n), so that groups can take turns.
    Days are school days of the level, except the week before school start and planning days. What happens on arrival
    is asked for by ``arrival_window``; what is needed now and then, and what isn't understood, has no window.
    """
    own = days.for_level(level)
    if not schedule.sound or not own.weeks():
        return ()
    unfold = _RHYTHMS.get(schedule.rhythm)
    return () if unfold is None else tuple(unfold(_Given(schedule, own, routine, anchor)))


def arrival_window(first_day_of_role: date, days: Days, routine: Routine) -> Window | None:
    """Give the first school days of somebody who begins; None when they didn't begin in this school year.

    Who begins in the summer belongs to the autumn that follows; summer begins 52 weeks before this year's last day.
    """
    opens = days.school_day_from(first_day_of_role)
    if opens is None or first_day_of_role <= days.last_day - YEAR_IN_WEEKS:
        return None
    return Window("arrival", opens, days.school_days(opens)[: routine.arrival_days][-1])


@dataclass(frozen=True)
class _Given:
    """What every unfolding needs."""

    schedule: Schedule
    days: Days
    routine: Routine
    anchor: int

    @property
    def weeks(self) -> tuple[SchoolWeek, ...]:
        return self.days.weeks()


# -- returning through the year --------------------------------------------------------------------------------


def _weekly(given: _Given) -> list[Window]:
    every = given.schedule.every
    if every == 1:
        return [Window(str(week), first, last) for week, first, last in given.weeks]
    return _every(given, every, f"{every}w")


def _regular(given: _Given) -> list[Window]:
    return _every(given, given.routine.regular_weeks, "regular")


def _every(given: _Given, every: int, name: str) -> list[Window]:
    """Take every n-th school week; numbered, so that a new break moves what comes after instead of renaming it."""
    chosen = given.weeks[given.anchor % every :: every]
    return [Window(f"{name}-{n:02}", first, last) for n, (_, first, last) in enumerate(chosen, 1)]


def _monthly(given: _Given) -> list[Window]:
    found = []
    for year, month in _school_year_months(given.days.starts_in):
        own = given.days.school_days(*_month(year, month))
        if len(own) >= given.routine.month_days:
            found.append(Window(f"{year}-{month:02}", own[0], own[-1]))
    return found


def _spread(given: _Given) -> list[Window]:
    """Cut the year in equal parts of school weeks; of school days when there are more parts than weeks."""
    times = given.schedule.times
    spans = [(first, last) for _, first, last in given.weeks]
    if times > len(spans):
        spans = [(day, day) for day in given.days.school_days()]
    parts = _parts(spans, min(times, len(spans)))
    return [Window(f"{n}/{times}", part[0][0], part[-1][1]) for n, part in enumerate(parts, 1)]


def _parts(items: Sequence[T], number: int) -> list[Sequence[T]]:
    cuts = [n * len(items) // number for n in range(number + 1)]
    return [items[start:end] for start, end in pairwise(cuts)]


def _whole_year(given: _Given) -> list[Window]:
    return [Window("year", given.weeks[0].first, given.weeks[-1].last)]


# -- at a named time -------------------------------------------------------------------------------------------


def _in_months(given: _Given) -> list[Window]:
    starts_in = given.days.starts_in
    found = []
    for pair in given.schedule.months:
        first, last = (_month(_year_of(starts_in, month), month) for month in pair)
        names = [f"{day.year}-{day.month:02}" for day in (first[0], last[0])]
        found.append(_fit(given, "/".join(dict.fromkeys(names)), first[0], last[1]))
    return _once_each(found)


def _in_weeks(given: _Given) -> list[Window]:
    found = []
    for pair in given.schedule.weeks:
        first, last = (_iso_week(given.days.starts_in, number) for number in pair)
        name = "/".join(dict.fromkeys((str(first), str(last))))
        found.append(_fit(given, name, first.monday, last.monday + WEEK - DAY))
    return _once_each(found)


def _fit(given: _Given, slot: str, first: date, last: date) -> Window:
    """Keep the school days of a span; without any, take the nearest school week before, and say so."""
    cut = last < first
    own = given.days.school_days(first, None if cut else last)
    if own:
        return Window(slot, own[0], own[-1], Remark.CUT_AT_SUMMER if cut else None)
    before = [week for week in given.weeks if week.last < first]
    week = before[-1] if before else given.weeks[0]
    return Window(slot, week.first, week.last, Remark.MOVED_EARLIER if before else Remark.MOVED_LATER)


def _once_each(found: list[Window]) -> list[Window]:
    unique = {window.slot: window for window in found}
    return sorted(unique.values(), key=lambda window: (window.opens, window.due, window.slot))


def _by_date(given: _Given) -> list[Window]:
    month, day = given.schedule.month, given.schedule.day
    first, last = _month(_year_of(given.days.starts_in, month), month)
    deadline = min(first.replace(day=1) + (day - 1) * DAY, last) if day else last
    slot = f"by-{month:02}-{day:02}"
    due = given.days.school_day_until(deadline)
    if due is None:
        start = given.weeks[0].first
        return [Window(slot, start, start, Remark.MOVED_LATER)]
    at = given.days.school_week_number(due) or 1
    return [Window(slot, given.weeks[max(0, at - given.routine.lead_weeks)].first, due)]


# -- around the start of the year ------------------------------------------------------------------------------


def _school_start(given: _Given) -> list[Window]:
    return _first_weeks(given, "start", given.routine.start_weeks)


def _first_school_weeks(given: _Given) -> list[Window]:
    return _first_weeks(given, "first-weeks", given.schedule.times)


def _first_weeks(given: _Given, slot: str, number: int) -> list[Window]:
    return [Window(slot, given.weeks[0].first, given.weeks[:number][-1].last)]


def _first_day(given: _Given) -> list[Window]:
    return [Window("first-day", given.weeks[0].first, given.weeks[0].first)]


def _before_start(given: _Given) -> list[Window]:
    monday = given.weeks[0].week.monday - WEEK
    return [Window("before-start", monday, monday + FRIDAY)]


def _planning_days(given: _Given) -> list[Window]:
    planned = [day for day in given.days.planning_days if day < given.weeks[0].first]
    if planned:
        return [Window("planning", planned[0], planned[-1])]
    return [Window("planning", week.opens, week.due, Remark.NO_PLANNING_DAYS) for week in _before_start(given)]


_RHYTHMS: dict[Rhythm, Callable[[_Given], list[Window]]] = {
    Rhythm.ALWAYS: _whole_year,
    Rhythm.ALL_YEAR: _whole_year,
    Rhythm.WEEKS: _weekly,
    Rhythm.MONTHLY: _monthly,
    Rhythm.SPREAD: _spread,
    Rhythm.MONTHS: _in_months,
    Rhythm.BY_DATE: _by_date,
    Rhythm.ISO_WEEKS: _in_weeks,
    Rhythm.SCHOOL_START: _school_start,
    Rhythm.FIRST_DAY: _first_day,
    Rhythm.FIRST_WEEKS: _first_school_weeks,
    Rhythm.BEFORE_START: _before_start,
    Rhythm.PLANNING_DAYS: _planning_days,
    Rhythm.REGULAR: _regular,
}


# -- months and weeks of a school year -------------------------------------------------------------------------


def _year_of(starts_in: int, month: int) -> int:
    return starts_in if month >= FIRST_MONTH else starts_in + 1


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])


def _school_year_months(starts_in: int) -> list[tuple[int, int]]:
    """Give August through June."""
    return [(_year_of(starts_in, month), month) for month in (*range(FIRST_MONTH, 13), *range(1, FIRST_MONTH - 1))]


def _iso_week(starts_in: int, number: int) -> Week:
    """Give the week of that number in the school year; week 53 is 52 in a year that has no 53."""
    year = starts_in if number >= FIRST_WEEK else starts_in + 1
    last = Week.of(date(year, 12, 28)).number
    return Week(year, min(number, last))
