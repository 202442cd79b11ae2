"""Owners, schools, departments and leaders: who may set up what, and what is refused."""

from datetime import timedelta

import pytest

from tests.cast import NOW, TODAY, World
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.people.actions.leaders import Newcomer, appoint, appoint_officer, end_appointment
from tett.people.actions.places import (
    SchoolFacts,
    add_department,
    change_school,
    open_school,
    remove_department,
    rename_department,
)
from tett.people.models import Assignment, Department, School
from tett.start.actions import appoint_new, take_routes

NEW = Newcomer("Nina", "Nyfelt", "nina@prove.invalid")
FACTS = SchoolFacts("Tredje videregående skole", "Tredje", "tredje")


def end_all(world: World, role: Role) -> None:
    """Let everybody with a role have ended it yesterday."""
    Assignment.objects.filter(role=role).update(starts=TODAY - timedelta(days=9), ends=TODAY - timedelta(days=1))


def test_the_owner_opens_a_school_with_a_calendar_on_top_of_the_shared_one(world: World) -> None:
    school = open_school(world.owner, FACTS, by=world.actor("carl"), at=NOW)
    world.owner.refresh_from_db()
    assert school.calendar is not None
    assert school.calendar.parent == world.owner.calendar
    second = SchoolFacts("Fjerde", "Fjerde", "fjerde")
    other = open_school(world.owner, second, by=world.actor("carl"), at=NOW)
    assert other.calendar is not None
    assert other.calendar.parent == world.owner.calendar
    assert Event.objects.filter(what="school.opened").count() == 2


@pytest.mark.parametrize("name", ["rita", "petra", "kari", "ola", "guro"])
def test_nobody_else_opens_a_school(world: World, name: str) -> None:
    with pytest.raises(Refusal, match="kan du ikke endre"):
        open_school(world.owner, FACTS, by=world.actor(name), at=NOW)


