"""Completing: what changes, what is written down, and what is refused."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.cast import NOW, TODAY, YESTERDAY, World
from tett.audit.models import Event
from tett.tasks import words
from tett.tasks.actions import (
    add_proof,
    complete,
    save_draft,
)
from tett.tasks.models import Change, Draft, Proof, Task
from tett.tasks.tests.saying import history, logged, refused
from tett.tasks.words import Evidence, Happened, State


def test_completing_keeps_when_it_happened_apart_from_when_it_was_written(world: World, class_task: Task) -> None:
    complete(class_task, happened_on=YESTERDAY, by=world.actor("kari"), at=NOW)
    class_task.refresh_from_db()
    assert (class_task.state, class_task.happened_on, class_task.closed_at) == (State.DONE, YESTERDAY, NOW)
    assert class_task.closed_by == world.kari
    assert (history(class_task), logged(class_task)) == ([Happened.COMPLETED], ["task.completed"])


def test_completing_twice_changes_nothing_more_and_answers_the_same(world: World, class_task: Task) -> None:
    first = complete(class_task, happened_on=YESTERDAY, note="Snakket om regler", by=world.actor("kari"), at=NOW)
    later = NOW + timedelta(seconds=1)
    second = complete(class_task, happened_on=TODAY, note="Snakket om regler", by=world.actor("kari"), at=later)
    assert first == second
    assert (second[0].happened_on, second[0].closed_at) == (YESTERDAY, NOW)
    assert (Change.objects.count(), Event.objects.count(), Proof.objects.count()) == (1, 1, 1)


def test_a_second_person_who_completes_loses_no_words(world: World, class_task: Task) -> None:
    complete(class_task, happened_on=TODAY, note="Fra Kari", by=world.actor("kari"), at=NOW)
    complete(class_task, happened_on=TODAY, note="Fra Hanne", by=world.actor("hanne"), at=NOW)
    assert set(Proof.objects.values_list("text", flat=True)) == {"Fra Kari", "Fra Hanne"}
    assert history(class_task) == [Happened.COMPLETED]


def test_several_are_completed_at_once(world: World, student_tasks: list[Task]) -> None:
    done = complete(student_tasks[:2], happened_on=TODAY, note="Alle var med", by=world.actor("kari"), at=NOW)
    assert {task.pk for task in done} == {task.pk for task in student_tasks[:2]}
    states = dict(Task.objects.values_list("pk", "state"))
    assert [states[task.pk] for task in student_tasks] == [State.DONE, State.DONE, State.OPEN]
    assert [history(task) for task in student_tasks] == [[Happened.COMPLETED], [Happened.COMPLETED], []]
    assert Proof.objects.filter(text="Alle var med").count() == 2


def test_all_or_none_of_several_are_completed(world: World, student_tasks: list[Task]) -> None:
    others = world.task("hanne", department=world.classes["1TIA"].department)
    refused(
        words.NOT_YOURS_TO_DO,
        lambda: complete([*student_tasks, others], happened_on=TODAY, by=world.actor("kari"), at=NOW),
    )
    assert not Task.objects.filter(state=State.DONE).exists()


@pytest.mark.parametrize(
    ("evidence", "given", "sentence"),
    [
        (Evidence.NOTE, {}, words.NOTE_NEEDED),
        (Evidence.NOTE, {"note": "   "}, words.NOTE_NEEDED),
        (Evidence.NOTE, {"link": "https://prove.no/"}, words.NOTE_NEEDED),
        (Evidence.FILE, {"note": "Se arkivet"}, words.LINK_OR_FILE_NEEDED),
        (Evidence.FILE, {"link": "javascript:alert(1)"}, words.LINK_NOT_UNDERSTOOD),
        (Evidence.FILE, {"link": "https://"}, words.LINK_NOT_UNDERSTOOD),
        (Evidence.CONFIRMATION, {"link": "[https://"}, words.LINK_NOT_UNDERSTOOD),
        (Evidence.CONFIRMATION, {"note": "x" * 10_001}, words.NOTE_TOO_LONG),
    ],
)
def test_what_completes_it_must_be_there(
    world: World, evidence: Evidence, given: dict[str, Any], sentence: object
) -> None:
    task = world.task(duty=world.duty(evidence))
    refused(sentence, lambda: complete(task, happened_on=TODAY, by=world.actor("kari"), at=NOW, **given))


@pytest.mark.parametrize("evidence", sorted(set(Evidence) - {Evidence.NOTE, Evidence.FILE}))
def test_other_kinds_take_a_tap(world: World, evidence: Evidence) -> None:
    task = world.task(duty=world.duty(evidence))
    assert complete(task, happened_on=TODAY, by=world.actor("kari"), at=NOW)[0].state == State.DONE


@pytest.mark.parametrize(
    ("day", "sentence"),
    [(TODAY + timedelta(days=1), words.IN_THE_FUTURE), (date(2026, 7, 31), words.TOO_LONG_AGO)],
)
def test_the_day_must_have_been_and_in_the_same_school_year(
    world: World, class_task: Task, day: date, sentence: object
) -> None:
    refused(sentence, lambda: complete(class_task, happened_on=day, by=world.actor("kari"), at=NOW))


@pytest.mark.parametrize("name", ["sven", "ola", "petra", "adam", "carl", "vera", "harald"])
def test_nobody_completes_what_is_anothers(world: World, class_task: Task, name: str) -> None:
    actor = world.actor(name)
    refused(words.NOT_YOURS_TO_DO, lambda: complete(class_task, happened_on=TODAY, by=actor, at=NOW))


def test_a_leader_does_not_confirm_that_another_has_read(world: World) -> None:
    task = world.task(duty=world.duty(Evidence.READING), staff=world.kari)
    refused(words.ONLY_THE_READER, lambda: complete(task, happened_on=TODAY, by=world.actor("rita"), at=NOW))


@pytest.mark.parametrize(
    ("state", "sentence"),
    [(State.CANCELLED, words.CANCELLED_ALREADY), (State.NOT_RELEVANT, words.NOT_RELEVANT_ALREADY)],
)
def test_what_is_called_off_is_not_completed(world: World, state: State, sentence: object) -> None:
    task = world.task(state=state)
    refused(sentence, lambda: complete(task, happened_on=TODAY, by=world.actor("kari"), at=NOW))


def test_nothing_chosen_is_a_sentence(world: World) -> None:
    refused(words.NOTHING_CHOSEN, lambda: complete([], happened_on=TODAY, by=world.actor("kari"), at=NOW))


def test_a_note_can_be_added_afterwards_but_only_once(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    complete(class_task, happened_on=TODAY, by=kari, at=NOW)
    for _ in range(2):
        add_proof(class_task, note="Referatet kommer", by=kari, at=NOW)
    assert Proof.objects.get().text == "Referatet kommer"
    assert history(class_task) == [Happened.COMPLETED, Happened.ADDED]


def test_a_draft_survives_until_the_task_is_done(world: World, class_task: Task) -> None:
    kari = world.actor("kari")
    save_draft(class_task, "Vi snakket", by=kari, at=NOW)
    save_draft(class_task, "Vi snakket om", by=kari, at=NOW)
    save_draft(class_task, "Hannes egen", by=world.actor("hanne"), at=NOW)
    assert Draft.objects.get(person=world.kari).text == "Vi snakket om"
    complete(class_task, happened_on=TODAY, note="Vi snakket om regler", by=kari, at=NOW)
    assert Draft.objects.get().person == world.hanne
    save_draft(class_task, " ", by=world.actor("hanne"), at=NOW)
    assert not Draft.objects.exists()


def test_nobody_drafts_on_what_is_anothers(world: World, class_task: Task) -> None:
    refused(words.NOT_YOURS_TO_DO, lambda: save_draft(class_task, "Hei", by=world.actor("sven"), at=NOW))
