"""What reminders do by themselves: an e-mail at people's own hour, and what has lain too long to the leader."""

from tett.base.clock import now
from tett.base.jobs import job
from tett.people.queries import stranger
from tett.reminders.actions import climb, send_digests, settle_seen_to
from tett.reminders.rules import Slot, is_time


@job()
def write_digests(hour: int) -> None:
    """Write to those who want an e-mail at that hour today; not at night because the machine was away."""
    by = stranger(now())
    slot = Slot(by.day, hour)
    if is_time(slot, by.now):
        send_digests(slot, by=by, at=by.now)


@job()
def let_climb() -> None:
    """Tell leaders what has lain too long, and let go of what has been seen to."""
    by = stranger(now())
    settle_seen_to(by=by, at=by.now)
    climb(by=by, at=by.now)
