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
from tett.year.queries.inputs import Plan, taken_over_by
from tett.year.rules import Promise, lacks_duty, with_duties


def give_duties(schools: Iterable[School], plans: Mapping[int, Plan], *, by: Actor) -> dict[int, Plan]:
    """Give the plans with a duty for every commitment that unfolds: the one from before if it is the same, else new."""
    lacking = {pk: lacks_duty(plan.promises) for pk, plan in plans.items()}
    if not any(lacking.values()):
        return dict(plans)
    found = taken_over_by(by, plans, lacking)
    slugs = {school.pk: school.slug for school in schools}
    addresses = {p.commitment: _address(slugs[pk], plans[pk], p) for pk, own in lacking.items() for p in own}
    _tell_anew(found, lacking, addresses)
    found |= _insert(lacking, set(found), addresses)
    insert_rows(Undertaking, ("commitment", "duty"), list(found.items()))
    return {pk: replace(plan, promises=with_duties(plan.promises, found)) for pk, plan in plans.items()}


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
