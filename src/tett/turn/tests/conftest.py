"""The cast's school at the end of its year, with a calendar for this year and the next."""

import pytest

from tests.cast import World
from tett.turn.models import Turn
from tett.turn.tests.years import JUNE, begun, with_two_years


@pytest.fixture
def school(world: World) -> World:
    """Give the school two years."""
    return with_two_years(world)


@pytest.fixture
def turn(school: World) -> Turn:
    """Let the principal begin in June."""
    return begun(school, JUNE)
