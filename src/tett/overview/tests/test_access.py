"""Who meets which overview: a table of who and what, with rows that could leak."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, World
from tett.people.models import Guardianship, Login
from tett.tasks.models import Duty, Proof, Task
from tett.tasks.words import ProofKind

SECRET = "Per ble sint og gikk"
EVERYBODY = ("rita", "dag", "hanne", "harald", "kari", "sven", "ola", "tiril", "guro", "carl", "adam", "petra")
LEADERS = {"rita", "dag", "hanne", "harald"}
STAFF = {*LEADERS, "kari", "sven"}
#: Whoever else asks gets a 404. Petra leads another school, which has no plan and no calendar.
MAY = {
    "/tavla/": LEADERS | {"petra"}, "/slik-gar-det/": STAFF | {"petra"}, "/skolene/": {"carl"},
    "/min-dag/": set(EVERYBODY),
}  # fmt: skip


def browser(name: str) -> Client:
    """Give somebody's browser, logged in."""
    client = Client()
    client.force_login(Login.objects.get(username=name))
    return client


@pytest.mark.parametrize("name", EVERYBODY)
@pytest.mark.parametrize("address", list(MAY))
def test_pages_open_for_those_they_are_for(running: World, address: str, name: str) -> None:
    answer = browser(name).get(address)
    assert answer.status_code == (200 if name in MAY[address] else 404)


@pytest.mark.parametrize("address", list(MAY))
def test_strangers_are_asked_to_log_in_and_yesterdays_temp_is_nobody(running: World, address: str) -> None:
    assert Client().get(address).status_code == 302
    assert browser("vera").get(address).status_code == 403


def test_a_school_without_a_plan_has_pages_that_say_what_comes(running: World) -> None:
    petra = browser("petra")
    assert "Ingenting er lagt ut ennå" in petra.get("/tavla/").content.decode()
    assert "Ingen plan er vedtatt ennå" in petra.get("/slik-gar-det/").content.decode()
    assert "Jonsberg" not in petra.get("/tavla/").content.decode()


def duty_of(title: str) -> Duty:
    """Give a duty by how its title begins."""
    return Duty.objects.get(title__startswith=title)


def with_secret(world: World) -> Task:
    """Write a note that only those above may read."""
    task = Task.objects.filter(student=world.per).select_related("duty").get()
    Proof.objects.create(task=task, kind=ProofKind.NOTE, text=SECRET, added_at=NOW, added_by=world.kari)
    return task


@pytest.mark.parametrize("name", EVERYBODY)
def test_tasks_behind_a_promise_are_for_those_who_lead_them(running: World, name: str) -> None:
    duty = with_secret(running).duty
    answer = browser(name).get(f"/tavla/{duty.public_id}/")
    told = answer.content.decode()
    assert answer.status_code == (200 if name in LEADERS else 404)
    assert (SECRET in told) == (name in {"rita", "dag", "hanne"})
    assert ("Per Prøve" in told) == (name in {"rita", "dag", "hanne"})


def test_a_cell_of_a_class_one_does_not_lead_looks_as_if_it_were_not_there(running: World) -> None:
    duty = with_secret(running).duty.public_id
    other, missing = running.classes["1NAA"].public_id, "x" * 16
    answers = [browser("harald").get(f"/tavla/{duty}/{column}/") for column in (other, missing)]
    assert [a.status_code for a in answers] == [404, 404]
    assert browser("hanne").get(f"/tavla/{duty}/{other}/").status_code == 200


def test_the_county_sees_numbers_and_no_name(running: World) -> None:
    told = browser("carl").get("/skolene/").content.decode()
    assert "Jonsberg vgs" in told
    assert not any(name in told for name in ("Ola", "Per ", "Kari", "Rita"))


def test_a_student_learns_what_is_arranged_but_not_who_has_it_to_do(running: World) -> None:
    told = browser("ola").get("/min-dag/").content.decode()
    assert "Lunsj for alle elever" in told
    assert "Rita" not in told
    assert "Bli kjent-samtale" not in told


def test_a_guardian_loses_sight_of_the_class_when_the_right_is_gone(running: World) -> None:
    assert "1NAA" in browser("guro").get("/min-dag/").content.decode()
    Guardianship.objects.filter(guardian=running.guro).update(ends="2026-09-13")
    answer = browser("guro").get("/min-dag/")
    assert answer.status_code == 403
    assert "1NAA" not in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("rita", "/tavla/"),
        ("rita", "/slik-gar-det/"),
        ("rita", "/min-dag/"),
        ("kari", "/min-dag/"),
        ("carl", "/skolene/"),
    ],
)
def test_pages_ask_as_often_for_many_as_for_few(running: World, name: str, address: str) -> None:
    client = browser(name)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    duty = duty_of("Ha klassens time")
    for number in range(40):
        running.task(duty=duty, slot=f"x{number}", target_key=f"x:{number}", school_class=running.classes["1NAA"])
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)
