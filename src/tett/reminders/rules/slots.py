"""The times at which people are reminded: an hour of a day, each once, as people's clocks on the wall show it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from tett.calendar.rules import Days
from tett.reminders.words import Rhythm

#: When one may wish to get an e-mail, and when those get it who haven't said.
FIRST_HOUR, LAST_HOUR, USUAL_HOUR = 6, 20, 7
HOURS = tuple(range(FIRST_HOUR, LAST_HOUR + 1))
MONDAY, WEEKEND = 0, 5


class Slot(NamedTuple):
    """An hour of a day on the wall."""

    day: date
    hour: int


@dataclass(frozen=True)
class Wish:
    """What somebody has chosen; ``chosen`` is False for who hasn't."""

    rhythm: Rhythm = Rhythm.WEEKLY
    hour: int = USUAL_HOUR
    free_days: bool = False
    moved: bool = True
    team: bool = True
    chosen: bool = False

    @property
    def clock(self) -> str:
        """Give the hour as one writes it."""
        return f"{self.hour:02}"


#: An hour that passed while nothing ran is caught up for so long; later, the next e-mail says the same.
CATCH_UP = timedelta(hours=4)


def is_time(slot: Slot, at: datetime) -> bool:
    """Tell whether an hour has come, and isn't too long ago to write to people for it; ``at`` is local."""
    passed = at.replace(tzinfo=None) - datetime.combine(slot.day, time(slot.hour))
    return timedelta() <= passed <= CATCH_UP


def works_on(days: Days | None, day: date) -> bool:
    """Tell whether there is school, or staff plan it; without a calendar, from Monday to Friday."""
    if days is None:
        return day.weekday() < WEEKEND
    return days.is_school_day(day) or day in days.planning_days


def _first_of_week(days: Days | None, day: date) -> bool:
    """Tell whether the day is the first of its week on which there is work."""
    before = [day - timedelta(days=n) for n in range(1, day.weekday() + 1)]
    return works_on(days, day) and not any(works_on(days, earlier) for earlier in before)


def is_wanted(wish: Wish, days: Days | None, day: date) -> bool:
    """Tell whether somebody wants an e-mail on the day: quiet in holidays, unless they wish otherwise."""
    if wish.rhythm == Rhythm.DAILY:
        return wish.free_days or works_on(days, day)
    if wish.rhythm == Rhythm.WEEKLY:
        return day.weekday() == MONDAY if wish.free_days else _first_of_week(days, day)
    return False


def since(rhythm: Rhythm, at: datetime) -> datetime:
    """Give the time since which news is new to somebody: since the last e-mail they could have got."""
    weekend = 3 if at.weekday() == MONDAY else 1
    return at - timedelta(days=7 if rhythm == Rhythm.WEEKLY else weekend)


def ends(rhythm: Rhythm, at: datetime) -> datetime:
    """Give the time from which an e-mail that couldn't be sent tells nothing any more: the next one says it anew."""
    return at + timedelta(days=3 if rhythm == Rhythm.WEEKLY else 1)
