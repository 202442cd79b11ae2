"""What leaders write down and put right by hand."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import NOW, TODAY, YESTERDAY, World
from tett.access.words import Role
from tett.people import words
from tett.people.actions.corrections import release_corrections
from tett.people.actions.enrolments import correct_enrolment, enrol, move_by_hand
from tett.people.actions.leaving import leave
from tett.people.actions.newcomers import add_guardian, add_staff, add_student
from tett.people.actions.persons import PersonFacts, Reach, correct_contact, correct_person
from tett.people.actions.relations import end_right, give_right, protect_address
from tett.people.actions.roles import assign_role, end_role
from tett.people.models import Assignment, Contact, Enrolment, Guardianship, Person
from tett.people.queries.corrections import corrected_fields
from tett.people.queries.everybody import search
from tett.people.tests.saying import refused, said
from tett.people.words import LegalBasis, Lodging, Right

NEW = PersonFacts("Nora", "Ny", birth_date=date(2010, 3, 1))
REACH = Reach("nora@reach.invalid", "000 11", "Veien 1")
TOMORROW = TODAY + timedelta(days=1)


def student(world: World, by: str = "rita", facts: PersonFacts = NEW, **more: Any) -> Person:
    """Write down a student."""
    basis, lodging = LegalBasis.STUDENT, Lodging.LODGINGS
    return add_student(
        facts, REACH, world.classes["1NAB"], TODAY, basis=basis, lodging=lodging, by=world.actor(by), at=NOW, **more
    )


def test_a_new_student_has_a_place_and_can_be_found_and_reached(crowd: World) -> None:
    person = student(crowd)
    assert search(crowd.actor("kari"), "nora").get() == person
    assert person.enrolments.get().lodging == "lodgings"
    assert person.contact.email == "nora@reach.invalid"
    assert ("person.added", crowd.rita.pk) in said(person)


def test_a_student_whose_address_is_protected_is_so_from_the_first_moment(crowd: World) -> None:
    person = student(crowd, protected=True)
    person.refresh_from_db()
    assert person.protected_address


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (PersonFacts("", "Ny", birth_date=date(2010, 1, 1)), words.NAME_MISSING),
        (PersonFacts("Nora", "Ny"), words.BIRTH_DATE_MISSING),
        (PersonFacts("Nora", "Ny", birth_date=TOMORROW), words.BORN_IN_THE_FUTURE),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused(crowd: World, facts: PersonFacts, sentence: object) -> None:
    refused(sentence, lambda: student(crowd, facts=facts))


@pytest.mark.parametrize("name", ["hanne", "kari", "sofie", "ola", "guro", "carl", "adam", "petra", "vera"])
def test_only_those_who_lead_the_school_write_people_down(crowd: World, name: str) -> None:
    by, school = crowd.actor(name), crowd.school
    refused(words.NOT_YOURS, lambda: student(crowd, by=name))
    refused(words.NOT_YOURS, lambda: add_staff(NEW, REACH, Role.NURSE, school, TODAY, by=by, at=NOW))
    refused(
        words.NOT_YOURS,
        lambda: add_guardian(NEW, REACH, crowd.ola, Right.PARENTAL, "Brev", TODAY, by=by, at=NOW),
    )
    refused(words.NOT_YOURS, lambda: correct_person(crowd.ola, NEW, by=by, at=NOW))
    refused(words.NOT_YOURS, lambda: correct_contact(crowd.ola, REACH, by=by, at=NOW))
    refused(words.NOT_YOURS, lambda: leave(crowd.ola, school, TODAY, by=by, at=NOW))


def test_somebody_of_the_same_name_must_be_said_to_be_another(crowd: World) -> None:
    student(crowd)
    refused(words.PERSON_THERE.format(name="Nora Ny"), lambda: student(crowd))
    assert student(crowd, another=True).pk
    assert student(crowd, facts=PersonFacts("Nora", "Ny", birth_date=date(2009, 9, 9))).pk


def test_that_somebody_is_known_elsewhere_is_told_to_nobody(crowd: World) -> None:
    facts = PersonFacts("Oda", "Prøve", birth_date=crowd.oda.birth_date)
    assert student(crowd, facts=facts).pk != crowd.oda.pk


def test_what_is_put_right_by_hand_is_remembered_until_it_is_released(crowd: World) -> None:
    rita = crowd.actor("rita")
    correct_person(crowd.ola, PersonFacts("Ola", "Østby", "Olea", crowd.ola.birth_date), by=rita, at=NOW)
    correct_contact(crowd.ola, Reach(phone="000 99"), by=rita, at=NOW)
    crowd.ola.refresh_from_db()
    assert (crowd.ola.name, crowd.ola.found_by) == ("Olea Østby", " ola olea ostby")
    assert corrected_fields(rita, [crowd.ola.pk, crowd.siri.pk]) == {
        crowd.ola.pk: frozenset({"family_name", "preferred_name", "phone", "email", "address"})
    }
    release_corrections(crowd.ola, ["family_name", "phone"], by=rita, at=NOW)
    assert "phone" not in corrected_fields(rita, [crowd.ola.pk])[crowd.ola.pk]
    assert ("corrections.released", crowd.rita.pk) in said(crowd.ola)


def test_what_is_right_already_is_no_correction(crowd: World) -> None:
    same = PersonFacts("Ola", "Prøve", "", crowd.ola.birth_date)
    correct_person(crowd.ola, same, by=crowd.actor("rita"), at=NOW)
    assert said(crowd.ola) == []
    assert corrected_fields(crowd.actor("rita"), [crowd.ola.pk]) == {}


def test_who_may_not_read_a_protected_address_may_not_write_over_it(crowd: World) -> None:
    refused(words.NO_CONTACT_TO_WRITE, lambda: correct_contact(crowd.ada, REACH, by=crowd.actor("rita"), at=NOW))


def test_a_person_who_has_gone_to_another_school_is_that_schools_to_put_right(crowd: World) -> None:
    rita = crowd.actor("rita")
    leave(crowd.ola, crowd.school, YESTERDAY, by=rita, at=NOW)
    place = crowd.classes["1OA"]
    Enrolment.objects.create(student=crowd.ola, school=crowd.other, school_class=place, starts=TODAY)
    refused(words.NOT_YOURS, lambda: correct_person(crowd.ola, NEW, by=rita, at=NOW))
    refused(words.NOT_YOURS, lambda: protect_address(crowd.ola, protected=False, by=rita, at=NOW))
    refused(words.NOT_YOURS, lambda: end_right(crowd.guro.guardianships.get(), TODAY, by=rita, at=NOW))
    assert correct_person(crowd.ola, NEW, by=crowd.actor("petra"), at=NOW).given_name == "Nora"


def test_a_guardian_is_written_down_with_right_and_source(crowd: World) -> None:
    rita = crowd.actor("rita")
    adult = add_guardian(PersonFacts("Gro", "Ny"), REACH, crowd.siri, Right.APPOINTED, "Vedtak", TODAY, by=rita, at=NOW)
    assert adult.guardianships.get().source == "Vedtak"
    refused(
        words.RIGHT_THERE.format(name="Gro Ny"),
        lambda: give_right(adult, crowd.siri, Right.PARENTAL, "Brev", TODAY, by=rita, at=NOW),
    )
    end_right(adult.guardianships.get(), YESTERDAY + timedelta(days=1), by=rita, at=NOW)
    refused(words.ONESELF, lambda: give_right(crowd.siri, crowd.siri, Right.PARENTAL, "Brev", TODAY, by=rita, at=NOW))
    assert Guardianship.objects.filter(guardian=adult).count() == 1


def test_a_role_is_held_once_at_a_time(crowd: World) -> None:
    rita, ends = crowd.actor("rita"), TODAY + timedelta(days=10)

    def give(starts: date, until: date | None = None) -> Assignment:
        return assign_role(crowd.vera, Role.NURSE, crowd.school, starts, until, by=rita, at=NOW)

    give(TODAY, ends)
    refused(words.ROLE_THERE.format(name="Vera Prøve"), lambda: give(ends))
    refused(words.ROLE_THERE.format(name="Vera Prøve"), lambda: give(YESTERDAY, TODAY))
    assert give(ends + timedelta(days=1)).pk


def test_a_school_is_never_left_without_a_principal(crowd: World) -> None:
    rita, role = crowd.actor("rita"), crowd.rita.assignments.get()
    refused(words.NO_NEXT_PRINCIPAL, lambda: end_role(role, TODAY, by=rita, at=NOW))
    refused(words.NO_NEXT_PRINCIPAL, lambda: leave(crowd.rita, crowd.school, TODAY, by=rita, at=NOW))
    assign_role(crowd.dag, Role.PRINCIPAL, crowd.school, TOMORROW, by=rita, at=NOW)
    end_role(role, TODAY, by=rita, at=NOW)
    assert not crowd.actor("rita", NOW + timedelta(days=1)).known


def test_whoever_leaves_is_nothing_the_day_after_and_what_was_to_come_is_called_off(crowd: World) -> None:
    rita = crowd.actor("rita")
    assign_role(crowd.kari, Role.NURSE, crowd.school, TODAY + timedelta(days=30), by=rita, at=NOW)
    assert leave(crowd.kari, crowd.school, TODAY, by=rita, at=NOW) == 2
    assert crowd.actor("kari").known
    assert not crowd.actor("kari", NOW + timedelta(days=1)).known
    assert crowd.kari.assignments.get().ends == TODAY
    refused(
        words.NOTHING_TO_END.format(name="Kari Prøve"), lambda: leave(crowd.kari, crowd.school, TODAY, by=rita, at=NOW)
    )


def test_a_student_who_leaves_and_comes_back_has_two_times_there(crowd: World) -> None:
    rita = crowd.actor("rita")
    leave(crowd.siri, crowd.school, TODAY, by=rita, at=NOW)
    assert corrected_fields(rita, [crowd.siri.pk]) == {crowd.siri.pk: frozenset({"school_class"})}
    enrol(crowd.siri, crowd.classes["1NAB"], TODAY + timedelta(days=20), by=rita, at=NOW)
    assert [row.ends for row in crowd.siri.enrolments.order_by("starts")] == [TODAY, None]
    assert not Assignment.objects.filter(person=crowd.siri, ends=None).exists()


def test_a_move_by_hand_is_remembered_and_ends_what_the_old_class_had_elected(crowd: World) -> None:
    rita, place = crowd.actor("rita"), crowd.siri.enrolments.get()
    refused(words.SAME_CLASS, lambda: move_by_hand(place, crowd.classes["1NAA"], TODAY, by=rita, at=NOW))
    move_by_hand(place, crowd.classes["1NAB"], TODAY, by=rita, at=NOW)
    assert crowd.siri.assignments.get().ends == YESTERDAY
    assert corrected_fields(rita, [crowd.siri.pk]) == {crowd.siri.pk: frozenset({"school_class"})}


def test_what_a_place_rests_on_is_put_right(crowd: World) -> None:
    row = crowd.ola.enrolments.get()
    correct_enrolment(row, LegalBasis.PARTICIPANT, Lodging.BOARDING_HOUSE, by=crowd.actor("rita"), at=NOW)
    row.refresh_from_db()
    assert (row.basis, row.lodging) == ("ch18", "boarding_house")
    assert corrected_fields(crowd.actor("rita"), [crowd.ola.pk])[crowd.ola.pk] == {"basis", "lodging"}


def test_everybody_has_somewhere_to_write_how_to_reach_them(crowd: World) -> None:
    Contact.objects.filter(person=crowd.ola).delete()
    assert correct_contact(crowd.ola, REACH, by=crowd.actor("rita"), at=NOW).phone == "000 11"
