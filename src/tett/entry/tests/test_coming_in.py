"""Coming in and going out."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import World
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.clock import now, real_now
from tett.base.rules import Refusal
from tett.entry import words as entry_words
from tett.people import words
from tett.people.actions.logins import create_login
from tett.people.models import Attempt, Login
from tett.people.queries.logins import hashed
from tett.people.rules.attempts import BUSY_ADDRESS, PER_NAME, WINDOW
from tett.people.tests.saying import refused, said

PASSWORD = "en lang nok setning"
WRONG = "en helt annen setning"


@pytest.fixture
def school(today: World) -> World:
    """Give Kari and yesterday's temp a password."""
    for name in ("kari", "vera"):
        login = Login.objects.get(username=name)
        login.set_password(PASSWORD)
        login.save()
    return today


def enter(browser: Client, name: str = "kari", password: str = PASSWORD, **more: Any) -> Any:
    """Send the form."""
    return browser.post("/logg-inn/", {"username": name, "password": password, **more})


def failures(name: str, number: int, address: str = "127.0.0.1", ago: timedelta = timedelta()) -> None:
    """Let somebody have failed lately."""
    at = real_now() - ago
    rows = [Attempt(name=hashed(name), address=hashed(address), at=at) for _ in range(number)]
    Attempt.objects.bulk_create(rows)


@pytest.mark.parametrize("name", ["kari", "Kari", "KARI"])
def test_name_and_password_open_my_day(school: World, name: str) -> None:
    browser = Client()
    assert enter(browser, name)["Location"] == "/min-dag/"
    assert browser.get("/min-dag/").status_code == 200
    assert said(school.kari) == [("login.used", school.kari.pk)]


@pytest.mark.parametrize("wanted", ["/oppgaver/", "/klasser/?side=2"])
def test_one_comes_to_the_page_one_wanted(school: World, wanted: str) -> None:
    browser = Client()
    asked = browser.get(wanted)
    assert asked.status_code == 302
    assert enter(browser, next=wanted)["Location"] == wanted


@pytest.mark.parametrize(
    "wanted", ["https://ond.example/", "//ond.example/", "javascript:alert(1)", "/\\ond.example", "https:ond.example"]
)
def test_one_is_led_nowhere_else(school: World, wanted: str) -> None:
    assert enter(Client(), next=wanted)["Location"] == "/min-dag/"


def _bare(answer: Any, name: str) -> str:
    """Give a page without what is new each time, and without the name that was sent."""
    page: str = answer.content.decode()
    for token in {answer.context["csrf_token"], name}:
        page = page.replace(str(token), "")
    return page


@pytest.mark.parametrize("name", ["nobody", "ola", "closed", "kari"])
def test_the_answer_does_not_tell_whether_the_name_the_password_or_the_way_in_is_wrong(
    school: World, name: str
) -> None:
    Login.objects.filter(username="vera").update(username="closed", is_active=False)
    answer = enter(Client(), name, WRONG)
    other = enter(Client(), "somebody-else", WRONG)
    assert answer.status_code == other.status_code == 422
    assert str(entry_words.WRONG_NAME_OR_PASSWORD) in answer.content.decode()
    assert _bare(answer, name) == _bare(other, "somebody-else")


def test_a_way_in_that_is_closed_opens_nothing_and_ends_what_it_opened(school: World) -> None:
    browser = Client()
    enter(browser)
    Login.objects.filter(username="kari").update(is_active=False)
    assert browser.get("/min-dag/").status_code == 302
    assert enter(Client()).status_code == 422


def test_whoever_holds_no_role_today_gets_in_and_sees_nothing(school: World) -> None:
    browser = Client()
    assert enter(browser, "vera").status_code == 302
    for address in ("/min-dag/", "/oppgaver/", "/klasser/", f"/folk/{school.vera.public_id}/"):
        answer = browser.get(address)
        assert answer.status_code == 403
        assert "Klassens" not in answer.content.decode()


def test_after_too_many_tries_a_name_rests_whether_it_exists_or_not(school: World) -> None:
    for name in ("kari", "nobody"):
        failures(name, PER_NAME)
        answer = enter(Client(), name)
        assert answer.status_code == 422
        assert str(entry_words.TOO_MANY_TRIES) in answer.content.decode()
    failures("ola", PER_NAME, ago=WINDOW)
    assert str(entry_words.WRONG_NAME_OR_PASSWORD) in enter(Client(), "ola", WRONG).content.decode()


def test_the_door_is_never_shut_for_a_whole_school_behind_one_address(school: World) -> None:
    failures("somebody", BUSY_ADDRESS + PER_NAME)
    assert enter(Client()).status_code == 302
    failures("kari", 2)
    assert str(entry_words.TOO_MANY_TRIES) in enter(Client()).content.decode()
    assert enter(Client(REMOTE_ADDR="192.0.2.7")).status_code == 302


