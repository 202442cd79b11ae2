"""What is told before the school calendar is changed is what the change then does."""

from dataclasses import replace
from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, World
from tett.calendar.actions import write_layer
from tett.calendar.queries import days_of_many, layer_of
from tett.calendar.rules import Special
from tett.calendar.words import DayKind
from tett.people.models import School
from tett.tasks.actions import complete, move
from tett.tasks.models import Task
from tett.tasks.words import State
from tett.year.queries.replan import Replan, laid_out, replans
from tett.year.tests.plans import adopted, lay_out, tasks
from tett.year.tests.routes import BREAKS, PLANNING

WEEK = timedelta(days=7)
#: The winter break a week later, and the whole list with it.
LATER = Special(DayKind.BREAK, date(2027, 3, 1), date(2027, 3, 5), "vinterferie")
MOVED = (BREAKS[0], BREAKS[1], LATER, BREAKS[3], *PLANNING)


def _laid(world: World, *codes: str) -> None:
    adopted(world, *codes)
    lay_out(world)


def _look(world: World, special: tuple[Special, ...] = MOVED) -> Replan:
    """Let the principal look at what other days would do."""
    actor = world.actor("rita")
    calendar = world.school.calendar_id
    assert calendar is not None
    now = layer_of(actor, calendar, 2026)
    assert now is not None
    days = days_of_many(actor, [calendar], 2026, {calendar: replace(now, special=special)})
    return replans(actor, [world.school], 2026, days)[world.school.pk]


def _write(world: World) -> None:
    calendar = world.school.calendar
    assert calendar is not None
    now = layer_of(None, calendar.pk, 2026)
    assert now is not None
    write_layer(calendar, 2026, replace(now, special=MOVED), by=None, at=NOW)


def test_a_moved_break_takes_the_weeks_it_covers_and_gives_back_those_it_covered(school: World) -> None:
    _laid(school, "K3")
    told = _look(school)
    classes = len({task.target_key for task in tasks(school, "K3")})
    assert [(line.title, line.number) for line in told.cancelled] == [("Løfte K3", classes)]
    assert [(line.number, line.now) for line in told.created] == [(classes, date(2027, 2, 26))]
    assert told.redated == ()
    assert told


def test_what_is_told_is_what_happens(school: World) -> None:
    _laid(school, "K2", "K3", "F6", "R4", "D1")
    told = _look(school)
    before = dict(Task.objects.filter(state=State.OPEN).values_list("pk", "due"))
    _write(school)
    done = lay_out(school, NOW)
    after = dict(Task.objects.filter(state=State.OPEN).values_list("pk", "due"))
    assert len(before.keys() - after.keys()) == sum(line.number for line in told.cancelled) == done.cancelled
    assert len(after.keys() - before.keys()) == sum(line.number for line in told.created) == done.created
    assert done.changed == sum(line.number for line in told.redated)
    assert sum(after[pk] != before[pk] for pk in before.keys() & after.keys()) <= done.changed


def test_looking_changes_nothing(school: World) -> None:
    _laid(school, "K3", "F6")
    before = list(Task.objects.order_by("pk").values())
    _look(school)
    assert list(Task.objects.order_by("pk").values()) == before


def test_a_day_off_that_no_task_meets_touches_nothing(school: World) -> None:
    _laid(school, "D1")
    assert not _look(school, (*BREAKS, *PLANNING, Special(DayKind.FREE, date(2027, 4, 30), date(2027, 4, 30))))


def test_what_somebody_has_moved_stays_and_is_counted(school: World) -> None:
    _laid(school, "F6")
    february = next(task for task in tasks(school, "F6") if task.due.month == 2)
    move(february, date(2027, 3, 19), "Vi venter.", by=school.actor("rita"), at=NOW)
    shorter = Special(DayKind.FREE, february.due - timedelta(days=1), february.due)
    told = _look(school, (*BREAKS, *PLANNING, shorter))
    assert told.kept == 1
    assert told.redated == ()


def test_what_is_done_is_never_touched(school: World) -> None:
    _laid(school, "K3")
    for task in tasks(school, "K3", due__lt=NOW.date() + WEEK):
        complete(task, happened_on=NOW.date(), by=school.actor("rita"), at=NOW)
    first = Special(DayKind.FREE, date(2026, 9, 14), date(2026, 9, 18), "fridag")
    assert _look(school, (*BREAKS, *PLANNING, first)).cancelled == ()


def test_the_same_questions_for_one_school_and_for_many(school: World) -> None:
    _laid(school, "K3")
    counts = []
    for number in (1, 3):
        with CaptureQueriesContext(connection) as asked:
            _many(school, number)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def _many(world: World, number: int) -> None:
    actor = world.actor("rita")
    schools = [world.school, world.other][:number]
    days = days_of_many(actor, [s.calendar_id for s in schools if s.calendar_id], 2026)
    replans(actor, schools, 2026, days)


def test_only_schools_with_a_year_under_way_follow(school: World) -> None:
    everybody = [row.pk for row in School.objects.all()]
    assert laid_out(school.actor("rita"), everybody, 2026) == []
    _laid(school, "K3")
    assert laid_out(school.actor("rita"), everybody, 2026) == [school.school.pk]
    assert laid_out(school.actor("rita"), everybody, 2027) == []
