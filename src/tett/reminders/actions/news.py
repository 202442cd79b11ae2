"""Notices of what is news to somebody at once: few, in the application only, and never to the one who did it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse

from tett.access.rules import Actor
from tett.notify.actions import tell
from tett.reminders import words
from tett.reminders.queries import moved_unwanted
from tett.tasks.models import Handover, Task
from tett.tasks.words import Happened


def tell_given(tasks: Sequence[Task], *, by: Actor, at: datetime) -> None:
    """Tell somebody who got tasks."""
    _tell_responsible(tasks, "given", (words.TASK_GIVEN, words.TASKS_GIVEN), set(), by, at)


def tell_moved(tasks: Sequence[Task], *, by: Actor, at: datetime) -> None:
    """Tell those whose tasks got another day, unless they don't want to know."""
    unwanted = moved_unwanted(by, {task.responsible_id for task in tasks if task.responsible_id})
    _tell_responsible(tasks, "moved", (words.TASK_MOVED, words.TASKS_MOVED), unwanted, by, at)


def _tell_responsible(
    tasks: Sequence[Task], kind: str, why: tuple[object, object], but: set[int], by: Actor, at: datetime
) -> None:
    """Tell each once, however many tasks it is about."""
    whose: defaultdict[int, list[Task]] = defaultdict(list)
    for task in tasks:
        if task.responsible_id and task.responsible_id not in {*but, by.person_id}:
            whose[task.responsible_id].append(task)
    for person, theirs in whose.items():
        one = theirs[0] if len(theirs) == 1 else None
        address = reverse("tasks:task", args=[one.public_id]) if one else reverse("tasks:mine")
        key = f"task.{kind}:{theirs[0].public_id}:{at.isoformat()}"
        tell([person], f"task.{kind}", why[0] if one else why[1], address, key=key, by=by, at=at)


def tell_lent(handover: Handover, what: Happened, *, by: Actor, at: datetime) -> None:
    """Tell who looks after tasks for another, and the other if somebody else arranged it; so too when it ends."""
    back = what == Happened.HANDED_BACK
    told = {
        handover.taker_id: words.HANDED_BACK if back else words.TAKEN_OVER,
        handover.giver_id: words.HANDED_BACK if back else words.LENT_OUT,
    }
    for person, why in told.items():
        if person != by.person_id:
            key = f"tasks.{what.value}:{handover.public_id}"
            tell([person], f"tasks.{what.value}", why, reverse("tasks:mine"), key=key, by=by, at=at)
