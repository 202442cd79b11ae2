"""Who answers for something: the one with the role, else the leader above, else nobody."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.access.words import GROUP_ROLES, Group, Role
from tett.people.rules.standing import ClassRow, HeldRow, Holder, Roster

DAY = date(2026, 9, 14)
START, YESTERDAY, TOMORROW = date(2026, 8, 1), DAY - timedelta(days=1), DAY + timedelta(days=1)
NATURE, INDUSTRY = 1, 2
NAA, TIA = 11, 12
CLASSES = (ClassRow(NAA, 1, NATURE, "vg1", "1NAA"), ClassRow(TIA, 1, INDUSTRY, "vg1", "1TIA"))
RITA, DAG, HANNE, KARI, SOFIE, VERA, TINA = range(101, 108)


def held(person: int, role: Role, **fields: Any) -> HeldRow:
    """Let somebody hold a role from the start of the school year."""
    row = {"department_id": None, "class_id": None, "starts": START, "ends": None, **fields}
    return HeldRow(person_id=person, role=role, school_id=1, **row)


PEOPLE = (
    held(RITA, Role.PRINCIPAL),
    held(DAG, Role.DEPUTY),
    held(HANNE, Role.DEPARTMENT_HEAD, department_id=NATURE),
    held(KARI, Role.CONTACT_TEACHER, class_id=NAA),
    held(SOFIE, Role.SOCIAL_COUNSELLOR),
    held(VERA, Role.CONTACT_TEACHER, class_id=TIA, ends=YESTERDAY),
    held(TINA, Role.COUNSELLOR, department_id=INDUSTRY),
)
SCHOOL = Roster(1, CLASSES, (NATURE, INDUSTRY), (), PEOPLE)


def without(*people: int) -> Roster:
    """Give the school when some are gone."""
    return Roster(1, CLASSES, (NATURE, INDUSTRY), (), tuple(row for row in PEOPLE if row.person_id not in people))


@pytest.mark.parametrize(
    ("bearer", "where", "person"),
    [
        (Role.CONTACT_TEACHER, {"class_id": NAA}, KARI),
        (Role.DEPARTMENT_HEAD, {"class_id": NAA}, HANNE),
        (Role.DEPARTMENT_HEAD, {"department_id": NATURE}, HANNE),
        (Role.DEPARTMENT_HEAD, {}, HANNE),
        (Role.SOCIAL_COUNSELLOR, {"class_id": NAA}, SOFIE),
        (Role.SOCIAL_COUNSELLOR, {}, SOFIE),
        (Role.COUNSELLOR, {"class_id": TIA}, TINA),
        (Role.COUNSELLOR, {}, TINA),
        (Role.PRINCIPAL, {"class_id": TIA}, RITA),
        (Group.LEADERSHIP, {}, RITA),
        (Group.STUDENT_SERVICES, {"class_id": NAA}, SOFIE),
        (Group.ENVIRONMENT_COMMITTEE, {}, RITA),
        (Group.TEACHERS, {"class_id": NAA}, KARI),
    ],
)
def test_the_one_nearest_with_the_role_answers(bearer: str, where: dict[str, int], person: int) -> None:
    assert SCHOOL.holder(bearer, DAY, **where) == Holder(person, stands_in=False)


@pytest.mark.parametrize(
    ("bearer", "where", "leader"),
    [
        (Role.CONTACT_TEACHER, {"class_id": TIA}, RITA),
        (Role.SUBJECT_TEACHER, {"class_id": NAA}, HANNE),
        (Role.CONTACT_TEACHER, {}, RITA),
        (Role.COUNSELLOR, {"class_id": NAA}, HANNE),
        (Role.NURSE, {}, RITA),
        (Group.TEACHERS, {"department_id": NATURE}, HANNE),
        (Group.TEACHERS, {"class_id": TIA}, RITA),
        (Group.STAFF, {"department_id": NATURE}, HANNE),
        (Group.EVERYONE, {}, RITA),
        (Group.STUDENTS, {"class_id": TIA}, RITA),
    ],
)
def test_without_a_holder_the_leader_above_stands_in_and_it_shows(
    bearer: str, where: dict[str, int], leader: int
) -> None:
    assert SCHOOL.holder(bearer, DAY, **where) == Holder(leader, stands_in=True)


def test_the_role_above_steps_in_until_nobody_is_left() -> None:
    contact: dict[str, Any] = {"bearer": Role.CONTACT_TEACHER, "day": DAY, "class_id": NAA}
    assert without(KARI).holder(**contact).person_id == HANNE
    assert without(KARI, HANNE).holder(**contact).person_id == RITA
    assert without(KARI, HANNE, RITA).holder(**contact).person_id == DAG
    assert without(KARI, HANNE, RITA, DAG).holder(**contact) == Holder(None, stands_in=True)


def test_a_role_counts_from_its_first_through_its_last_day() -> None:
    row = held(KARI, Role.CONTACT_TEACHER, class_id=NAA, starts=DAY, ends=DAY)
    assert [row.on(day) for day in (YESTERDAY, DAY, TOMORROW)] == [False, True, False]
    roster = Roster(1, CLASSES, (NATURE,), (), (row, held(RITA, Role.PRINCIPAL)))
    holders = [roster.holder(Role.CONTACT_TEACHER, day, class_id=NAA).person_id for day in (YESTERDAY, DAY, TOMORROW)]
    assert holders == [RITA, KARI, RITA]


def test_those_who_work_at_the_school_are_counted_by_day() -> None:
    assert VERA in SCHOOL.staff_on(YESTERDAY)
    assert VERA not in SCHOOL.staff_on(DAY)
    assert SCHOOL.staff_on(START - timedelta(days=1)) == frozenset()


def test_of_two_with_the_same_role_the_earlier_answers_whatever_the_order() -> None:
    late = held(99, Role.CONTACT_TEACHER, class_id=NAA, starts=DAY)
    for people in ((*PEOPLE, late), (late, *PEOPLE)):
        assert Roster(1, CLASSES, (), (), people).holder(Role.CONTACT_TEACHER, DAY, class_id=NAA).person_id == KARI


ROWS = st.builds(
    held,
    st.integers(1, 5),
    st.sampled_from([Role.PRINCIPAL, Role.DEPARTMENT_HEAD, Role.CONTACT_TEACHER, Role.COUNSELLOR, Role.TEMP]),
    department_id=st.sampled_from([None, NATURE]),
    starts=st.dates(START, TOMORROW),
    ends=st.sampled_from([None, YESTERDAY, TOMORROW]),
)


@given(rows=st.lists(ROWS, max_size=8), bearer=st.sampled_from([*Role, *Group]))
def test_whoever_answers_works_there_that_day(rows: list[HeldRow], bearer: str) -> None:
    roster = Roster(1, CLASSES, (NATURE, INDUSTRY), (), tuple(rows))
    holder = roster.holder(bearer, DAY, class_id=NAA)
    assert holder.person_id is None or holder.person_id in roster.staff_on(DAY)
    if not holder.stands_in:
        roles = GROUP_ROLES.get(bearer, (bearer,))
        assert any(row.person_id == holder.person_id and row.role in roles and row.on(DAY) for row in rows)
