"""The plan as PDF and Word: ordered by people, made by jobs, each paper once."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.dispatch import Signal

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.documents.actions import give_up, keep, order, throw_away
from tett.documents.queries import content_of, key_of
from tett.plan.access import may_read
from tett.plan.exports import FORMS, make, publication
from tett.plan.models import Edition
from tett.plan.words import NOT_YOURS, EditionState

#: Sent with ``edition_id`` and ``form`` when a paper is to be made, in the same transaction. A job hears it.
paper_ordered = Signal()


@transaction.atomic
def order_paper(edition: Edition, form: str, *, by: Actor, at: datetime) -> None:
    """Order an edition on paper; one that is made or on its way is not made again."""
    if not may_read.allows(by, edition):
        raise Refusal(NOT_YOURS)
    if _order(edition, form, by, at) and by.known:
        record("plan.exported", edition, by=by, at=at, facts={"form": form, "number": edition.number})


def make_paper(edition_id: int, form: str, *, by: Actor, at: datetime) -> None:
    """Make a paper that was ordered; made already, it is left alone."""
    edition = _editions().filter(pk=edition_id).first()
    if edition is None:
        return
    what = publication(by, edition, form)
    key = key_of(what, form)
    if content_of(key) is not None:
        return
    try:
        content = make(what, form, edition.adopted_at or edition.read_at)
    except Exception:
        # Nobody waits for a paper that won't come; what went wrong goes on to the log.
        give_up(key)
        raise
    keep(key, content, at=at, lasting=edition.state != EditionState.DRAFT)


@transaction.atomic
def order_missing(school_id: int | None = None, *, by: Actor, at: datetime) -> None:
    """Order every adopted edition that isn't on paper as it would be set today, at one school or at all."""
    throw_away(at)
    rows = _editions().exclude(state=EditionState.DRAFT)
    for edition in rows.filter(school=school_id) if school_id else rows:
        for form in FORMS:
            _order(edition, form, by, at)


def _order(edition: Edition, form: str, by: Actor, at: datetime) -> bool:
    lasting = edition.state != EditionState.DRAFT
    new = order(key_of(publication(by, edition, form), form), at=at, lasting=lasting)
    if new:
        paper_ordered.send(sender=Edition, edition_id=edition.pk, form=form)
    return new


def _editions() -> "QuerySet[Edition]":
    return Edition.objects.select_related("school", "adopted_by")
