"""Putting letters in the outbox."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.dispatch import Signal

from tett.access.rules import Actor
from tett.notify.models import Mail
from tett.notify.rules import Letter, as_line

#: Sent in the transaction in which letters are put in the outbox, so that the job that sends is queued along with them.
letters_posted = Signal()
ROWS_AT_ONCE = 500


def post(letter: Letter, *, by: Actor, at: datetime) -> None:
    """Put one letter in the outbox, once per key, in the caller's transaction; it leaves after that has committed."""
    post_all([letter], by=by, at=at)


@transaction.atomic
def post_all(
    letters: Sequence[Letter],
    *,
    by: Actor,  # noqa: ARG001 - as every action; who causes a letter is in the log of what caused it
    at: datetime,
) -> None:
    """Put many letters in the outbox, in the same few queries as one."""
    if letters:
        rows = [_row(letter, at) for letter in letters]
        Mail.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE, ignore_conflicts=True)
        letters_posted.send(sender=Mail)


def _row(letter: Letter, at: datetime) -> Mail:
    return Mail(
        key=letter.key,
        person_id=letter.person_id,
        to=letter.to.strip(),
        language=letter.language,
        subject=as_line(letter.subject)[:120],
        lines=[as_line(line) for line in letter.lines],
        address=letter.address,
        posted_at=at,
        until=letter.until,
        next_at=at,
    )
