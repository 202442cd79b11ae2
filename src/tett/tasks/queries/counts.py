"""Counting tasks in the database, for the boards: numbers only, never a name."""

from dataclasses import dataclass

from django.db.models import Count, Q

from tett.access.rules import Actor
from tett.people.models import School
from tett.tasks.access import may_count_tasks
from tett.tasks.models import Task
from tett.tasks.words import State


@dataclass(frozen=True)
class Progress:
    """How far one duty has come in one class; no class means what is done for others than a class."""

    duty_id: int
    class_id: int | None
    done: int
    open: int
    late: int
    holes: int
    settled: int


def progress(actor: Actor, school: School) -> tuple[Progress, ...]:
    """Count a school's tasks by duty and class (one query); cancelled ones are left out."""
    open_ = Q(state=State.OPEN)
    rows = may_count_tasks.filter(actor, Task.objects.filter(school=school)).exclude(state=State.CANCELLED)
    counted = rows.order_by("duty_id", "school_class_id").values_list("duty_id", "school_class_id").annotate(
        n_done=Count("pk", filter=Q(state=State.DONE)),
        n_open=Count("pk", filter=open_),
        n_late=Count("pk", filter=open_ & Q(due__lt=actor.day)),
        n_holes=Count("pk", filter=open_ & (Q(stands_in=True) | Q(responsible=None))),
        n_settled=Count("pk", filter=Q(state__in=[State.NOT_DONE, State.NOT_RELEVANT])),
    )  # fmt: skip
    return tuple(Progress(*row) for row in counted)
