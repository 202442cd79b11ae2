"""The board and the coverage of the school that somebody works at."""

from tett.access.rules import Actor
from tett.access.words import LEADERS, STAFF_ROLES
from tett.overview.queries.board import Board, board_of
from tett.overview.queries.coverage import Coverage, coverage_of
from tett.overview.queries.day import home_school
from tett.overview.queries.setup import school_days


def my_board(actor: Actor) -> Board | None:
    """Give the board of the school that somebody leads, or None."""
    school = home_school(actor) if actor.holds(*LEADERS) else None
    days = school_days(actor, school) if school else None
    return board_of(actor, school, days) if school and days else None


def my_coverage(actor: Actor) -> Coverage | None:
    """Give the coverage of the plan at the school that somebody works at, or None."""
    school = home_school(actor) if actor.holds(*STAFF_ROLES) else None
    days = school_days(actor, school) if school else None
    return coverage_of(actor, school, days) if school and days else None
