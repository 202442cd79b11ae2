"""What the post office does by itself: sends what waits, and forgets what is old."""

from django.utils import timezone

from tett.access.rules import Actor
from tett.base.clock import now
from tett.base.jobs import job
from tett.notify.actions import forget_old, send_some

#: So many batches before other jobs get their turn.
BATCHES = 25


def nobody() -> Actor:
    """Give the one who acts when nobody does."""
    at = now()
    return Actor(day=timezone.localdate(at), now=at)


@job()
def send_waiting() -> None:
    """Send what waits; what is left after many batches is for the next job."""
    for _ in range(BATCHES):
        by = nobody()
        if not send_some(by=by, at=by.now):
            return
    send_waiting.enqueue()


@job()
def forget() -> None:
    """Throw away old notices and what is left of old letters."""
    by = nobody()
    forget_old(by=by, at=by.now)
