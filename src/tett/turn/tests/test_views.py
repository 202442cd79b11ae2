"""The pages: what they show, the same number of questions however many people there are, and what is refused."""

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.cast import World
from tett.base.clock import real_now
from tett.people.models import Login
from tett.turn.models import Turn
from tett.turn.tests.years import JUNE

PAGES = ("", "skoleruta/", "klassene/", "klassene/ny/", "elevene/", "rollene/", "rommene/", "se-over/")


@pytest.fixture
def june(school: World, settings: Settings) -> World:
    """Let it be June."""
    settings.CLOCK_SHIFT = JUNE - real_now()
    return school


def _as(name: str) -> Client:
    client = Client()
    client.force_login(Login.objects.get(username=name))
    return client


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_for_the_principal(june: World, turn: Turn, page: str) -> None:
    assert _as("rita").get(f"/skolen/arsskiftet/{page}").status_code == 200
