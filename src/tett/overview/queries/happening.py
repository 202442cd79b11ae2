"""What is arranged for somebody's class and school in the days to come."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.tasks.access import may_know_of
from tett.tasks.models import Task
from tett.tasks.queries.rows import say_day
from tett.tasks.words import State

SOON = timedelta(days=21)
SHOWN = 5


@dataclass(frozen=True)
class Happening:
    """Something to look forward to: what, for whom and when, never who has it to do."""

    title: str
    whom: str
    when: str
    address: str


def happening(actor: Actor) -> tuple[Happening, ...]:
    """Give what is arranged for the classes and schools of a student or guardian, the nearest first (one query)."""
    rows = may_know_of.filter(actor, Task.objects.filter(opens__lte=actor.day + SOON, due__gte=actor.day))
    rows = rows.filter(state=State.OPEN).order_by("due", "pk")
    columns = ("duty__title", "school_class__name", "opens", "due", "duty__address")
    found = rows.values_list(*columns)[:SHOWN]
    return tuple(
        Happening(title, name or _("hele skolen"), _when(opens, due), a) for title, name, opens, due, a in found
    )


def _when(opens: date, due: date) -> str:
    """Say the day, or that it is at some time before a day."""
    if opens == due:
        return say_day(due)
    return _("innen %(day)s") % {"day": say_day(due)}
