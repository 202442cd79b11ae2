"""What the turn does by itself: on 1 August, what last year left open gets what was chosen for it."""

from tett.base.clock import now
from tett.base.jobs import job
from tett.people.queries import stranger
from tett.turn.actions import settle_all


@job()
def settle_turns() -> None:
    """Settle the turns whose year has begun."""
    actor = stranger(now())
    settle_all(by=actor, at=actor.now)
