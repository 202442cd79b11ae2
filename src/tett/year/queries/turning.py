"""What becomes of the year's tasks when a new school year begins."""

from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.calendar.queries import days_in
from tett.people.models import School
from tett.people.rules.turning import Carried, goes_along, stays_behind
from tett.plan.models import Edition
from tett.plan.words import EditionState
from tett.tasks.models import Task
from tett.tasks.words import State
from tett.year.models import Unfolding


def can_be_laid_out(actor: Actor, school: School, starts_in: int) -> bool:
    """Tell whether the plan and the days of a school year are there (two queries)."""
    days = days_in(actor, school.calendar, starts_in) if school.calendar else None
    return days is not None and Edition.objects.filter(school=school, state=EditionState.ADOPTED).exists()


def tasks_of(actor: Actor, school: School, starts_in: int) -> "QuerySet[Task]":  # noqa: ARG001 - the caller has asked
    """Give the tasks that laying out a school year has given."""
    return Task.objects.filter(school=school, slot__startswith=f"{starts_in}:").order_by()


def begun(actor: Actor, school: School, starts_in: int) -> bool:
    """Tell whether anybody has done anything that belongs to a school year (one query)."""
    closed = Q(state__in=[State.DONE, State.NOT_DONE, State.NOT_RELEVANT], closed_by__isnull=False)
    return tasks_of(actor, school, starts_in).filter(closed | Q(proofs__isnull=False)).exists()


def marks(actor: Actor, school: School) -> dict[str, int]:  # noqa: ARG001 - the caller has asked
    """Give the latest task and the latest laying out, so that one can tell later what came after (two queries)."""
    task = Task.objects.filter(school=school).aggregate(last=Max("pk"))["last"]
    laid = Unfolding.objects.filter(school=school).order_by().aggregate(last=Max("pk"))["last"]
    return {"task": task or 0, "unfolding": laid or 0}


def carries_over(actor: Actor, school: School, starts_in: int) -> tuple[Carried, ...]:
    """Tell whether the new year can be laid out (two queries)."""
    if can_be_laid_out(actor, school, starts_in):
        said = _("Det nye året legges ut av planen når du gjennomfører, og følger nye klasser og roller.")
        return (goes_along(said), goes_along(_("Årshjulet for året som var, kan fortsatt leses.")))
    said = _("Det nye året legges ikke ut ennå: det trengs både en vedtatt plan og en skolerute.")
    return (stays_behind(said),)
