"""A school where some have passwords, and ways to come in."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from tests.cast import World
from tests.crowd import join
from tett.base.clock import real_now
from tett.entry.actions.codeapp import add_app
from tett.entry.rules.totp import SECONDS, code_at
from tett.people.models import Login
from tett.people.queries import actor_for

PASSWORD = "en lang nok setning"
SEED = b"12345678901234567890"


@pytest.fixture
def crowd(today: World) -> World:
    """Give the cast and those who join it, all today."""
    return join(today)


@pytest.fixture
def school(today: World) -> World:
    """Give the principal, Kari and yesterday's temp a password."""
    for name in ("rita", "kari", "vera"):
        login = Login.objects.get(username=name)
        login.set_password(PASSWORD)
        login.save()
    return today


def login_of(name: str) -> Login:
    """Give somebody's login."""
    return Login.objects.get(username=name)


def with_app(name: str, ago: int = 10) -> Login:
    """Let somebody have a code app since some half minutes ago."""
    login, at = login_of(name), real_now()
    then = datetime.fromtimestamp(at.timestamp() - ago * SECONDS, at.tzinfo)
    add_app(login, SEED, code_at(SEED, int(then.timestamp())), by=actor_for(login, at), at=then)
    return login


def code_now(steps: int = 0) -> str:
    """Give the code that the app shows, now or some half minutes from now."""
    return code_at(SEED, int(real_now().timestamp()) + steps * SECONDS)


def enter(browser: Client, name: str = "kari", password: str = PASSWORD, **more: Any) -> Any:
    """Send name and password."""
    return browser.post("/logg-inn/", {"username": name, "password": password, **more})


Come = Callable[[str], Client]


@pytest.fixture
def come(today: World) -> Come:
    """Give a browser in which somebody is in, by two steps."""

    def come(name: str) -> Client:
        browser = Client()
        browser.force_login(login_of(name))
        return browser

    return come
