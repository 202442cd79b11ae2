"""Letting go: of an import that nobody wants, and of what has waited for a week."""

from datetime import datetime, timedelta

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.roster import words
from tett.roster.actions.steps import become, held, let_go
from tett.roster.models import Import, Upload
from tett.roster.words import State

#: How long what was sent may wait for somebody to confirm it.
KEEP = timedelta(days=7)


@transaction.atomic
def drop(imported: Import, *, by: Actor, at: datetime) -> Import:
    """Throw a list away before it is written; nothing of it is kept. Twice is once."""
    row = held(imported, by)
    if row.state in {State.DONE, State.WRITING}:
        raise Refusal(words.NOTHING_LEFT)
    if row.state == State.DROPPED:
        return row
    let_go(row)
    record("list.dropped", row, by=by, at=at)
    return become(row, State.DROPPED, at)


def tidy_lists(*, by: Actor, at: datetime) -> int:  # noqa: ARG001 - the night acts for the system
    """Throw away what was sent more than a week ago and was never confirmed; tell how many."""
    with transaction.atomic():
        old = list(Import.objects.filter(pk__in=Upload.objects.values("pk"), sent_at__lt=at - KEEP).select_for_update())
        for row in old:
            let_go(row)
            become(row, State.DROPPED, at)
        return len(old)
