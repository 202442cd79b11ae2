"""What each day of a year is, month by month, as calendars draw it."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tett.calendar.rules import Days, Special
from tett.calendar.words import DayKind
from tett.route.words import Mark

_WEEKS = calendar.Calendar(firstweekday=calendar.MONDAY)
_OF_KIND = {
    DayKind.BREAK: Mark.BREAK,
    DayKind.FREE: Mark.FREE,
    DayKind.PLANNING: Mark.PLANNING,
    DayKind.SCHOOL: Mark.ANYWAY,
}
SATURDAY = 5


@dataclass(frozen=True)
class Cell:
    """A day as it is drawn; ``inside`` tells whether it belongs to the month at all."""

    day: date
    mark: Mark
    name: str
    inside: bool = True


@dataclass(frozen=True)
class Week:
    """A row of a month."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Month:
    """A month of the school year."""

    year: int
    number: int
    weeks: tuple[Week, ...]
    school_days: int

    @property
    def first(self) -> date:
        """Give the first day."""
        return date(self.year, self.number, 1)


def school_year_months(starts_in: int) -> list[tuple[int, int]]:
    """Give August through July."""
    return [(starts_in, month) for month in range(8, 13)] + [(starts_in + 1, month) for month in range(1, 8)]


def months(days: Days) -> tuple[Month, ...]:
    """Draw the whole year, leaving out months without anything at either end."""
    found = [month_of(days, year, number) for year, number in school_year_months(days.starts_in)]
    return tuple(_trimmed(found))


def _trimmed(found: Sequence[Month]) -> Sequence[Month]:
    """July is left out when nothing happens in it."""
    return found[:-1] if not _eventful(found[-1]) else found


def _eventful(month: Month) -> bool:
    quiet = {Mark.OUTSIDE, Mark.WEEKEND}
    return any(cell.mark not in quiet for week in month.weeks for cell in week.cells if cell.inside)


def month_of(days: Days, year: int, number: int) -> Month:
    """Draw one month, whole weeks."""
    marks = {day: row for row in days.special for day in row}
    rows = []
    for week in _WEEKS.monthdatescalendar(year, number):
        cells = tuple(Cell(day, mark_of(days, marks, day), days.name_of(day), day.month == number) for day in week)
        rows.append(Week(week[0].isocalendar().week, cells))
    last = date(year, number, calendar.monthrange(year, number)[1])
    return Month(year, number, tuple(rows), len(days.school_days(date(year, number, 1), last)))


def mark_of(days: Days, marks: dict[date, Special], day: date) -> Mark:
    """Say what a day is; what somebody has registered goes before what it would be anyway."""
    weekend = day.weekday() >= SATURDAY
    special = marks.get(day)
    if special is not None and not (weekend and special.kind == DayKind.BREAK):
        return _OF_KIND[special.kind]
    if days.name_of(day) and special is None:
        return Mark.HOLIDAY
    if weekend:
        return Mark.WEEKEND
    return Mark.SCHOOL if days.is_school_day(day) else Mark.OUTSIDE


def each_day(first: date, last: date) -> Iterator[date]:
    """Give each day from the first through the last."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))
