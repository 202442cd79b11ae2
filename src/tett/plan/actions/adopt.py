"""Adopting a draft, or throwing it away."""

from datetime import datetime, timedelta

from django.db import transaction
from django.dispatch import Signal

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.plan.actions.steps import held_draft
from tett.plan.models import Commitment, Edition
from tett.plan.rules.remarks import stands_in_the_way
from tett.plan.words import NOT_READY, EditionState, Review

#: Sent after an edition came into force; carries ``school_id`` and ``at``. The year listens.
edition_adopted = Signal()


@transaction.atomic
def adopt(edition: Edition, *, by: Actor, at: datetime) -> Edition:
    """Freeze the draft with who and when; it is in force from today and replaces the one before. Twice is once."""
    locked(edition.school)
    if locked(edition).state == EditionState.ADOPTED:
        return locked(edition)
    draft = held_draft(edition, by)
    left = [c for c in Commitment.objects.filter(edition=draft) if stands_in_the_way(c.review, c.bearer, c.when)]
    if left:
        raise Refusal(NOT_READY.format(number=len(left)))
    _replace(draft, by)
    Commitment.objects.filter(edition=draft, review=Review.PROPOSED).update(
        review=Review.ACCEPTED, reviewed_at=at, reviewed_by=by.person_id
    )
    draft.state, draft.adopted_at, draft.adopted_by_id = EditionState.ADOPTED, at, by.person_id
    draft.in_force_from = by.day
    draft.save(update_fields=["state", "adopted_at", "adopted_by", "in_force_from"])
    record("plan.adopted", draft, by=by, at=at, facts={"number": draft.number})
    transaction.on_commit(lambda: edition_adopted.send(sender=Edition, school_id=draft.school_id, at=at))
    return draft


@transaction.atomic
def discard_draft(edition: Edition, *, by: Actor, at: datetime) -> None:
    """Throw a draft away, with what was said of it; an adopted edition never goes."""
    draft = held_draft(edition, by)
    record("plan.discarded", draft, by=by, at=at, facts={"number": draft.number})
    Commitment.objects.filter(edition=draft).delete()
    draft.delete()


def _replace(draft: Edition, by: Actor) -> None:
    """End the edition in force; one that began today ends today, so that none has negative days."""
    before = Edition.objects.filter(school=draft.school_id, state=EditionState.ADOPTED).first()
    if before is None or before.in_force_from is None:
        return
    before.state = EditionState.REPLACED
    before.in_force_until = max(by.day - timedelta(days=1), before.in_force_from)
    before.save(update_fields=["state", "in_force_until"])
