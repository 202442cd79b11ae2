"""The cast's school with a school year of its own: from 17 August to 18 June, with breaks."""

import pytest
from pytest_django.fixtures import Settings

from tests.cast import NOW, World
from tett.base.clock import real_now
from tett.year.tests.routes import with_year


@pytest.fixture
def school(world: World) -> World:
    """Give the school its year."""
    return with_year(world)


@pytest.fixture
def monday(school: World, settings: Settings) -> World:
    """Let pages and jobs believe that it is the Monday of the cast."""
    settings.CLOCK_SHIFT = NOW - real_now()
    return school
