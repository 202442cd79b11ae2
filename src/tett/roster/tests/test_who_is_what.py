"""Roles, rights and protection: a list gives what it may, and takes away only what a list gave."""

import pytest

from tests.cast import NOW, START, YESTERDAY, World
from tett.access.words import Role
from tett.audit.models import Event
from tett.people.actions.roles import end_role
from tett.people.models import Assignment, Contact, Guardianship, Identifier, Person
from tett.roster.models import Line
from tett.roster.tests.lists import (
    EVA,
    GUARDIANS,
    STAFF,
    STUDENTS,
    csv,
    everything,
    looked_over,
    read_in,
    told,
)


def test_a_protected_address_is_set_by_a_list_and_never_opened_or_filled_by_one(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    read_in(world, csv(STUDENTS, "1;Eva;Ny;;1NAA;;;ny@prove.invalid;Hemmelig vei 1;ja"))
    eva = Person.objects.get(given_name="Eva")
    assert (eva.protected_address, Contact.objects.get(person=eva).address) == (True, "")
    imported = read_in(world, csv(STUDENTS, "1;Eva;Ny;;1NAA;;;ny@prove.invalid;Hemmelig vei 1;nei"))
    eva.refresh_from_db()
    assert (eva.protected_address, Contact.objects.get(person=eva).email) == (True, "eva@prove.invalid")
    assert told(looked_over(world, csv(STUDENTS, "1;Eva;Ny;;1NAA;;;;Hemmelig vei 1;")))["Eva Ny"] == ["protected_kept"]
    kept = " ".join(str(row) for row in (*Event.objects.values_list("facts"), *Line.objects.values_list("told")))
    assert ("Hemmelig" in kept, imported.changed) == (False, 0)


def test_a_new_protected_person_gets_no_contact_from_the_list(world: World) -> None:
    read_in(world, csv(STUDENTS, "9;Pia;Ny;;1NAA;;;pia@prove.invalid;Hemmelig vei 1;kode 6"))
    pia = Person.objects.get(given_name="Pia")
    assert (pia.protected_address, Contact.objects.filter(person=pia).exists()) == (True, False)


def test_staff_get_their_roles_and_lose_only_what_a_list_gave(world: World) -> None:
    rows = ["50;Tora;Ny;kontaktlærer;1NAB;;", "50;Tora;Ny;faglærer;;;", "51;Tor;Ny;avdelingsleder;;Naturbruk;"]
    read_in(world, csv(STAFF, *rows))
    held = Assignment.objects.filter(person__given_name="Tora").values_list("role", "school_class__name", "starts")
    assert sorted(held) == [("contact_teacher", "1NAB", START), ("subject_teacher", None, START)]
    assert Assignment.objects.get(person__given_name="Tor").department.name == "Naturbruk"  # type: ignore[union-attr] # it has one
    assert not looked_over(world, csv(STAFF, *rows)).writes
    imported = read_in(world, csv(STAFF, rows[1]), end=True)
    ended = Assignment.objects.filter(ends__isnull=False).exclude(person=world.vera)
    assert sorted(ended.values_list("person__given_name", "role", "ends")) == [
        ("Tor", "department_head", YESTERDAY), ("Tora", "contact_teacher", YESTERDAY),
    ]  # fmt: skip
    assert imported.ended_in_fact == 2
    assert not looked_over(world, csv(STAFF, rows[1])).writes


def test_a_role_that_was_ended_by_hand_isnt_given_again(world: World) -> None:
    rows = csv(STAFF, "50;Tora;Ny;kontaktlærer;1NAB;;", "50;Tora;Ny;faglærer;;;")
    read_in(world, rows)
    end_role(Assignment.objects.get(role=Role.CONTACT_TEACHER, person__given_name="Tora"), YESTERDAY,
             by=world.actor("rita"), at=NOW)  # fmt: skip
    imported = looked_over(world, rows)
    assert (imported.writes, told(imported)["Tora Ny"]) == (False, ["ended_by_hand"])


@pytest.mark.parametrize("role", ["rektor", "systemansvarlig", "skoleeier", "elev", "foresatt", "keiser"])
def test_a_list_makes_nobody_a_leader_or_a_keeper_of_the_system(world: World, role: str) -> None:
    before = everything(world)
    imported = read_in(world, csv(STAFF, f"50;Tora;Ny;{role};;;"))
    assert (everything(world), imported.odd) == (before, 1)


def test_guardians_come_only_with_a_right_and_where_it_is_known_from(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    rows = ["70;Far;Ny;1;foreldreansvar;Folkeregisteret", "71;Mor;Ny;1;;Folkeregisteret", "72;Tante;Ny;1;verge;",
            "73;Nabo;Ny;99;verge;Tingretten"]  # fmt: skip
    imported = read_in(world, csv(GUARDIANS, *rows))
    right = Guardianship.objects.get(student__given_name="Eva")
    assert (right.guardian.given_name, right.right, right.source) == ("Far", "parental", "Folkeregisteret")
    assert not Person.objects.filter(given_name__in=["Mor", "Tante", "Nabo"]).exists()
    assert imported.odd == 3
    assert not looked_over(world, csv(GUARDIANS, *rows)).writes


def test_a_right_that_somebody_ended_isnt_given_back_by_a_list(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    rows = csv(GUARDIANS, "70;Far;Ny;1;foreldreansvar;Folkeregisteret")
    read_in(world, rows)
    Guardianship.objects.filter(guardian__given_name="Far").update(starts=START, ends=YESTERDAY)
    imported = looked_over(world, rows)
    assert (imported.writes, told(imported)["Far Ny"]) == (False, ["kept_by_hand"])


def test_a_right_that_was_decided_elsewhere_stands_against_a_list(world: World) -> None:
    read_in(world, csv(STUDENTS, EVA))
    read_in(world, csv(GUARDIANS, "70;Far;Ny;1;foreldreansvar;Folkeregisteret"))
    Guardianship.objects.filter(guardian__given_name="Far").update(right="none", source="Tingretten")
    assert not looked_over(world, csv(GUARDIANS, "70;Far;Ny;1;foreldreansvar;Folkeregisteret")).writes


def test_a_student_can_be_found_by_the_schools_own_hand_the_first_time(world: World) -> None:
    imported = read_in(world, csv(STUDENTS, "1;Ola;Prøve;01.05.2010;1NAA;;;;;"))
    assert Person.objects.filter(given_name="Ola").count() == 1
    assert (Identifier.objects.get().person, imported.changed) == (world.ola, 1)
    assert not looked_over(world, csv(STUDENTS, "1;Ola;Prøve;01.05.2010;1NAA;;;;;")).writes


def test_a_namesake_with_another_birth_date_is_another_person(world: World) -> None:
    read_in(world, csv(STUDENTS, "1;Ola;Prøve;02.05.2010;1NAA;;;;;"))
    assert Person.objects.filter(given_name="Ola").count() == 2
