"""Taking a laid out school year back, as when the turn to it is undone."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.people.models import School
from tett.tasks.actions.turning import take_away
from tett.year import words
from tett.year.access import may_unfold
from tett.year.models import Unfolding
from tett.year.queries.turning import tasks_of


@transaction.atomic
def withdraw(school: School, starts_in: int, after: dict[str, int], *, by: Actor, at: datetime) -> int:
    """Take away what was laid out after the given marks; tell how many tasks that was.

    The caller holds the school, and has made sure that nobody has done any of it.
    """
    if not may_unfold.allows(by, school):
        raise Refusal(words.NOT_YOURS)
    gone = take_away(tasks_of(by, school, starts_in).filter(pk__gt=after["task"]), by=by, at=at)
    Unfolding.objects.filter(school=school, starts_in=starts_in, pk__gt=after["unfolding"]).delete()
    record("year.withdrawn", school, by=by, at=at, facts={"starts_in": starts_in, "tasks": gone})
    return gone
