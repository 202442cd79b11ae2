"""Going through what Tett understood."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from tett.access.rules import Actor
from tett.access.words import BEARERS
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.calendar.rules import Schedule
from tett.plan.actions.steps import held, held_draft, settle
from tett.plan.models import Commitment, Edition, Passage
from tett.plan.rules.coding import free_code
from tett.plan.rules.remarks import remarks_of
from tett.plan.words import (
    MERGE_WITH_ITSELF,
    NOTHING_TO_SPLIT,
    UNREADABLE_SCHEDULE,
    Audience,
    Evidence,
    Remark,
    Review,
)

KNOWN_BEARERS = {value for value, _name in BEARERS}


@transaction.atomic
def accept(commitment: Commitment, *, by: Actor, at: datetime) -> Commitment:
    """Say that Tett understood it right."""
    return settle(held(commitment, by), Review.ACCEPTED, by, at)


@transaction.atomic
def accept_all_clear(edition: Edition, *, by: Actor, at: datetime) -> int:
    """Accept everything that nothing was remarked on; tells how many that were."""
    draft = held_draft(edition, by)
    rows = Commitment.objects.filter(edition=draft, review=Review.PROPOSED, remarks=[])
    number = rows.update(review=Review.ACCEPTED, reviewed_at=at, reviewed_by=by.person_id)
    if number:
        record("plan.accepted_clear", draft, by=by, at=at, facts={"number": number})
    return number


@transaction.atomic
def change(  # noqa: PLR0913 - a commitment is all of these
    commitment: Commitment,
    *,
    title: str,
    bearer: str,
    co_bearers: list[str],
    audience: Audience,
    levels: list[str],
    schedule: Schedule,
    evidence: Evidence,
    by: Actor,
    at: datetime,
) -> Commitment:
    """Say what the commitment really is."""
    row = held(commitment, by)
    if not schedule.sound:
        raise Refusal(UNREADABLE_SCHEDULE)
    return settle(
        row, Review.CHANGED, by, at,
        title=title, bearer=bearer, co_bearers=[c for c in co_bearers if c in KNOWN_BEARERS and c != bearer],
        audience=audience, levels=levels, schedule=schedule.as_data(), evidence=evidence,
        remarks=[r.value for r in remarks_of(bearer, schedule)],
    )  # fmt: skip


@transaction.atomic
def dismiss(commitment: Commitment, *, by: Actor, at: datetime) -> Commitment:
    """Say that the sentence obliges nobody."""
    return settle(held(commitment, by), Review.DISMISSED, by, at)


@transaction.atomic
def restore(commitment: Commitment, *, by: Actor, at: datetime) -> Commitment:
    """Undo what was said, so that it is a proposal again."""
    return settle(held(commitment, by), Review.PROPOSED, by, at)


@transaction.atomic
def split(commitment: Commitment, first: str, second: str, *, by: Actor, at: datetime) -> tuple[Commitment, Commitment]:
    """Make two commitments out of one; both keep who, for whom and when, to be changed one by one."""
    row = held(commitment, by)
    if not first.strip() or not second.strip():
        raise Refusal(NOTHING_TO_SPLIT)
    code = _free_code(row.edition, row.code)
    settle(row, Review.PROPOSED, by, at, text=first.strip(), title=first.strip()[:200])
    Commitment.objects.filter(edition=row.edition_id, order__gt=row.order).update(order=F("order") + 1)
    other = Commitment.objects.get(pk=row.pk)
    other.pk, other.code, other.order = None, code, row.order + 1
    other.public_id = Commitment._meta.get_field("public_id").get_default()  # noqa: SLF001 - Django's documented _meta
    other.text, other.title = second.strip(), second.strip()[:200]
    other.save(force_insert=True)
    record("commitment.split", row, by=by, at=at, facts={"code": row.code, "new": code})
    return row, other


@transaction.atomic
def merge(commitment: Commitment, into: Commitment, *, by: Actor, at: datetime) -> Commitment:
    """Put one commitment into another of the same draft; the other keeps its code, who and when."""
    row, target = held(commitment, by), held(into, by)
    if row.pk == target.pk or row.edition_id != target.edition_id:
        raise Refusal(MERGE_WITH_ITSELF)
    code = row.code
    reasons = [r for r in row.reasons if r not in target.reasons]
    row.delete()
    text = f"{target.text} {row.text}" if row.text not in target.text else target.text
    record("commitment.merged", target, by=by, at=at, facts={"code": target.code, "gone": code})
    return settle(target, Review.CHANGED, by, at, text=text, reasons=[*target.reasons, *reasons])


@transaction.atomic
def mark_passage(passage: Passage, *, by: Actor, at: datetime) -> Commitment:
    """Make a commitment of a passage that Tett took for information; somebody has to say who and when."""
    draft = held_draft(passage.edition, by)
    there = Commitment.objects.filter(edition=draft, passage=passage).first()
    if there is not None:
        return there
    last = Commitment.objects.filter(edition=draft, passage__number__lt=passage.number).order_by("order").last()
    row = Commitment.objects.create(
        edition=draft, code=_free_code(draft, passage.section.letter), order=last.order + 1 if last else 1,
        title=passage.text[:200], text=passage.text, passage=passage, audience=Audience.SCHOOL,
        schedule={"rhythm": "unknown"}, evidence=Evidence.CONFIRMATION,
        remarks=[Remark.NO_OWNER.value, Remark.NO_TIME.value],
    )  # fmt: skip
    record("commitment.marked", row, by=by, at=at, facts={"code": row.code})
    return row


def _free_code(edition: Edition, code: str) -> str:
    return free_code(code, set(Commitment.objects.filter(edition=edition).values_list("code", flat=True)))
