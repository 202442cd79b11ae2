"""Next year's calendar after this year's: the same weeks and weekdays, as a proposal to be put right."""

from datetime import date, timedelta
from typing import NamedTuple

from tett.calendar.rules import Days, Special
from tett.calendar.rules.holidays import easter_sunday
from tett.calendar.words import DayKind, Level

WEEKS = timedelta(weeks=52)
#: What is registered so near to Easter Sunday belongs to Easter, and moves along with it.
NEAR = timedelta(days=9)


class Copied(NamedTuple):
    """A year after the pattern of another."""

    first_day: date
    last_day: date
    level_starts: dict[Level, date]
    days: tuple[Special, ...]


def next_year_of(days: Days) -> Copied:
    """Move everything by 52 weeks, so that weekdays stay; a break at Easter follows Easter."""
    sunday = easter_sunday(days.starts_in + 1)
    with_easter = easter_sunday(days.starts_in + 2) - sunday
    moved = tuple(_moved(special, with_easter if _at(special, sunday) else WEEKS) for special in days.special)
    levels = {level: day + WEEKS for level, day in days.level_starts}
    return Copied(days.first_day + WEEKS, days.last_day + WEEKS, levels, moved)


def _at(special: Special, sunday: date) -> bool:
    return special.kind == DayKind.BREAK and special.first - NEAR <= sunday <= special.last + NEAR


def _moved(special: Special, by: timedelta) -> Special:
    return Special(special.kind, special.first + by, special.last + by, special.name)
