"""The tasks behind a cell of the board or a sentence of the plan."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from tett.access.rules import Actor
from tett.overview.queries.board import SCHOOL_COLUMN
from tett.overview.queries.counts import counted
from tett.overview.rules import total
from tett.people.models import SchoolClass
from tett.tasks.access import may_follow_tasks
from tett.tasks.models import Duty, Proof, Task
from tett.tasks.rules import Tally
from tett.tasks.words import State


@dataclass(frozen=True)
class Behind:
    """A duty's tasks, in one class or everywhere."""

    duty: Duty
    school_class: SchoolClass | None
    tasks: "QuerySet[Task]"
    count: Tally


def tasks_behind(actor: Actor, duty_id: str, column: str | None = None) -> Behind | None:
    """Give the tasks that the actor leads of a duty; None when there are none to see or no such column."""
    rows = may_follow_tasks.filter(actor, Task.objects.filter(duty__public_id=duty_id))
    school_class = None
    if column == SCHOOL_COLUMN:
        rows = rows.filter(school_class=None)
    elif column:
        rows = rows.filter(school_class__public_id=column)
        school_class = SchoolClass.objects.filter(public_id=column).first()
    return _behind(actor, rows, school_class)


def _behind(actor: Actor, rows: "QuerySet[Task]", school_class: SchoolClass | None) -> Behind | None:
    first = rows.select_related("duty").first()
    if first is None:
        return None
    count = total(counted(actor, rows, "duty_id").values())
    return Behind(first.duty, school_class, _ready(rows), count)


def _ready(rows: "QuerySet[Task]") -> "QuerySet[Task]":
    proofs = Prefetch("proofs", Proof.objects.order_by("pk"))
    related = ("responsible", "student", "staff", "school_class", "department", "closed_by")
    shown = rows.exclude(state=State.CANCELLED).select_related(*related).prefetch_related(proofs)
    return shown.order_by("due", "school_class__name", "pk")
