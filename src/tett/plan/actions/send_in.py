"""A Word document or a PDF: sent in, read page by page by a job, and made a draft of."""

from datetime import datetime

from django.db import transaction
from django.dispatch import Signal
from django.utils import translation

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.documents.shapes import Block
from tett.documents.text import kind_of, read_text
from tett.people.models import School
from tett.plan.access import may_own_plan
from tett.plan.actions.read_in import read_in
from tett.plan.models import Edition, Reading
from tett.plan.queries.readings import sender_of
from tett.plan.rules.uploads import text_of
from tett.plan.words import DRAFT_THERE, NOT_YOURS, READING_NOW, EditionState, ReadingState

#: Sent with ``reading_id`` when a document has come in, in the same transaction. A job hears it.
document_sent = Signal()
#: Progress is written down every so many pages.
TOLD_EVERY = 5


@transaction.atomic
def send_in(school: School, data: bytes, name: str, *, pasted: str, language: str, by: Actor, at: datetime) -> Reading:
    """Take a document to be read; one school has one at a time."""
    held = locked(school)
    if not may_own_plan.allows(by, held):
        raise Refusal(NOT_YOURS)
    if Edition.objects.filter(school=held, state=EditionState.DRAFT).exists():
        raise Refusal(DRAFT_THERE)
    before = Reading.objects.filter(school=held).defer("content").first()
    if before is not None and before.under_way and not before.is_late(at):
        raise Refusal(READING_NOW)
    sent = {
        "state": ReadingState.WAITING, "name": name[-200:], "content": data, "pasted": pasted, "page": 0, "pages": 0,
        "sentence": "", "language": language, "sent_at": at, "sent_by_id": by.login_id,
    }  # fmt: skip
    reading, _new = Reading.objects.update_or_create(school=held, defaults=sent)
    record("plan.document_sent", reading, by=by, at=at, facts={"kind": kind_of(data), "bytes": len(data)})
    document_sent.send(sender=Reading, reading_id=reading.pk)
    return reading


def read_sent(reading_id: int, *, by: Actor, at: datetime) -> None:
    """Read a document that was sent in, and make a draft of it or say why not. What is read already is left alone."""
    reading = Reading.objects.select_related("school", "sent_by").filter(pk=reading_id).first()
    if reading is None or not reading.under_way or reading.content is None:
        return
    _note(reading, state=ReadingState.READING)
    with translation.override(reading.language):
        try:
            blocks = read_text(bytes(reading.content), lambda page, pages: _progress(reading, page, pages))
            _keep(reading, blocks, sender_of(by, reading), at)
        except Refusal as refusal:
            _note(reading, state=ReadingState.REFUSED, sentence=str(refusal), content=None)


@transaction.atomic
def _keep(reading: Reading, blocks: list[Block], sender: Actor, at: datetime) -> None:
    read_in(reading.school, text_of(blocks), by=sender, at=at)
    _note(reading, state=ReadingState.READ, content=None, pasted="")


def _progress(reading: Reading, page: int, pages: int) -> None:
    if page % TOLD_EVERY == 1 or page == pages:
        _note(reading, page=page, pages=pages)


def _note(reading: Reading, **what: object) -> None:
    """Write down how far it has come, unless another document has taken its place meanwhile."""
    Reading.objects.filter(pk=reading.pk, sent_at=reading.sent_at).update(**what)
