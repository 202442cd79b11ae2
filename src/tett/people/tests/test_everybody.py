"""The list of everybody, and the search in it: only whom one may look up, the same few questions whoever is found."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import World
from tests.crowd import join
from tett.base.clock import now
from tett.people.models import Enrolment, Login, Person
from tett.people.queries.everybody import everybody, kinds_for, search, some
from tett.people.words import Kind

LIST = "/skolen/folk/"
#: What a signed-in page may ask the database, the session and the actor included (assurance P5).
QUERIES = 8
#: The bell on every page.
THEIRS = re.compile("notify_")


@pytest.fixture
def here(world: World) -> World:
    """Give the crowd, on the day of the clock."""
    join(world).move_to(timezone.localdate(now()))
    return world


def found(world: World, name: str, asked: str = "", kind: str = Kind.ALL) -> set[str]:
    """Give the first names of those whom somebody finds."""
    hits = everybody(world.actor(name), asked, kind).hits
    return {hit.person.given_name.lower() for hit in hits}


def browser(name: str) -> Client:
    """Give somebody's browser, logged in."""
    client = Client()
    client.force_login(Login.objects.get(username=name))
    return client


def call(world: World, name: str, given: str, family: str, preferred: str = "") -> None:
    """Let somebody be called something."""
    person = world.people[name]
    person.given_name, person.family_name, person.preferred_name = given, family, preferred
    person.save()


@pytest.mark.parametrize(
    "asked", ["Åse", "åse ø", "ASE OST", "aase", "østby", "ostby", "andré", "andre", "marie", "frida", "frida ase"]
)
def test_a_name_is_found_by_the_beginning_of_any_part_however_it_is_written(crowd: World, asked: str) -> None:
    call(crowd, "ola", "Åse André", "Østby-Marie", "Frida")
    assert [hit.person for hit in everybody(crowd.actor("kari"), asked).hits] == [crowd.ola]


@pytest.mark.parametrize("asked", ["by", "stby", "åse østby hansen", "xx"])
def test_what_begins_no_name_finds_nobody(crowd: World, asked: str) -> None:
    call(crowd, "ola", "Åse", "Østby")
    assert everybody(crowd.actor("kari"), asked).hits == ()


@pytest.mark.parametrize("asked", ["%", "_", "' or 1=1", '"', "\\", "*"])
def test_signs_that_mean_something_to_a_database_mean_nothing(crowd: World, asked: str) -> None:
    assert everybody(crowd.actor("kari"), asked).number in {everybody(crowd.actor("kari")).number, 0}


def test_a_teacher_finds_colleagues_and_students_and_nobody_else(crowd: World) -> None:
    assert found(crowd, "sven") >= {"rita", "kari", "ola", "tiril", "ada"}
    assert not found(crowd, "sven") & {"guro", "finn", "anne", "vera", "otto", "oda", "carl", "nils"}


def test_those_who_lead_find_guardians_and_those_who_have_left_too(crowd: World) -> None:
    assert found(crowd, "rita") >= {"ola", "guro", "finn", "vera"}
    assert not found(crowd, "rita") & {"otto", "oda", "carl", "nils"}
    assert found(crowd, "rita", kind=Kind.FORMER) == {"vera"}
    assert found(crowd, "rita", kind=Kind.GUARDIANS) == {"guro", "finn", "mona", "lars", "anne", "grete"}
    assert kinds_for(crowd.actor("kari")) == (Kind.ALL, Kind.STUDENTS, Kind.STAFF)
    assert found(crowd, "kari", kind=Kind.GUARDIANS) == set()
    assert found(crowd, "kari", kind="tull") == set()


def test_students_and_staff_can_be_looked_at_alone(crowd: World) -> None:
    assert found(crowd, "kari", kind=Kind.STUDENTS) == {"ola", "siri", "per", "ada", "leon", "tiril", "bodil"}
    assert "kurt" in found(crowd, "kari", kind=Kind.STAFF)


