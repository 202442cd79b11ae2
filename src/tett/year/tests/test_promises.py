"""The real plan over a small school: every promise of it comes to the right ones at the right time.

The IDs are those of the plan's own sentences. The school has gone through the plan and said when, where the plan
doesn't.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.cast import World, build
from tett.access.words import Group, Role
from tett.calendar.queries import days_of
from tett.calendar.rules import Days, Schedule
from tett.calendar.words import Rhythm
from tett.people.models import Enrolment
from tett.people.words import Lodging
from tett.plan import actions as plan
from tett.plan.models import Commitment, Edition
from tett.plan.tests.documents import document
from tett.plan.words import Audience, Evidence, Review
from tett.tasks.models import Task
from tett.tasks.words import State
from tett.year.tests.plans import AUGUST, NOVEMBER, lay_out
from tett.year.tests.routes import with_year

#: What a test does is undone after it; the school beneath is built once.
pytestmark = pytest.mark.django_db
MONTHS, WEEKS = Rhythm.MONTHS, Rhythm.WEEKS
#: What the school decided when it went through the plan: when, where the plan doesn't say, and who.
DECIDED: dict[str, dict[str, Any]] = {
    "K2": {"schedule": Schedule(MONTHS, months=((9, 10),))},
    "D1": {"schedule": Schedule(MONTHS, months=((10, 10),))},
    "D1.2": {"schedule": Schedule(MONTHS, months=((11, 11),))},
    "D2": {"schedule": Schedule(MONTHS, months=((11, 12),))},
    "F7": {"schedule": Schedule(WEEKS), "bearer": Role.BOARDING_STAFF},
    "H1": {"schedule": Schedule(MONTHS, months=((9, 9),))},
    "H3": {"bearer": Group.LEADERSHIP},
    "H3.2": {"bearer": Role.CONTACT_TEACHER},
    "H3.3": {"bearer": Group.LEADERSHIP},
}
#: Among the first of everything: 17 August, a Monday, after two planning days; the last day is 18 June.
START, LAST = date(2026, 8, 17), date(2027, 6, 18)
AUTUMN = (date(2026, 9, 1), date(2026, 10, 30))


def _go_through(edition: Edition, world: World) -> None:
    by = world.actor("rita", AUGUST)
    plan.accept_all_clear(edition, by=by, at=AUGUST)
    for row in Commitment.objects.filter(edition=edition, code__in=DECIDED):
        said = {
            "title": row.title, "bearer": row.bearer, "co_bearers": row.co_bearers, "levels": row.levels,
            "audience": Audience(row.audience), "schedule": row.when, "evidence": Evidence(row.evidence),
        }  # fmt: skip
        plan.change(row, **(said | DECIDED[row.code]), by=by, at=AUGUST)
    for row in Commitment.objects.filter(edition=edition, review=Review.PROPOSED):
        (plan.accept if row.bearer else plan.dismiss)(row, by=by, at=AUGUST)


@pytest.fixture(scope="module")
def jonsberg(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Build it once for all the tests of this file, and leave nothing behind."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _jonsberg()
        transaction.set_rollback(True)


def _jonsberg() -> World:
    """Give the school somebody in every role, a boarder, and its own plan laid out in August."""
    school = with_year(build())
    school.role("mia", Role.ENVIRONMENT_WORKER)
    school.role("frida", Role.PUBLIC_HEALTH)
    school.role("roar", Role.COUNSELLOR)
    school.role("bo", Role.BOARDING_STAFF)
    school.role("tone", Role.CONTACT_TEACHER, school_class=school.classes["1TIA"])
    school.role("nina", Role.CONTACT_TEACHER, school_class=school.classes["1NAB"])
    school.role("siri", Role.COUNCIL_BOARD)
    Enrolment.objects.filter(student=school.per).update(lodging=Lodging.BOARDING_HOUSE)
    edition = plan.read_in(school.school, document("jonsberg-2025"), by=school.actor("rita", AUGUST), at=AUGUST)
    _go_through(edition, school)
    plan.adopt(edition, by=school.actor("rita", AUGUST), at=AUGUST)
    lay_out(school)
    return school


def of(code: str) -> list[Task]:
    """Give the tasks of a promise, by target and day."""
    rows = Task.objects.filter(duty__undertakings__commitment__code=code)
    return list(rows.select_related("duty", "responsible", "student").order_by("target_key", "due"))


def whom(found: list[Task]) -> set[str]:
    """Give for whom the tasks are: classes by name, persons by first name."""
    names = (t.student or t.staff or t.school_class or t.department for t in found)
    return {getattr(name, "given_name", "") or str(name or "skolen") for name in names}


CLASSES = {"1NAA", "1NAB", "1TIA"}
STUDENTS = {"Ola", "Siri", "Per", "Tiril"}
SCHOOL = {"skolen"}
STAFF = {
    "Rita", "Dag", "Hanne", "Harald", "Kari", "Sven", "Vera", "Mia", "Frida", "Roar", "Bo", "Tone", "Nina",
}  # fmt: skip
WEEKS_A_YEAR = 39


@dataclass(frozen=True)
class Row:
    """What a promise comes to: for whom, how often each, with whom in 1NAA or at the school, from when until when."""

    promise: str
    code: str
    whom: set[str]
    times: int
    who: str
    opens: date
    due: date


ROWS = [
    Row("A1", "A1", STAFF, 1, "bo", START, date(2026, 9, 4)),
    Row("K1", "K1", CLASSES, 1, "kari", START, date(2026, 8, 28)),
    Row("K2", "K2", STUDENTS, 1, "kari", *AUTUMN),
    Row("K3", "K3", CLASSES, WEEKS_A_YEAR, "kari", START, LAST),
    Row("K4", "K4", CLASSES, 1, "kari", START, date(2026, 8, 28)),
    Row("D1", "D1", CLASSES, 1, "hanne", date(2026, 10, 1), date(2026, 10, 30)),
    Row("D2", "D2", CLASSES, 1, "hanne", date(2026, 11, 2), date(2026, 12, 18)),
    Row("D3", "D3", CLASSES, 7, "hanne", START, date(2027, 6, 4)),
    Row("D5", "D5.2", CLASSES, 13, "hanne", START, date(2027, 6, 4)),
    Row("D5", "D5.3", SCHOOL, WEEKS_A_YEAR, "hanne", START, LAST),
    Row("R1", "R1", SCHOOL, 1, "siri", START, date(2026, 8, 28)),
    Row("R4", "R4.3", SCHOOL, 1, "rita", START, date(2026, 12, 18)),
    Row("H1", "H1", CLASSES, 1, "rita", date(2026, 9, 1), date(2026, 9, 30)),
    Row("H3", "H3", CLASSES, 1, "rita", START, START),
    Row("H3", "H3.2", CLASSES, 1, "kari", *AUTUMN),
    Row("I1", "I1", CLASSES, 13, "kari", START, date(2027, 6, 4)),
    Row("I2", "I2", SCHOOL, WEEKS_A_YEAR, "hanne", START, LAST),
    Row("F0", "F0", SCHOOL, 1, "rita", START, LAST),
    Row("F1", "F1", STAFF, 1, "rita", date(2026, 8, 13), date(2026, 8, 14)),
    Row("F1", "F1.2", CLASSES, 1, "kari", START, date(2026, 8, 28)),
    Row("F2", "F2", SCHOOL, 1, "roar", START, LAST),
    Row("F3", "F3", SCHOOL, 1, "mia", date(2026, 8, 10), date(2026, 8, 14)),
    Row("F4", "F4", CLASSES, 1, "sven", START, date(2026, 9, 4)),
    Row("F5", "F5", SCHOOL, 1, "frida", START, date(2026, 8, 21)),
    Row("F6", "F6", SCHOOL, 11, "frida", START, LAST),
    Row("F7", "F7", SCHOOL, WEEKS_A_YEAR, "bo", START, LAST),
    Row("F9", "F9", SCHOOL, 7, "rita", START, date(2027, 6, 4)),
    Row("F10", "F10", CLASSES, 7, "hanne", START, date(2027, 6, 4)),
    Row("F11", "F11", CLASSES, 1, "kari", START, LAST),
    Row("F12", "F12", CLASSES, WEEKS_A_YEAR, "kari", START, LAST),
    Row("V2", "V2", SCHOOL, 1, "rita", START, date(2026, 8, 31)),
]


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row.promise} as {row.code}") for row in ROWS])
def test_a_promise_of_the_plan_comes_to_the_right_ones_at_the_right_time(jonsberg: World, row: Row) -> None:
    found = of(row.code)
    assert whom(found) == row.whom
    assert len(found) == len(row.whom) * row.times
    theirs = [task for task in found if task.responsible == jonsberg.people[row.who]]
    assert (min(task.opens for task in theirs), max(task.due for task in theirs)) == (row.opens, row.due)
    assert not any(task.stands_in for task in theirs)


@pytest.fixture
def days(jonsberg: World) -> Days:
    """Give the days of the school year."""
    found = days_of(None, jonsberg.school.calendar_id or 0, 2026)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("code", "every"),
    [pytest.param("I1", 3, id="I1 every third school week"), pytest.param("I2", 1, id="I2 every school week")],
)
def test_meetings_are_spaced_in_school_weeks(jonsberg: World, days: Days, code: str, every: int) -> None:
    by_target: dict[str, list[int]] = {}
    for task in of(code):
        by_target.setdefault(task.target_key, []).append(days.school_week_number(task.due) or 0)
    for weeks in by_target.values():
        assert {later - earlier for earlier, later in pairwise(weeks)} == {every}


@pytest.mark.parametrize("code", ["A2", "A3", "A4", "A5", "A6", "A7", "L1", "L2", "E1", "E2", "E3", "H2", "D4"])
def test_what_always_holds_and_what_waits_for_somebody_gives_no_task(jonsberg: World, code: str) -> None:
    assert Commitment.objects.filter(code=code).exists()
    assert of(code) == []


@pytest.mark.parametrize(
    ("role", "scope"),
    [
        pytest.param(Role.TEMP, lambda w: {"school_class": w.classes["1NAA"]}, id="D4 a temp"),
        pytest.param(Role.SUBJECT_TEACHER, lambda w: {"school_class": w.classes["1TIA"]}, id="D4 new staff"),
    ],
)
def test_d4_who_is_new_is_informed_in_the_first_days(
    jonsberg: World, role: Role, scope: Callable[[World], dict[str, Any]]
) -> None:
    somebody = jonsberg.role(f"ny-{role}", role, starts=NOVEMBER.date(), **scope(jonsberg))
    lay_out(jonsberg, NOVEMBER)
    (task,) = of("D4")
    assert (task.staff, task.opens, task.due) == (somebody, NOVEMBER.date(), NOVEMBER.date() + timedelta(days=4))
    assert task.responsible in {jonsberg.hanne, jonsberg.harald}


def test_f7_without_boarders_there_is_nothing_to_arrange(jonsberg: World) -> None:
    Enrolment.objects.update(lodging=Lodging.HOME)
    lay_out(jonsberg, AUGUST)
    assert {task.state for task in of("F7")} == {State.CANCELLED}


def test_h3_the_plan_on_the_web_is_done_by_being_adopted(jonsberg: World) -> None:
    (task,) = of("H3.3")
    assert (task.state, task.responsible) == (State.DONE, None)


def test_g2_every_promise_in_force_is_laid_out_or_says_why_not(jonsberg: World) -> None:
    with_tasks = {row.code for row in ROWS} | {"H3.3"}
    codes = set(Commitment.objects.exclude(review=Review.DISMISSED).values_list("code", flat=True))
    assert with_tasks <= codes
