"""The guide: what is there is seen, and what is left is next."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, TODAY, World
from tett.access.words import Role
from tett.people.actions.places import SchoolFacts, open_school
from tett.people.models import Assignment, School
from tett.start.actions import take_routes
from tett.start.queries import guide_of, schools_to_start
from tett.start.queries.guide import Guide
from tett.start.words import Come, Step


def the_guide(world: World, name: str = "rita", slug: str = "jonsberg") -> Guide:
    """Give somebody's guide through a school."""
    actor = world.actor(name)
    (guide,) = guide_of(actor, schools_to_start(actor).filter(slug=slug))
    return guide


def state(guide: Guide, step: Step) -> tuple[Come, str]:
    """Give how far a step has come, and what is said of it."""
    found = next(one for one in guide.steps if one.step == step)
    return found.come, found.found


def test_a_new_school_has_everything_before_it(world: World) -> None:
    open_school(world.owner, SchoolFacts("Tredje vgs", "Tredje", "tredje"), by=world.actor("carl"), at=NOW)
    guide = the_guide(world, "carl", "tredje")
    assert guide.done == 0
    assert guide.next is not None
    assert guide.next.step == Step.ABOUT
    assert state(guide, Step.LEADERS) == (Come.LEFT, "Skolen har ingen rektor ennå.")
    assert state(guide, Step.PEOPLE)[0] == Come.LEFT


def test_every_step_is_seen_by_what_is_there(world: World) -> None:
    School.objects.filter(pk=world.school.pk).update(phone="00 00 00 00")
    guide = the_guide(world)
    assert state(guide, Step.ABOUT) == (Come.DONE, "Skolen kan nås.")
    assert state(guide, Step.DEPARTMENTS) == (Come.DONE, "2 avdelinger.")
    assert state(guide, Step.ROUTE)[0] == Come.LEFT
    assert state(guide, Step.PEOPLE) == (Come.DONE, "4 elever i 3 klasser, 6 ansatte.")
    assert state(guide, Step.ROLES) == (Come.BEGUN, "2 klasser mangler kontaktlærer.")
    assert state(guide, Step.PLAN) == (Come.LEFT, "Ikke lest inn.")
    assert state(guide, Step.INVITE) == (Come.DONE, "6 av 6 ansatte kan logge inn.")
    assert [one.step for one in guide.steps if one.next] == [Step.ROUTE]


def test_what_ended_yesterday_is_missing_today(world: World) -> None:
    yesterday = TODAY - timedelta(days=1)
    Assignment.objects.filter(role__in=[Role.CONTACT_TEACHER, Role.DEPARTMENT_HEAD]).update(ends=yesterday)
    guide = the_guide(world)
    assert state(guide, Step.DEPARTMENTS) == (Come.DONE, "2 avdelinger, 2 uten leder.")
    assert state(guide, Step.ROLES) == (Come.LEFT, "3 klasser mangler kontaktlærer.")


def test_those_who_lead_do_every_step_and_the_owner_those_that_are_the_owners(world: World) -> None:
    assert all(step.address for step in the_guide(world).steps)
    owners = {step.step for step in the_guide(world, "carl").steps if step.address}
    assert owners == {Step.ABOUT, Step.LEADERS, Step.DEPARTMENTS, Step.ROUTE}


@pytest.mark.parametrize("name", ["kari", "hanne", "ola", "guro", "vera"])
def test_nobody_else_has_a_guide(world: World, name: str) -> None:
    assert not schools_to_start(world.actor(name)).exists()


def test_an_administrator_starts_schools_that_nobody_leads(world: World) -> None:
    assert not schools_to_start(world.actor("adam")).exists()
    open_school(world.owner, SchoolFacts("Tredje vgs", "Tredje", "tredje"), by=world.actor("adam"), at=NOW)
    assert [school.slug for school in schools_to_start(world.actor("adam"))] == ["tredje"]


def test_a_county_takes_as_many_questions_as_one_school(world: World) -> None:
    actor = world.actor("carl")
    for number in range(8):
        facts = SchoolFacts(f"Skole {number}", f"S{number}", f"skole-{number}")
        take = open_school(world.owner, facts, by=actor, at=NOW)
    take_routes(take, by=actor, at=NOW)
    guide_of(actor, schools_to_start(actor))  # days of calendars are worked out once
    with CaptureQueriesContext(
        connection,
    ) as few:
        guide_of(actor, schools_to_start(actor).filter(slug="skole-1"))
    with CaptureQueriesContext(connection) as many:
        assert len(guide_of(actor, schools_to_start(actor))) == 10
    assert len(many) == len(few)
