"""A teacher gets the tasks into a calendar of their own, and turns it off again."""

from collections.abc import Callable

import icalendar
from django.test import Client
from playwright.sync_api import Page, expect

from tests.cast import World
from tests.walks.conftest import PHONE, Enter


def test_a_calendar_is_turned_on_fetched_and_turned_off(
    running: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    page = enter("kari", "/meg/kalender/", PHONE)
    accessible(page)
    own = page.get_by_role("listitem").filter(has_text="Det jeg skal gjøre")
    own.get_by_role("button", name="Lag adresse").click()
    expect(page.get_by_role("heading", name="Her er adressen. Den vises bare nå.")).to_be_visible()
    accessible(page)
    address = page.get_by_label("Kopier den inn i kalenderprogrammet").input_value()
    path = f"/kalender/{address.rpartition('/')[2]}"
    found = icalendar.Calendar.from_ical(Client().get(path).content).walk("VEVENT")
    assert [event for event in found if "klassens time" in str(event["SUMMARY"])]
    page.reload()
    expect(page.get_by_text("Sist hentet")).to_be_visible()
    expect(page.get_by_text("Den vises bare nå")).to_have_count(0)
    own.get_by_role("button", name="Slå av").click()
    expect(page.get_by_role("status").filter(has_text="Slått av")).to_be_visible()
    accessible(page)
    assert Client().get(path).status_code == 404
