"""What becomes of a promise, in which ring it lies and how it looks, without a database."""

from dataclasses import replace
from datetime import date

import pytest

from tett.access.words import BEARERS, Group, Role
from tett.calendar.rules import Routine, Schedule
from tett.calendar.tests.years import shipped
from tett.calendar.words import Level, Rhythm
from tett.plan.words import Audience, Evidence
from tett.tasks.rules import Tally
from tett.year.rules import (
    Cache,
    Promise,
    Times,
    Told,
    for_learners,
    look_of,
    occurrences,
    pace_of,
    ring_of,
    taken_over,
    unfolds,
)
from tett.year.words import Look, Ring, Unfolds

TODAY = date(2026, 9, 14)
BEFORE, AFTER = date(2026, 9, 1), date(2026, 10, 1)
WEEKLY = Schedule(Rhythm.WEEKS)
ALWAYS = Schedule(Rhythm.ALWAYS)


def promise(
    bearer: str = Role.CONTACT_TEACHER,
    audience: Audience = Audience.SCHOOL_CLASS,
    schedule: Schedule = WEEKLY,
    evidence: Evidence = Evidence.NOTE,
    levels: tuple[str, ...] = (),
) -> Promise:
    """Make a promise."""
    return Promise(1, "X1", "Noe", bearer, (), audience, levels, schedule, evidence, 101)


STANDING_STAFF = promise(Group.STAFF, Audience.STAFF, ALWAYS, Evidence.ALWAYS)
STANDING_TEACHERS = promise(Group.TEACHERS, Audience.TEACHER, ALWAYS, Evidence.ALWAYS)
STANDING_STUDENTS = promise(Group.STUDENTS, Audience.STUDENT, ALWAYS, Evidence.ALWAYS)


@pytest.mark.parametrize(
    ("given", "becomes"),
    [
        pytest.param(STANDING_STAFF, Unfolds.WITH_READING, id="A2-A7"),
        pytest.param(STANDING_TEACHERS, Unfolds.WITH_READING, id="L1-L2"),
        pytest.param(STANDING_STUDENTS, Unfolds.SHOWN_ON_ROLE, id="E1-E3"),
        pytest.param(promise(Group.GUARDIANS, Audience.CLASS_GUARDIANS), Unfolds.SHOWN_ON_ROLE, id="H2"),
        pytest.param(
            promise(Group.LEADERSHIP, Audience.SCHOOL, ALWAYS, Evidence.PUBLISHED), Unfolds.BY_SYSTEM, id="H3 web site"
        ),
        pytest.param(
            promise(Group.LEADERSHIP, Audience.SCHOOL, ALWAYS, Evidence.ALWAYS), Unfolds.TASKS, id="F0 once a year"
        ),
        pytest.param(
            promise(Group.STAFF, Audience.STAFF, Schedule(Rhythm.UNKNOWN), Evidence.READING), Unfolds.TASKS, id="A1"
        ),
        pytest.param(promise(schedule=Schedule(Rhythm.AS_NEEDED)), Unfolds.NO_TIME, id="as needed"),
        pytest.param(promise(schedule=Schedule(Rhythm.UNKNOWN)), Unfolds.NO_TIME, id="not understood"),
        pytest.param(promise(schedule=Schedule(Rhythm.ISO_WEEKS, weeks=((60, 60),))), Unfolds.NO_TIME, id="week 60"),
        pytest.param(promise(schedule=Schedule(Rhythm.ON_ARRIVAL)), Unfolds.NO_TIME, id="no class arrives"),
        pytest.param(promise(audience=Audience.NEW_STAFF, schedule=ALWAYS), Unfolds.TASKS, id="D4"),
        pytest.param(promise(), Unfolds.TASKS, id="K3"),
    ],
)
def test_a_promise_becomes_what_its_kind_says(given: Promise, becomes: Unfolds) -> None:
    assert unfolds(given, has_reading=True) == becomes


@pytest.mark.parametrize("given", [STANDING_STAFF, STANDING_TEACHERS])
def test_without_a_reading_each_standing_duty_of_staff_is_confirmed_by_itself(given: Promise) -> None:
    assert unfolds(given, has_reading=False) == Unfolds.TASKS


@pytest.mark.parametrize(
    ("bearer", "ring"),
    [
        (Role.PRINCIPAL, Ring.LEADERSHIP),
        (Group.ENVIRONMENT_COMMITTEE, Ring.LEADERSHIP),
        (Role.DEPARTMENT_HEAD, Ring.DEPARTMENT_HEADS),
        (Role.CONTACT_TEACHER, Ring.STAFF),
        (Group.EVERYONE, Ring.STAFF),
        ("", Ring.STAFF),
        (Role.NURSE, Ring.SERVICES),
        (Role.PUBLIC_HEALTH, Ring.SERVICES),
        (Group.COUNCIL, Ring.STUDENTS),
        (Role.CLASS_REPRESENTATIVE, Ring.STUDENTS),
    ],
)
def test_a_promise_lies_in_the_ring_of_those_who_carry_it(bearer: str, ring: Ring) -> None:
    assert ring_of(bearer) == ring