def test_who_gets_in_starts_afresh(school: World) -> None:
    failures("kari", PER_NAME - 1)
    assert enter(Client()).status_code == 302
    assert not Attempt.objects.exists()


def test_tries_are_counted_without_names_and_addresses_and_soon_forgotten(school: World) -> None:
    failures("ola", 3, ago=WINDOW * 2)
    enter(Client(), "kari", WRONG)
    attempt = Attempt.objects.get()
    assert "kari" not in attempt.name
    assert "127" not in attempt.address
    assert {len(attempt.name), len(attempt.address)} == {64}


def test_a_try_asks_as_much_of_the_database_whether_the_name_exists(school: World) -> None:
    counts = set()
    for name in ("kari", "nobody"):
        with CaptureQueriesContext(connection) as asked:
            enter(Client(), name, WRONG)
        counts.add(len(asked))
    assert len(counts) == 1


def test_the_session_of_a_stranger_is_not_the_session_of_who_logs_in(school: World) -> None:
    browser = Client()
    session = browser.session
    session["planted"] = "x"
    session.save()
    planted = session.session_key
    browser.cookies[settings.SESSION_COOKIE_NAME] = str(planted)
    enter(browser)
    assert browser.cookies[settings.SESSION_COOKIE_NAME].value != planted
    assert not Session.objects.filter(pk=planted).exists()


def test_going_out_takes_one_tap_and_ends_the_session(school: World) -> None:
    browser = Client()
    enter(browser)
    stolen = browser.cookies[settings.SESSION_COOKIE_NAME].value
    assert 'action="/logg-ut/"' in browser.get("/min-dag/").content.decode()
    answer = browser.post("/logg-ut/")
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    browser.cookies[settings.SESSION_COOKIE_NAME] = stolen
    assert browser.get("/min-dag/").status_code == 302


def test_nobody_is_sent_out_by_a_link(school: World) -> None:
    browser = Client()
    enter(browser)
    assert browser.get("/logg-ut/").status_code == 405
    assert browser.get("/min-dag/").status_code == 200


@pytest.mark.parametrize("ago", ["rests", "lasts"])
def test_a_session_ends_by_itself(school: World, ago: str) -> None:
    browser = Client()
    enter(browser)
    session, at = browser.session, real_now()
    key, limit = ("seen", settings.SESSION_RESTS) if ago == "rests" else ("begun", settings.SESSION_LASTS)
    session[key] = (at - limit - timedelta(minutes=1)).isoformat()
    session.save()
    assert browser.get("/min-dag/").status_code == 302


def test_a_role_that_ended_closes_an_open_session(school: World) -> None:
    browser = Client()
    enter(browser)
    school.kari.assignments.update(ends=now().date() - timedelta(days=1))
    assert browser.get("/min-dag/").status_code == 403


def test_the_page_is_kept_by_nobody_and_asks_password_managers_to_help(school: World) -> None:
    page = Client().get("/logg-inn/")
    assert "no-store" in page["Cache-Control"]
    assert 'autocomplete="current-password"' in page.content.decode()
    assert PASSWORD not in enter(Client(), "kari", PASSWORD + "x").content.decode()


@pytest.mark.parametrize("form", [{}, {"username": "kari"}, {"password": "x"}, {"username": "k" * 81, "password": "x"}])
def test_a_form_that_says_too_little_is_shown_again(school: World, form: dict[str, str]) -> None:
    assert Client().post("/logg-inn/", form).status_code == 422
    assert not Attempt.objects.exists()


def test_leaders_give_a_way_in(school: World) -> None:
    guardian, rita = school.person("gry"), school.actor("rita", now())
    Login.objects.filter(person=guardian).delete()
    refused(words.NOT_YOURS, lambda: create_login(guardian, "gry", PASSWORD, by=rita, at=now()))
    school.role("gry", Role.TEMP)
    made = create_login(guardian, "Gry", PASSWORD, by=rita, at=now())
    assert (made.username, made.check_password(PASSWORD)) == ("gry", True)
    assert said(guardian) == [("login.created", school.rita.pk)]
    assert enter(Client(), "gry").status_code == 302


def test_a_way_in_needs_a_free_name_and_a_good_password(school: World) -> None:
    Login.objects.filter(person=school.per).delete()
    rita = school.actor("rita", now())
    refused(words.NAME_TAKEN, lambda: create_login(school.per, "KARI", PASSWORD, by=rita, at=now()))
    for bad in ("kort", "ola-prøve-elev"):
        events = Event.objects.count()
        with pytest.raises(Refusal, match=r"(?i)pass"):
            create_login(school.per, "ola-prøve-elev", bad, by=rita, at=now())
        assert Event.objects.count() == events
    assert not create_login(school.per, "per", None, by=rita, at=now()).has_usable_password()
