"""How the tests of pages come in."""

from typing import Any

from django.test import Client
from django.utils import timezone

from tests.cast import World
from tett.base.clock import now
from tett.people.models import Login
from tett.tasks.models import Task

#: What a signed-in page may ask the database, the session and the actor included (assurance P5).
QUERIES = 8
KEY = "k" * 22
PART = {"HX-Request": "true"}


def client(name: str) -> Client:
    """Give somebody's browser, logged in."""
    browser = Client()
    browser.force_login(Login.objects.get(username=name))
    return browser


def a_task(world: World, **fields: Any) -> Task:
    """Make an open task of Kari's that is due today."""
    day = timezone.localdate(now())
    return world.task(**{"opens": day, "due": day, "school_class": world.classes["1NAA"], **fields})
