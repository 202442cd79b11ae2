"""What is arranged for somebody's class and school in the days to come."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, Q
from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.people.access import current
from tett.people.models import Enrolment
from tett.people.words import Lodging
from tett.plan.words import Audience
from tett.tasks.access import may_know_of
from tett.tasks.models import Task
from tett.tasks.queries.rows import say_day
from tett.tasks.words import State

SOON = timedelta(days=28)
SHOWN = 5
BOARDERS = Q(duty__undertakings__commitment__audience=Audience.BOARDERS)


@dataclass(frozen=True)
class Happening:
    """Something to look forward to: what, for whom and when, never who has it to do."""

    duty_id: str
    title: str
    whom: str
    when: str


def happening(actor: Actor) -> tuple[Happening, ...]:
    """Give what is arranged for a student or a guardian's wards, the next time of each (one query)."""
    rows = Task.objects.filter(state=State.OPEN, opens__lte=actor.day + SOON, due__gte=actor.day)
    rows = may_know_of.filter(actor, rows.filter(_boards(actor) | ~BOARDERS)).order_by("due", "pk")
    columns = ("duty__public_id", "duty__title", "school_class__name", "opens", "due")
    next_times: dict[tuple[str, str | None], Happening] = {}
    for duty, title, name, opens, due in rows.values_list(*columns):
        told = Happening(duty, title, name or _("hele skolen"), _when(opens, due, actor.day))
        next_times.setdefault((duty, name), told)
    return tuple(next_times.values())[:SHOWN]


def _boards(actor: Actor) -> Q:
    """Tell whether the student, or one of the wards, lives away from home."""
    people = {actor.person_id, *actor.wards}
    return Q(Exists(Enrolment.objects.filter(current(actor), student__in=people).exclude(lodging=Lodging.HOME)))


def _when(opens: date, due: date, today: date) -> str:
    """Say the day, or from when until when."""
    if opens == due:
        return say_day(due)
    if opens <= today:
        return _("innen %(day)s") % {"day": say_day(due)}
    return _("mellom %(first)s og %(last)s") % {"first": say_day(opens), "last": say_day(due)}
