"""What lists hold, in which order, and at which cost."""

from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import NOW, TODAY, World
from tett.access.rules import Actor
from tett.tasks.actions import complete, hand_over, mark_not_done, reassign
from tett.tasks.models import Task
from tett.tasks.queries import Filters, Mode, Row, my_tasks, my_week, task_page, team, unfinished_siblings
from tett.tasks.rules import sunday_of, time_of
from tett.tasks.words import Evidence, Show, State, Time


@pytest.mark.parametrize(
    ("days", "time"),
    [
        (-1, Time.LATE), (0, Time.THIS_WEEK), (6, Time.THIS_WEEK), (7, Time.NEXT_WEEK), (13, Time.NEXT_WEEK),
        (14, Time.LATER),
    ],
)  # fmt: skip
def test_a_week_runs_from_monday_through_sunday(days: int, time: Time) -> None:
    assert time_of(TODAY + timedelta(days=days), TODAY) == time
    assert sunday_of(TODAY) == date(2026, 9, 20)
    assert sunday_of(date(2026, 9, 20)) == date(2026, 9, 20)


def test_my_list_is_in_the_order_of_need(world: World) -> None:
    for days in (30, 8, 3, -5):
        world.task(due=TODAY + timedelta(days=days), opens=TODAY - timedelta(days=10))
    mine = my_tasks(world.actor("kari"))
    assert [part.time for part in mine.parts] == [Time.LATE, Time.THIS_WEEK, Time.NEXT_WEEK, Time.LATER]
    assert [row.when for part in mine.parts for row in part.rows] == [
        "innen onsdag 9. september",
        "innen torsdag 17. september",
        "innen tirsdag 22. september",
        "innen onsdag 14. oktober",
    ]


def test_students_of_a_class_are_one_line(world: World, student_tasks: list[Task]) -> None:
    (row,) = my_tasks(world.actor("kari")).at(Time.THIS_WEEK)
    assert (row.number, row.whom, row.one_tap) == (3, "3 elever i 1NAA", False)
    complete(student_tasks[:2], happened_on=TODAY, by=world.actor("kari"), at=NOW)
    (row,) = my_tasks(world.actor("kari")).at(Time.THIS_WEEK)
    assert (row.number, row.whom, row.one_tap) == (1, "Per Prøve, 1NAA", True)


def test_classes_are_lines_of_their_own(world: World) -> None:
    duty = world.duty()
    for name in ("1NAA", "1NAB"):
        world.task(duty=duty, school_class=world.classes[name])
    rows = my_tasks(world.actor("kari")).at(Time.THIS_WEEK)
    assert [(row.whom, row.one_tap) for row in rows] == [("1NAA", True), ("1NAB", True)]


@pytest.mark.parametrize(
    ("evidence", "opens", "one_tap"),
    [
        (Evidence.CONFIRMATION, 0, True), (Evidence.MEETING, 0, True), (Evidence.READING, 0, True),
        (Evidence.NOTE, 0, False), (Evidence.FILE, 0, False), (Evidence.CONFIRMATION, 1, False),
    ],
)  # fmt: skip
def test_one_tap_is_for_what_needs_no_words_and_has_opened(
    world: World, evidence: Evidence, opens: int, *, one_tap: bool
) -> None:
    world.task(duty=world.duty(evidence), opens=TODAY + timedelta(days=opens))
    (row,) = my_tasks(world.actor("kari")).at(Time.THIS_WEEK)
    assert row.one_tap is one_tap


def test_what_is_done_moves_to_done_lately_and_leaves_after_two_weeks(world: World, class_task: Task) -> None:
    complete(class_task, happened_on=TODAY, by=world.actor("kari"), at=NOW)
    mine = my_tasks(world.actor("kari"))
    assert mine.parts == ()
    assert [(row.when, row.state) for row in mine.done] == [("gjort mandag 14. september", State.DONE)]
    assert my_tasks(world.actor("kari", NOW + timedelta(days=15))).done == ()


