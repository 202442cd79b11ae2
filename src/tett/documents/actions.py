"""Ordering papers, and keeping them once they are made. Nobody acts here: a room has asked who may."""

from datetime import datetime, timedelta

from django.db import transaction

from tett.base.queries import locked
from tett.documents.models import Paper
from tett.documents.words import PATIENCE, Making

#: Papers of what may change are kept for so long.
KEEP_PASSING = timedelta(days=7)


@transaction.atomic
def order(key: str, *, at: datetime, lasting: bool = False) -> bool:
    """Order a paper, and tell whether somebody must make it; one that is made or on its way is only pointed at."""
    found, new = Paper.objects.get_or_create(key=key, defaults={"ordered_at": at, "lasting": lasting})
    if new:
        return True
    held = locked(found)
    if held.state == Making.MADE or (held.state == Making.ORDERED and at - held.ordered_at < PATIENCE):
        return False
    Paper.objects.filter(pk=held.pk).update(state=Making.ORDERED, ordered_at=at)
    return True


def keep(key: str, content: bytes, *, at: datetime, lasting: bool = False) -> None:
    """Keep a paper that was made; made twice it is the same."""
    made = {"state": Making.MADE, "content": content, "made_at": at}
    Paper.objects.update_or_create(
        key=key, defaults=made, create_defaults={**made, "ordered_at": at, "lasting": lasting}
    )


def give_up(key: str) -> None:
    """Say that a paper couldn't be made, so that nobody waits for it."""
    Paper.objects.filter(key=key).exclude(state=Making.MADE).update(state=Making.FAILED)


def throw_away(at: datetime) -> None:
    """Throw away papers of what may have changed since, and those that never came."""
    old = Paper.objects.filter(ordered_at__lt=at - KEEP_PASSING)
    old.filter(lasting=False).delete()
    old.exclude(state=Making.MADE).delete()
