"""Undoing, putting aside and moving."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.cast import NOW, TODAY, YESTERDAY, World
from tett.tasks import words
from tett.tasks.actions import (
    complete,
    mark_not_done,
    mark_not_relevant,
    move,
    reopen,
)
from tett.tasks.models import Change, Proof, Task
from tett.tasks.tests.saying import FRIDAY, history, logged, refused
from tett.tasks.words import Happened, State


def test_undo_opens_it_again_and_keeps_the_note(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    complete(class_task, happened_on=TODAY, note="Alle var der", by=kari, at=NOW)
    reopen(class_task, by=kari, at=NOW)
    reopen(class_task, by=kari, at=NOW)
    class_task.refresh_from_db()
    assert (class_task.state, class_task.happened_on, class_task.closed_at) == (State.OPEN, None, None)
    assert history(class_task) == [Happened.COMPLETED, Happened.REOPENED]
    assert Proof.objects.count() == 1
    complete(class_task, happened_on=TODAY, note="Alle var der", by=kari, at=NOW)
    assert Proof.objects.count() == 1


@pytest.mark.parametrize(
    ("act", "state", "what"),
    [
        (mark_not_done, State.NOT_DONE, Happened.NOT_DONE),
        (mark_not_relevant, State.NOT_RELEVANT, Happened.NOT_RELEVANT),
    ],
)
def test_putting_aside_takes_a_reason(
    world: World, class_task: Task, act: Callable[..., object], state: State, what: Happened
) -> None:
    kari = world.actor("kari")
    refused(words.REASON_NEEDED, lambda: act(class_task, "  ", by=kari, at=NOW))
    for _ in range(2):
        act(class_task, "Klassen var på ekskursjon", by=kari, at=NOW)
    class_task.refresh_from_db()
    assert (class_task.state, class_task.reason) == (state, "Klassen var på ekskursjon")
    assert history(class_task) == [what]
    assert logged(class_task) == [f"task.{what}"]


def test_what_is_done_is_not_put_aside(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    complete(class_task, happened_on=TODAY, by=kari, at=NOW)
    refused(words.CLOSED_ALREADY, lambda: mark_not_done(class_task, "Feil", by=kari, at=NOW))


def test_what_was_not_done_can_be_done_later(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    mark_not_done(class_task, "Rakk det ikke", by=kari, at=NOW)
    complete(class_task, happened_on=TODAY, by=kari, at=NOW)
    class_task.refresh_from_db()
    assert (class_task.state, class_task.reason) == (State.DONE, "")


def test_moving_keeps_both_days_and_the_reason(world: World, class_task: Task) -> None:
    new = FRIDAY + timedelta(days=7)
    for _ in range(2):
        move(class_task, new, "Tentamen", by=world.actor("kari"), at=NOW)
    class_task.refresh_from_db()
    assert (class_task.due, class_task.moved) == (new, True)
    line = Change.objects.get()
    assert (line.what, line.before, line.after) == (Happened.MOVED, FRIDAY.isoformat(), new.isoformat())
    assert line.reason == "Tentamen"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2026, 9, 15), words.BEFORE_OPENING),
        (date(2027, 8, 1), words.ANOTHER_YEAR),
        (date(2026, 7, 31), words.ANOTHER_YEAR),
    ],
)
def test_a_task_moves_only_within_its_window_and_school_year(world: World, day: date, sentence: object) -> None:
    task = world.task(opens=date(2026, 9, 16), due=FRIDAY)
    refused(sentence, lambda: move(task, day, "Tentamen", by=world.actor("kari"), at=NOW))


def test_a_task_is_not_moved_into_the_past(world: World) -> None:
    task = world.task(opens=date(2026, 9, 1), due=date(2026, 9, 9))
    refused(words.DAY_HAS_PASSED, lambda: move(task, YESTERDAY, "Tentamen", by=world.actor("kari"), at=NOW))


def test_what_is_closed_is_not_moved(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    complete(class_task, happened_on=TODAY, by=kari, at=NOW)
    refused(words.MUST_BE_OPEN_TO_MOVE, lambda: move(class_task, FRIDAY, "Feil", by=kari, at=NOW))
