"""Reading the year."""

from tett.year.queries.duty import duty_page
from tett.year.queries.page import year_page
from tett.year.queries.preview import preview
from tett.year.queries.schools import (
    last_unfolding,
    school_choice,
    school_to_lay_out,
    schools_to_see,
    statuses,
    under_way,
)

__all__ = [
    "duty_page",
    "last_unfolding",
    "preview",
    "school_choice",
    "school_to_lay_out",
    "schools_to_see",
    "statuses",
    "under_way",
    "year_page",
]
