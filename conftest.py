"""What all tests share: the cast (introduced in tests/cast.py), and a browser that looks closely."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from playwright.sync_api import Page

from tests.cast import NOW, World, build
from tett.access.rules import Actor
from tett.base.clock import now, real_now
from tett.people.queries import stranger

# Playwright keeps an event loop running in the thread in which Django's tests work.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@receiver(user_logged_in)
def _with_two_steps(request: HttpRequest, **_rest: Any) -> None:
    """Let whoever a test lets in by hand have come with a passkey; the ways in themselves are tested in ``entry``."""
    if "REMOTE_ADDR" not in request.META:
        request.session.update({"how": "passkey", "proved_at": real_now().isoformat()})


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the matrix of access be asked in whole, which takes minutes."""
    parser.addoption("--whole-matrix", action="store_true", help="ask everything of tests/test_access_matrix.py")


def chromium() -> str:
    """Find the browser, or say what to install."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("TETT_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail(
            "Chromium is missing, and the walks need a real browser. Install it (Debian: apt-get install chromium)"
            " or say with TETT_CHROMIUM where it is.",
            pytrace=False,
        )
    return found


#: Tests that ask everybody about everything: left out of the developer's loop (./tett test --fast), never of the whole.
THOROUGH = (
    "audit/tests/test_chain.py",
    "config/tests/test_demo.py",
    "notify/tests/test_doubles.py",
    "notify/tests/test_killed.py",
    "overview/tests/test_access.py",
    "overview/tests/test_places.py",
    "people/tests/test_access.py",
    "people/tests/test_views.py",
    "plan/tests/test_documents.py",
    "plan/tests/test_review.py",
    "plan/tests/test_views.py",
    "tasks/tests/test_access.py",
    "tasks/tests/test_strangers.py",
    "turn/tests/test_properties.py",
    "year/tests/test_access.py",
    "year/tests/test_properties.py",
    "tests/test_access_matrix.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes its time, so that a developer may try without it."""
    for item in items:
        if item.path.as_posix().endswith(THOROUGH):
            item.add_marker(pytest.mark.thorough)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's own Chromium; Playwright's build isn't fetched."""
    return {**browser_type_launch_args, "executable_path": chromium(), "args": CHROMIUM_FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Look as somebody in Norway."""
    return {**browser_context_args, "locale": "nb-NO", "timezone_id": "Europe/Oslo"}


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Give a page of a browser, on which no script may fail and nothing may be stopped by the CSP."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    assert wrong == []


@pytest.fixture
def accessible() -> Callable[[Page], None]:
    """Give a check of the page one stands on: axe is content and nothing sticks out, phone and PC, light and dark."""
    return _look_everywhere


def _look_everywhere(page: Page) -> None:
    before = page.viewport_size or {"width": 1280, "height": 720}
    found = [fault for width in WIDTHS for scheme in SCHEMES for fault in _look(page, width, scheme)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(before)
    assert found == [], "\n".join(found)


def _look(page: Page, width: int, scheme: Any) -> Iterator[str]:
    where = f"{page.url} at {width} px, {scheme}"
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for fault in Axe().run(page).response["violations"]:
        targets = "; ".join(str(node["target"]) for node in fault["nodes"][:3])
        yield f"{where}: {fault['id']}: {fault['help']} ({targets})"
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        yield f"{where}: the page is wider than the screen"


@pytest.fixture
def world(db: None) -> World:  # noqa: ARG001 - the school lies in the database
    """Build the school of the cast."""
    return build()


@pytest.fixture
def nobody() -> Actor:
    """Give somebody who has not logged in."""
    return stranger(NOW)


@pytest.fixture
def today(world: World) -> World:
    """Move the school to the day of the clock, since pages ask what time it is."""
    world.move_to(timezone.localdate(now()))
    return world
