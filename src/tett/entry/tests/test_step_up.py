"""Showing again who one is before what is most sensitive, and coming back to what one was doing."""

from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from tests.cast import World
from tett.base.clock import real_now
from tett.entry import words
from tett.entry.models import CodeApp
from tett.entry.tests.conftest import PASSWORD, Come, code_now, enter, with_app
from tett.people.tests.saying import said

RESUME = "/meg/innlogging/fortsett/"


def rest(browser: Client, minutes: int = 16) -> None:
    """Let it be some minutes since somebody showed who they are."""
    session = browser.session
    session["proved_at"] = (real_now() - timedelta(minutes=minutes)).isoformat()
    session.save()


class Fields(HTMLParser):
    """Reads the fields of the form that sends to an address."""

    def __init__(self, page: str, action: str) -> None:
        """Read the page."""
        super().__init__()
        self.action, self.found, self.inside = action, dict[str, str](), False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field."""
        values = dict(attrs)
        if tag == "form":
            self.inside = values.get("action") == self.action
        if tag == "input" and self.inside:
            self.found[str(values["name"])] = str(values.get("value"))


def test_a_page_asks_again_and_leads_back(school: World) -> None:
    browser = Client()
    enter(browser)
    address = "/meg/innlogging/passord/"
    assert browser.get(address).status_code == 200
    rest(browser)
    asked = browser.get(address)["Location"]
    assert asked == "/meg/innlogging/bekreft/?next=%2Fmeg%2Finnlogging%2Fpassord%2F"
    assert browser.post(asked, {"password": "feil", "next": address}).status_code == 422
    assert browser.get(address).status_code == 302
    key = browser.session.session_key
    assert browser.post(asked, {"password": PASSWORD, "next": address})["Location"] == address
    assert browser.session.session_key != key
    assert browser.get(address).status_code == 200


def test_who_has_an_app_is_asked_for_its_code_and_not_for_the_password(school: World) -> None:
    with_app("kari")
    browser = Client()
    enter(browser)
    browser.post("/logg-inn/andre-trinn/", {"code": code_now()})
    rest(browser)
    assert browser.post("/meg/innlogging/bekreft/", {"password": PASSWORD}).status_code == 422
    assert browser.post("/meg/innlogging/bekreft/", {"code": code_now(1)}).status_code == 302


def test_what_was_sent_is_kept_sealed_and_is_sent_at_a_tap(school: World, come: Come) -> None:
    with_app("kari")
    browser = come("rita")
    rest(browser)
    address = f"/skolen/innlogging/{school.kari.public_id}/nullstill/"
    asked = browser.post(address, {"nokkel": "n" * 22, "why": "hemmelig grunn: æøå"})
    assert "hemmelig" not in str(dict(browser.session.items()))
    assert browser.post(asked["Location"], {"password": PASSWORD, "next": RESUME})["Location"] == RESUME
    assert CodeApp.objects.exists()
    for _ in range(2):
        fields = Fields(browser.get(RESUME).content.decode(), address).found
    assert fields["why"] == "hemmelig grunn: æøå"
    assert fields["nokkel"] != "n" * 22
    assert browser.post(address, fields).status_code == 302
    assert not CodeApp.objects.exists()
    # Sent twice it is done once, and nothing is kept any more.
    assert browser.post(address, fields).status_code == 303
    assert said(school.kari).count(("factors.reset", school.rita.pk)) == 1
    assert browser.get(RESUME)["Location"] == "/min-dag/"


def test_nothing_that_was_kept_is_for_the_next_one_at_the_same_pc(school: World, come: Come) -> None:
    browser = come("rita")
    rest(browser)
    browser.post(f"/skolen/innlogging/{school.kari.public_id}/nullstill/", {"why": "hemmelig"})
    kept = browser.session["held"]
    other = come("dag")
    session = other.session
    session["held"] = kept
    session.save()
    assert other.get(RESUME)["Location"] == "/min-dag/"


@pytest.mark.parametrize("wanted", ["https://ond.example/", "//ond.example/", "/\\ond.example"])
def test_one_is_led_nowhere_else(school: World, wanted: str) -> None:
    browser = Client()
    enter(browser)
    assert browser.post("/meg/innlogging/bekreft/", {"password": PASSWORD, "next": wanted})["Location"] == "/"


def test_guesses_are_counted(school: World) -> None:
    browser = Client()
    enter(browser)
    answers: list[Any] = [browser.post("/meg/innlogging/bekreft/", {"password": "feil"}) for _ in range(9)]
    assert str(words.TOO_MANY_TRIES) in answers[-1].content.decode()
    assert browser.post("/meg/innlogging/bekreft/", {"password": PASSWORD}).status_code == 422


def test_a_part_of_a_page_leads_the_whole_page(school: World, come: Come) -> None:
    browser = come("rita")
    rest(browser)
    answer = browser.post(f"/skolen/innlogging/{school.kari.public_id}/nullstill/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Redirect"][:24]) == (204, "/meg/innlogging/bekreft/")
