"""The steps that every action on tasks takes: lock, ask, change, record."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from tett.access.rules import Actor, Rule
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.tasks import words
from tett.tasks.actions.news import tasks_changed
from tett.tasks.models import Change, Task
from tett.tasks.words import Happened

Tasks = Task | Iterable[Task]


def held(tasks: Tasks) -> list[Task]:
    """Read the tasks again and hold them until the transaction ends, always in the same order."""
    keys = {tasks.pk} if isinstance(tasks, Task) else {task.pk for task in tasks}
    if not keys:
        raise Refusal(words.NOTHING_CHOSEN)
    rows = Task.objects.select_for_update(of=("self",)).select_related("duty")
    return list(rows.filter(pk__in=keys).order_by("pk"))


def ask(rule: Rule, by: Actor, tasks: Sequence[Task], otherwise: object) -> None:
    """Refuse unless the rule gives the actor every one of the tasks."""
    keys = [task.pk for task in tasks]
    if rule.filter(by, Task.objects.filter(pk__in=keys)).count() != len(keys):
        raise Refusal(otherwise)


def author(by: Actor) -> int:
    """Give the person who acts; what nobody does, nobody may write."""
    if by.person_id is None:
        raise Refusal(words.NOT_YOURS_TO_DO)
    return by.person_id


def tell(tasks: Sequence[Task], what: Happened, *, by: Actor, at: datetime, facts: dict[str, Any], **line: str) -> None:
    """Add a line to each task's history and to the log."""
    Change.objects.bulk_create(Change(task=task, at=at, by_id=by.person_id, what=what, **line) for task in tasks)
    for task in tasks:
        record(f"task.{what.value}", task, by=by, at=at, facts=facts)
    tasks_changed.send(sender=Task, tasks=tasks, what=what, by=by, at=at)


def change(tasks: Sequence[Task], **fields: Any) -> None:
    """Write the same to all of them, in the table and on the rows at hand."""
    Task.objects.filter(pk__in=[task.pk for task in tasks]).update(**fields)
    for task in tasks:
        for name, value in fields.items():
            setattr(task, name, value)
