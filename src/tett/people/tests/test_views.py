"""Pages of classes and persons."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import World
from tests.crowd import join, reach
from tett.base.clock import now
from tett.people.models import Contact, Enrolment, Login, Person
from tett.ui.sorting import sort_key

#: What a signed-in page may ask the database, the session and the actor included (assurance P5).
QUERIES = 8
#: What the log of who has looked at whom asks and writes, and the bell on every page.
THEIRS = re.compile(r"SAVEPOINT|audit_|notify_")


@pytest.fixture
def here(world: World) -> World:
    """Give the crowd, on the day of the clock."""
    join(world).move_to(timezone.localdate(now()))
    return world


def client(name: str) -> Client:
    """Give somebody's browser, logged in."""
    browser = Client()
    browser.force_login(Login.objects.get(username=name))
    return browser


def read(name: str, address: str) -> str:
    """Give a page that somebody may see."""
    answer = client(name).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def class_of(world: World, name: str) -> str:
    """Give the address of a class."""
    return f"/klasser/{world.classes[name].public_id}/"


def person_of(world: World, name: str) -> str:
    """Give the address of a person."""
    return f"/folk/{world.people[name].public_id}/"


def tells(page: str, name: str) -> bool:
    """Tell whether a page says how to reach somebody."""
    return any(word in page for word in reach(name).values())


@pytest.mark.parametrize(
    ("name", "classes"),
    [
        ("rita", {"1NAA", "1NAB", "1TIA"}),
        ("nina", {"1NAA", "1NAB", "1TIA"}),
        ("ola", {"1NAA"}),
        ("bodil", {"1TIA"}),
        ("otto", {"1OA"}),
        ("guro", set[str]()),
        ("carl", set[str]()),
        ("adam", set[str]()),
        ("elin", set[str]()),
    ],
)
def test_each_sees_the_classes_that_concern_them(here: World, name: str, classes: set[str]) -> None:
    page = read(name, "/klasser/")
    assert set(re.findall(r"\b1[A-Z]{2,3}\b", page)) == classes
    assert ("Ingen klasser her ennå" in page) is not bool(classes)


def test_the_list_tells_how_many_and_who_the_contact_teacher_is(here: World) -> None:
    page = read("rita", "/klasser/")
    assert "5 elever" in page
    assert "Kari Prøve" in page
    assert "ingen kontaktlærer" in page


def test_a_student_meets_classmates_by_name_and_nothing_more(here: World) -> None:
    page = read("ola", class_of(here, "1NAA"))
    assert "Siri Prøve" in page
    assert "tillitselev" in page
    assert "/folk/" not in page
    assert not any(tells(page, name) for name in here.people)


def test_a_contact_teacher_reaches_the_class_but_nobody_protected(here: World) -> None:
    page = read("kari", class_of(here, "1NAA"))
    assert reach("ola")["phone"] in page
    assert "Ada Prøve" in page
    assert not tells(page, "ada")
    assert not tells(page, "per")


def test_other_staff_see_names_only(here: World) -> None:
    for name in ("sven", "kurt", "cato", "vik"):
        page = read(name, class_of(here, "1NAA"))
        assert "Ola Prøve" in page
        assert not any(tells(page, other) for other in here.people)


def test_a_card_tells_contact_and_guardians_to_those_who_may_reach_them(here: World) -> None:
    page = read("kari", person_of(here, "ola"))
    assert reach("ola")["address"] in page
    assert reach("guro")["phone"] in page
    assert "Finn" not in page
    assert "elev, 1NAA" in page


def test_guardians_of_an_adult_are_told_only_with_consent(here: World) -> None:
    page = read("kari", person_of(here, "leon"))
    assert "Lars Prøve" in page
    assert "Mona" not in page
    assert not tells(page, "mona")


@pytest.mark.parametrize("name", ["rita", "hanne", "kari", "nina", "anne"])
def test_a_protected_person_is_on_no_page_of_those_who_are_not_named(here: World, name: str) -> None:
    browser = client(name)
    for address in ("/klasser/", class_of(here, "1NAA"), person_of(here, "ada"), person_of(here, "anne")):
        page = browser.get(address).content.decode()
        assert not tells(page, "ada")
        assert name == "anne" or not tells(page, "anne")


