"""How far a school has come before its year runs."""

from datetime import date

from django.db.models import Exists

from tett.access.rules import Actor
from tett.calendar.queries import days_in
from tett.calendar.rules import Days, school_year_of
from tett.overview.words import Step
from tett.people.models import School, SchoolClass
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
    starts_in = school_year_of(actor.day)
    laid_out = Exists(Unfolding.objects.filter(school=school, starts_in=starts_in))
    classes = SchoolClass.objects.filter(school=school)
    now, before = Exists(classes.filter(starts_in=starts_in)), Exists(classes.filter(starts_in=starts_in - 1))
    rows = Edition.objects.filter(school=school).order_by().annotate(laid_out=laid_out, now=now, before=before)
    states = {state: _step(*stands) for state, *stands in rows.values_list("state", "laid_out", "now", "before")}
    if EditionState.ADOPTED not in states:
        return Step.REVIEW if EditionState.DRAFT in states else Step.READ_IN
    return states[EditionState.ADOPTED]


def _step(laid_out: bool, has_classes: bool, had_classes: bool) -> Step:  # noqa: FBT001 - as the database says it
    """Tell what comes after the plan: a school that had classes last year and has none now hasn't turned its year."""
    if had_classes and not has_classes:
        return Step.TURN
    return Step.RUNNING if laid_out else Step.UNFOLD
