"""When somebody is reminded, what a reminder says, and when something climbs to the leader."""

from tett.reminders.rules.climbing import LEAST_DAYS, MOST_DAYS, check_days, key_of, late_before
from tett.reminders.rules.numbers import Numbers, Team
from tett.reminders.rules.slots import (
    CATCH_UP,
    FIRST_HOUR,
    HOURS,
    USUAL_HOUR,
    Slot,
    Wish,
    ends,
    is_time,
    is_wanted,
    since,
    works_on,
)

__all__ = [
    "CATCH_UP",
    "FIRST_HOUR",
    "HOURS",
    "LEAST_DAYS",
    "MOST_DAYS",
    "USUAL_HOUR",
    "Numbers",
    "Slot",
    "Team",
    "Wish",
    "check_days",
    "ends",
    "is_time",
    "is_wanted",
    "key_of",
    "late_before",
    "since",
    "works_on",
]
