"""Putting tasks aside with a reason, moving them, and opening them again."""

from datetime import date, datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.tasks import words
from tett.tasks.access import may_settle_task
from tett.tasks.actions.steps import Tasks, ask, change, held, tell
from tett.tasks.models import Task
from tett.tasks.rules import check_may_settle, check_move, check_reason
from tett.tasks.words import Happened, State


def mark_not_done(tasks: Tasks, reason: str, *, by: Actor, at: datetime) -> tuple[Task, ...]:
    """Say that it wasn't done, and why."""
    return _put_aside(tasks, State.NOT_DONE, reason.strip(), by, at)


def mark_not_relevant(tasks: Tasks, reason: str, *, by: Actor, at: datetime) -> tuple[Task, ...]:
    """Say that it doesn't apply here, and why."""
    return _put_aside(tasks, State.NOT_RELEVANT, reason.strip(), by, at)


@transaction.atomic
def _put_aside(tasks: Tasks, state: State, reason: str, by: Actor, at: datetime) -> tuple[Task, ...]:
    rows = held(tasks)
    ask(may_settle_task, by, rows, words.NOT_YOURS_TO_CHANGE)
    check_reason(reason)
    left = [task for task in rows if (task.state, task.reason) != (state, reason)]
    for task in left:
        check_may_settle(task.state)
    change(left, state=state, happened_on=None, closed_at=at, closed_by_id=by.person_id, reason=reason)
    tell(left, Happened(state.value), by=by, at=at, facts={}, reason=reason)
    return tuple(rows)


@transaction.atomic
def move(tasks: Tasks, new_due: date, reason: str, *, by: Actor, at: datetime) -> tuple[Task, ...]:
    """Choose another day by which it should be done, and say why."""
    rows, reason = held(tasks), reason.strip()
    ask(may_settle_task, by, rows, words.NOT_YOURS_TO_CHANGE)
    check_reason(reason)
    left = [task for task in rows if task.due != new_due or task.state != State.OPEN]
    for task in left:
        if task.state != State.OPEN:
            raise Refusal(words.MUST_BE_OPEN_TO_MOVE)
        check_move(new_due, task.opens, task.due, by.day)
    for due in {task.due for task in left}:
        _move([task for task in left if task.due == due], due, new_due, reason, by, at)
    return tuple(rows)


def _move(tasks: list[Task], due: date, new_due: date, reason: str, by: Actor, at: datetime) -> None:
    before, after = due.isoformat(), new_due.isoformat()
    change(tasks, due=new_due, moved=True)
    facts = {"from": before, "to": after}
    tell(tasks, Happened.MOVED, by=by, at=at, facts=facts, reason=reason, before=before, after=after)


@transaction.atomic
def reopen(tasks: Tasks, *, by: Actor, at: datetime) -> tuple[Task, ...]:
    """Undo what closed the tasks; notes and files stay."""
    rows = held(tasks)
    ask(may_settle_task, by, rows, words.NOT_YOURS_TO_CHANGE)
    if any(task.state == State.CANCELLED for task in rows):
        raise Refusal(words.CANCELLED_ALREADY)
    closed = [task for task in rows if task.state != State.OPEN]
    for state in {task.state for task in closed}:
        alike = [task for task in closed if task.state == state]
        tell(alike, Happened.REOPENED, by=by, at=at, facts={"from": str(state)}, before=str(state))
    change(closed, state=State.OPEN, happened_on=None, closed_at=None, closed_by_id=None, reason="")
    return tuple(rows)
