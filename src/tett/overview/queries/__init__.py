"""Reading across rooms: today, the board, the plan's coverage, the county's numbers."""

from tett.overview.queries.county import schools_of
from tett.overview.queries.front import front_of, schools_in_use
from tett.overview.queries.hubs import doors_of_school, my_doors
from tett.overview.queries.mine import my_board, my_coverage
from tett.overview.queries.tasks_behind import tasks_behind
from tett.overview.queries.today import today

__all__ = [
    "doors_of_school",
    "front_of",
    "my_board",
    "my_coverage",
    "my_doors",
    "schools_in_use",
    "schools_of",
    "tasks_behind",
    "today",
]
