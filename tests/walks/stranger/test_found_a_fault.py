"""Somebody without log-in and scripts finds a fault, and it is read; and one sees who opened the page about one."""

import re

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.cast import World
from tests.walks.conftest import PHONE, Enter
from tett.privacy.models import Fault


@pytest.fixture
def browser_context_args(browser_context_args: dict[str, object]) -> dict[str, object]:
    """Turn scripts off."""
    return {**browser_context_args, "java_script_enabled": False}


def test_a_fault_is_told_and_taken_care_of(school: World, live_server: LiveServer, page: Page, enter: Enter) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/logg-inn/")
    page.get_by_role("link", name="Jeg fant en feil").click()
    page.get_by_label("Hva er feil?").fill("Knappen for å logge inn er borte")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Takk, vi har fått den")
    assert Fault.objects.get().page == "/logg-inn/"
    page = enter("adam", "/skolen/feil/")
    expect(page.get_by_text("Knappen for å logge inn er borte")).to_be_visible()
    page.get_by_role("button", name="Tatt hånd om").click()
    expect(page.get_by_text("Ingen nye feil")).to_be_visible()


def test_a_student_sees_who_opened_the_page_about_them(school: World, enter: Enter) -> None:
    enter("kari", f"/folk/{school.ola.public_id}/", PHONE)
    page = enter("ola", "/meg/om-meg/", PHONE)
    seen = page.get_by_role("region", name="Hvem har sett det?")
    expect(seen.get_by_role("listitem").first).to_contain_text("Kontaktlærer")
    expect(seen).not_to_contain_text("Kari")
    page.locator("summary", has_text="Hvem du er").click()
    expect(page.get_by_text(re.compile("Ola")).first).to_be_attached()
