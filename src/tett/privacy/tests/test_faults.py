"""Anybody may tell of a fault; those who look after the system read it, and nobody learns who it was."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.cast import NOW, World
from tett.audit.models import Event
from tett.base.clock import now
from tett.base.rules import Refusal
from tett.notify.models import Mail, Notice
from tett.people.models import Login
from tett.privacy.actions import MOST_IN_AN_HOUR, read_fault, state, tell_of_fault
from tett.privacy.models import Fault, Statement
from tett.privacy.queries import faults
from tett.privacy.rules import bare_path, usable_contact

pytestmark = pytest.mark.django_db
KEY = {"nokkel": "k" * 22}


def _client(name: str) -> Client:
    client = Client()
    client.force_login(Login.objects.get(username=name))
    return client


def _fault(world: World, text: str = "Siden er tom") -> Fault:
    return tell_of_fault(text=text, page="/tavla/", answer_to="", by=world.actor("ola"), at=NOW)


def test_a_stranger_tells_of_a_fault_without_saying_who(world: World) -> None:
    answer = Client().post("/feil/", {"text": "Knappen virker ikke", "page": "/jonsberg/planen/", **KEY})
    assert answer["Location"] == "/feil/takk/"
    (fault,) = Fault.objects.all()
    assert (fault.text, fault.page, fault.answer_to) == ("Knappen virker ikke", "/jonsberg/planen/", "")


def test_sent_twice_it_is_told_once(world: World) -> None:
    client = Client()
    for _ in range(2):
        assert client.post("/feil/", {"text": "To ganger", **KEY})["Location"] == "/feil/takk/"
    assert Fault.objects.count() == 1


def test_the_log_does_not_say_who_found_it(world: World) -> None:
    _fault(world)
    line = Event.objects.get(what="fault.told")
    assert (line.person_id, line.login_id, line.facts) == (None, None, {})


def test_those_who_look_after_the_system_are_told_and_not_what(world: World) -> None:
    _fault(world, "zq-text-qz")
    people = {world.adam.pk, world.carl.pk}
    assert set(Notice.objects.values_list("person_id", flat=True)) == people
    assert set(Mail.objects.values_list("person_id", flat=True)) == people
    assert "zq-text-qz" not in repr([*Notice.objects.values(), *Mail.objects.values()])


def test_a_flood_is_stopped_with_a_sentence_whoever_sends_it(world: World) -> None:
    for _ in range(MOST_IN_AN_HOUR):
        Fault.objects.create(text="x", at=NOW)
    with pytest.raises(Refusal, match="Vent litt"):
        _fault(world)
    later = NOW + timedelta(minutes=61)
    assert tell_of_fault(text="x", by=world.actor("ola", later), at=later).at == later


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://tett.example.no/folk/abcdefgh-12345_X/?q=Ola", "/folk/…/"),
        ("/oppgaver/abcdefgh-12345_X/gi-til/", "/oppgaver/…/gi-til/"),
        ("/tavla/#x", "/tavla/"),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_of_where_it_was_found_only_the_kind_of_page_is_kept(address: str, kept: str) -> None:
    assert bare_path(address) == kept


def test_only_those_who_look_after_the_system_read_it(world: World) -> None:
    fault = _fault(world)
    assert [len(faults(world.actor(name)).new) for name in ("adam", "carl", "rita", "ola")] == [1, 1, 0, 0]
    assert _client("rita").get("/skolen/feil/").status_code == 404
    with pytest.raises(Refusal):
        read_fault(fault, by=world.actor("rita"), at=NOW)


def test_what_is_taken_care_of_moves_down_and_is_recorded_once(today: World) -> None:
    fault = _fault(today)
    client = _client("adam")
    for _ in range(2):
        client.post(f"/skolen/feil/{fault.public_id}/lest/")
    found = faults(today.actor("adam", now()))
    assert (len(found.new), len(found.read)) == (0, 1)
    assert Event.objects.filter(what="fault.read").count() == 1


def test_an_empty_form_is_shown_again_with_what_to_do(world: World) -> None:
    answer = Client().post("/feil/", {"text": "", **KEY})
    assert answer.status_code == 422
    assert not Fault.objects.exists()


def _state(world: World, name: str = "carl", **changed: Any) -> Statement:
    fields: dict[str, Any] = {"officer": "ombud@prove.invalid", "accessibility": "", "months": {"work": 60}, **changed}
    return state(world.owner, **fields, by=world.actor(name), at=NOW)


def test_what_the_owner_decides_stands_on_the_open_pages(world: World) -> None:
    _state(world, accessibility="https://uustatus.no/nb/erklaringer/publisert/1")
    page = Client().get("/personvern/").content.decode()
    assert "ombud@prove.invalid" in page
    assert "60 måneder" in page
    assert "ikke bestemt ennå" in page
    assert "https://uustatus.no/nb/erklaringer/publisert/1" in Client().get("/tilgjengelighet/").content.decode()


def test_what_nobody_has_filled_in_is_said_to_be_missing(world: World) -> None:
    assert "ikke skrevet inn personvernombudet" in Client().get("/personvern/").content.decode()
    assert "ikke lagt inn erklæringen" in Client().get("/tilgjengelighet/").content.decode()


def test_nobody_else_fills_in_for_the_owner(world: World) -> None:
    for name in ("rita", "ola"):
        with pytest.raises(Refusal):
            _state(world, name)
    assert not Statement.objects.exists()


def test_the_form_takes_only_addresses_where_such_statements_are(today: World) -> None:
    client = _client("carl")
    bad = {"officer": "", "accessibility": "https://example.no/x", **KEY}
    assert client.post("/skolen/personvern/", bad).status_code == 422
    good = {"officer": "https://fylke.example.no/ombud", "accessibility": "", "work": "24", **KEY}
    assert client.post("/skolen/personvern/", good).status_code == 302
    assert Statement.objects.get().months == {"work": 24}


@pytest.mark.parametrize(
    ("text", "usable"),
    [("a@b.no", True), ("mailto:a@b.no", True), ("https://b.no", True), ("ring meg", False), ("http://b.no", False)],
)
def test_a_contact_is_an_address(text: str, usable: bool) -> None:
    assert usable_contact(text) is usable


def test_security_txt_says_whom_to_tell_and_never_expires(settings: Any) -> None:
    settings.SECURITY_CONTACT = ""
    assert Client().get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:sikkerhet@example.no"
    answer = Client().get("/.well-known/security.txt")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Type"].startswith("text/plain")
    assert lines[0] == "Contact: mailto:sikkerhet@example.no"
    assert any(line.startswith("Expires: 20") for line in lines)
    assert "Canonical: http://testserver/.well-known/security.txt" in lines