def test_every_ring_is_somebodys() -> None:
    assert {ring_of(bearer) for bearer, _ in BEARERS} == set(Ring)


@pytest.mark.parametrize(
    ("tally", "opens", "look"),
    [
        (Tally(), BEFORE, Look.NOTHING),
        (Tally(done=2), BEFORE, Look.DONE),
        (Tally(done=1, settled=1), BEFORE, Look.DONE),
        (Tally(settled=2), BEFORE, Look.ASIDE),
        (Tally(open=2), BEFORE, Look.ON_TRACK),
        (Tally(open=2), TODAY, Look.ON_TRACK),
        (Tally(open=2), AFTER, Look.WAITING),
        (Tally(done=5, open=1, late=1), BEFORE, Look.LATE),
        (Tally(open=2, late=2, holes=2), BEFORE, Look.HOLE),
        (Tally(open=2, holes=1), BEFORE, Look.ON_TRACK),
        (Tally(open=2, holes=2), AFTER, Look.HOLE),
    ],
)
def test_an_occurrence_looks_as_its_tasks_are(tally: Tally, opens: date, look: Look) -> None:
    assert look_of(tally, opens, TODAY) == look


@pytest.mark.parametrize(
    ("opens", "due", "look"),
    [
        (BEFORE, BEFORE, Look.PAST),
        (BEFORE, TODAY, Look.NOW),
        (TODAY, AFTER, Look.NOW),
        (AFTER, AFTER, Look.COMING),
    ],
)
def test_those_who_see_no_tasks_see_whether_it_has_been(opens: date, due: date, look: Look) -> None:
    assert pace_of(opens, due, TODAY) == look


STARTS = ((Level.VG1, date(2026, 8, 17)), (Level.VG2, date(2026, 8, 18)), (Level.VG3, date(2026, 8, 19)))
TIMES = Times(shipped(2026, level_starts=STARTS), Routine(), 1, date(2026, 8, 1), Cache())


def test_an_occurrence_runs_from_the_first_level_to_the_last() -> None:
    first = promise(schedule=Schedule(Rhythm.FIRST_DAY))
    (span,) = occurrences(first, TIMES, [Level.VG3, Level.VG1])
    assert (span.opens, span.due) == (date(2026, 8, 17), date(2026, 8, 19))
    assert occurrences(first, TIMES, []) == ()


def test_what_is_for_one_level_follows_that_level() -> None:
    for audience in (Audience.SCHOOL, Audience.SCHOOL_CLASS):
        of_second = promise(audience=audience, schedule=Schedule(Rhythm.FIRST_DAY), levels=("vg2",))
        (span,) = occurrences(of_second, TIMES, list(Level))
        assert (span.opens, span.due) == (date(2026, 8, 18), date(2026, 8, 18))


@pytest.mark.parametrize(
    ("given", "theirs"),
    [
        (promise(), True),
        (promise(audience=Audience.STUDENT), True),
        (promise(audience=Audience.CLASS_GUARDIANS), True),
        (promise(Role.DEPARTMENT_HEAD, Audience.NEW_STAFF), False),
        (promise(Group.LEADERSHIP, Audience.STAFF), False),
        (promise(audience=Audience.TEACHER), False),
        (promise(Group.STAFF, Audience.SCHOOL), False),
    ],
)
def test_what_is_among_those_who_work_there_is_told_apart(given: Promise, theirs: bool) -> None:
    assert for_learners(given) == theirs


def _told(code: str, text: str = "Ordlyden", schedule: Schedule = WEEKLY) -> Told:
    return Told(code, text, schedule, Evidence.NOTE)


@pytest.mark.parametrize(
    ("new", "taken"),
    [
        pytest.param(_told("K1"), True, id="the same"),
        pytest.param(_told("K2"), True, id="only another number"),
        pytest.param(_told("K1", " Ordlyden\n"), True, id="only other spaces"),
        pytest.param(_told("K1", "Noe annet"), False, id="another wording"),
        pytest.param(_told("K1", schedule=replace(WEEKLY, every=3)), False, id="another rhythm"),
    ],
)
def test_a_duty_is_taken_over_when_the_promise_is_the_same(new: Told, taken: bool) -> None:
    assert taken_over([(7, new)], [(100, _told("K1"))]) == ({7: 100} if taken else {})


def test_two_alike_take_over_one_each_the_one_with_its_number_first() -> None:
    old = [(100, _told("K1")), (200, _told("K2"))]
    assert taken_over([(7, _told("K2")), (8, _told("K9"))], old) == {7: 200, 8: 100}
    assert taken_over([(7, _told("K1")), (8, _told("K1"))], old[:1]) == {7: 100}
