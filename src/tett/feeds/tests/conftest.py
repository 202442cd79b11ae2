"""The cast's school with a year and a plan under way, and calendar programs that ask."""

from collections.abc import Callable
from typing import Any

import icalendar
import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from tests.cast import NOW, World
from tett.base.clock import real_now
from tett.feeds.actions import subscribe
from tett.feeds.models import Feed
from tett.feeds.queries import my_feeds
from tett.year.tests.routes import with_year

#: Turns a calendar on for somebody and gives it with its address.
TurnOn = Callable[..., tuple[Feed, str]]


@pytest.fixture
def school(world: World, settings: Settings) -> World:
    """Give the school its year, on the Monday of the cast."""
    settings.CLOCK_SHIFT = NOW - real_now()
    return with_year(world)


@pytest.fixture
def turn_on(school: World) -> TurnOn:
    """Give a way to subscribe: who, and to what."""

    def subscribed(who: str, about: str = "mine") -> tuple[Feed, str]:
        actor = school.actor(who)
        offer = next(offer for offer in my_feeds(actor) if offer.name.startswith(about))
        feed, secret = subscribe(offer, by=actor, at=NOW)
        return feed, reverse("feeds:feed", args=[secret])

    return subscribed


def ask(address: str, **headers: str) -> Any:
    """Ask for a calendar as a program does: without cookies."""
    return Client().get(address, headers=headers)


def events(address: str) -> list[Any]:
    """Read what is served."""
    answer = ask(address)
    assert answer.status_code == 200
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def titles(address: str) -> list[str]:
    """Give the titles of what is due, without the school days."""
    return [str(event["SUMMARY"]) for event in events(address) if str(event["SUMMARY"]).startswith("Frist")]
