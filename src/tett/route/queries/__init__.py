"""Reading school routes."""

from tett.route.queries.amendments import amendment_of, amendment_page, own_day
from tett.route.queries.places import Place, choices, edits_frame, first_place, place_of, schools_under
from tett.route.queries.year import may_look_at, month_page, year_page

__all__ = [
    "Place",
    "amendment_of",
    "amendment_page",
    "choices",
    "edits_frame",
    "first_place",
    "may_look_at",
    "month_page",
    "own_day",
    "place_of",
    "schools_under",
    "year_page",
]
