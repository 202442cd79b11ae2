"""What reminders hear: that somebody got a task, took over, or that something was moved; told at once, and once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone

from tett.access.rules import Actor
from tett.notify.queries import reach
from tett.people.queries.reachable import addresses_of
from tett.reminders.actions import tell_given, tell_lent, tell_moved
from tett.tasks.actions.news import handover_changed, tasks_changed
from tett.tasks.models import Handover, Task
from tett.tasks.words import Happened

TOLD = {Happened.GIVEN: tell_given, Happened.MOVED: tell_moved}


def listen() -> None:
    """Hear what happens to tasks, in the transaction in which it happens."""
    tasks_changed.connect(hear_of_tasks, weak=False, dispatch_uid="reminders.tasks")
    handover_changed.connect(hear_of_handover, weak=False, dispatch_uid="reminders.handovers")
    reach.by(_addresses)


def hear_of_tasks(tasks: Sequence[Task], what: Happened, by: Actor, at: datetime, **_rest: Any) -> None:
    """Tell those whom a change of tasks is news to."""
    if what in TOLD and tasks:
        TOLD[what](tasks, by=by, at=at)


def hear_of_handover(handover: Handover, what: Happened, by: Actor, at: datetime, **_rest: Any) -> None:
    """Tell the two whom a handover is news to."""
    tell_lent(handover, what, by=by, at=at)


def _addresses(persons: Collection[int], at: datetime) -> Mapping[int, str]:
    return addresses_of(Actor(day=timezone.localdate(at), now=at), persons)
