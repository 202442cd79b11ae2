"""Reading what reminders need: whom to remind, of how much, and what has lain too long."""

from tett.reminders.queries.choosing import Chosen, chosen_of, moved_unwanted, own_address, school_led, wish_of
from tett.reminders.queries.climbing import Late, late_of, schools_under_way, seen_to
from tett.reminders.queries.crowd import Crowd, Somebody, crowd, days_of_schools, in_slot
from tett.reminders.queries.numbers import numbers_of

__all__ = [
    "Chosen",
    "Crowd",
    "Late",
    "Somebody",
    "chosen_of",
    "crowd",
    "days_of_schools",
    "in_slot",
    "late_of",
    "moved_unwanted",
    "numbers_of",
    "own_address",
    "school_led",
    "schools_under_way",
    "seen_to",
    "wish_of",
]
