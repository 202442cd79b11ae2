"""Which schools' years somebody has to do with, and how far each has come."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from tett.access.rules import Actor
from tett.calendar.rules import school_year_of
from tett.people.models import School
from tett.plan.models import Edition
from tett.plan.words import EditionState
from tett.tasks.models import Task
from tett.tasks.words import State
from tett.year.access import may_see_year, may_unfold
from tett.year.models import Unfolding


@dataclass(frozen=True)
class Status:
    """How far a school has come in laying out this year: numbers only."""

    name: str
    slug: str
    edition: int | None
    laid_out_on: date | None
    tasks: int


@dataclass(frozen=True)
class Choice:
    """The school whose year is shown (None: they choose), and the others that may be seen."""

    school: School | None
    others: tuple[School, ...]
    may_lay_out: bool


def school_choice(actor: Actor, slug: str = "") -> Choice:
    """Give the school with this address, or without one the school somebody belongs to or the only one (one query).

    There are no others when the address is of no school that may be seen.
    """
    leads = ExpressionWrapper(may_unfold.rows(actor), BooleanField())
    schools = list(_to_see(actor).select_related("calendar__parent").annotate(may_lay_out=leads))
    found = [s for s in schools if (s.slug == slug if slug else s.pk in actor.schools() or len(schools) == 1)]
    school = found[0] if found else None
    others = () if slug and school is None else tuple(s for s in schools if s != school)
    return Choice(school, others, school is not None and school.may_lay_out)


def school_to_lay_out(actor: Actor) -> School | None:
    """Give the school whose year somebody may lay out, or None (one query)."""
    return may_unfold.filter(actor, School.objects.all()).order_by("pk").first()


def schools_to_see(actor: Actor) -> list[School]:
    """Give the schools whose year somebody may see, by name (one query)."""
    return list(_to_see(actor))


def _to_see(actor: Actor) -> "QuerySet[School]":
    return may_see_year.filter(actor, School.objects.all()).order_by("name", "pk")


def under_way(_actor: Actor, starts_in: int) -> list[int]:
    """Give the schools whose leaders have laid out the year: those that keep themselves up to date (one query)."""
    rows = Unfolding.objects.filter(starts_in=starts_in).order_by("school").values_list("school", flat=True)
    return list(rows.distinct())


def last_unfolding(actor: Actor, school: School) -> Unfolding | None:
    """Give the last time this year's plan was laid out and something changed (one query)."""
    rows = Unfolding.objects.filter(school=school, starts_in=school_year_of(actor.day))
    return rows.select_related("by", "edition").first()


def statuses(actor: Actor) -> tuple[Status, ...]:
    """Tell of each school whether its year is laid out (one query)."""
    rows = _to_see(actor)
    starts_in = school_year_of(actor.day)
    laid = Unfolding.objects.filter(school=OuterRef("pk"), starts_in=starts_in).order_by("at")
    edition = Edition.objects.filter(school=OuterRef("pk"), state=EditionState.ADOPTED)
    told = rows.annotate(
        edition=Subquery(edition.values("number")[:1]),
        laid=Subquery(laid.values("at")[:1]),
        tasks=Subquery(_counted(starts_in)),
    )
    return tuple(
        Status(name, slug, number, timezone.localdate(at) if at else None, tasks or 0)
        for name, slug, number, at, tasks in told.values_list("name", "slug", "edition", "laid", "tasks")
    )


def _counted(starts_in: int) -> "QuerySet[Any, Any]":
    rows = Task.objects.filter(school=OuterRef("pk"), slot__startswith=f"{starts_in}:").order_by()
    rows = rows.filter(due__gte=date(starts_in, 7, 1), state__in=[s for s in State if s != State.CANCELLED])
    return rows.values(of=F("school")).annotate(n=Count("pk")).values("n")