@pytest.mark.parametrize(
    ("slug", "sentence"), [("annen", "i bruk"), ("oppgaver", "opptatt"), ("Å", "små bokstaver"), ("a_b", "små bokst")]
)
def test_an_address_that_is_taken_or_odd_is_refused(world: World, slug: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        open_school(world.owner, SchoolFacts("X", "X", slug), by=world.actor("carl"), at=NOW)
    with pytest.raises(Refusal, match=sentence):
        change_school(world.school, SchoolFacts("X", "X", slug), by=world.actor("rita"), at=NOW)


def test_the_principal_corrects_what_is_said_of_the_school(world: World) -> None:
    facts = SchoolFacts("Jonsberg vgs", "Jonsberg", "jonsberg", phone="00 00 00 00")
    change_school(world.school, facts, by=world.actor("rita"), at=NOW)
    assert School.objects.get(slug="jonsberg").phone == "00 00 00 00"
    assert Event.objects.get(what="school.changed").facts == {"fields": ["phone"]}
    change_school(world.school, facts, by=world.actor("rita"), at=NOW)
    assert Event.objects.filter(what="school.changed").count() == 1


def test_departments_come_are_renamed_and_go_but_not_while_something_belongs_to_them(world: World) -> None:
    by = world.actor("rita")
    forest = add_department(world.school, " Skog ", by=by, at=NOW)
    assert forest.name == "Skog"
    with pytest.raises(Refusal, match="allerede en avdeling"):
        add_department(world.school, "skog", by=by, at=NOW)
    with pytest.raises(Refusal, match="Navnet mangler"):
        rename_department(forest, " ", by=by, at=NOW)
    rename_department(forest, "Skogbruk", by=by, at=NOW)
    remove_department(forest, by=by, at=NOW)
    assert not Department.objects.filter(name="Skogbruk").exists()
    with pytest.raises(Refusal, match="har klasser"):
        remove_department(world.classes["1NAA"].department, by=by, at=NOW)
    with pytest.raises(Refusal, match="kan du ikke endre"):
        add_department(world.school, "Fjell", by=world.actor("petra"), at=NOW)


def test_the_owner_says_who_leads_and_the_school_does_not(world: World) -> None:
    row = appoint_new(world.school, NEW, Role.DEPUTY, TODAY, by=world.actor("carl"), at=NOW)
    assert (row.person.name, row.person.contact.email) == ("Nina Nyfelt", "nina@prove.invalid")
    for name in ("rita", "adam", "petra"):
        with pytest.raises(Refusal, match="kan du ikke endre"):
            appoint(world.school, row.person, Role.PRINCIPAL, TODAY, by=world.actor(name), at=NOW)
    with pytest.raises(Refusal, match="allerede denne rollen"):
        appoint(world.school, row.person, Role.DEPUTY, TODAY, by=world.actor("carl"), at=NOW)
    with pytest.raises(Refusal, match="peker ut rektor"):
        appoint(world.school, row.person, Role.NURSE, TODAY, by=world.actor("carl"), at=NOW)


def test_an_administrator_names_the_first_leader_of_a_school_that_has_none_and_no_more(world: World) -> None:
    end_all(world, Role.PRINCIPAL)
    end_all(world, Role.DEPUTY)
    appoint_new(world.school, NEW, Role.PRINCIPAL, TODAY, by=world.actor("adam"), at=NOW)
    with pytest.raises(Refusal, match="kan du ikke endre"):
        appoint_new(world.school, NEW, Role.DEPUTY, TODAY, by=world.actor("adam"), at=NOW)


def test_an_administrator_names_the_first_officer_and_an_officer_the_next(world: World) -> None:
    with pytest.raises(Refusal, match="kan du ikke endre"):
        appoint_officer(world.owner, world.kari, Role.COUNTY_OFFICER, TODAY, by=world.actor("adam"), at=NOW)
    appoint_officer(world.owner, world.kari, Role.COUNTY_OFFICER, TODAY, by=world.actor("carl"), at=NOW)
    end_all(world, Role.COUNTY_OFFICER)
    appoint_officer(world.owner, world.sven, Role.COUNTY_OFFICER, TODAY, by=world.actor("adam"), at=NOW)


def test_the_last_officer_stays_until_there_is_another(world: World) -> None:
    last = Assignment.objects.get(role=Role.COUNTY_OFFICER)
    with pytest.raises(Refusal, match="Minst én"):
        end_appointment(last, TODAY, by=world.actor("carl"), at=NOW)
    appoint_officer(world.owner, world.kari, Role.COUNTY_OFFICER, TODAY, by=world.actor("carl"), at=NOW)
    assert end_appointment(last, TODAY, by=world.actor("carl"), at=NOW).ends == TODAY
    assert not world.actor("carl", NOW + timedelta(days=1)).owners(Role.COUNTY_OFFICER)


def test_an_appointment_ends_with_a_day_not_before_it_began_and_not_twice(world: World) -> None:
    row = Assignment.objects.get(person=world.rita)
    with pytest.raises(Refusal, match="før startdatoen"):
        end_appointment(row, row.starts - timedelta(days=1), by=world.actor("carl"), at=NOW)
    end_appointment(row, TODAY, by=world.actor("carl"), at=NOW)
    with pytest.raises(Refusal, match="allerede avsluttet"):
        end_appointment(row, TODAY, by=world.actor("carl"), at=NOW)
    with pytest.raises(Refusal, match="kan du ikke endre"):
        end_appointment(Assignment.objects.get(person=world.dag), TODAY, by=world.actor("rita"), at=NOW)


def test_the_routes_that_tett_brings_are_taken_once(world: World) -> None:
    school = open_school(world.owner, FACTS, by=world.actor("carl"), at=NOW)
    assert take_routes(school, by=world.actor("carl"), at=NOW) > 1
    with pytest.raises(Refusal, match="allerede lagt inn"):
        take_routes(school, by=world.actor("carl"), at=NOW)
