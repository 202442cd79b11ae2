"""The school route of a year: all its days, drawn and listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.calendar.models import SpecialDay
from tett.calendar.queries import days_in, special_days_of, years_known
from tett.calendar.rules import Days, Special, school_year_name, school_year_of
from tett.calendar.words import DayKind, Standing
from tett.route.models import Amendment
from tett.route.queries.amendments import last_done, waiting
from tett.route.queries.places import Place
from tett.route.rules.marks import Cell, Month, Week, month_of, months
from tett.route.rules.totals import Totals, totals
from tett.route.words import Mark

FIRST_MONTH = 8
#: How far from this year somebody may look and write.
YEARS_BACK, YEARS_ON = 10, 5
FRIDAY = 5
_MARKS = {DayKind.BREAK: Mark.BREAK, DayKind.FREE: Mark.FREE, DayKind.PLANNING: Mark.PLANNING,
          DayKind.SCHOOL: Mark.ANYWAY}  # fmt: skip


@dataclass(frozen=True)
class DayRow:
    """A day or a span in the list; ``public_id`` is there when the actor may change it."""

    name: str
    mark: Mark
    first: date
    last: date
    public_id: str = ""
    from_county: bool = False

    @property
    def one_day(self) -> bool:
        """Tell whether it is a single day."""
        return self.first == self.last

    @property
    def label(self) -> str:
        """Say what kind of day it is, when the name doesn't say so."""
        said = str(self.mark.label)
        return "" if said.casefold() in self.name.casefold() else said


@dataclass(frozen=True)
class ListMonth:
    """A month's days that differ."""

    first: date
    rows: tuple[DayRow, ...]


@dataclass(frozen=True)
class YearPage:
    """A year of a place's route."""

    place: Place
    starts_in: int
    days: Days | None
    months: tuple[Month, ...]
    listed: tuple[ListMonth, ...]
    totals: Totals | None
    years: tuple[int, ...]
    #: The last change, when the actor may undo it; and changes that wait for somebody to decide.
    last: Amendment | None
    waiting: tuple[Amendment, ...]

    @property
    def name(self) -> str:
        """Write the year as people do."""
        return school_year_name(self.starts_in)

    @property
    def proposed(self) -> bool:
        """Tell whether the dates aren't decided yet."""
        return self.days is not None and self.days.standing == Standing.PROPOSED

    @property
    def year_links(self) -> tuple[tuple[int, str], ...]:
        """Give the years one can go to."""
        return tuple((year, school_year_name(year)) for year in self.years)


def may_look_at(actor: Actor, starts_in: int) -> bool:
    """Tell whether a year is near enough to be looked at."""
    return -YEARS_BACK <= starts_in - school_year_of(actor.day) <= YEARS_ON


def year_page(actor: Actor, place: Place, starts_in: int) -> YearPage:
    """Give everything about a year (at most nine queries, mostly five)."""
    days = days_in(actor, place.calendar, starts_in) if place.calendar else None
    own = special_days_of(actor, place.own.pk, starts_in) if place.own else []
    return YearPage(
        place,
        starts_in,
        days,
        months(days) if days else (),
        _listed(place, days, own) if days else (),
        totals(days) if days else None,
        _years(actor, place, starts_in),
        last_done(actor, place, starts_in),
        waiting(actor, place, starts_in),
    )


def _years(actor: Actor, place: Place, starts_in: int) -> tuple[int, ...]:
    this = school_year_of(actor.day)
    known = set(years_known(actor, place.calendar)) if place.calendar else set()
    return tuple(sorted({this, this + 1, starts_in, *(year for year in known if may_look_at(actor, year))}))


def _listed(place: Place, days: Days, own: list[SpecialDay]) -> tuple[ListMonth, ...]:
    rows = sorted([*_special(place, days, own), *_holidays(days), *_ends(days)], key=lambda r: (r.first, r.last))
    firsts = dict.fromkeys(row.first.replace(day=1) for row in rows)
    return tuple(ListMonth(first, tuple(r for r in rows if r.first.replace(day=1) == first)) for first in firsts)


def _special(place: Place, days: Days, own: list[SpecialDay]) -> Iterator[DayRow]:
    ours = {Special(DayKind(row.kind), row.first, row.last, row.name): row.public_id for row in own}
    for row in days.special:
        editable = ours.get(row, "") if place.may_edit else ""
        name = row.name or str(row.kind.label)
        yield DayRow(name, _MARKS[row.kind], row.first, row.last, editable, not place.of_county and row not in ours)


def _holidays(days: Days) -> Iterator[DayRow]:
    """Give the public holidays that take a school day, and aren't said already."""
    covered = {day for row in days.special for day in row}
    for day, name in days.holidays:
        if days.start <= day <= days.last_day and day.isoweekday() <= FRIDAY and day not in covered:
            yield DayRow(str(name.label), Mark.HOLIDAY, day, day)


def _ends(days: Days) -> Iterator[DayRow]:
    yield DayRow(_("Første skoledag"), Mark.SCHOOL, days.first_day, days.first_day)
    yield DayRow(_("Siste skoledag"), Mark.SCHOOL, days.last_day, days.last_day)
    for level, day in days.level_starts:
        yield DayRow(_("Første skoledag for %(level)s") % {"level": level.label}, Mark.SCHOOL, day, day)


# -- a month ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GridDay:
    """A day of the large grid, with what it is called."""

    cell: Cell
    rows: tuple[DayRow, ...]


@dataclass(frozen=True)
class MonthPage:
    """A month of a place's route."""

    place: Place
    starts_in: int
    month: Month
    rows: tuple[DayRow, ...]
    #: The grid: weeks by number.
    weeks: tuple[tuple[int, tuple[GridDay, ...]], ...]
    previous: date | None
    next: date | None

    @property
    def name(self) -> str:
        """Write the school year as people do."""
        return school_year_name(self.starts_in)


def month_page(actor: Actor, place: Place, starts_in: int, number: int) -> MonthPage | None:
    """Give a month of a year that has days, or None (at most six queries)."""
    days = days_in(actor, place.calendar, starts_in) if place.calendar else None
    if days is None:
        return None
    own = special_days_of(actor, place.own.pk, starts_in) if place.own else []
    month = month_of(days, starts_in if number >= FIRST_MONTH else starts_in + 1, number)
    rows = [row for listed in _listed(place, days, own) for row in listed.rows]
    here = tuple(row for row in rows if row.first <= _last(month) and month.first <= row.last)
    weeks = tuple((week.number, _grid(week, rows)) for week in month.weeks)
    return MonthPage(place, starts_in, month, here, weeks, *_around(month, starts_in))


def _grid(week: Week, rows: list[DayRow]) -> tuple[GridDay, ...]:
    return tuple(GridDay(cell, _on(rows, cell.day)) for cell in week.cells)


def _on(rows: list[DayRow], day: date) -> tuple[DayRow, ...]:
    return tuple(row for row in rows if row.first <= day <= row.last)


def _last(month: Month) -> date:
    return max(cell.day for week in month.weeks for cell in week.cells if cell.inside)


def _around(month: Month, starts_in: int) -> tuple[date | None, date | None]:
    ordinal = month.year * 12 + month.number - 1
    before, after = (date(n // 12, n % 12 + 1, 1) for n in (ordinal - 1, ordinal + 1))
    return (
        before if school_year_of(before) == starts_in else None,
        after if school_year_of(after) == starts_in else None,
    )
