"""Completing tasks, with what shows that they are done."""

from collections.abc import Sequence
from datetime import date, datetime

from django.core.files import File
from django.db import transaction

from tett.access.rules import Actor
from tett.tasks import words
from tett.tasks.access import may_do_task
from tett.tasks.actions.proofs import Shown, keep, received
from tett.tasks.actions.steps import Tasks, ask, change, held, tell
from tett.tasks.models import Draft, Task
from tett.tasks.rules import check_evidence, check_happened, check_may_complete, check_note
from tett.tasks.words import Evidence, Happened, State


def complete(
    tasks: Tasks,
    *,
    happened_on: date,
    note: str = "",
    link: str = "",
    file: "File[bytes] | None" = None,
    by: Actor,
    at: datetime,
) -> tuple[Task, ...]:
    """Say that one or several tasks are done, and when it happened.

    A second time completes nothing and answers the same; a note or file that isn't there yet is added.
    """
    shown = received(note, link, file)
    with shown.stored(at), transaction.atomic():
        rows = held(tasks)
        _ask(rows, by)
        _check(rows, happened_on, shown, by)
        _close([task for task in rows if task.state != State.DONE], happened_on, by, at)
        keep(rows, shown, by=by, at=at)
        Draft.objects.filter(task__in=rows, person=by.person_id).delete()
    return tuple(rows)


def add_proof(
    task: Task, *, note: str = "", link: str = "", file: "File[bytes] | None" = None, by: Actor, at: datetime
) -> Task:
    """Add a note, link or file to a task, before or after it is done; the same one only once."""
    shown = received(note, link, file)
    with shown.stored(at), transaction.atomic():
        rows = held(task)
        _ask(rows, by)
        check_note(shown.note, shown.link)
        added = keep(rows, shown, by=by, at=at)
        tell(added, Happened.ADDED, by=by, at=at, facts={"kinds": shown.kinds})
        Draft.objects.filter(task=task, person=by.person_id).delete()
    return rows[0]


def _ask(rows: Sequence[Task], by: Actor) -> None:
    reading = any(task.duty.evidence == Evidence.READING for task in rows)
    ask(may_do_task, by, rows, words.ONLY_THE_READER if reading else words.NOT_YOURS_TO_DO)


def _check(rows: Sequence[Task], happened_on: date, shown: Shown, by: Actor) -> None:
    check_note(shown.note, shown.link)
    for task in rows:
        check_may_complete(task.state)
        check_happened(happened_on, task.due, by.day)
        if task.state != State.DONE:
            check_evidence(task.duty.evidence, shown.note, shown.link, has_file=shown.attached is not None)


def _close(tasks: Sequence[Task], happened_on: date, by: Actor, at: datetime) -> None:
    change(tasks, state=State.DONE, happened_on=happened_on, closed_at=at, closed_by_id=by.person_id, reason="")
    facts = {"happened_on": happened_on.isoformat(), "together": len(tasks)}
    tell(tasks, Happened.COMPLETED, by=by, at=at, facts=facts, after=happened_on.isoformat())
