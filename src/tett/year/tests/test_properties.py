"""What holds for every plan, calendar and school that can be thought of."""

from copy import deepcopy
from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tett.calendar.rules import Days, Schedule
from tett.calendar.tests.years import any_year
from tett.calendar.words import Level, Rhythm
from tett.plan.words import Audience, Evidence
from tett.tasks.words import State
from tett.year.rules import Expected, Promise, Setting, Wanted, difference, expected
from tett.year.tests.worlds import Shelf, act, any_later, any_roster, any_setting, setting

#: Rhythms with which the plan itself asks for days before the students come.
BEFORE_SCHOOL = {Rhythm.BEFORE_START, Rhythm.PLANNING_DAYS}
CHOICES = st.lists(st.sampled_from(["nothing", "done", "not_relevant", "moved", "given"]), min_size=5, max_size=40)
thorough = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _lay(given: Setting, shelf: Shelf) -> Expected:
    wanted = expected(given)
    shelf.take(difference(given, wanted, shelf.stored))
    return wanted


@thorough
@given(any_setting())
def test_each_commitment_target_and_occurrence_is_there_once(given: Setting) -> None:
    wanted = expected(given)
    keys = [row[:3] for row in (*wanted.tasks, *wanted.seen)]
    assert len(keys) == len(set(keys))


@thorough
@given(any_setting())
def test_no_task_lies_on_a_day_without_school_unless_the_plan_says_so(given: Setting) -> None:
    promises = {promise.duty: promise for promise in given.promises}
    for row in expected(given).tasks:
        if promises[row[0]].schedule.rhythm not in BEFORE_SCHOOL:
            days = given.times.days.for_level(_level(given, row))
            assert days.is_school_day(date.fromisoformat(row[3]))
            assert days.is_school_day(date.fromisoformat(row[4]))
        assert row[3] <= row[4]


def _level(given: Setting, row: Wanted) -> Level | None:
    own = given.roster.class_by_id.get(row[8]) if row[8] else None
    return Level(own.level) if own else None


@thorough
@given(any_setting())
def test_laying_out_twice_changes_nothing(given: Setting) -> None:
    shelf = Shelf()
    wanted = _lay(given, shelf)
    assert not difference(given, wanted, shelf.stored)


@thorough
@given(any_setting(), CHOICES, st.data())
def test_nothing_that_somebody_has_closed_is_ever_touched(
    given: Setting, choices: list[str], data: st.DataObject
) -> None:
    shelf = Shelf()
    _lay(given, shelf)
    act(shelf, choices)
    closed = {key: deepcopy(row) for key, row in shelf.rows.items() if row.state != State.OPEN}
    _lay(data.draw(any_later(given)), shelf)
    assert {key: shelf.rows[key] for key in closed} == closed


@thorough
@given(any_setting(), CHOICES, st.data())
def test_what_people_did_and_what_changed_can_be_laid_out_twice_too(
    given: Setting, choices: list[str], data: st.DataObject
) -> None:
    shelf = Shelf()
    _lay(given, shelf)
    act(shelf, choices)
    later = data.draw(any_later(given))
    wanted = _lay(later, shelf)
    assert not difference(later, wanted, shelf.stored)


@thorough
@given(any_setting(), CHOICES, st.data())
def test_a_chosen_day_stays_and_a_chosen_person_stays_while_there(
    given: Setting, choices: list[str], data: st.DataObject
) -> None:
    shelf = Shelf()
    _lay(given, shelf)
    act(shelf, choices)
    chosen = {key: deepcopy(row) for key, row in shelf.rows.items() if row.moved or row.given}
    _lay(data.draw(any_later(given)), shelf)
    for key, before in chosen.items():
        now = shelf.rows[key]
        if before.moved:
            assert now.row[3:5] == before.row[3:5]
        if before.given:  # to somebody who works there all year
            assert now.row[5] == before.row[5]


@thorough
@given(any_setting(), st.data())
def test_what_is_no_longer_promised_leaves_nothing_open(given: Setting, data: st.DataObject) -> None:
    shelf = Shelf()
    _lay(given, shelf)
    later = data.draw(any_later(given))
    wanted = _lay(later, shelf)
    keys = {row[:3] for row in wanted.tasks}
    assert [key for key, row in shelf.rows.items() if row.state == State.OPEN and key not in keys] == []


@settings(thorough, max_examples=40)
@given(any_year(), st.data(), st.integers(1, 12))
def test_what_returns_every_so_many_weeks_is_spaced_in_school_weeks(
    days: Days, data: st.DataObject, every: int
) -> None:
    roster = data.draw(any_roster(days.starts_in))
    promise = Promise(
        1, "I1", "Klasseteam", "contact_teacher", (), Audience.SCHOOL_CLASS, (), Schedule(Rhythm.WEEKS, every=every),
        Evidence.MEETING, 101,
    )  # fmt: skip
    given = setting(days, (promise,), roster, days.start)
    for row in roster.classes:
        own = days.for_level(Level(row.level))
        dues = sorted(task[4] for task in expected(given).tasks if task[8] == row.id)
        weeks = [own.school_week_number(date.fromisoformat(due)) or 0 for due in dues]
        assert all(later - earlier == every for earlier, later in pairwise(weeks))
        assert len(dues) == -(-len(own.weeks()) // every)
