"""The year as it may be seen: every promise with its occurrences, and how each looks today."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.db.models import BooleanField, ExpressionWrapper, Min, OuterRef, Subquery
from django.urls import reverse

from tett.access.rules import Actor
from tett.access.words import Role
from tett.calendar.queries import days_in
from tett.calendar.rules import Days, Routine, school_year_of
from tett.calendar.words import Level
from tett.people.models import School, SchoolClass
from tett.plan.words import Audience
from tett.tasks.models import Task
from tett.tasks.queries import numbers
from tett.tasks.rules import Tally
from tett.tasks.words import State
from tett.year.access import may_see_progress
from tett.year.models import Unfolding
from tett.year.queries.inputs import Plan, plans_of
from tett.year.queries.telling import say_bearer, say_when
from tett.year.rules import (
    Cache,
    Promise,
    Span,
    Times,
    for_learners,
    look_of,
    occurrences,
    pace_of,
    reads_plan,
    ring_of,
    unfolds,
)
from tett.year.words import Look, Ring, Unfolds

#: By duty and occurrence: the tasks that share their last day, when they open, and how many of each kind.
Counted = dict[int, dict[str, list[tuple[date, date, Tally]]]]

#: Stands in an address for the name of a duty.
DUTY = "any-duty"


@dataclass(frozen=True)
class Occurrence:
    """Once that something happens."""

    opens: date
    due: date
    look: Look
    tally: Tally


@dataclass(frozen=True)
class Thing:
    """A promise of the plan with everything it becomes in the year."""

    code: str
    title: str
    ring: Ring
    bearer: str
    audience: str
    when: str
    duty_id: str
    address: str
    occurrences: tuple[Occurrence, ...]
    look: Look
    tally: Tally


@dataclass(frozen=True)
class Sight:
    """A school's year as somebody may see it."""

    school: School
    starts_in: int
    days: Days | None
    things: tuple[Thing, ...]
    #: Somebody who sees how it goes; the others see only when.
    progress: bool
    laid_out: bool
    edition: int | None
    today: date
    #: The years that may be looked at, this one first.
    years: tuple[int, ...]
    #: A year that is over: nothing more is done in it.
    earlier: bool = False


def sight_of(actor: Actor, school: School, starts_in: int | None = None) -> Sight:
    """Give a school's year to somebody who may see it (four queries, and one if its calendar was read with it).

    Without a year it is this one; another year is shown as the edition has it that it was last laid out by, to those
    who see how it goes.
    """
    this = school_year_of(actor.day)
    starts_in = this if starts_in is None else starts_in
    edition, first, progress = _standing(actor, school, starts_in)
    plan = plans_of(actor, [school.pk], edition=edition if starts_in != this else None).get(school.pk)
    days = days_in(actor, school.calendar, starts_in) if school.calendar else None
    seen = Sight(
        school, starts_in, days, (), progress, edition is not None, plan.number if plan else None, actor.day,
        tuple(range(this, first - 1, -1)) if progress and first else (this,), earlier=starts_in < this,
    )  # fmt: skip
    if plan is None or days is None or edition is None or starts_in not in seen.years:
        return seen
    return replace(seen, things=_things(actor, seen, plan, days))


def _standing(actor: Actor, school: School, starts_in: int) -> tuple[int | None, int | None, bool]:
    """Give the edition the year was last laid out by, the first year there is, and who sees how it goes (one query)."""
    laid = Unfolding.objects.filter(school=OuterRef("pk"))
    last = laid.filter(starts_in=starts_in).order_by("-at", "-pk").values("edition")[:1]
    first = laid.order_by("starts_in").values("starts_in")[:1]
    progress = ExpressionWrapper(may_see_progress.rows(actor), BooleanField())
    rows = School.objects.filter(pk=school.pk).values_list(Subquery(last), Subquery(first), progress)
    edition, year, sees = rows.get()
    return edition, year, bool(sees)


@lru_cache(maxsize=64)
def _times_found(_days: Days) -> Cache:
    """Keep what was worked out for a year's days, for the next who sees it and for schools with the same days."""
    return Cache()


