"""How it goes with the outbox: numbers and times, never to whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Min, Q, QuerySet

from tett.notify.models import ClosedAddress, Line, Mail
from tett.notify.queries.reach import hashed
from tett.notify.rules import may_try, wait_after
from tett.notify.words import UNDER_WAY, State

#: What has failed is told of for so long.
LATELY = timedelta(days=14)
LONGEST = wait_after(99)


@dataclass(frozen=True)
class Health:
    """How the post goes, for those who keep the installation running."""

    waiting: int
    oldest: datetime | None
    sent: int
    unsure: int
    refused: int
    given_up: int
    failing_since: datetime | None
    trouble: str
    by_server: bool

    @property
    def failed(self) -> int:
        """Give how many letters lately found no way."""
        return self.refused + self.given_up


def health(_actor: object, at: datetime) -> Health:
    """Tell how many letters wait and since when, and what became of those of the last two weeks (two queries)."""
    lately = Q(ended_at__gte=at - LATELY)
    ended = {state.value: Count("pk", filter=lately & Q(state=state)) for state in NUMBERED}
    waits = Q(state__in=UNDER_WAY)
    found = Mail.objects.aggregate(waiting=Count("pk", filter=waits), oldest=Min("posted_at", filter=waits), **ended)
    line = Line.objects.filter(pk=1).first() or Line()
    by_server = "smtp" in settings.EMAIL_BACKEND
    return Health(**found, failing_since=line.failing_since, trouble=line.trouble, by_server=by_server)


NUMBERED = (State.SENT, State.UNSURE, State.REFUSED, State.GIVEN_UP)


def due(_actor: object, at: datetime) -> "QuerySet[Mail]":
    """Give the letters whose time to be sent has come, the oldest first."""
    # One that should wait longer than we ever wait was put off by a clock that has been put right since.
    come = Q(next_at__lte=at) | Q(next_at__gt=at + LONGEST)
    return Mail.objects.filter(come, state=State.WAITING).order_by("next_at", "pk")


def is_due(actor: object, at: datetime) -> bool:
    """Tell whether a sender would find something to do (two or three queries, by small indexes)."""
    line = Line.objects.filter(pk=1).first()
    if line and not may_try(line.next_at, at):
        return False
    return due(actor, at).exists() or Mail.objects.filter(left_lying(at)).exists()


def left_lying(at: datetime) -> Q:
    """Keep what somebody took and never came back with."""
    return Q(state__in=[State.HELD, State.LEAVING]) & (Q(held_until__lt=at) | Q(held_until__gt=at + LONGEST))


def is_closed(actor: object, address: str) -> bool:
    """Tell whether nothing is sent to this address any more (one query)."""
    return ClosedAddress.objects.filter(hashed=hashed(actor, address)).exists()
