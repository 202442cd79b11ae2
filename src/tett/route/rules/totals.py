"""How many school days there are, and whether that is enough."""

from dataclasses import dataclass

from tett.calendar.rules import Days
from tett.calendar.words import Level
from tett.route.words import LEAST_WEEKS, WITHIN_WEEKS

SCHOOL_DAYS_A_WEEK = 5
LEAST_DAYS = LEAST_WEEKS * SCHOOL_DAYS_A_WEEK


@dataclass(frozen=True)
class Totals:
    """The school days of a year, and what the Act asks for beside (opplæringslova § 14-1)."""

    days: int
    autumn: int
    spring: int
    weeks: int
    #: From the week of the first school day through that of the last.
    within: int
    planning: int
    levels: tuple[tuple[Level, int], ...]

    @property
    def short(self) -> int:
        """Give how many days there are fewer than 38 whole weeks."""
        return max(0, LEAST_DAYS - self.days)

    @property
    def too_long(self) -> int:
        """Give how many weeks the year lasts more than the 45 it must lie within."""
        return max(0, self.within - WITHIN_WEEKS)


def totals(days: Days) -> Totals:
    """Count."""
    found = days.school_days()
    weeks = days.weeks()
    autumn = sum(1 for day in found if day.year == days.starts_in)
    levels = tuple((level, len(days.for_level(level).school_days())) for level in Level) if days.level_starts else ()
    return Totals(
        len(found),
        autumn,
        len(found) - autumn,
        len(weeks),
        ((weeks[-1].week.monday - weeks[0].week.monday).days // 7 + 1) if weeks else 0,
        len(days.planning_days),
        levels,
    )
