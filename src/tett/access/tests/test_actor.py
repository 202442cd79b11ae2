"""What an actor holds, and where it counts."""

from datetime import UTC, date, datetime

import pytest

from tett.access.rules import Actor, Held
from tett.access.words import (
    BEARERS,
    GROUP_ROLES,
    LEADERS,
    SERVICES,
    STAFF_ROLES,
    STUDENT_OFFICES,
    TEACHING,
    Group,
    Role,
)


def actor(*held: Held, person: int | None = 1) -> Actor:
    """Give somebody who holds this today."""
    return Actor(day=date(2026, 9, 14), now=datetime(2026, 9, 14, 8, tzinfo=UTC), person_id=person, held=held)


HEAD = Held(Role.DEPARTMENT_HEAD, owner_id=1, school_id=10, department_id=100)
TEACHER = Held(Role.CONTACT_TEACHER, owner_id=1, school_id=20, class_id=1000)
OFFICER = Held(Role.COUNTY_OFFICER, owner_id=1)


def test_a_role_counts_only_where_it_is_held() -> None:
    somebody = actor(HEAD, TEACHER, OFFICER)
    assert somebody.schools(Role.DEPARTMENT_HEAD) == {10}
    assert somebody.schools() == {10, 20}
    assert somebody.departments(Role.DEPARTMENT_HEAD) == {100}
    assert somebody.classes(Role.CONTACT_TEACHER) == {1000}
    assert somebody.owners(Role.COUNTY_OFFICER) == {1}


def test_what_is_held_in_one_place_opens_nothing_in_another() -> None:
    somebody = actor(HEAD, TEACHER, OFFICER)
    assert somebody.classes(Role.DEPARTMENT_HEAD) == set()
    assert somebody.departments(Role.CONTACT_TEACHER) == set()
    assert somebody.schools(Role.COUNTY_OFFICER, Role.PRINCIPAL) == set()


@pytest.mark.parametrize(
    ("who", "known"),
    [(actor(person=None), False), (actor(HEAD, person=None), False), (actor(), False), (actor(OFFICER), True)],
)
def test_only_somebody_with_a_role_today_is_known(who: Actor, known: bool) -> None:
    assert who.known is known


@pytest.mark.parametrize(
    ("held", "leads", "works"),
    [
        (HEAD, True, True),
        (TEACHER, False, True),
        (OFFICER, False, False),
        (Held(Role.STUDENT, school_id=10), False, False),
    ],
)
def test_leading_and_working_follow_the_role(held: Held, leads: bool, works: bool) -> None:
    who = actor(held)
    assert (who.leads, who.works_at_school) == (leads, works)


def test_students_guardians_the_county_and_those_who_keep_the_system_are_no_staff() -> None:
    outside = {Role.STUDENT, Role.GUARDIAN, Role.COUNTY_OFFICER, Role.EXTERNAL, Role.ADMINISTRATOR, *STUDENT_OFFICES}
    assert set(STAFF_ROLES) == set(Role) - outside
    assert {*LEADERS, *TEACHING, *SERVICES} <= set(STAFF_ROLES)


def test_every_group_is_made_of_roles_and_no_word_means_two_things() -> None:
    assert set(GROUP_ROLES) == set(Group)
    assert all(GROUP_ROLES.values())
    values = [value for value, _label in BEARERS]
    assert len(values) == len(set(values))
