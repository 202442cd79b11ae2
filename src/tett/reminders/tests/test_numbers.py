"""What a digest counts is what the person's own pages count, whatever is lent to whom, in the same few queries."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import NOW, TODAY, World
from tett.access.words import Role
from tett.people.models import Enrolment
from tett.people.queries import stranger
from tett.reminders.models import Choice
from tett.reminders.queries import crowd, days_of_schools, numbers_of
from tett.reminders.rules import Numbers, Slot, Team
from tett.reminders.words import Rhythm
from tett.tasks.access import may_follow_tasks
from tett.tasks.models import Handover, Task
from tett.tasks.queries import my_week
from tett.tasks.queries.counts import HOLES
from tett.tasks.words import Evidence, State

SLOT = Slot(TODAY, 7)
LATE, SOON, LATER = TODAY - timedelta(days=3), TODAY + timedelta(days=2), TODAY + timedelta(days=20)
BY = stranger(NOW)


@pytest.fixture
def busy(world: World) -> World:
    """Give everybody something, in every place, early, soon and late, and lend some of it."""
    reading = world.duty(Evidence.READING, title="Les planen")
    for name in ("kari", "sven", "hanne", "dag", "rita", "siri"):
        for due in (LATE, SOON, LATER):
            world.task(name, due=due, opens=LATE, school_class=world.classes["1NAA"])
            world.task(name, due=due, opens=LATE, duty=reading, staff=world.people[name])
    world.task("kari", due=LATE, opens=LATE, student=world.ola)
    world.task("kari", due=SOON, opens=LATE, student=world.tiril)
    world.task("kari", due=LATE, opens=LATE, state=State.NOT_DONE)
    world.task(None, due=SOON, opens=LATE, school_class=world.classes["1TIA"])
    world.task("harald", due=LATE, opens=LATE, department=world.classes["1TIA"].department, stands_in=True)
    world.task("petra", due=LATE, opens=LATE, school=world.other)
    world.task("vera", due=LATE, opens=LATE)
    return world


def _lend(world: World, giver: str, taker: str, task: Task | None = None, **fields: Any) -> None:
    period = {"starts": TODAY, "ends": TODAY, **fields}
    Handover.objects.create(
        school=world.school, giver=world.people[giver], taker=world.people[taker], task=task, **period
    )


def _numbers(world: World) -> dict[str, Numbers]:
    for person in world.people.values():
        Choice.objects.get_or_create(person=person, defaults={"rhythm": Rhythm.DAILY})
    found = crowd(BY, [person.pk for person in world.people.values()], SLOT, days_of_schools(BY))
    counted = numbers_of(BY, found, NOW)
    return {name: counted[person.pk] for name, person in world.people.items() if person.pk in counted}


def _by_own_pages(world: World, name: str) -> Numbers:
    actor = world.actor(name)
    week, rows = my_week(actor, limit=1000), may_follow_tasks.filter(actor, Task.objects.filter(state=State.OPEN))
    team = Team(rows.filter(due__lt=TODAY).count(), rows.filter(HOLES).count()) if actor.leads else Team()
    return Numbers(week.number_due, week.number_late, 0, team)


def _agree(world: World) -> None:
    counted = _numbers(world)
    assert {"kari", "sven", "hanne", "harald", "rita", "dag", "siri", "ola", "petra"} <= set(counted)
    assert counted == {name: _by_own_pages(world, name) for name in counted}


def test_everybody_is_told_the_numbers_of_their_own_pages(busy: World) -> None:
    _agree(busy)
    assert _numbers(busy)["kari"] == Numbers(week=3, late=3)


def test_what_is_lent_counts_for_the_one_who_looks_after_it(busy: World) -> None:
    _lend(busy, "kari", "sven")
    _agree(busy)
    assert _numbers(busy)["kari"] == Numbers(week=1, late=1)


def test_one_task_that_is_lent_counts_once(busy: World) -> None:
    task = Task.objects.filter(responsible=busy.kari, due=LATE, school_class=busy.classes["1NAA"]).first()
    _lend(busy, "kari", "sven", task)
    _lend(busy, "kari", "hanne")
    _agree(busy)


def test_all_and_one_lent_to_the_same_person_count_once(busy: World) -> None:
    task = Task.objects.filter(responsible=busy.kari, due=SOON, school_class=busy.classes["1NAA"]).first()
    _lend(busy, "kari", "sven", task)
    _lend(busy, "kari", "sven")
    _lend(busy, "sven", "kari")
    _agree(busy)


def test_handovers_that_are_over_or_ended_count_for_nobody(busy: World) -> None:
    _lend(busy, "kari", "sven", starts=TODAY - timedelta(days=9), ends=TODAY - timedelta(days=1))
    _lend(busy, "kari", "hanne", ended_at=NOW)
    _lend(busy, "kari", "vera")
    _agree(busy)


def test_one_task_that_is_lent_and_given_to_another_since_is_no_longer_lent(busy: World) -> None:
    task = Task.objects.filter(responsible=busy.kari, due=SOON, school_class=busy.classes["1NAA"]).first()
    assert task is not None
    _lend(busy, "kari", "sven", task)
    Task.objects.filter(pk=task.pk).update(responsible=busy.hanne)
    _agree(busy)


def test_who_leads_a_department_and_the_school_counts_each_task_once(busy: World) -> None:
    busy.role("rita", Role.DEPARTMENT_HEAD, department=busy.classes["1NAA"].department)
    _agree(busy)


def test_who_heads_two_departments_hears_of_both(busy: World) -> None:
    busy.role("hanne", Role.DEPARTMENT_HEAD, department=busy.classes["1TIA"].department)
    _agree(busy)


def test_a_student_who_moved_department_is_followed_where_they_are_now(busy: World) -> None:
    Enrolment.objects.filter(student=busy.ola).update(ends=TODAY - timedelta(days=1))
    Enrolment.objects.create(student=busy.ola, school=busy.school, school_class=busy.classes["1TIA"], starts=TODAY)
    _agree(busy)


def test_who_has_no_role_today_is_not_counted(busy: World) -> None:
    assert not {"vera", "adam", "carl"} & set(_numbers(busy))


def test_a_leader_who_does_not_want_the_teams_numbers_is_spared_them(busy: World) -> None:
    Choice.objects.create(person=busy.rita, rhythm=Rhythm.DAILY, team=False)
    assert _numbers(busy)["rita"].team == Team()


@pytest.mark.parametrize("number", [1, 60])
def test_many_are_counted_in_the_same_queries_as_few(busy: World, number: int, django_assert_num_queries: Any) -> None:
    _lend(busy, "kari", "sven")
    _lend(busy, "sven", "kari", Task.objects.filter(responsible=busy.sven).first())
    for at in range(number):
        busy.role(f"lærer{at}", Role.SUBJECT_TEACHER, school_class=busy.classes["1NAA"])
        busy.task(f"lærer{at}", due=LATE, opens=LATE)
        busy.role(f"leder{at}", Role.DEPARTMENT_HEAD, department=busy.classes["1NAA"].department)
    for person in busy.people.values():
        Choice.objects.create(person=person, rhythm=Rhythm.DAILY)
    persons, days = [person.pk for person in busy.people.values()], days_of_schools(BY)
    with django_assert_num_queries(4):
        found = crowd(BY, persons, SLOT, days)
    with django_assert_num_queries(7):
        numbers_of(BY, found, NOW)
