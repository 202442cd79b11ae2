"""Whatever a school is like and whatever is chosen: turned and undone, it is as before."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.cast import World
from tests.running import adopt, lay_out
from tett.access.words import Role
from tett.people.models import Assignment, Enrolment, SchoolClass
from tett.people.words import LegalBasis, Lodging
from tett.turn.actions import begin, choose_old_tasks, choose_roles, send_classes, send_students, turn_back
from tett.turn.models import NextClass, Turn
from tett.turn.queries import prospect_of
from tett.turn.tests.years import AUGUST, FIRST, JULY, JUNE, YEAR, everything, turned
from tett.turn.words import Fate, Leaving, OldTasks

NAMES = ("2NAA", "2LBA", "3LBA", "3PBA", "AGRA")
ROLES = (Role.CONTACT_TEACHER, Role.SUBJECT_TEACHER, Role.TEMP, Role.CLASS_REPRESENTATIVE, Role.COUNSELLOR)
thorough = settings(
    max_examples=20,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
a_day = st.integers(-40, 400).map(lambda days: date(2026, 8, 1) + timedelta(days=days))
an_end = st.none() | st.integers(200, 500).map(lambda days: date(2026, 8, 1) + timedelta(days=days))


@contextmanager
def _undone() -> Iterator[None]:
    """Leave nothing behind for the next school that is thought of."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@st.composite
def any_people(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Draw students and roles, by the number of their class."""
    people = st.fixed_dictionaries(
        {
            "class": st.integers(0, 7),
            "starts": a_day,
            "ends": an_end,
            "role": st.none() | st.sampled_from(ROLES),
            "lodging": st.sampled_from(Lodging),
            "basis": st.sampled_from(LegalBasis),
        }
    )
    return draw(st.lists(people, max_size=8))


def _fill(world: World, names: list[str], people: list[dict[str, Any]]) -> None:
    for name in names:
        level = {"2": "vg2", "3": "vg3"}.get(name[0], "vg3")
        world.classes[name] = SchoolClass.objects.create(
            school=world.school, department=world.classes["1TIA"].department, starts_in=YEAR - 1, level=level,
            programme="Prøve", name=name,
        )  # fmt: skip
    classes = list(world.classes.values())
    for number, one in enumerate(people):
        person, school_class = world.person(f"prove{number}"), classes[one["class"] % len(classes)]
        fields = {"school": world.school, "school_class": school_class, "starts": one["starts"]}
        fields["ends"] = one["ends"] and max(one["ends"], one["starts"])
        if one["role"] is None:
            Enrolment.objects.create(student=person, lodging=one["lodging"], basis=one["basis"], **fields)
        else:
            Assignment.objects.create(person=person, role=one["role"], owner=world.owner, **fields)


def _choose(world: World, turn: Turn, at: datetime, data: st.DataObject) -> None:
    """Choose anything that can be chosen."""
    by, ways = world.actor("rita", at), [*NextClass.objects.values_list("public_id", flat=True), *Leaving.values]
    way = st.sampled_from(ways)
    prospect = prospect_of(by, turn)
    goes = {line.school_class.public_id: data.draw(way) for line in prospect.classes if data.draw(st.booleans())}
    send_classes(turn, goes, by=by, at=at)
    students = [line.person.public_id for line in prospect.students if data.draw(st.booleans())]
    if students:
        send_students(turn, students, data.draw(way), by=by, at=at)
    fates = {}
    for line in prospect_of(by, turn).roles:
        fate = data.draw(st.sampled_from([fate for fate in line.choices if fate != Fate.TAKES]))
        fates[line.assignment.public_id] = fate.value
    choose_roles(turn, fates, by=by, at=at)
    choose_old_tasks(turn, data.draw(st.sampled_from(OldTasks)), by=by, at=at)


@pytest.fixture
def running(school: World) -> World:
    """Let the school's plan be adopted, and its year under way."""
    adopt(school)
    lay_out(school)
    return school


@thorough
@given(
    names=st.lists(st.sampled_from(NAMES), unique=True),
    people=any_people(),
    at=st.sampled_from([JUNE, JULY, AUGUST]),
    data=st.data(),
)
def test_turned_and_undone_everything_is_as_before(
    running: World, names: list[str], people: list[dict[str, Any]], at: datetime, data: st.DataObject
) -> None:
    school = World(running.owner, running.school, running.other, dict(running.classes), dict(running.people))
    with _undone():
        _fill(school, names, people)
        turn = begin(school.school, YEAR, by=school.actor("rita", at), at=at)
        _choose(school, turn, at, data)
        before = everything(school.school)
        turned(school, turn, at)
        _nobody_is_in_two_places(school)
        turn_back(turn, by=school.actor("rita", at), at=at)
        assert everything(school.school) == before


def _nobody_is_in_two_places(school: World) -> None:
    """Every student has one class at most on each day of the new year that the turn decides."""
    made = Enrolment.objects.filter(school_class__starts_in=YEAR)
    assert made.values("student").distinct().count() == made.count()
    old = Enrolment.objects.filter(school_class__starts_in=YEAR - 1, student__in=made.values("student"))
    for row in made:
        assert not [one for one in old if one.student_id == row.student_id and (one.ends or FIRST) >= row.starts]
