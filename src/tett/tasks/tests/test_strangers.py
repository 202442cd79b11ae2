"""What strangers get, and what every page has in common."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import World
from tett.base.clock import now
from tett.tasks.actions import complete, hand_over
from tett.tasks.models import Task
from tett.tasks.tests.browsing import KEY, QUERIES, a_task, client
from tett.tasks.words import Evidence, State

ADDRESSES = [
    ("get", ""), ("post", "gjort/"), ("post", "angre/"), ("post", "ikke-gjort/"), ("post", "ikke-aktuelt/"),
    ("post", "flytt/"), ("post", "legg-til/"), ("post", "kladd/"), ("get", "overlat/"), ("post", "overlat/"),
    ("get", "gi-til/"), ("post", "gi-til/"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "end"), ADDRESSES)
def test_hidden_and_missing_tasks_are_the_same_to_strangers(today: World, method: str, end: str) -> None:
    task = a_task(today, student=today.ola)
    for name in ("sven", "ola", "guro", "petra", "adam", "carl"):
        browser = client(name)
        hidden = getattr(browser, method)(f"/oppgaver/{task.public_id}/{end}")
        missing = getattr(browser, method)(f"/oppgaver/{'x' * 16}/{end}")
        assert (hidden.status_code, missing.status_code) == (404, 404)
        assert "Ola" not in hidden.content.decode()


@pytest.mark.parametrize(("method", "end"), ADDRESSES)
def test_those_who_are_nobody_today_are_sent_away(today: World, method: str, end: str) -> None:
    task = a_task(today)
    assert getattr(Client(), method)(f"/oppgaver/{task.public_id}/{end}").status_code == 302
    today.vera.assignments.update(ends=timezone.localdate(now()) - timedelta(days=1))
    assert getattr(client("vera"), method)(f"/oppgaver/{task.public_id}/{end}").status_code == 403


def test_who_may_see_but_not_do_gets_a_sentence(today: World) -> None:
    task = a_task(today, responsible="rita")
    hanne = client("hanne")
    assert hanne.get(f"/oppgaver/{task.public_id}/").status_code == 200
    answer = hanne.post(f"/oppgaver/{task.public_id}/gjort/", {"nokkel": KEY})
    assert answer.status_code == 422
    assert "en annen som har ansvaret" in answer.content.decode()


def test_no_name_stands_in_titles_and_addresses(today: World) -> None:
    task = a_task(today, student=today.ola)
    page = client("kari").get(f"/oppgaver/{task.public_id}/").content.decode()
    assert "Ola Prøve" in page
    assert "Ola" not in re.findall(r"<title>(.*?)</title>", page, re.DOTALL)[0]
    assert not any("ola" in address.lower() for address in re.findall(r'(?:href|action)="([^"]*)"', page))


def test_the_team_is_for_leaders(today: World) -> None:
    a_task(today)
    assert "Klassens time" in client("rita").get("/oppgaver/team/?vis=open").content.decode()
    assert "Ingenting henger etter" in client("hanne").get("/oppgaver/team/").content.decode()
    for name in ("kari", "carl", "adam", "ola"):
        assert client(name).get("/oppgaver/team/").status_code == 404


@pytest.mark.parametrize(
    "asked", ["?side=0", "?side=-1", "?side=abc", "?side=99999999999", "?vis=tull", "?klasse=%C3%A6"]
)
def test_odd_addresses_give_a_page(today: World, asked: str) -> None:
    assert client("rita").get(f"/oppgaver/team/{asked}").status_code == 200
    assert client("rita").get(f"/oppgaver/{asked}").status_code == 200


@pytest.mark.parametrize("evidence", list(Evidence))
@pytest.mark.parametrize("state", list(State))
def test_every_kind_in_every_state_has_a_page(today: World, evidence: Evidence, state: State) -> None:
    task = a_task(today, duty=today.duty(evidence))
    if state == State.DONE:
        kari, link = today.actor("kari", now()), "https://prove.no/"
        complete(task, happened_on=timezone.localdate(now()), note="Gjort", link=link, by=kari, at=now())
    else:
        Task.objects.update(state=state)
    for name in ("kari", "rita"):
        assert client(name).get(f"/oppgaver/{task.public_id}/").status_code == 200


def test_empty_lists_tell_what_comes(today: World) -> None:
    assert "Ingen oppgaver ennå" in client("kari").get("/oppgaver/").content.decode()
    task = a_task(today)
    hand_over(today.sven, task.due, task.due, by=today.actor("kari", now()), at=now())
    assert "Sven Prøve passer på oppgavene dine" in client("kari").get("/oppgaver/").content.decode()


@pytest.mark.parametrize(("name", "address"), [("kari", "/oppgaver/"), ("rita", "/oppgaver/team/?vis=open")])
def test_pages_take_the_same_few_queries_however_long(today: World, name: str, address: str) -> None:
    done = a_task(today)
    complete(done, happened_on=done.due, by=today.actor("kari", now()), at=now())
    browser, counts = client(name), set()
    for number in (1, 29, 270):
        for _ in range(number):
            a_task(today)
        browser.get(address)
        with CaptureQueriesContext(connection) as asked:
            browser.get(address)
        counts.add(len(asked))
    assert len(counts) == 1
    assert counts.pop() <= QUERIES