def test_the_one_whom_the_school_has_named_reaches_the_protected(here: World) -> None:
    assert reach("ada")["address"] in read("sofie", person_of(here, "ada"))
    assert not tells(read("sofie", person_of(here, "ola")), "ola")


def test_a_guardian_sees_the_card_of_a_ward_and_no_other_guardian(here: World) -> None:
    page = read("guro", person_of(here, "ola"))
    assert "elev, 1NAA" in page
    assert not any(tells(page, name) for name in here.people)
    assert "Finn" not in page


def test_everybody_may_see_their_own_card(here: World) -> None:
    for name in ("ola", "ada", "kari", "carl", "elin", "guro"):
        assert reach(name)["phone"] in read(name, person_of(here, name))


HIDDEN = [
    ("siri", "person", "ola"), ("ola", "person", "kari"), ("guro", "person", "siri"), ("finn", "person", "ola"),
    ("mona", "person", "leon"), ("petra", "person", "ola"), ("carl", "person", "ola"), ("adam", "person", "ola"),
    ("elin", "person", "ola"), ("otto", "person", "kari"), ("rita", "person", "oda"), ("kari", "person", "guro"),
    ("ola", "class", "1TIA"), ("ola", "class", "1NAB"), ("guro", "class", "1NAA"), ("petra", "class", "1NAA"),
    ("carl", "class", "1NAA"), ("adam", "class", "1NAA"), ("elin", "class", "1NAA"), ("rita", "class", "1OA"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "what"), HIDDEN)
def test_what_one_may_not_see_looks_as_if_it_were_not_there(here: World, name: str, kind: str, what: str) -> None:
    address = class_of(here, what) if kind == "class" else person_of(here, what)
    browser = client(name)
    hidden, missing = browser.get(address), browser.get(re.sub(r"[^/]+/$", "x" * 16 + "/", address))
    assert hidden.status_code == missing.status_code == (403 if name in {"finn", "mona"} else 404)
    assert _bare(hidden.content.decode()) == _bare(missing.content.decode())


def _bare(page: str) -> str:
    """Give a page without its tokens and the address that was asked for."""
    return re.sub(r"\b[A-Za-z0-9]{64}\b|/(folk|klasser)/[^\"/]+/", "", page)


@pytest.mark.parametrize("address", ["/klasser/", "/klasser/x/", "/folk/x/"])
def test_strangers_are_asked_to_log_in(here: World, address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 302
    assert answer["Location"] == f"/logg-inn/?next={address}"


def test_a_class_is_listed_in_norwegian_order(here: World) -> None:
    for name in ("Ådne", "Zita", "Ørjan"):
        person = here.student(name.lower(), "1NAB")
        Person.objects.filter(pk=person.pk).update(sort_key=sort_key(name))
    Enrolment.objects.update(starts=timezone.localdate(now()) - timedelta(days=1))
    page = read("rita", class_of(here, "1NAB"))
    assert page.index("Zita") < page.index("Ørjan") < page.index("Ådne")


def test_the_name_one_prefers_is_the_one_that_is_read(here: World) -> None:
    Person.objects.filter(pk=here.ola.pk).update(preferred_name="Olea")
    page = read("kari", class_of(here, "1NAA"))
    assert "Olea Prøve" in page
    assert "Ola Prøve" not in page


@pytest.mark.parametrize("name", ["rita", "kari", "ola"])
def test_pages_take_the_same_few_queries_however_many_there_are(here: World, name: str) -> None:
    browser = client(name)
    addresses = ["/klasser/", class_of(here, "1NAA"), person_of(here, "ola")]
    counts: dict[str, set[int]] = {address: set() for address in addresses}
    for number in (1, 29):
        for _ in range(number):
            person = here.student(f"more{len(here.people)}", "1NAA")
            Contact.objects.create(person=person, phone="000")
        Enrolment.objects.update(starts=timezone.localdate(now()) - timedelta(days=1))
        for address in addresses:
            browser.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert browser.get(address).status_code == 200
            counts[address].add(len([query for query in asked if not THEIRS.search(query["sql"])]))
    assert all(len(found) == 1 for found in counts.values()), counts
    assert max(max(found) for found in counts.values()) <= QUERIES, counts
