"""Changes that reach many schools: what they do is counted, and brought about, after the answer."""

from tett.base.clock import now
from tett.base.jobs import job
from tett.people.queries import stranger
from tett.route.actions.follow import bring_about, count_again


@job()
def count(amendment_id: int) -> None:
    """Find out what a change would do at each school."""
    actor = stranger(now())
    count_again(amendment_id, by=actor, at=actor.now)


@job()
def follow(amendment_id: int) -> None:
    """Let each school's tasks follow a change."""
    actor = stranger(now())
    bring_about(amendment_id, by=actor, at=actor.now)
