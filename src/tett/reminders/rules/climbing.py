"""When something that nobody has done is told to the leader: after the school's own number of school days."""

from datetime import date

from tett.base.rules import Refusal
from tett.calendar.rules import Days
from tett.reminders.words import DAYS_WRONG

#: The law gives no such number: it is the school's own routine, and five school days is only what Tett proposes.
LEAST_DAYS, MOST_DAYS = 1, 40


def check_days(days: int) -> None:
    """Refuse a number that would let nothing climb, or everything at once."""
    if not LEAST_DAYS <= days <= MOST_DAYS:
        raise Refusal(str(DAYS_WRONG).format(least=LEAST_DAYS, most=MOST_DAYS))


def late_before(days: Days, today: date, number: int) -> date | None:
    """Give the day such that what was due before it has had so many school days to be done since.

    None on days without school, when nothing climbs, and until the year has had enough school days.
    """
    if not days.is_school_day(today):
        return None
    gone = days.school_days(last=today)
    return gone[-number] if len(gone) >= number else None


def key_of(school_id: int, leader: int, day: date) -> str:
    """Give the key of the one notice a leader gets of a school on a day."""
    return f"climb:{school_id}:{leader}:{day}"
