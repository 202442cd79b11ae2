"""What laying out the year would do: the same reading and comparing as when it is done, and nothing written."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tett.access.rules import Actor
from tett.calendar.rules import school_year_of
from tett.people.models import School
from tett.plan.words import EditionState
from tett.year.queries.inputs import Plan, plans_of, settings_of, stored_of, taken_over_by
from tett.year.rules import (
    Cache,
    Difference,
    Expected,
    Promise,
    Setting,
    Stored,
    difference,
    expected,
    lacks_duty,
    with_duties,
)


@dataclass(frozen=True)
class Forecast:
    """A plan laid over a school's year, beside what is there."""

    plan: Plan
    setting: Setting
    wanted: Expected
    stored: Stored
    found: Difference
    by_duty: Mapping[int, Promise]


def plan_to_lay_out(actor: Actor, school: School, *, draft: bool) -> Plan | None:
    """Give the school's plan in force, or its draft, or None (one query)."""
    state = EditionState.DRAFT if draft else EditionState.ADOPTED
    return plans_of(actor, [school.pk], state).get(school.pk)


def forecast(actor: Actor, school: School, plan: Plan) -> Forecast | None:
    """Work out what laying out the plan would change; None without a school calendar (at most thirteen queries).

    What has no duty yet gets a number of its own below zero, which no stored duty has.
    """
    plans = {school.pk: plan}
    lacking = lacks_duty(plan.promises)
    found = {promise.commitment: -promise.commitment for promise in lacking}
    if lacking:
        found |= taken_over_by(actor, plans, {school.pk: lacking})
    plan = replace(plan, promises=with_duties(plan.promises, found))
    starts_in = school_year_of(actor.day)
    setting = settings_of(actor, [school], {school.pk: plan}, starts_in, Cache()).get(school.pk)
    if setting is None:
        return None
    wanted, stored = expected(setting), stored_of(actor, [school.pk], starts_in)[school.pk]
    by_duty = {promise.duty: promise for promise in plan.promises if promise.duty}
    return Forecast(plan, setting, wanted, stored, difference(setting, wanted, stored), by_duty)
