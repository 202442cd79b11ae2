"""How far a school has come before its year runs."""

from datetime import date

from tett.access.rules import Actor
from tett.calendar.queries import days_of
from tett.calendar.rules import Days, school_year_of
from tett.overview.words import Step
from tett.people.models import School
from tett.plan.models import Edition
from tett.plan.words import EditionState
from tett.year.models import Unfolding


def school_days(actor: Actor, school: School) -> Days | None:
    """Give this school year's days, or None when nobody has said when school starts."""
    starts_in = school_year_of(actor.day)
    return days_of(actor, school.calendar_id, starts_in) if school.calendar_id else None


def year_bounds(days: Days) -> tuple[date, date]:
    """Give the first and last day of a school year's tasks: what is done before school begins is part of it."""
    return date(days.starts_in, 8, 1), date(days.starts_in + 1, 7, 31)


def next_step(actor: Actor, school: School) -> Step:
    """Tell what the leadership has to do next (two queries)."""
    states = set(Edition.objects.filter(school=school).order_by().values_list("state", flat=True))
    if EditionState.ADOPTED not in states:
        return Step.REVIEW if EditionState.DRAFT in states else Step.READ_IN
    return Step.RUNNING if _unfolded(actor, school) else Step.UNFOLD


def _unfolded(actor: Actor, school: School) -> bool:
    return Unfolding.objects.filter(school=school, starts_in=school_year_of(actor.day)).exists()