def test_what_is_handed_over_moves_to_the_others_list_and_back(world: World, class_task: Task) -> None:
    hand_over(world.sven, TODAY, TODAY + timedelta(days=1), by=world.actor("kari"), at=NOW)
    reading = world.task(duty=world.duty(Evidence.READING, "Les planen"))
    giver, taker = my_tasks(world.actor("kari")), my_tasks(world.actor("sven"))
    assert [row.public_id for part in giver.parts for row in part.rows] == [reading.public_id]
    assert [row.public_id for part in taker.parts for row in part.rows] == [class_task.public_id]
    assert (giver.given[0].taker, taker.taken[0].giver) == ("Sven Prøve", "Kari Prøve")
    after = NOW + timedelta(days=2)
    assert len(my_tasks(world.actor("kari", after)).parts[0].rows) == 2
    assert my_tasks(world.actor("sven", after)).parts == ()


def test_the_rest_of_a_long_list_is_on_the_next_page(world: World) -> None:
    for _ in range(51):
        world.task(duty=world.duty())
    first, second = my_tasks(world.actor("kari")), my_tasks(world.actor("kari"), 2)
    assert (len(first.at(Time.THIS_WEEK)), first.more) == (50, True)
    assert (len(second.at(Time.THIS_WEEK)), second.more) == (1, False)


def test_my_week_tells_who_has_nothing_left_how_much_is_done(world: World) -> None:
    complete(world.task(), happened_on=TODAY, by=world.actor("kari"), at=NOW)
    week = my_week(world.actor("kari"))
    assert (week.number_late, week.number_due, week.number_done) == (0, 0, 1)


def test_my_week_counts_what_is_late_and_due(world: World, class_task: Task) -> None:
    world.task(due=TODAY - timedelta(days=3), opens=TODAY - timedelta(days=5))
    world.task(due=TODAY + timedelta(days=8))
    week = my_week(world.actor("kari"))
    assert (week.number_late, week.number_due) == (1, 1)
    assert (len(week.late), [row.public_id for row in week.due]) == (1, [class_task.public_id])
    assert [(day.number, day.today) for day in week.days] == [(0, True), (0, False), (0, False), (0, False), (1, False)]


@pytest.mark.parametrize("name", ["carl", "adam", "petra", "guro", "vera", "ola"])
def test_others_have_an_empty_list(world: World, class_task: Task, name: str) -> None:
    assert my_tasks(world.actor(name)).parts == ()
    assert my_week(world.actor(name)).number_due == 0


# -- the team


def test_leaders_find_what_is_late_open_done_and_unheld(world: World, class_task: Task) -> None:
    late = world.task(due=TODAY - timedelta(days=3), opens=TODAY - timedelta(days=5))
    hole = world.task(None, school_class=world.classes["1TIA"])
    done = world.task("sven")
    complete(done, happened_on=TODAY, by=world.actor("sven"), at=NOW)
    rita = world.actor("rita")
    found = {show: {row.public_id for row in _rows(rita, show=show)} for show in Show}
    assert found == {
        Show.LATE: {late.public_id},
        Show.OPEN: {class_task.public_id, late.public_id, hole.public_id},
        Show.HOLES: {hole.public_id},
        Show.DONE: {done.public_id},
        Show.ALL: {task.public_id for task in Task.objects.all()},
    }
    shown = team(rita, Filters())
    assert shown is not None
    assert [choice.number for choice in shown.shows] == [1, 3, 1, None, None]


def test_leaders_narrow_by_department_class_and_person(world: World, class_task: Task) -> None:
    industry = world.task("sven", school_class=world.classes["1TIA"])
    rita, show = world.actor("rita"), Show.OPEN
    department = world.classes["1TIA"].department.public_id
    assert [r.public_id for r in _rows(rita, show=show, department=department)] == [industry.public_id]
    of_class = world.classes["1NAA"].public_id
    assert [r.public_id for r in _rows(rita, show=show, school_class=of_class)] == [class_task.public_id]
    assert [r.public_id for r in _rows(rita, show=show, person=world.sven.public_id)] == [industry.public_id]
    assert _rows(rita, show=show, person="nobody") == ()


def test_a_head_is_offered_own_classes_only(world: World) -> None:
    shown = team(world.actor("harald"), Filters())
    assert shown is not None
    assert [choice.name for choice in shown.classes] == ["1TIA"]
    assert [choice.name for choice in shown.departments] == ["Teknologi"]


def test_filters_are_addresses() -> None:
    filters = Filters(show=Show.OPEN, department="d", page=3)
    assert filters.query() == "?vis=open&avdeling=d"
    assert filters.query(page=4) == "?vis=open&avdeling=d&side=4"


def _rows(actor: Actor, **filters: Any) -> tuple[Row, ...]:
    found = team(actor, Filters(**filters))
    assert found is not None
    return found.rows


