"""Reading the turn."""

from tett.turn.queries.guide import guide_of, last_done, school_to_turn, turn_of
from tett.turn.queries.preview import preview
from tett.turn.queries.prospect import prospect_of
from tett.turn.queries.state import state_of_schools
from tett.turn.queries.steps import calendar_step, departments, next_class, rooms_step, students_step

__all__ = [
    "calendar_step",
    "departments",
    "guide_of",
    "last_done",
    "next_class",
    "preview",
    "prospect_of",
    "rooms_step",
    "school_to_turn",
    "state_of_schools",
    "students_step",
    "turn_of",
]
