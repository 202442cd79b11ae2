"""When a school turns its year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

FIRST_MONTH, LAST_MONTH, MONTHS = 6, 8, 12


@dataclass(frozen=True)
class Season:
    """The months in which a school turns: its own routine, from June through August unless it says otherwise."""

    first_month: int = FIRST_MONTH
    last_month: int = LAST_MONTH

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Season":
        """Read the school's own months; what isn't a span of months within a calendar year is as usual."""
        first, last = data.get("turn_from_month", FIRST_MONTH), data.get("turn_until_month", LAST_MONTH)
        if type(first) is int and type(last) is int and 1 <= first <= last <= MONTHS:
            return cls(first, last)
        return cls()

    def open_on(self, day: date) -> bool:
        """Tell whether the turn may be done on a day."""
        return self.first_month <= day.month <= self.last_month


def turns_to(day: date) -> int:
    """Give the school year that one turns to: in August it has just begun, from September it is the next."""
    return day.year if day.month <= LAST_MONTH else day.year + 1


def first_day(starts_in: int) -> date:
    """Give the day from which the new classes and roles hold (ADR: the school year's own first day)."""
    return date(starts_in, 8, 1)


def last_day(starts_in: int) -> date:
    """Give the day with which the old classes and roles end when a year begins."""
    return date(starts_in, 7, 31)
