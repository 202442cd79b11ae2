"""What the year does to many tasks at once; each step is the same few queries however many they are.

The caller holds the schools in a transaction, has asked who may, and records the whole of it in the log. Only open
tasks are changed and cancelled: what somebody has closed in the meantime stays as it was closed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection

from tett.access.rules import Actor
from tett.base.actions import change_rows, insert_rows
from tett.people.models import Person
from tett.tasks.models import Change, Task
from tett.tasks.words import Happened, State

#: The columns of a new task, in the order of its row; days as ``2026-09-14``. What isn't here is as for any open task.
NEW = (
    "public_id", "duty", "school", "target_key", "slot", "opens", "due", "responsible", "stands_in", "department",
    "school_class", "student", "staff",
)  # fmt: skip
#: As many ids as any of the databases takes in one question.
AT_ONCE = 5_000


class Altered(NamedTuple):
    """An open task that shall have other days, another person or another place, and what its history tells."""

    task_id: int
    opens: str
    due: str
    responsible_id: int | None
    stands_in: bool
    given: bool
    department_id: int | None
    class_id: int | None
    was_due: str
    was_responsible_id: int | None


def lay_out(rows: Sequence[Sequence[Any]], *, by: Actor, at: datetime, seen: bool = False) -> int:
    """Insert tasks; those that the system has ``seen`` happen are done from the start, by nobody."""
    if not seen:
        return insert_rows(Task, NEW, rows)
    done = (State.DONE.value, by.day.isoformat(), connection.ops.adapt_datetimefield_value(at))
    return insert_rows(Task, (*NEW, "state", "happened_on", "closed_at"), [(*row, *done) for row in rows])


def alter(changes: Sequence[Altered], *, by: Actor, at: datetime) -> int:
    """Give open tasks other days, persons or places, each with its lines of history; tell how many."""
    held = _held((change.task_id for change in changes), State.OPEN)
    changes = [change for change in changes if change.task_id in held]
    names = ("opens", "due", "responsible", "stands_in", "given", "department", "school_class")
    change_rows(Task, names, {"state": State.OPEN.value}, [(*change[1:8], change.task_id) for change in changes])
    lines = [*_moved(changes), *_given(changes)]
    _tell(lines, by, at)
    return len(changes)


def cancel(reasons: Mapping[int, str], *, by: Actor, at: datetime) -> int:
    """Call off open tasks, each for its reason; tell how many."""
    held = _held(reasons, State.OPEN)
    for reason in dict.fromkeys(reasons.values()):
        for ids in _batches(key for key in reasons if key in held and reasons[key] == reason):
            Task.objects.filter(pk__in=ids).update(
                state=State.CANCELLED, reason=reason, closed_at=at, closed_by=by.person_id
            )
    _tell([(key, Happened.CANCELLED, reasons[key], "", "") for key in reasons if key in held], by, at)
    return len(held)


def restore(task_ids: Sequence[int], *, by: Actor, at: datetime) -> int:
    """Open tasks again that had been called off; tell how many."""
    held = _held(task_ids, State.CANCELLED)
    for ids in _batches(held):
        Task.objects.filter(pk__in=ids).update(state=State.OPEN, reason="", closed_at=None, closed_by=None)
    _tell([(key, Happened.REOPENED, "", State.CANCELLED.value, "") for key in sorted(held)], by, at)
    return len(held)


def _moved(changes: Iterable[Altered]) -> "list[Line]":
    return [(c.task_id, Happened.MOVED, "", c.was_due, c.due) for c in changes if c.was_due != c.due]


def _given(changes: Iterable[Altered]) -> "list[Line]":
    """Tell of other persons by the ids that addresses have; a hole is nobody."""
    given = [c for c in changes if c.was_responsible_id != c.responsible_id]
    people = {person for c in given for person in (c.was_responsible_id, c.responsible_id) if person}
    known: dict[int | None, str] = {
        key: public_id
        for ids in _batches(people)
        for key, public_id in Person.objects.filter(pk__in=ids).values_list("pk", "public_id")
    }
    return [
        (c.task_id, Happened.GIVEN, "", known.get(c.was_responsible_id, ""), known.get(c.responsible_id, ""))
        for c in given
    ]


#: Which task, what happened, why, and what was before and after.
Line = tuple[int, Happened, str, str, str]


def _tell(lines: Sequence[Line], by: Actor, at: datetime) -> None:
    when = connection.ops.adapt_datetimefield_value(at)
    rows = [
        (task, when, by.person_id, what.value, reason, before, after) for task, what, reason, before, after in lines
    ]
    insert_rows(Change, ("task", "at", "by", "what", "reason", "before", "after"), rows)


def _held(task_ids: Iterable[int], state: State) -> set[int]:
    """Hold the tasks that are still in the state until the transaction ends, and give their ids."""
    rows = Task.objects.select_for_update(of=("self",)).filter(state=state).order_by("pk")
    return {key for ids in _batches(sorted(task_ids)) for key in rows.filter(pk__in=ids).values_list("pk", flat=True)}


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    left = iter(ids)
    while batch := list(islice(left, AT_ONCE)):
        yield batch
