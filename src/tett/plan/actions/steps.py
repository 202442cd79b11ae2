"""What every change to a draft does first and last."""

from datetime import datetime
from typing import Any

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.plan.access import may_edit
from tett.plan.models import Commitment, Edition
from tett.plan.words import FROZEN, NOT_YOURS, EditionState, Review


def held_draft(edition: Edition, by: Actor) -> Edition:
    """Hold the draft; refuse who may not change it, and everybody once it is adopted."""
    row = locked(edition)
    if not may_edit.allows(by, row):
        raise Refusal(NOT_YOURS)
    if row.state != EditionState.DRAFT:
        raise Refusal(FROZEN)
    return row


def held(commitment: Commitment, by: Actor) -> Commitment:
    """Hold a commitment of a draft."""
    held_draft(commitment.edition, by)
    return locked(commitment)


def settle(row: Commitment, review: Review, by: Actor, at: datetime, **changed: Any) -> Commitment:
    """Write what somebody has said of a commitment; saying the same again says nothing new."""
    if row.review == review and not changed:
        return row
    for name, value in changed.items():
        setattr(row, name, value)
    row.review, row.reviewed_at, row.reviewed_by_id = review, at, by.person_id
    row.save(update_fields=["review", "reviewed_at", "reviewed_by", *changed])
    record(f"commitment.{review.value}", row, by=by, at=at, facts={"code": row.code})
    return row
