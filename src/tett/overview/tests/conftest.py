"""A school whose plan is adopted and whose year is under way, on a Monday in September."""

import pytest
from pytest_django.fixtures import Settings

from tests.cast import NOW, World
from tests.running import adopt, give_calendar, lay_out
from tett.base.clock import real_now
from tett.plan.models import Edition


@pytest.fixture
def monday(world: World, settings: Settings) -> World:
    """Let the pages believe that it is the Monday of the cast."""
    settings.CLOCK_SHIFT = NOW - real_now()
    return world


@pytest.fixture
def with_calendar(monday: World) -> World:
    """Give the school the year that Tett ships."""
    give_calendar(monday)
    return monday


@pytest.fixture
def adopted(with_calendar: World) -> Edition:
    """Give the school's plan, adopted by the principal before school began."""
    return adopt(with_calendar)


@pytest.fixture
def running(adopted: Edition, with_calendar: World) -> World:
    """Lay the plan out over the year."""
    lay_out(with_calendar)
    return with_calendar
