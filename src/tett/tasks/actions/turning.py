"""What becomes of tasks when a school year turns: many at once, in the same few questions however many they are.

The caller holds the school in a transaction, has asked who may, and records the whole of it in the log.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from tett.access.rules import Actor
from tett.base.actions import change_rows, insert_rows
from tett.people.models import School
from tett.tasks.models import Change, Draft, Handover, Task
from tett.tasks.queries.turning import left_open
from tett.tasks.words import Happened, State


class Carry(NamedTuple):
    """A task that goes along into the new year: with which day, with whom, and for which class."""

    task_id: int
    due: str
    moved: bool
    responsible_id: int | None
    stands_in: bool
    class_id: int | None


CARRIED = ("due", "moved", "responsible", "stands_in", "school_class")


def close_left_open(
    school: School,
    starts_in: int,
    state: State,
    reason: str,
    only: Iterable[int] | None = None,
    *,
    by: Actor,
    at: datetime,
) -> list[int]:
    """Close what is left open (or only some of it) for a reason; give their numbers."""
    rows = left_open(by, school, starts_in).select_for_update(of=("self",))
    rows = rows if only is None else rows.filter(pk__in=list(only))
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    Task.objects.filter(pk__in=ids).update(state=state, reason=reason, closed_at=at, closed_by=by.person_id)
    _tell([(pk, reason, "", "") for pk in ids], Happened(state.value), by, at)
    return ids


def open_again(ids: Sequence[int], closed_at: datetime, *, by: Actor, at: datetime) -> int:
    """Open what was closed so, where nobody has touched it since; tell how many."""
    rows = Task.objects.filter(pk__in=ids, closed_at=closed_at).exclude(state=State.OPEN)
    held = list(rows.order_by("pk").values_list("pk", "state"))
    rows.update(state=State.OPEN, reason="", closed_at=None, closed_by=None)
    _tell([(pk, "", state, "") for pk, state in held], Happened.REOPENED, by, at)
    return len(held)


def carry(changes: Sequence[Carry], reason: str, *, by: Actor, at: datetime) -> int:
    """Give open tasks a day, a person and a class in the new year (or their old ones back); tell how many."""
    rows = [(c.due, c.moved, c.responsible_id, c.stands_in, c.class_id, c.task_id) for c in changes]
    change_rows(Task, CARRIED, {"state": State.OPEN.value}, rows)
    _tell([(c.task_id, reason, "", c.due) for c in changes], Happened.MOVED, by, at)
    return len(changes)


def take_away(rows: "QuerySet[Task]", *, by: Actor, at: datetime) -> int:  # noqa: ARG001 - the caller records it
    """Take tasks away that nobody has done anything with, as if they had never been given; tell how many."""
    ids = rows.order_by().values("pk")
    for model in (Change, Draft, Handover):
        model._default_manager.filter(task__in=ids).delete()  # noqa: SLF001 - Django's documented way to the manager of any model
    return rows.delete()[1].get(Task._meta.label, 0)  # noqa: SLF001 - Django's public name for a model


def _tell(lines: Sequence[tuple[int, str, str, str]], what: Happened, by: Actor, at: datetime) -> None:
    when = connection.ops.adapt_datetimefield_value(at)
    rows = [(pk, when, by.person_id, what.value, reason, before, after) for pk, reason, before, after in lines]
    insert_rows(Change, ("task", "at", "by", "what", "reason", "before", "after"), rows)
