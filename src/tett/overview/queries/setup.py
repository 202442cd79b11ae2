"""How far a school has come before its year runs."""

from datetime import date

from django.db.models import Exists

from tett.access.rules import Actor
from tett.calendar.queries import days_in
from tett.calendar.rules import Days, school_year_of
from tett.overview.words import Step
from tett.people.models import School
from tett.plan.models import Edition
from tett.plan.words import EditionState
from tett.year.models import Unfolding


def school_days(actor: Actor, school: School) -> Days | None:
    """Give this school year's days, or None when nobody has said when school starts."""
    starts_in = school_year_of(actor.day)
    return days_in(actor, school.calendar, starts_in) if school.calendar else None


def year_bounds(days: Days) -> tuple[date, date]:
    """Give the first and last day of a school year's tasks: what is done before school begins is part of it."""
    return date(days.starts_in, 8, 1), date(days.starts_in + 1, 7, 31)


def next_step(actor: Actor, school: School) -> Step:
    """Tell what the leadership has to do next (one query)."""
    laid_out = Exists(Unfolding.objects.filter(school=school, starts_in=school_year_of(actor.day)))
    rows = Edition.objects.filter(school=school).order_by().annotate(laid_out=laid_out)
    states = dict(rows.values_list("state", "laid_out"))
    if EditionState.ADOPTED not in states:
        return Step.REVIEW if EditionState.DRAFT in states else Step.READ_IN
    return Step.RUNNING if states[EditionState.ADOPTED] else Step.UNFOLD
