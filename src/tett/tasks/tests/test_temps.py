"""A temp comes in for somebody with roles and tasks, and is gone the day after; somebody leaves, and tasks go on."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW, TODAY, World
from tett.access.words import Role
from tett.people import words as people_words
from tett.people.actions.persons import PersonFacts, Reach
from tett.people.models import Assignment, Enrolment, Person
from tett.people.queries.person import person_page
from tett.tasks import words
from tett.tasks.access import may_see_task
from tett.tasks.actions.temps import let_leave, take_in, take_in_new
from tett.tasks.models import Handover, Task
from tett.tasks.queries.leaving import absent_person, leaving
from tett.tasks.tests.saying import refused

ENDS = TODAY + timedelta(days=13)
AFTER = NOW + timedelta(days=14)


def take(world: World, by: str = "rita", *, roles: bool = True, temp: str = "vera") -> Handover:
    """Take in a temp for Kari."""
    held = tuple(world.kari.assignments.all()) if roles else ()
    person = world.people[temp]
    return take_in(person, world.kari, world.school, TODAY, ENDS, held, by=world.actor(by), at=NOW)


def test_a_temp_has_the_roles_and_tasks_in_the_period_and_nothing_the_day_after(world: World) -> None:
    task = world.task("kari")
    take(world)
    vera = world.actor("vera")
    assert vera.classes(Role.CONTACT_TEACHER) == {world.classes["1NAA"].pk}
    assert vera.holds(Role.TEMP)
    assert may_see_task.allows(vera, task)
    gone = world.actor("vera", AFTER)
    assert not gone.known
    assert not may_see_task.allows(gone, task)


def test_a_temp_without_the_roles_looks_after_the_tasks_alone(world: World) -> None:
    task = world.task("kari")
    take(world, roles=False)
    assert world.actor("vera").classes(Role.CONTACT_TEACHER) == set()
    assert may_see_task.allows(world.actor("vera"), task)


def test_a_temp_can_be_said_to_come_later(world: World) -> None:
    task = world.task("kari")
    starts = TODAY + timedelta(days=3)
    take_in(world.vera, world.kari, world.school, starts, ENDS, (), by=world.actor("rita"), at=NOW)
    assert not world.actor("vera").known
    assert may_see_task.allows(world.actor("vera", NOW + timedelta(days=3)), task)


def test_a_new_temp_is_written_down_at_the_same_time_or_not_at_all(world: World) -> None:
    facts, reach, rita = PersonFacts("Nils", "Vikar"), Reach("nils@reach.invalid"), world.actor("rita")

    def new(ends: date) -> Handover:
        return take_in_new(facts, reach, world.kari, world.school, TODAY, ends, (), by=rita, at=NOW)

    refused(words.ENDS_BEFORE_START, lambda: new(TODAY - timedelta(days=1)))
    assert not Person.objects.filter(family_name="Vikar").exists()
    assert new(ENDS).taker.name == "Nils Vikar"


@pytest.mark.parametrize("by", ["hanne", "kari", "sven", "ola", "guro", "carl", "adam", "petra"])
def test_only_those_who_lead_the_school_take_in_temps_and_let_people_leave(world: World, by: str) -> None:
    refused(people_words.NOT_YOURS, lambda: take(world, by))
    refused(people_words.NOT_YOURS, lambda: let_leave(world.kari, world.school, TODAY, by=world.actor(by), at=NOW))


def test_what_makes_no_sense_takes_nobody_in(world: World) -> None:
    rita = world.actor("rita")
    foreign = tuple(world.sven.assignments.all())
    refused(
        words.ROLE_OF_ANOTHER,
        lambda: take_in(world.vera, world.kari, world.school, TODAY, ENDS, foreign, by=rita, at=NOW),
    )
    refused(words.TO_YOURSELF, lambda: take(world, temp="kari", roles=False))
    take(world)
    refused(words.ALREADY_HANDED_OVER, lambda: take(world, temp="sven", roles=False))


def test_the_roles_that_can_be_taken_over_are_never_those_of_the_principal(world: World) -> None:
    kari = absent_person(world.actor("rita"), world.kari.public_id)
    rita = absent_person(world.actor("dag"), world.rita.public_id)
    assert kari
    assert rita
    assert [row.role for row in kari[2]] == [Role.CONTACT_TEACHER]
    assert rita[2] == ()
    assert absent_person(world.actor("kari"), world.sven.public_id) is None
    assert absent_person(world.actor("rita"), world.petra.public_id) is None


def test_leaving_tells_beforehand_which_roles_end_and_who_gets_the_tasks(world: World) -> None:
    naa = world.classes["1NAA"]
    for _ in range(3):
        world.task("kari", school_class=naa)
    world.task("kari", staff=world.kari)
    page = leaving(world.actor("rita"), world.kari.public_id, TODAY)
    assert page
    assert page.roles == ("kontaktlærer, 1NAA",)
    assert page.unheld == ("kontaktlærer, 1NAA",)
    assert [(p.name, p.stands_in, p.number) for p in page.passing] == [("Hanne Prøve", True, 3)]
    assert (page.number, page.own) == (3, 1)
    assert Assignment.objects.get(person=world.kari).ends is None


def test_when_another_has_the_role_the_tasks_go_there(world: World) -> None:
    naa = world.classes["1NAA"]
    world.role("sven", Role.CONTACT_TEACHER, school_class=naa)
    world.task("kari", school_class=naa)
    page = leaving(world.actor("rita"), world.kari.public_id, TODAY)
    assert page
    assert page.unheld == ()
    assert [(p.name, p.stands_in) for p in page.passing] == [("Sven Prøve", False)]


def test_a_leader_can_give_the_open_tasks_to_somebody_and_what_was_lent_ends(world: World) -> None:
    task, rita = world.task("kari", school_class=world.classes["1NAA"]), world.actor("rita")
    lent = take(world)
    let_leave(world.kari, world.school, TODAY + timedelta(days=2), world.sven, by=rita, at=NOW)
    task.refresh_from_db()
    lent.refresh_from_db()
    assert (task.responsible, task.given) == (world.sven, True)
    assert lent.ends == TODAY + timedelta(days=2)


def test_a_temp_who_stops_early_is_out_and_the_tasks_are_back(world: World) -> None:
    task = world.task("kari")
    lent = take(world)
    let_leave(world.vera, world.school, TODAY, by=world.actor("rita"), at=NOW)
    lent.refresh_from_db()
    tomorrow = NOW + timedelta(days=1)
    assert lent.ends == TODAY
    assert not world.actor("vera", tomorrow).known
    assert not may_see_task.allows(world.actor("vera", tomorrow), task)
    assert may_see_task.allows(world.actor("kari", tomorrow), task)


def test_a_student_who_leaves_has_left_the_class(world: World) -> None:
    page = leaving(world.actor("rita"), world.siri.public_id, TODAY)
    assert page
    assert page.roles == ("tillitselev, 1NAA", "elev, 1NAA")
    let_leave(world.siri, world.school, TODAY, by=world.actor("rita"), at=NOW)
    assert Enrolment.objects.get(student=world.siri).ends == TODAY


def test_leaving_is_told_in_the_same_few_queries_however_many_tasks_there_are(
    world: World, django_assert_max_num_queries: object
) -> None:
    for _ in range(40):
        world.task("kari", school_class=world.classes["1NAA"])
    assert Task.objects.count() == 40
    with django_assert_max_num_queries(14):  # type: ignore[operator] # the fixture's type isn't published
        assert leaving(world.actor("rita"), world.kari.public_id, TODAY)


def test_a_page_of_somebody_else_is_told_to_nobody(world: World) -> None:
    assert leaving(world.actor("kari"), world.sven.public_id, TODAY) is None
    assert leaving(world.actor("rita"), world.petra.public_id, TODAY) is None
    assert person_page(world.actor("rita"), world.petra.public_id) is None
