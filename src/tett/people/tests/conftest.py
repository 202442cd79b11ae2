"""The whole crowd, since access is about those who may not."""

import pytest

from tests.cast import World
from tests.crowd import join


@pytest.fixture
def crowd(world: World) -> World:
    """Give the cast and those who join it."""
    return join(world)
