"""What is looked up after the answer."""

from tett.base.clock import real_now
from tett.base.jobs import job
from tett.entry.actions.forgotten import answer
from tett.people.queries import stranger


@job()
def answer_asked(asked_id: int) -> None:
    """Send a way in to somebody who forgot a password."""
    at = real_now()
    answer(asked_id, by=stranger(at), at=at)
