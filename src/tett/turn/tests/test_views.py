"""The pages: what they show, the same number of questions however many people there are, and what is refused."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from tests.cast import World
from tett.access.words import Role
from tett.base.clock import real_now
from tett.people.models import Assignment, Enrolment, Login, Person
from tett.turn.actions import begin, turn_back, turn_over
from tett.turn.models import NextClass, RoleGoes, StudentGoes, Turn
from tett.turn.queries import prospect_of, state_of_schools
from tett.turn.tests.years import AUGUST, FIRST, JUNE, YEAR, class_on, to, turned
from tett.turn.words import Came, Fate, OldTasks, Stage

HOME = "/skolen/arsskiftet/"
PAGES = ("", "skoleruta/", "klassene/", "klassene/ny/", "elevene/", "rollene/", "rommene/", "se-over/")


@pytest.fixture
def june(school: World, settings: Settings) -> World:
    """Let it be June."""
    settings.CLOCK_SHIFT = JUNE - real_now()
    return school


def _as(name: str) -> Client:
    client = Client()
    client.force_login(Login.objects.get(username=name))
    return client


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there_for_the_principal(june: World, turn: Turn, page: str) -> None:
    assert _as("rita").get(f"{HOME}{page}").status_code == 200


@pytest.mark.parametrize("page", PAGES[1:])
def test_before_anybody_has_begun_every_step_leads_to_the_guide(june: World, page: str) -> None:
    answer = _as("rita").get(f"{HOME}{page}")
    assert (answer.status_code, answer["Location"]) == (302, HOME)


@pytest.mark.parametrize("name", ["hanne", "kari", "ola", "guro", "carl", "adam"])
@pytest.mark.parametrize("page", PAGES)
def test_nobody_else_is_told_that_the_pages_are_there(june: World, turn: Turn, name: str, page: str) -> None:
    assert _as(name).get(f"{HOME}{page}").status_code == 404


def _crowd(world: World, number: int) -> None:
    """Let many more be students, teachers and representatives."""
    classes = list(world.classes.values())
    people = [
        Person(owner=world.owner, given_name="P", family_name=f"{n}", sort_key=f"{n:04}", birth_date=date(2010, 1, 1))
        for n in range(number)
    ]
    for n, person in enumerate(Person.objects.bulk_create(people)):
        fields = {"school": world.school, "school_class": classes[n % 3], "starts": date(2026, 8, 1)}
        Enrolment.objects.create(student=person, **fields)
        if n % 4 == 0:
            role = Role.CONTACT_TEACHER if n % 8 else Role.CLASS_REPRESENTATIVE
            Assignment.objects.create(person=person, role=role, owner=world.owner, **fields)


@pytest.mark.parametrize("page", ["klassene/", "elevene/?navn=p", "rollene/", "rommene/", "se-over/"])
def test_pages_ask_as_many_questions_for_many_as_for_few(june: World, turn: Turn, page: str) -> None:
    client = _as("rita")
    client.get(f"{HOME}{page}")
    with CaptureQueriesContext(connection) as few:
        client.get(f"{HOME}{page}")
    _crowd(june, 60)
    with CaptureQueriesContext(connection) as many:
        client.get(f"{HOME}{page}")
    assert len(many) == len(few)
    assert len(few) <= 30


def test_the_turn_asks_as_many_questions_for_many_as_for_few(school: World, turn: Turn) -> None:
    """But for the log, which Django writes so many lines at a time."""
    by = school.actor("rita", JUNE)

    def asked(seen: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            turn_over(turn, seen, by=by, at=JUNE)
        return sum("audit_event" not in query["sql"] for query in queries.captured_queries)

    asked(prospect_of(by, turn).print)
    turn_back(turn, by=by, at=JUNE)
    few = asked(prospect_of(by, turn).print)

    turn_back(turn, by=by, at=JUNE)
    _crowd(school, 200)
    assert asked(prospect_of(by, turn).print) == few


def test_the_guide_goes_on_where_one_stopped(june: World, turn: Turn) -> None:
    client = _as("rita")
    client.post(f"{HOME}skoleruta/")
    page = client.get(HOME).content.decode()
    assert "Gå videre med: klassene" in page
    turn.refresh_from_db()
    assert turn.steps == ["calendar"]


def test_what_cannot_be_done_is_said_on_the_page(june: World, turn: Turn) -> None:
    client = _as("rita")
    answer = client.post(f"{HOME}elevene/?klasse=", {"where": "stopped"})
    assert answer.status_code == 422
    assert "Ingen er valgt" in answer.content.decode()
    used = NextClass.objects.get(turn=turn, name="2NAA")
    answer = client.post(f"{HOME}klassene/{used.public_id}/fjern/")
    assert answer.status_code == 422
    assert "Noen skal gå i 2NAA" in answer.content.decode()
    answer = client.post(f"{HOME}se-over/", {"seen": "something else"})
    assert "Noe har endret seg" in answer.content.decode()


@pytest.mark.parametrize("page", ["klassene/", "elevene/", "rollene/", "rommene/"])
def test_what_nobody_offered_is_refused_and_nothing_breaks(june: World, turn: Turn, page: str) -> None:
    own = Assignment.objects.get(person=june.kari).public_id
    sent = {june.classes["1NAA"].public_id: "x", "student": "x", "where": "x", own: "x", "old_tasks": "x"}
    assert _as("rita").post(f"{HOME}{page}", sent).status_code == 422


def test_a_turn_that_is_done_can_only_be_undone(june: World, turn: Turn) -> None:
    turned(june, turn, JUNE)
    client = _as("dag")
    answer = client.post(f"{HOME}rommene/", {"old_tasks": "leave"})
    assert "allerede gjort" in answer.content.decode()
    assert client.get(f"{HOME}se-over/").status_code == 302
    assert "Angre årsskiftet" in client.get(HOME).content.decode()
    client.post(f"{HOME}angre/")
    turn.refresh_from_db()
    assert (turn.stage, turn.old_tasks) == (Stage.PREPARING, OldTasks.CLOSE)
    assert "Årsskiftet er ikke gjort" in client.post(f"{HOME}angre/").content.decode()


def test_the_owner_is_told_how_far_each_school_has_come_and_only_in_summer(school: World, turn: Turn) -> None:
    carl = school.actor("carl", JUNE)
    assert state_of_schools(carl) == {school.school.pk: Came.PREPARING, school.other.pk: Came.NOT_BEGUN}
    turned(school, turn, JUNE)
    assert state_of_schools(carl)[school.school.pk] == Came.DONE
    assert state_of_schools(school.actor("carl")) == {}
    assert state_of_schools(school.actor("kari", JUNE)) == {}


def test_choices_are_kept_and_forgotten_as_exceptions(june: World, turn: Turn) -> None:
    client, role = _as("rita"), Assignment.objects.get(person=june.kari).public_id
    client.post(f"{HOME}rollene/", {role: to(turn, "1NAB")})
    assert RoleGoes.objects.get().fate == Fate.TAKES
    client.post(f"{HOME}rollene/", {role: "follows"})
    assert not RoleGoes.objects.exists()
    client.post(f"{HOME}elevene/", {"student": june.ola.public_id, "where": "apprentice"})
    client.post(f"{HOME}elevene/", {"student": june.ola.public_id, "where": "as_class"})
    assert not StudentGoes.objects.exists()


def test_another_schools_class_is_no_place_to_go(june: World, turn: Turn) -> None:
    june.classes["1OA"] = type(june.classes["1NAA"]).objects.create(
        school=june.other, department=june.classes["1NAA"].department, starts_in=2026, level="vg1", programme="P",
        name="1OA",
    )  # fmt: skip
    theirs = begin(june.other, YEAR, by=june.actor("petra", JUNE), at=JUNE)
    foreign = to(theirs, "2OA")
    answer = _as("rita").post(f"{HOME}elevene/", {"student": june.ola.public_id, "where": foreign})
    assert answer.status_code == 422
    assert _as("rita").get(f"{HOME}klassene/{foreign}/").status_code == 404


def test_after_the_first_of_august_students_and_teachers_have_the_new_year(
    june: World, turn: Turn, settings: Settings
) -> None:
    turned(june, turn, JUNE)
    settings.CLOCK_SHIFT = AUGUST - real_now()
    assert class_on(june.ola, FIRST) == "2NAA"
    for name in ("ola", "kari", "rita", "guro", "carl"):
        page = _as(name).get("/min-dag/").content.decode()
        assert "1NAA" not in page
    assert "2NAA" in _as("ola").get("/min-dag/").content.decode()
    assert "2NAA" in _as("kari").get("/min-dag/").content.decode()
