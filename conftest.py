"""What all tests share."""

import os
import shutil
from typing import Any

import pytest

# Playwright keeps an event loop running in the thread in which Django's tests work.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

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


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's own Chromium; Playwright's build isn't fetched."""
    return {**browser_type_launch_args, "executable_path": chromium(), "args": CHROMIUM_FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Look as somebody in Norway."""
    return {**browser_context_args, "locale": "nb-NO", "timezone_id": "Europe/Oslo"}
