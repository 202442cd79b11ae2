"""Who may find, reach, list, staff and keep whom."""

from datetime import timedelta

import pytest

from tests.cast import NOW, World
from tett.access.rules import Actor, Rule
from tett.people.access import may_find, may_keep, may_reach, may_see_class, may_staff
from tett.people.models import Contact, Guardianship, Person, ProtectedReader, School, SchoolClass

LEADERS = {"rita", "dag"}
HEADS = {"hanne", "harald"}
STAFF = LEADERS | HEADS | {"kari", "kurt", "sven", "sofie", "cato", "nina", "vik"}
ELSEWHERE = {"petra", "otto"}

#: Whom: who finds the name, who reaches the person, who keeps what the school knows of them.
PEOPLE = {
    "ola": (STAFF | {"ola", "guro"}, LEADERS | HEADS | {"kari", "ola"}, LEADERS),
    "siri": (STAFF | {"siri"}, LEADERS | HEADS | {"kari", "siri"}, LEADERS),
    "tiril": (STAFF | {"tiril"}, LEADERS | HEADS | {"kurt", "tiril"}, LEADERS),
    "leon": (STAFF | {"leon", "lars"}, LEADERS | HEADS | {"kari", "leon"}, LEADERS),
    "ada": (STAFF | {"ada", "anne"}, {"sofie", "ada"}, LEADERS),
    "per": (STAFF | {"per", "grete"}, {"per"}, LEADERS),
    "oda": (ELSEWHERE | {"oda"}, ELSEWHERE | {"oda"}, {"petra"}),
    "kari": (STAFF, LEADERS | HEADS | {"kari"}, LEADERS),
    "vera": (set[str](), set[str](), LEADERS),
    "elin": (STAFF | {"elin"}, LEADERS | HEADS | {"elin"}, LEADERS),
    "petra": (ELSEWHERE, {"petra"}, {"petra"}),
    "guro": ({"guro"}, LEADERS | HEADS | {"kari", "guro"}, LEADERS),
    "finn": (set[str](), set[str](), LEADERS),
    "mona": (set[str](), set[str](), LEADERS),
    "lars": ({"lars"}, LEADERS | HEADS | {"kari", "lars"}, LEADERS),
    "anne": ({"anne"}, {"anne"}, LEADERS),
    "grete": ({"grete"}, {"grete"}, LEADERS),
    "carl": ({"carl"}, {"carl"}, set[str]()),
    "adam": (STAFF | {"adam"}, LEADERS | HEADS | {"adam"}, LEADERS),
    "nils": (set[str](), set[str](), set[str]()),
}
CLASSES = {
    "1NAA": STAFF | {"ola", "siri", "per", "ada", "leon"},
    "1NAB": STAFF,
    "1TIA": STAFF | {"tiril", "bodil"},
    "1OA": ELSEWHERE | {"oda"},
}


def actors(world: World) -> dict[str, Actor]:
    """Give everybody, as they are today."""
    return {name: world.actor(name) for name in world.people}


def allowed(world: World, rule: Rule, row: Person | Contact | SchoolClass | School) -> set[str]:
    """Give those whom the rule allows the row; a list must hold it for the same ones."""
    everybody = actors(world)
    opened = {name for name, actor in everybody.items() if rule.allows(actor, row)}
    lists = {name: rule.filter(actor, type(row)._default_manager.all()) for name, actor in everybody.items()}
    assert {name for name, found in lists.items() if row in list(found)} == opened
    return opened


@pytest.mark.parametrize("whom", PEOPLE)
def test_only_those_in_the_table_find_reach_and_keep_a_person(crowd: World, whom: str) -> None:
    person = crowd.people[whom]
    contact = Contact.objects.get(person=person)
    assert (
        allowed(crowd, may_find, person),
        allowed(crowd, may_reach, contact),
        allowed(crowd, may_keep, person),
    ) == PEOPLE[whom]


@pytest.mark.parametrize("name", CLASSES)
def test_only_those_in_the_table_see_a_class(crowd: World, name: str) -> None:
    assert allowed(crowd, may_see_class, crowd.classes[name]) == CLASSES[name]


def test_a_school_is_staffed_by_its_own_principal_and_deputy(crowd: World) -> None:
    assert allowed(crowd, may_staff, crowd.school) == LEADERS
    assert allowed(crowd, may_staff, crowd.other) == {"petra"}


@pytest.mark.parametrize("rule", [may_find, may_keep])
def test_a_stranger_finds_nobody(crowd: World, nobody: Actor, rule: Rule) -> None:
    assert not rule.filter(nobody, Person.objects.all()).exists()
    assert not may_reach.filter(nobody, Contact.objects.all()).exists()
    assert not may_see_class.filter(nobody, SchoolClass.objects.all()).exists()


def test_nobody_is_listed_twice_however_many_ties_there_are(crowd: World) -> None:
    ProtectedReader.objects.create(
        school=crowd.school, protected=crowd.ada, reader=crowd.sofie, starts=NOW.date() - timedelta(days=1)
    )
    for actor in actors(crowd).values():
        found = list(may_reach.filter(actor, Contact.objects.all()).values_list("pk", flat=True))
        assert len(found) == len(set(found))


def test_a_named_reader_reaches_only_in_the_period_and_while_working_there(crowd: World) -> None:
    contact = Contact.objects.get(person=crowd.ada)
    named = ProtectedReader.objects.get()
    assert may_reach.allows(crowd.actor("sofie"), contact)
    named.ends = NOW.date() - timedelta(days=1)
    named.save()
    assert not may_reach.allows(crowd.actor("sofie"), contact)
    ProtectedReader.objects.update(ends=None, reader=crowd.otto)
    assert not may_reach.allows(crowd.actor("otto"), contact)


def test_where_a_protected_student_lives_is_not_told_by_a_guardian_who_works_at_the_school(crowd: World) -> None:
    Guardianship.objects.filter(guardian=crowd.anne).update(guardian=crowd.sven)
    contact = Contact.objects.get(person=crowd.sven)
    assert allowed(crowd, may_reach, contact) == {"sven"}
