"""Passkeys: made, used, named, removed; and what is refused."""

from typing import Any

import pytest
from django.test import Client

from tests.cast import World
from tett.entry import words
from tett.entry.models import Passkey, RecoveryCode, Visit
from tett.entry.tests.authenticator import PRESENT, Authenticator
from tett.entry.tests.conftest import Come, enter, login_of, with_app
from tett.people.tests.saying import said

MINE = "/meg/innlogging/passnokkel/"


def asked(browser: Client, address: str) -> dict[str, Any]:
    """Ask what is to be signed."""
    found: dict[str, Any] = browser.post(address).json()["publicKey"]
    return found


def add(browser: Client, key: Authenticator, name: str = "telefonen", **more: Any) -> Any:
    """Make a passkey."""
    return browser.post(f"{MINE}legg-til/", {"name": name, "answer": key.make(asked(browser, f"{MINE}spor/"), **more)})


def come_in(browser: Client, key: Authenticator, **more: Any) -> Any:
    """Use it to come in."""
    return browser.post(
        "/logg-inn/passnokkel/inn/", {"answer": key.use(asked(browser, "/logg-inn/passnokkel/"), **more)}
    )


@pytest.fixture
def key(today: World, come: Come) -> Authenticator:
    """Give Rita's passkey."""
    made = Authenticator()
    assert add(come("rita"), made).status_code == 302
    return made


def test_a_passkey_is_two_steps_in_one(today: World, key: Authenticator) -> None:
    browser = Client()
    assert come_in(browser, key, handle=today.rita.public_id)["Location"] == "/min-dag/"
    assert browser.get("/tavla/").status_code == 200
    assert Visit.objects.get(how=words.How.PASSKEY).login == login_of("rita")
    passkey = Passkey.objects.get()
    assert (passkey.signs, passkey.used_at is not None) == (1, True)


def test_the_first_way_in_is_followed_by_codes_for_paper(today: World, come: Come) -> None:
    browser = come("rita")
    assert add(browser, Authenticator())["Location"] == "/meg/innlogging/koder/"
    browser.post("/meg/innlogging/koder/nye/")
    assert RecoveryCode.objects.count() == 10
    assert add(browser, Authenticator(b"d" * 16))["Location"] == "/meg/innlogging/"
    assert [what for what, _ in said(today.rita)].count("passkey.added") == 2


@pytest.mark.parametrize(
    "lie", ["origin", "host", "unverified", "challenge", "handle", "rubbish", "nothing", "signature"]
)
def test_a_browser_that_lies_gets_a_sentence(today: World, key: Authenticator, lie: str) -> None:
    browser = Client()
    wanted = asked(browser, "/logg-inn/passnokkel/")
    if lie == "host":
        key.host = "localhost.evil.example"
    if lie == "unverified":
        key.flags = PRESENT
    if lie == "signature":
        key.key = Authenticator().key
    if lie == "challenge":
        wanted["challenge"] = "A" * 43
    origin = "https://evil.example" if lie == "origin" else "http://localhost:8000"
    answer = key.use(wanted, origin=origin, handle=today.kari.public_id if lie == "handle" else None)
    answer = {"rubbish": "[1, 2]", "nothing": ""}.get(lie, answer)
    refused = browser.post("/logg-inn/passnokkel/inn/", {"answer": answer})
    assert refused.status_code == 422
    assert str(words.PASSKEY_FAILED) in refused.content.decode()
    assert browser.get("/min-dag/").status_code == 302


def test_what_was_signed_once_opens_no_second_time(today: World, key: Authenticator) -> None:
    browser = Client()
    answer = key.use(asked(browser, "/logg-inn/passnokkel/"))
    assert browser.post("/logg-inn/passnokkel/inn/", {"answer": answer}).status_code == 302
    assert Client().post("/logg-inn/passnokkel/inn/", {"answer": answer}).status_code == 422


def test_a_copy_of_a_key_that_counts_is_noticed(today: World, key: Authenticator) -> None:
    assert come_in(Client(), key).status_code == 302
    key.signs = 0
    assert come_in(Client(), key).status_code == 422


def test_an_unknown_key_and_a_closed_login_are_told_the_same(today: World, key: Authenticator) -> None:
    login = login_of("rita")
    login.is_active = False
    login.save()
    for used in (key, Authenticator(b"x" * 16)):
        answer = come_in(Client(), used)
        assert answer.status_code == 422
        assert str(words.PASSKEY_UNKNOWN) in answer.content.decode()


def test_a_passkey_can_be_the_second_step_but_not_anothers(school: World, come: Come) -> None:
    karis, olas = Authenticator(b"k" * 16), Authenticator(b"o" * 16)
    add(come("kari"), karis)
    add(come("ola"), olas)
    for key, status in ((olas, 422), (karis, 302)):
        browser = Client()
        assert enter(browser, "kari")["Location"] == "/logg-inn/andre-trinn/"
        assert come_in(browser, key).status_code == status


def test_a_key_is_added_once(today: World, come: Come, key: Authenticator) -> None:
    again = add(come("kari"), key)
    assert str(words.PASSKEY_KNOWN) in again.content.decode()
    assert Passkey.objects.get().login == login_of("rita")


def test_a_key_that_nobody_has_to_open_is_not_added(today: World, come: Come) -> None:
    key = Authenticator()
    key.flags = PRESENT
    assert add(come("kari"), key).status_code == 422
    assert add(come("kari"), Authenticator(), origin="https://evil.example").status_code == 422
    assert not Passkey.objects.exists()


def test_a_key_is_renamed_and_removed_by_its_owner_alone(today: World, come: Come) -> None:
    add(come("kari"), Authenticator())
    address = f"{MINE}{Passkey.objects.get().public_id}/"
    for act in ("navn", "fjern"):
        assert come("ola").post(f"{address}{act}/", {"name": "min nå"}).status_code == 404
    come("kari").post(f"{address}navn/", {"name": "jobb-PC"})
    assert Passkey.objects.get().name == "jobb-PC"
    assert come("kari").post(f"{address}fjern/").status_code == 302
    assert not Passkey.objects.exists()
    assert [what for what, _ in said(today.kari)][-2:] == ["passkey.renamed", "passkey.removed"]


def test_one_who_needs_two_steps_keeps_the_last(today: World, come: Come, key: Authenticator) -> None:
    address = f"{MINE}{Passkey.objects.get().public_id}/fjern/"
    assert str(words.LAST_FACTOR) in come("rita").post(address).content.decode()
    with_app("rita")
    assert come("rita").post(address).status_code == 302


def test_no_list_of_keys_tells_a_stranger_who_exists(today: World, key: Authenticator) -> None:
    assert "allowCredentials" not in asked(Client(), "/logg-inn/passnokkel/")
