"""Giving each commitment the duty that carries it out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from tett.access.rules import Actor
from tett.base.actions import insert_rows
from tett.base.models import new_public_ids
from tett.people.models import School
from tett.plan.models import Commitment
from tett.tasks.models import Duty
from tett.year.models import Undertaking
from tett.year.queries.inputs import Plan, told_before, told_of
from tett.year.rules import Promise, reads_plan, taken_over, unfolds
from tett.year.words import Unfolds


def give_duties(schools: Iterable[School], plans: Mapping[int, Plan], *, by: Actor) -> dict[int, Plan]:
    """Give the plans with a duty for every commitment that unfolds: the one from before if it is the same, else new."""
    lacking = {pk: [p for p in plan.promises if _needs_duty(p, plan)] for pk, plan in plans.items()}
    new = {promise.commitment for promises in lacking.values() for promise in promises}
    if not new:
        return dict(plans)
    told, before = told_of(by, new), told_before(by, list(plans))
    found: dict[int, int] = {}
    for pk, promises in lacking.items():
        used = {promise.duty for promise in plans[pk].promises}
        old = [(duty, was) for duty, was in before.get(pk, {}).items() if duty not in used]
        found |= taken_over([(p.commitment, told[p.commitment]) for p in promises], old)
    slugs = {school.pk: school.slug for school in schools}
    addresses = {p.commitment: _address(slugs[pk], plans[pk], p) for pk, own in lacking.items() for p in own}
    _tell_anew(found, lacking, addresses)
    found |= _insert(lacking, set(found), addresses)
    insert_rows(Undertaking, ("commitment", "duty"), list(found.items()))
    return {pk: _with(plan, found) for pk, plan in plans.items()}


def _needs_duty(promise: Promise, plan: Plan) -> bool:
    has_reading = any(reads_plan(p) for p in plan.promises)
    return promise.duty is None and unfolds(promise, has_reading=has_reading) in {Unfolds.TASKS, Unfolds.BY_SYSTEM}


def _address(slug: str, plan: Plan, promise: Promise) -> str:
    """Give the place in the public plan where the promise stands."""
    return f"/{slug}/planen/{plan.number}/#{promise.code.lower()}"


def _insert(lacking: Mapping[int, list[Promise]], there: set[int], addresses: Mapping[int, str]) -> dict[int, int]:
    """Make new duties, and give them by commitment."""
    new = [(pk, promise) for pk, own in lacking.items() for promise in own if promise.commitment not in there]
    texts = dict(Commitment.objects.filter(pk__in=[p.commitment for _, p in new]).values_list("pk", "text"))
    public_ids = new_public_ids(len(new))
    rows: list[tuple[Any, ...]] = [
        (public_id, pk, p.title, texts[p.commitment], p.bearer, p.evidence, addresses[p.commitment])
        for public_id, (pk, p) in zip(public_ids, new, strict=True)
    ]
    insert_rows(Duty, ("public_id", "school", "title", "text", "bearer", "evidence", "address"), rows)
    made = dict(Duty.objects.filter(public_id__in=public_ids).values_list("public_id", "pk"))
    return {p.commitment: made[public_id] for public_id, (_, p) in zip(public_ids, new, strict=True)}


def _tell_anew(found: Mapping[int, int], lacking: Mapping[int, list[Promise]], addresses: Mapping[int, str]) -> None:
    """Let a duty that is taken over lead to the edition in force, and be told with its title and bearer there."""
    by_duty = {found[p.commitment]: p for own in lacking.values() for p in own if p.commitment in found}
    duties = [
        Duty(pk=duty, title=p.title, bearer=p.bearer, address=addresses[p.commitment]) for duty, p in by_duty.items()
    ]
    Duty.objects.bulk_update(duties, ["title", "bearer", "address"], batch_size=200)


def _with(plan: Plan, found: Mapping[int, int]) -> Plan:
    promises = (replace(p, duty=found.get(p.commitment, p.duty)) for p in plan.promises)
    return replace(plan, promises=tuple(promises))
