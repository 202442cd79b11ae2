"""A forgotten password: one answer for all, and a link for those who are known."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from tests.cast import World
from tett.base.clock import now, real_now
from tett.entry import words
from tett.entry.actions.forgotten import answer
from tett.entry.models import Asked, CodeApp, Ticket
from tett.entry.queries.tickets import code_for
from tett.entry.tests.conftest import PASSWORD, enter, login_of, with_app
from tett.entry.words import Purpose
from tett.notify.models import Mail
from tett.people.models import Attempt, Contact, Login
from tett.people.queries import stranger
from tett.people.tests.saying import said

NEW = "en helt ny setning"
ADDRESS = "/logg-inn/glemt/"


def forget(who: str, browser: Client | None = None) -> Any:
    """Ask for a new password."""
    return (browser or Client()).post(ADDRESS, {"who": who})


def look_up() -> None:
    """Do what the job does after the answer."""
    for asked in Asked.objects.all():
        answer(asked.pk, by=stranger(now()), at=real_now())


@pytest.fixture
def reached(school: World) -> World:
    """Let Kari and Rita have an e-mail address at the school."""
    for name in ("kari", "rita"):
        Contact.objects.create(person=school.people[name], email=f"{name}@reach.invalid")
    return school


@pytest.mark.parametrize(
    "who", ["kari", "KARI", "kari@reach.invalid", "ola", "nobody", "nobody@reach.invalid", "'; --"]
)
def test_the_answer_and_the_questions_to_the_database_are_the_same_for_all(reached: World, who: str) -> None:
    shown, asked = [], []
    for name in (who, "somebody-else"):
        with CaptureQueriesContext(connection) as queries:
            page = forget(name)
        shown.append((page.status_code, page.content.decode().replace(str(page.context["csrf_token"]), "")))
        asked.append([re.sub(r"[0-9a-fx_]{6,}", "", query["sql"])[:40] for query in queries])
    assert shown[0] == shown[1]
    assert asked[0] == asked[1]
    assert str(words.ASKED_FOR_NEW) in shown[0][1]


def test_what_was_asked_lies_sealed_until_it_is_looked_up_and_then_nowhere(reached: World) -> None:
    forget("kari@reach.invalid")
    stored = str(list(Asked.objects.values())) + str(list(DBTaskResult.objects.values()))
    assert "kari" not in stored
    look_up()
    assert not Asked.objects.exists()


@pytest.mark.parametrize("who", ["kari", " Kari ", "KARI@reach.invalid"])
def test_a_link_comes_by_email_opens_once_and_ends_all_sessions(reached: World, who: str) -> None:
    inside = Client()
    enter(inside)
    forget(who)
    look_up()
    letter = Mail.objects.get()
    assert (letter.to, letter.subject) == ("kari@reach.invalid", str(words.MAIL_FORGOTTEN_SUBJECT))
    browser = Client()
    assert browser.get(letter.address)["Location"] == "/velkommen/"
    assert browser.post("/velkommen/", {"new": NEW, "again": NEW})["Location"] == "/min-dag/"
    assert inside.get("/min-dag/").status_code == 302
    assert enter(Client(), password=PASSWORD).status_code == 422
    assert enter(Client(), password=NEW).status_code == 302
    assert Client().get(letter.address).status_code == 422


def test_looking_up_twice_sends_one_letter(reached: World) -> None:
    forget("kari")
    asked = Asked.objects.get()
    for _ in range(2):
        answer(asked.pk, by=stranger(now()), at=real_now())
    assert Mail.objects.count() == 1


@pytest.mark.parametrize("who", ["nobody", "ola", "closed", ""])
def test_nothing_comes_where_there_is_nobody_no_address_or_no_way_in(reached: World, who: str) -> None:
    Login.objects.filter(username="kari").update(username="closed", is_active=False)
    forget(who)
    look_up()
    assert not Mail.objects.exists()
    assert not Ticket.objects.exists()


def test_a_link_is_good_for_an_hour(reached: World) -> None:
    forget("kari")
    look_up()
    ticket = Ticket.objects.get()
    assert ticket.expires_at - ticket.made_at == timedelta(hours=1)
    Ticket.objects.update(expires_at=real_now())
    assert Client().get(f"/velkommen/?kode={code_for(None, ticket.public_id, ticket.purpose)}").status_code == 422


@pytest.mark.parametrize("who", ["kari", "nobody"])
def test_a_name_is_asked_for_a_few_times_only_whether_it_exists_or_not(reached: World, who: str) -> None:
    answers = [forget(who) for _ in range(9)]
    assert [page.status_code for page in answers] == [200] * 8 + [422]
    assert str(words.TOO_MANY_TRIES) in answers[-1].content.decode()


def test_one_session_asks_for_a_few_names_only_and_the_school_goes_on(reached: World) -> None:
    browser = Client()
    answers = [forget(f"name{n}", browser) for n in range(9)]
    assert [page.status_code for page in answers] == [200] * 8 + [422]
    assert forget("kari").status_code == 200


def test_the_tries_are_no_tries_to_log_in(reached: World) -> None:
    for _ in range(8):
        forget("kari")
    assert enter(Client()).status_code == 302
    assert "kari" not in str(list(Attempt.objects.values()))


def test_a_new_password_does_not_go_around_the_second_step(reached: World) -> None:
    with_app("kari")
    forget("kari")
    look_up()
    browser = Client()
    browser.get(Mail.objects.get(subject=str(words.MAIL_FORGOTTEN_SUBJECT)).address)
    assert browser.post("/velkommen/", {"new": NEW, "again": NEW})["Location"] == "/logg-inn/andre-trinn/"


def test_those_who_keep_the_system_running_can_give_a_way_in(
    reached: World, capsys: pytest.CaptureFixture[str]
) -> None:
    with_app("rita")
    call_command("first_login", "rita", "--forget-factors")
    address = capsys.readouterr().out.split()[0].partition("localhost:8000")[2]
    assert not CodeApp.objects.exists()
    browser = Client()
    assert browser.get(address)["Location"] == "/velkommen/"
    assert browser.post("/velkommen/", {"new": NEW, "again": NEW}).status_code == 302
    assert "to-trinn" in browser.get("/min-dag/")["Location"]
    assert Ticket.objects.get().purpose == Purpose.OPERATOR
    assert ("factors.reset", None) in said(reached.rita)


@pytest.mark.parametrize("who", ["nobody", "", "%"])
def test_the_command_finds_just_one_or_nobody(reached: World, who: str) -> None:
    with pytest.raises(CommandError):
        call_command("first_login", who)
    assert login_of("rita").has_usable_password()
