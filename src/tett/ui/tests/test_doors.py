"""What a door answers when nobody is logged in any more."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, RequestFactory

from tests.cast import World
from tett.ui.http import way_back

pytestmark = pytest.mark.django_db


def test_whoever_is_logged_out_is_asked_to_log_in() -> None:
    answer = Client().get("/oppgaver/")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/logg-inn/?next=/oppgaver/")


def test_a_part_of_a_page_never_gets_the_log_in_page_in_it() -> None:
    answer = Client().get("/oppgaver/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize(
    ("sent_from", "back"),
    [
        ("http://testserver/oppgaver/?side=2", "/oppgaver/?side=2"),
        ("http://testserver/min-dag/", "/min-dag/"),
        ("https://elsewhere.example/oppgaver/", "/"),
        ("", "/"),
    ],
)
def test_one_comes_back_to_the_page_something_was_sent_from(sent_from: str, back: str) -> None:
    request = RequestFactory().post("/oppgaver/x/gjort/", headers={"Referer": sent_from})
    assert way_back(request) == back


def test_one_comes_back_to_the_page_asked_for() -> None:
    assert way_back(RequestFactory().get("/aret/?skole=1")) == "/aret/?skole=1"


def test_an_address_that_is_only_sent_to_leads_on_when_asked_for(world: World) -> None:
    client = Client()
    client.force_login(get_user_model().objects.get(username="kari"))
    answer = client.get("/planen/gjennomgang/godta-klare/")
    assert answer.status_code == 405
    assert 'href="/"' in answer.content.decode()
