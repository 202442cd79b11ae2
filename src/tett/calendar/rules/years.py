"""School years: from 1 August to 31 July."""

from datetime import date

from tett.base.rules import Refusal
from tett.calendar import words
from tett.calendar.rules.holidays import FIRST_MONTH

FIRST_YEAR, LAST_YEAR = 2000, 2100


def school_year_of(day: date) -> int:
    """Give the calendar year in which the school year of a day begins."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def school_year_name(starts_in: int) -> str:
    """Write it as people do: ``2026/27``."""
    return f"{starts_in}/{(starts_in + 1) % 100:02}"


def require_span(starts_in: int, first: date, last: date) -> None:
    """Refuse days in the wrong order or outside the school year."""
    if last < first:
        raise Refusal(words.LAST_BEFORE_FIRST)
    if {school_year_of(first), school_year_of(last)} != {starts_in}:
        raise Refusal(words.OUTSIDE_YEAR.format(year=school_year_name(starts_in)))


def require_year(starts_in: int, first_day: date | None, last_day: date | None) -> None:
    """Refuse a school year out of our time, with only one end, or with ends that aren't in it."""
    if not FIRST_YEAR <= starts_in <= LAST_YEAR:
        raise Refusal(words.YEAR_UNKNOWN)
    if first_day is None and last_day is None:
        return
    if first_day is None or last_day is None:
        raise Refusal(words.BOTH_OR_NONE)
    require_span(starts_in, first_day, last_day)