# -- one task


@pytest.mark.parametrize(
    ("evidence", "mode", "number"),
    [(Evidence.ACTIVITY, Mode.ALL_BUT, 3), (Evidence.TALK, Mode.SOME, 3)],
)
def test_students_are_ticked_together(world: World, evidence: Evidence, mode: Mode, number: int) -> None:
    duty = world.duty(evidence)
    own: dict[str, Any] = {"duty": duty, "school_class": world.classes["1NAA"]}
    tasks = [world.task(**own, student=world.people[name]) for name in ("ola", "siri", "per")]
    world.task(duty=duty, student=world.tiril, school_class=world.classes["1TIA"])
    world.task("sven", duty=duty, student=world.ola, school_class=world.classes["1NAA"])
    world.task(duty=duty, student=world.ola, school_class=world.classes["1NAA"], slot="2026-W39")
    page = task_page(world.actor("kari"), tasks[0].public_id)
    assert page is not None
    assert page.group is not None
    assert page.group.mode == mode
    assert [choice.name for choice in page.group.choices] == ["Ola Prøve", "Per Prøve", "Siri Prøve"]
    assert page.row.number == number


def test_classes_are_ticked_besides(world: World) -> None:
    duty = world.duty()
    first, second = (world.task(duty=duty, school_class=world.classes[name]) for name in ("1NAA", "1NAB"))
    page = task_page(world.actor("kari"), first.public_id)
    assert page is not None
    assert page.group is not None
    assert (page.group.mode, [choice.task for choice in page.group.choices]) == (Mode.ALSO, [second])
    mark_not_done(second, "Borte", by=world.actor("kari"), at=NOW)
    assert not unfinished_siblings(world.actor("kari"), first).exists()


def test_history_is_written_with_names_and_days(world: World, class_task: Task) -> None:
    hand_over(world.sven, TODAY, TODAY, class_task, by=world.actor("kari"), at=NOW)
    reassign(class_task, world.sven, by=world.actor("rita"), at=NOW, reason="Bytte")
    complete(class_task, happened_on=TODAY, note="Fint", by=world.actor("sven"), at=NOW)
    page = task_page(world.actor("sven"), class_task.public_id)
    assert page is not None
    assert [(line.what, line.who) for line in page.history] == [
        ("Overlatt til Sven Prøve for en periode", "Kari Prøve"),
        ("Gitt til Sven Prøve", "Rita Prøve"),
        ("Gjort mandag 14. september", "Sven Prøve"),
    ]
    assert page.history[1].reason == "Bytte"
    assert page.history[0].at == "mandag 14. september kl. 08.00"
    assert [(shown.text, shown.who) for shown in page.proofs] == [("Fint", "Sven Prøve")]


def test_who_has_taken_it_over_is_shown(world: World, class_task: Task) -> None:
    hand_over(world.sven, TODAY, TODAY, by=world.actor("kari"), at=NOW)
    page = task_page(world.actor("hanne"), class_task.public_id)
    assert page is not None
    assert (page.who, page.taker) == ("Kari Prøve", "Sven Prøve")


# -- cost


@pytest.mark.parametrize("number", [1, 30, 300])
def test_lists_take_the_same_number_of_queries_however_long(
    world: World, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for _ in range(number):
        world.task(school_class=world.classes["1NAA"], due=TODAY + timedelta(days=1))
    done = [world.task() for _ in range(min(number, 30))]
    complete(done, happened_on=TODAY, by=world.actor("kari"), at=NOW)
    kari, rita = world.actor("kari"), world.actor("rita")
    with django_assert_num_queries(4):
        my_tasks(kari)
    with django_assert_num_queries(3):
        my_week(kari)
    with django_assert_num_queries(4):
        team(rita, Filters(show=Show.OPEN))


@pytest.mark.parametrize("number", [2, 30])
def test_a_page_takes_the_same_number_of_queries_for_a_few_and_a_whole_class(
    world: World, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    duty = world.duty(Evidence.ACTIVITY)
    for n in range(number):
        student = world.student(f"elev{n}", "1NAA")
        world.task(duty=duty, student=student, school_class=world.classes["1NAA"])
    kari = world.actor("kari")
    public_id = Task.objects.values_list("public_id", flat=True)[0]
    with django_assert_num_queries(5):
        task_page(kari, public_id)
