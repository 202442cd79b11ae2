"""A real browser in the running school, on the Monday of the cast."""

import os
import time
from base64 import b32decode
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP
from django.conf import settings as used
from django.test import Client
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.cast import NOW, World
from tests.running import adopt, give_calendar, lay_out
from tett.base.clock import real_now
from tett.people.models import Login

PICTURES = Path(__file__).parents[2] / "docs/bilder"
PHONE, DESK = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900)
#: Ways into the browser: log in as somebody of the cast and stand on a page.
Enter = Callable[..., Page]


@pytest.fixture
def school(live_server: LiveServer, world: World, settings: Settings) -> World:
    """Give the school a calendar, and let everybody believe that it is the Monday of the cast."""
    settings.CLOCK_SHIFT = NOW - real_now()
    give_calendar(world)
    return world


@pytest.fixture
def running(school: World) -> World:
    """Let the school's plan be adopted, and its year under way."""
    adopt(school)
    lay_out(school)
    return school


@pytest.fixture
def enter(live_server: LiveServer, page: Page, context: BrowserContext) -> Enter:
    """Give a way in: as whom, to which page, on how big a screen."""

    def come(name: str, address: str = "/", size: ViewportSize = DESK) -> Page:
        client = Client()
        client.force_login(Login.objects.get(username=name))
        session = client.cookies[used.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": used.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        page.set_viewport_size(size)
        page.set_default_timeout(10_000)
        page.goto(f"{live_server.url}{address}")
        return page

    return come


@pytest.fixture
def picture() -> Callable[[Page, str], None]:
    """Give a camera for the user guide; it takes pictures when TETT_PICTURES is set, so that tests change no file."""

    def take(page: Page, name: str) -> None:
        if os.environ.get("TETT_PICTURES"):
            PICTURES.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=PICTURES / f"{name}.png", animations="disabled")

    return take


def two_steps(page: Page, password: str) -> None:
    """Set up a code app, as those are asked to whose role needs two steps."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Du trenger to trinn for å logge inn")
    page.get_by_role("link", name="Sett opp en app").click()
    if page.get_by_label("Passordet ditt").count():
        page.get_by_label("Passordet ditt").fill(password)
        page.get_by_role("button", name="Fortsett").click()
    secret = page.locator(".spelled").text_content() or ""
    page.get_by_label("Koden som appen viser nå").fill(_code(secret))
    page.get_by_role("button", name="Ta i bruk appen").click()
    expect(page.get_by_role("status")).to_contain_text("Kodeappen er lagt til")


def _code(secret: str) -> str:
    """Compute what a code app would show."""
    plain = secret.replace(" ", "").upper()
    seed = b32decode(plain + "=" * (-len(plain) % 8))
    return TOTP(seed, 6, SHA1(), 30, enforce_key_length=False).generate(time.time()).decode()  # noqa: S303 - as apps do
