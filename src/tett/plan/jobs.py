"""What the plan has done for it after the answer: documents read, papers made."""

from tett.base.clock import now
from tett.base.jobs import job
from tett.people.queries import stranger
from tett.plan import actions


@job()
def read_document(reading_id: int) -> None:
    """Read a document that was sent in."""
    actor = stranger(now())
    actions.read_sent(reading_id, by=actor, at=actor.now)


@job()
def make_paper(edition_id: int, form: str) -> None:
    """Make an edition on paper."""
    actor = stranger(now())
    actions.make_paper(edition_id, form, by=actor, at=actor.now)


@job()
def papers_of(school_id: int) -> None:
    """Have a school's adopted plan on paper before anybody asks for it."""
    actor = stranger(now())
    actions.order_missing(school_id, by=actor, at=actor.now)


@job()
def all_papers() -> None:
    """Have every adopted plan on paper as papers are set today, and throw away what has had its time."""
    actor = stranger(now())
    actions.order_missing(by=actor, at=actor.now)
