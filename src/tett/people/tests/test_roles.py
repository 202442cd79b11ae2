"""Roles and classes: given, ended, moved; by those who lead the school, and told to the rooms above."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.cast import NOW, START, TODAY, YESTERDAY, World
from tett.access.words import Role
from tett.people import words
from tett.people.actions import roster_changed
from tett.people.actions.enrolments import end_enrolment, enrol, move_to_class
from tett.people.actions.roles import assign_role, end_role
from tett.people.models import Assignment, Enrolment, Owner, Person
from tett.people.tests.saying import refused, said
from tett.people.words import LegalBasis, Lodging

FRIDAY = TODAY + timedelta(days=4)
OTHERS = ("hanne", "kari", "sven", "ola", "siri", "guro", "carl", "adam", "petra", "vera", "elin")


@pytest.fixture
def heard() -> Iterator[list[int]]:
    """Listen as the rooms above do, and give the schools that were told of."""
    schools: list[int] = []

    def listen(**news: Any) -> None:
        schools.append(news["school_id"])

    roster_changed.connect(listen)
    yield schools
    roster_changed.disconnect(listen)


def give(world: World, name: str = "vera", role: Role = Role.SUBJECT_TEACHER, by: str = "rita", **more: Any) -> Any:
    """Give somebody a role at the school."""
    return assign_role(world.people[name], role, world.school, TODAY, by=world.actor(by), at=NOW, **more)


def test_the_principal_gives_a_role_and_it_opens_the_same_day(crowd: World) -> None:
    row = give(crowd, ends=FRIDAY)
    assert crowd.actor("vera").schools(Role.SUBJECT_TEACHER) == {crowd.school.pk}
    assert (row.owner, row.starts, row.ends) == (crowd.owner, TODAY, FRIDAY)
    assert said(row) == [("role.assigned", crowd.rita.pk)]


def test_a_role_that_ends_opens_nothing_the_day_after(crowd: World) -> None:
    row = crowd.kari.assignments.get()
    end_role(row, TODAY, by=crowd.actor("dag"), at=NOW)
    assert crowd.actor("kari").known
    assert not crowd.actor("kari", NOW + timedelta(days=1)).known
    assert said(row) == [("role.ended", crowd.dag.pk)]
    refused(words.ALREADY_ENDED, lambda: end_role(row, FRIDAY, by=crowd.actor("dag"), at=NOW))
    assert end_role(row, YESTERDAY, by=crowd.actor("dag"), at=NOW).ends == YESTERDAY


@pytest.mark.parametrize(
    ("role", "more", "sentence"),
    [
        (Role.CONTACT_TEACHER, {}, words.ROLE_NEEDS_CLASS),
        (Role.CLASS_REPRESENTATIVE, {}, words.ROLE_NEEDS_CLASS),
        (Role.DEPARTMENT_HEAD, {}, words.ROLE_NEEDS_DEPARTMENT),
        (Role.TEMP, {"ends": YESTERDAY}, words.ENDS_BEFORE_START),
        (Role.STUDENT, {}, words.NOT_GIVEN_BY_SCHOOL),
        (Role.GUARDIAN, {}, words.NOT_GIVEN_BY_SCHOOL),
        (Role.COUNTY_OFFICER, {}, words.NOT_GIVEN_BY_SCHOOL),
    ],
)
def test_a_role_that_makes_no_sense_is_refused(
    crowd: World, role: Role, more: dict[str, Any], sentence: object
) -> None:
    refused(sentence, lambda: give(crowd, role=role, **more))


def test_a_role_is_given_only_within_the_school_and_its_owner(crowd: World) -> None:
    foreign = crowd.classes["1OA"]
    refused(words.ANOTHER_SCHOOL, lambda: give(crowd, role=Role.CONTACT_TEACHER, school_class=foreign))
    department = foreign.department
    refused(words.ANOTHER_SCHOOL, lambda: give(crowd, role=Role.DEPARTMENT_HEAD, department=department))
    Person.objects.filter(pk=crowd.vera.pk).update(owner=Owner.objects.create(name="Annet fylke", slug="annet"))
    crowd.vera.refresh_from_db()
    refused(words.OF_ANOTHER_OWNER, lambda: give(crowd))


@pytest.mark.parametrize("name", OTHERS)
def test_only_those_who_lead_the_school_change_who_is_what(crowd: World, name: str) -> None:
    actor, ola = crowd.actor(name), crowd.ola.enrolments.get()
    other, role = crowd.classes["1NAB"], crowd.kari.assignments.get()
    refused(words.NOT_YOURS, lambda: give(crowd, by=name))
    refused(words.NOT_YOURS, lambda: end_role(role, TODAY, by=actor, at=NOW))
    refused(words.NOT_YOURS, lambda: enrol(crowd.vera, other, TODAY, by=actor, at=NOW))
    refused(words.NOT_YOURS, lambda: end_enrolment(ola, TODAY, by=actor, at=NOW))
    refused(words.NOT_YOURS, lambda: move_to_class(ola, other, TODAY, by=actor, at=NOW))


def test_what_the_owner_has_given_the_school_does_not_end(crowd: World) -> None:
    refused(words.NOT_YOURS, lambda: end_role(crowd.carl.assignments.get(), TODAY, by=crowd.actor("rita"), at=NOW))


def test_a_student_gets_a_place_with_what_it_rests_on(crowd: World) -> None:
    adult = crowd.person("per-olav")
    rita, to = crowd.actor("rita"), crowd.classes["1NAB"]
    basis, lodging = LegalBasis.PARTICIPANT, Lodging.BOARDING_HOUSE
    row = enrol(adult, to, TODAY, basis=basis, lodging=lodging, by=rita, at=NOW)
    assert (row.school, row.basis, row.lodging) == (crowd.school, "ch18", "boarding_house")
    assert crowd.actor("per-olav").classes(Role.STUDENT) == {to.pk}
    assert said(row) == [("student.enrolled", crowd.rita.pk)]


def test_a_student_has_one_class_at_a_time(crowd: World) -> None:
    rita, to = crowd.actor("rita"), crowd.classes["1NAB"]
    refused(words.ALREADY_ENROLLED, lambda: enrol(crowd.ola, to, TODAY, by=rita, at=NOW))
    end_enrolment(crowd.ola.enrolments.get(), YESTERDAY, by=rita, at=NOW)
    assert enrol(crowd.ola, to, TODAY, by=rita, at=NOW).pk


def test_a_student_moves_to_another_class_with_what_it_rests_on(crowd: World) -> None:
    Enrolment.objects.filter(student=crowd.ola).update(lodging=Lodging.LODGINGS, basis=LegalBasis.PARTICIPANT)
    old, rita = crowd.ola.enrolments.get(), crowd.actor("rita")
    new = move_to_class(old, crowd.classes["1TIA"], TODAY, by=rita, at=NOW)
    old.refresh_from_db()
    assert (old.ends, new.starts, new.lodging, new.basis) == (
        YESTERDAY,
        TODAY,
        Lodging.LODGINGS,
        LegalBasis.PARTICIPANT,
    )
    assert crowd.actor("ola").classes(Role.STUDENT) == {crowd.classes["1TIA"].pk}
    assert said(old) == [("student.left", crowd.rita.pk)]
    assert said(new) == [("student.enrolled", crowd.rita.pk)]


def test_a_move_that_cannot_be_done_moves_nobody(crowd: World) -> None:
    ola, rita = crowd.ola.enrolments.get(), crowd.actor("rita")
    refused(words.NOT_YOURS, lambda: move_to_class(ola, crowd.classes["1OA"], TODAY, by=rita, at=NOW))
    refused(words.ENDS_BEFORE_START, lambda: move_to_class(ola, crowd.classes["1NAB"], START, by=rita, at=NOW))


def test_a_student_who_has_left_has_left(crowd: World) -> None:
    row, rita = crowd.ola.enrolments.get(), crowd.actor("rita")
    refused(words.ENDS_BEFORE_START, lambda: end_enrolment(row, START - timedelta(days=1), by=rita, at=NOW))
    end_enrolment(row, TODAY, by=rita, at=NOW)
    refused(words.ALREADY_LEFT, lambda: end_enrolment(row, FRIDAY, by=rita, at=NOW))


@pytest.mark.parametrize(
    "act",
    [
        give,
        lambda w: end_role(w.kari.assignments.get(), TODAY, by=w.actor("rita"), at=NOW),
        lambda w: enrol(w.vera, w.classes["1NAB"], TODAY, by=w.actor("rita"), at=NOW),
        lambda w: end_enrolment(w.ola.enrolments.get(), TODAY, by=w.actor("rita"), at=NOW),
    ],
)
def test_the_rooms_above_are_told_when_it_stands(
    crowd: World,
    heard: list[int],
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    act: Callable[[World], object],
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        act(crowd)
        assert heard == []
    assert heard == [crowd.school.pk]


def test_those_who_are_refused_tell_nobody(
    crowd: World, heard: list[int], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as told:
        refused(words.NOT_YOURS, lambda: give(crowd, by="kari"))
    assert (told, heard) == ([], [])
    assert Assignment.objects.filter(person=crowd.vera).count() == 1
