"""Everything that decides what schools' years are like, and the tasks that are there; the same few queries for all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import ExpressionWrapper, F, IntegerField, Min, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from tett.access.rules import Actor
from tett.calendar.queries import days_of_many
from tett.calendar.rules import Days, Routine, Schedule
from tett.people.models import School
from tett.people.queries.roster import rosters_of
from tett.plan.models import Commitment
from tett.plan.words import EditionState, Review
from tett.tasks.models import Task
from tett.tasks.words import State
from tett.year.models import Undertaking, Unfolding
from tett.year.rules import Cache, Kept, Promise, Setting, Stored, Times, Told, taken_over


@dataclass(frozen=True)
class Plan:
    """A school's edition in force, as far as the year needs it."""

    edition: int
    number: int
    in_force_from: date
    promises: tuple[Promise, ...]
    #: What duties are called in addresses.
    called: Mapping[int, str]


def plans_of(
    actor: Actor,
    schools: Collection[int],
    state: EditionState = EditionState.ADOPTED,
    edition: int | None = None,
) -> dict[int, Plan]:
    """Give each school's plan in force (the draft, or a certain edition), with its duties (one query).

    Whoever calls has asked who may.
    """
    wanted = {"edition": edition} if edition else {"edition__state": state}
    rows = Commitment.objects.filter(edition__school__in=schools, **wanted)
    rows = rows.exclude(review=Review.DISMISSED).order_by("order", "pk")
    found: dict[tuple[Any, ...], list[Promise]] = defaultdict(list)
    called: dict[int, dict[int, str]] = defaultdict(dict)
    for of, *told, pk, code, title, bearer, others, audience, levels, when, evidence, duty, name in rows.values_list(
        "edition__school_id", "edition_id", "edition__number", "edition__in_force_from",
        "pk", "code", "title", "bearer", "co_bearers", "audience", "levels", "schedule", "evidence",
        "undertaking__duty_id", "undertaking__duty__public_id",
    ):  # fmt: skip
        if duty:
            called[of][duty] = name
        found[of, *told].append(
            Promise(
                pk,
                code,
                title,
                bearer,
                tuple(others),
                audience,
                tuple(levels),
                Schedule.from_data(when),
                evidence,
                duty,
            )
        )
    return {
        school: Plan(pk, number, day or actor.day, tuple(own), called[school])
        for (school, pk, number, day), own in found.items()
    }


def settings_of(
    actor: Actor, schools: Iterable[School], plans: Mapping[int, Plan], starts_in: int, cache: Cache
) -> dict[int, Setting]:
    """Give what decides each school's year; schools without plan or days are missing (nine queries)."""
    known = [school for school in schools if school.pk in plans]
    ids = [school.pk for school in known]
    days = days_of_many(actor, [s.calendar_id for s in known if s.calendar_id], starts_in)
    rosters = rosters_of(actor, ids, starts_in, date(starts_in, 8, 1), date(starts_in + 1, 7, 31))
    begun = _begun(ids, starts_in)
    return {
        school.pk: Setting(
            plans[school.pk].promises,
            _times(days[school.calendar_id], school, plans[school.pk], cache),
            rosters[school.pk],
            actor.day,
            begun.get(school.pk, actor.day),
        )
        for school in known
        if school.calendar_id in days
    }


def _times(days: Days, school: School, plan: Plan, cache: Cache) -> Times:
    return Times(days, Routine.from_data(school.routine), plan.number, plan.in_force_from, cache)


def _begun(schools: Collection[int], starts_in: int) -> dict[int, date]:
    """Give the day each school's year was first laid out."""
    rows = Unfolding.objects.filter(school__in=schools, starts_in=starts_in).order_by()
    return {pk: timezone.localdate(at) for pk, at in rows.values_list("school").annotate(first=Min("at"))}


# -- tasks that are there ------------------------------------------------------------------------------------------

#: A task as the year compares it: days as text and flags as the driver gives them (a number equals its flag), since
#: every conversion costs, a million times.
_ROW = (
    "duty_id",
    "target_key",
    "slot",
    Cast("opens", TextField()),
    Cast("due", TextField()),
    "responsible_id",
    ExpressionWrapper(F("stands_in"), TextField()),
    "department_id",
    "school_class_id",
)


def stored_of(actor: Actor, schools: Collection[int], starts_in: int) -> dict[int, Stored]:  # noqa: ARG001 - as above
    """Give the tasks that each school's year has (two queries)."""
    plain: dict[int, dict[Any, int]] = {school: {} for school in schools}
    rest: dict[int, dict[Any, Kept]] = {school: {} for school in schools}
    untouched = {"state": State.OPEN, "moved": False, "given": False}
    for row in _tasks(schools, starts_in).filter(**untouched).values_list("pk", "school_id", *_ROW):
        plain[row[1]][row[2:]] = row[0]
    others = _tasks(schools, starts_in).filter(state__in=State.values).exclude(**untouched)
    for pk, school, state, moved, given, *own in others.values_list(
        "pk", "school_id", "state", Cast("moved", IntegerField()), Cast("given", IntegerField()), *_ROW
    ):
        row = tuple(own)
        rest[school][row[:3]] = Kept(pk, state, bool(moved), bool(given), row)
    return {school: Stored(plain[school], rest[school]) for school in schools}


def _tasks(schools: Collection[int], starts_in: int) -> "QuerySet[Task]":
    """Give the tasks whose slot belongs to the school year; the days only help the index."""
    around = (date(starts_in, 7, 1), date(starts_in + 1, 8, 31))
    return Task.objects.filter(school__in=schools, due__range=around, slot__startswith=f"{starts_in}:").order_by()


# -- duties that were there before -------------------------------------------------------------------------------------


def taken_over_by(
    actor: Actor, plans: Mapping[int, Plan], lacking: Mapping[int, Collection[Promise]]
) -> dict[int, int]:
    """Give the duty, by commitment, of those promises that were told the same before (two queries)."""
    told = told_of(actor, [promise.commitment for own in lacking.values() for promise in own])
    before = told_before(actor, plans)
    found: dict[int, int] = {}
    for pk, promises in lacking.items():
        used = {promise.duty for promise in plans[pk].promises}
        old = [(duty, was) for duty, was in before.get(pk, {}).items() if duty not in used]
        found |= taken_over([(p.commitment, told[p.commitment]) for p in promises], old)
    return found


def told_of(actor: Actor, commitments: Collection[int]) -> dict[int, Told]:  # noqa: ARG001 - as above
    """Give how commitments are told (one query)."""
    rows = Commitment.objects.filter(pk__in=commitments).order_by()
    return {pk: Told(c, t, Schedule.from_data(s), e) for pk, c, t, s, e in rows.values_list("pk", *_TOLD)}


def told_before(actor: Actor, plans: Mapping[int, Plan]) -> dict[int, dict[int, Told]]:  # noqa: ARG001 - as above
    """Give how each school's duties were last told, by other editions than the given ones (one query)."""
    rows = Undertaking.objects.filter(commitment__edition__school__in=list(plans))
    rows = rows.exclude(commitment__edition__in=[plan.edition for plan in plans.values()])
    rows = rows.order_by("commitment__edition__number", "pk")
    found: dict[int, dict[int, Told]] = defaultdict(dict)
    columns = [f"commitment__{name}" for name in _TOLD]
    for school, duty, code, text, schedule, evidence in rows.values_list(
        "commitment__edition__school_id", "duty_id", *columns
    ):
        found[school].pop(duty, None)
        found[school][duty] = Told(code, text, Schedule.from_data(schedule), evidence)
    return found


_TOLD = ("code", "text", "schedule", "evidence")
