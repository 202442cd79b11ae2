"""A school's own days on top of the county's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tett.calendar.rules.days import Days, Special
from tett.calendar.rules.holidays import school_year_holidays
from tett.calendar.words import Level, Standing


@dataclass(frozen=True)
class Layer:
    """What one calendar says of one school year; first and last day are None where it is silent."""

    first_day: date | None
    last_day: date | None
    level_starts: tuple[tuple[Level, date], ...] = ()
    special: tuple[Special, ...] = ()
    standing: Standing = Standing.DECIDED
    source: str = ""


def lay(starts_in: int, layers: Sequence[Layer]) -> Days | None:
    """Lay calendars on each other, the school's own last; None when no layer knows when school starts.

    The year is only proposed as long as one of its layers is.
    """
    spans = [(row.first_day, row.last_day) for row in layers if row.first_day and row.last_day]
    if not spans:
        return None
    first_day, last_day = spans[-1]
    levels = {level: day for row in layers for level, day in row.level_starts}
    return Days(
        starts_in=starts_in,
        first_day=first_day,
        last_day=last_day,
        level_starts=tuple(sorted(levels.items())),
        special=tuple(special for row in layers for special in row.special),
        holidays=school_year_holidays(starts_in),
        standing=_weakest([row.standing for row in layers]),
        sources=tuple(row.source for row in layers if row.source),
    )


def _weakest(standings: Sequence[Standing]) -> Standing:
    return Standing.PROPOSED if Standing.PROPOSED in standings else Standing.DECIDED
