"""What becomes of last year's open tasks: on 1 August, or with the turn when that comes later."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.calendar.rules import school_year_name, school_year_of
from tett.tasks.actions import turning as tasks
from tett.tasks.actions.turning import Carry
from tett.tasks.models import Task
from tett.tasks.queries.turning import left_open
from tett.tasks.words import State
from tett.turn import words
from tett.turn.models import Turn
from tett.turn.queries.left import concerning_who_left, due_in, who_is_there
from tett.turn.words import OldTasks, Stage


def settle_all(*, by: Actor, at: datetime) -> int:
    """Settle every turn whose year has begun since it was done, for the job that acts for the system; tell how many."""
    rows = Turn.objects.filter(stage=Stage.DONE, settled_at__isnull=True, starts_in__lte=school_year_of(by.day))
    waiting = list(rows.order_by("pk"))
    for turn in waiting:
        with transaction.atomic():
            row = locked(turn)
            if row.done and row.settled_at is None:
                settle(row, by=by, at=at)
    return len(waiting)


@transaction.atomic
def settle(turn: Turn, *, by: Actor, at: datetime) -> None:
    """Do with last year's open tasks what was chosen; the caller holds the turn."""
    with override("nb"):
        over, gone = str(words.YEAR_OVER), str(words.TARGET_LEFT)
        carried = str(words.CARRIED).format(year=school_year_name(turn.starts_in - 1))
    settled: dict[str, list[object]] = {"closed": [], "carried": []}
    if turn.old_tasks == OldTasks.CLOSE:
        settled["closed"] += tasks.close_left_open(turn.school, turn.starts_in, State.NOT_DONE, over, by=by, at=at)
    elif turn.old_tasks == OldTasks.CARRY:
        left = concerning_who_left(by, turn)
        close = tasks.close_left_open
        settled["closed"] += close(turn.school, turn.starts_in, State.NOT_RELEVANT, gone, left, by=by, at=at)
        settled["carried"] += _carry(turn, carried, by, at)
    turn.settled_at = at
    turn.trail = {**turn.trail, "tasks": settled}
    turn.save(update_fields=["settled_at", "trail"])
    record("turn.settled", turn, by=by, at=at, facts={name: len(rows) for name, rows in settled.items()})


@transaction.atomic
def unsettle(turn: Turn, *, by: Actor, at: datetime) -> None:
    """Open again what was closed, and give back what was carried over; the caller holds the turn."""
    settled = turn.trail.get("tasks")
    if settled and turn.settled_at:
        tasks.open_again(settled["closed"], turn.settled_at, by=by, at=at)
        tasks.carry([Carry(*row) for row in settled["carried"]], "", by=by, at=at)


def _carry(turn: Turn, reason: str, by: Actor, at: datetime) -> list[list[object]]:
    """Give what is open a day in the new year, with somebody who is there; give what each was before."""
    due, there = due_in(by, turn).isoformat(), who_is_there(by, turn)
    before: list[list[object]] = []
    after = []
    for row in left_open(by, turn.school, turn.starts_in).select_for_update(of=("self",)).order_by("pk"):
        before.append([row.pk, *_was(row)])
        school_class = there.became.get(row.school_class_id or 0, row.school_class_id)
        person = there.holder(row.responsible_id, school_class, row.department_id)
        stands_in = row.stands_in or person != row.responsible_id
        after.append(Carry(row.pk, due, True, person, stands_in, school_class))  # noqa: FBT003 - a plain row
    tasks.carry(after, reason, by=by, at=at)
    return before


def _was(row: Task) -> tuple[object, ...]:
    return row.due.isoformat(), row.moved, row.responsible_id, row.stands_in, row.school_class_id