def _things(actor: Actor, seen: Sight, plan: Plan, days: Days) -> tuple[Thing, ...]:
    shown = [promise for promise in _unfolding(plan) if seen.progress or for_learners(promise)]
    counted = _counted(actor, seen, [p.duty for p in shown if p.duty]) if seen.progress else {}
    times = Times(days, Routine.from_data(seen.school.routine), plan.number, plan.in_force_from, _times_found(days))
    levels = _levels(actor, seen)
    found = (_thing(p, occurrences(p, times, levels), counted, plan.called, seen) for p in shown)
    return tuple(thing for thing in found if thing.occurrences)


def _unfolding(plan: Plan) -> list[Promise]:
    has_reading = any(reads_plan(promise) for promise in plan.promises)
    return [p for p in plan.promises if p.duty and unfolds(p, has_reading=has_reading) == Unfolds.TASKS]


def _levels(actor: Actor, seen: Sight) -> tuple[Level, ...]:
    """Give the levels of the school's classes; to those who learn there, of their own."""
    rows = SchoolClass.objects.filter(school=seen.school, starts_in=seen.starts_in)
    if not seen.progress:
        rows = rows.filter(pk__in=actor.classes(Role.STUDENT, Role.GUARDIAN))
    return tuple(Level(level) for level in rows.order_by("level").values_list("level", flat=True).distinct())


def _counted(actor: Actor, seen: Sight, duties: Sequence[int]) -> Counted:
    """Count the year's tasks by duty, occurrence and last day (one query)."""
    rows = Task.objects.filter(school=seen.school, duty__in=duties, slot__startswith=f"{seen.starts_in}:")
    grouped = rows.exclude(state=State.CANCELLED).order_by().values_list("duty_id", "slot", "due")
    found: Counted = defaultdict(lambda: defaultdict(list))
    for duty, slot, due, opens, *tally in grouped.annotate(first=Min("opens"), **numbers(actor)):
        found[duty][slot].append((opens, due, Tally(*tally)))
    return found


def _thing(promise: Promise, spans: Sequence[Span], counted: Counted, called: Mapping[int, str], seen: Sight) -> Thing:
    own = _occurrences(spans, counted.get(promise.duty or 0, {}), seen)
    tally = sum((once.tally for once in own), Tally())
    return Thing(
        code=promise.code,
        title=promise.title,
        ring=ring_of(promise.bearer),
        bearer=say_bearer(promise),
        audience=str(Audience(promise.audience).label),
        when=say_when(promise),
        duty_id=called[promise.duty or 0],
        address=_address().replace(DUTY, called[promise.duty or 0]) + (f"?ar={seen.starts_in}" if seen.earlier else ""),
        occurrences=own,
        look=_overall(own, tally, seen),
        tally=tally,
    )


@lru_cache(maxsize=1)
def _address() -> str:
    """Give the address of any duty: a page leads to each of them three times."""
    return reverse("year:duty", args=[DUTY])


def _occurrences(
    spans: Iterable[Span], counted: dict[str, list[tuple[date, date, Tally]]], seen: Sight
) -> tuple[Occurrence, ...]:
    """Give what the calendar says, with its tasks; and what only has tasks, like that for somebody who began late."""
    planned = {span.slot: span for span in spans}
    found = [_once(s.opens, s.due, [row[2] for row in counted.get(slot, ())], seen) for slot, s in planned.items()]
    others = [row for slot, rows in counted.items() if slot not in planned for row in rows]
    found += [_once(opens, due, [tally], seen) for opens, due, tally in others]
    return tuple(sorted(found, key=lambda once: (once.opens, once.due)))


def _once(opens: date, due: date, tallies: Iterable[Tally], seen: Sight) -> Occurrence:
    tally = sum(tallies, Tally())
    look = look_of(tally, opens, seen.today) if seen.progress else pace_of(opens, due, seen.today)
    return Occurrence(opens, due, look, tally)


def _overall(own: Sequence[Occurrence], tally: Tally, seen: Sight) -> Look:
    """Judge the whole of it: by all its tasks, or by where its days lie."""
    if not own:
        return Look.NOTHING
    first = min(once.opens for once in own)
    if not seen.progress:
        return pace_of(first, max(once.due for once in own), seen.today)
    return look_of(tally, first, seen.today)