def test_that_a_colleague_has_a_child_at_the_school_is_told_to_leaders_only(crowd: World) -> None:
    rights = crowd.guro.guardianships.all()
    rights.update(guardian=crowd.sven)
    told = {name: next(hit.what for hit in everybody(crowd.actor(name), "sven").hits) for name in ("kari", "rita")}
    assert "foresatt" not in told["kari"]
    assert "foresatt" in told["rita"]


def test_a_few_to_choose_among_are_only_those_one_may_look_up(crowd: World) -> None:
    assert [hit.person for hit in some(crowd.actor("kari"), "ol")] == [crowd.ola]
    assert some(crowd.actor("kari"), "oda") == ()
    assert some(crowd.actor("kari"), " ") == ()


@pytest.mark.parametrize("name", ["rita", "kari"])
def test_the_page_asks_the_same_whether_nobody_or_everybody_is_found(here: World, name: str) -> None:
    client, counts = browser(name), set[int]()
    addresses = [LIST, f"{LIST}?q=zzz", f"{LIST}?q=prøve", f"{LIST}?q=ola&vis=elever", f"{LIST}?side=7"]
    for number in range(60):
        here.student(f"elev{number}", "1NAA")
    Enrolment.objects.update(starts=timezone.localdate(now()))
    for address in addresses:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        counts.add(len([query for query in asked if not THEIRS.search(query["sql"])]))
    assert len(counts) == 1
    assert max(counts) <= QUERIES, [query["sql"][:90] for query in asked]


def test_one_who_may_not_be_found_leaves_no_trace_in_what_the_search_answers(here: World) -> None:
    client = browser("kari")
    call(here, "oda", "Quirina", "Hemmelig")
    without = client.get(f"{LIST}?q=quirinb", headers={"HX-Request": "true"}).content
    there = client.get(f"{LIST}?q=quirina", headers={"HX-Request": "true"}).content
    assert there.replace(b"quirina", b"") == without.replace(b"quirinb", b"")


def test_only_the_hits_are_sent_when_that_is_all_one_asks_for(here: World) -> None:
    part = browser("kari").get(f"{LIST}?q=ola", headers={"HX-Request": "true"}).content.decode()
    assert "Ola Prøve" in part
    assert "<html" not in part
    assert "Prøv færre bokstaver" in browser("kari").get(f"{LIST}?q=zzz").content.decode()


def test_a_long_list_is_turned_page_by_page_and_keeps_what_was_asked(here: World) -> None:
    for number in range(60):
        here.student(f"elev{number}", "1NAA")
    Enrolment.objects.update(starts=timezone.localdate(now()))
    page = browser("kari").get(f"{LIST}?q=elev&vis=elever").content.decode()
    assert "side 1 av 2" in page
    assert "q=elev&amp;vis=elever&amp;side=2" in page
    assert "side 2 av 2" in browser("kari").get(f"{LIST}?q=elev&side=99").content.decode()


def test_names_are_kept_as_they_are_found_however_many_are_stored_at_once(world: World) -> None:
    fields = {"owner": world.owner, "family_name": "Å", "sort_key": "a"}
    made = Person.objects.bulk_create([Person(given_name=name, **fields) for name in ("Øyvind", "Bø")])
    assert [person.found_by for person in Person.objects.filter(pk__in=[p.pk for p in made]).order_by("pk")] == [
        " oyvind a",
        " bo a",
    ]


def test_the_list_is_in_norwegian_order(crowd: World) -> None:
    for name, key in (("ola", "zz3"), ("siri", "zz1"), ("per", "a")):
        Person.objects.filter(pk=crowd.people[name].pk).update(sort_key=key)
    kept = [person for person in search(crowd.actor("kari"), "") if person in {crowd.ola, crowd.siri, crowd.per}]
    assert kept == [crowd.per, crowd.siri, crowd.ola]
