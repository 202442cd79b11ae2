"""What nobody has done when a school year is over."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.people.models import School
from tett.people.rules.turning import Carried, goes_along, stays_behind
from tett.tasks.models import Task
from tett.tasks.words import State


def left_open(actor: Actor, school: School, starts_in: int) -> "QuerySet[Task]":  # noqa: ARG001 - the caller has asked
    """Give the tasks that belong to the time before a school year and are still open."""
    return Task.objects.filter(school=school, state=State.OPEN, due__lt=date(starts_in, 8, 1)).order_by()


def number_left_open(actor: Actor, school: School, starts_in: int) -> int:
    """Count them (one query)."""
    return left_open(actor, school, starts_in).count()


def carries_over(actor: Actor, school: School, starts_in: int) -> tuple[Carried, ...]:  # noqa: ARG001 - said of every year
    """Tell of what is done, and of what somebody looks after for another."""
    return (
        goes_along(_("Alt som er gjort, blir stående på året det hører til, med notater og filer.")),
        stays_behind(_("Å passe oppgaver for en annen går ut på datoen dere har satt.")),
    )
