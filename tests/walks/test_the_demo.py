"""Through the demo as those it is for; here the pictures of the user guide are taken."""

from collections.abc import Callable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer

from tests.walks.conftest import DESK, PHONE, Enter
from tett.base.clock import real_now

TUESDAY = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
PLAN = Path(__file__).parents[2] / "src/tett/plan/tests/documents/jonsberg-2025.txt"
#: Who stands where on how big a screen, what the page asks, and the name of its picture.
STOPS = [
    ("rektor.jonsberg", "/min-dag/", DESK, "Hei,", "rektor-forste-dag"),
    ("rektor.lysdal", "/min-dag/", DESK, "Hei,", "rektor-min-dag"),
    ("rektor.lysdal", "/tavla/", DESK, "Holder vi det vi har lovet?", "tavla"),
    ("rektor.lysdal", "/tavla/", PHONE, "Holder vi det vi har lovet?", "tavla-mobil"),
    ("rektor.lysdal", "/aret/", DESK, "Hva skjer når?", "arshjulet"),
    ("rektor.lysdal", "/aret/forhandsvis/", DESK, "", "forhandsvisning"),
    ("rektor.lysdal", "/slik-gar-det/", DESK, "Hvor langt er vi kommet med planen?", "slik-gar-det"),
    ("rektor.lysdal", "/oppgaver/team/", DESK, "Hva står igjen hos dere?", "teamet"),
    ("kontaktlarer.lysdal", "/min-dag/", PHONE, "Hei,", "kontaktlarer-min-dag"),
    ("kontaktlarer.lysdal", "/oppgaver/", PHONE, "Hva har du denne uka?", "kontaktlarer-oppgaver"),
    ("elev.lysdal", "/min-dag/", PHONE, "Hei,", "elev-min-dag"),
    ("foresatt.lysdal", "/aret/", PHONE, "Hva skjer når?", "foresatt-aret"),
    ("fylket", "/skolene/", DESK, "Hvordan går det på skolene?", "fylket"),
]


@pytest.fixture
def demo(live_server: LiveServer, settings: Settings) -> None:
    """Make the demo on a Tuesday in November."""
    settings.DEMO, settings.CLOCK_SHIFT = True, TUESDAY - real_now()
    call_command("demo", stdout=StringIO())


def test_everybody_finds_something_true(
    demo: None, enter: Enter, accessible: Callable[[Page], None], picture: Callable[[Page, str], None]
) -> None:
    accessible(enter("rektor.lysdal", "/min-dag/"))
    for name, address, size, heading, shown in STOPS:
        page = enter(name, address, size)
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        picture(page, shown)
    page = enter("rektor.jonsberg", "/planen/les-inn/")
    page.get_by_label("Velg fil").set_input_files(PLAN)
    page.get_by_role("button", name="Les planen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Har Tett forstått planen rett?")
    picture(page, "gjennomgang")
    page.locator("#s-4").scroll_into_view_if_needed()
    page.mouse.wheel(0, 600)
    picture(page, "gjennomgang-forslag")


def test_the_open_pages_need_nobody(
    demo: None, live_server: LiveServer, page: Page, picture: Callable[[Page, str], None]
) -> None:
    for address, heading, shown in (
        ("/lysdal/", "Lysdal videregående skole", "forsiden"),
        ("/lysdal/planen/", "Handlingsplan for et trygt", "planen-apen"),
        ("/lysdal/si-fra/", "Slik sier du fra", "si-fra"),
    ):
        page.set_viewport_size(DESK)
        page.goto(f"{live_server.url}{address}")
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        picture(page, shown)
