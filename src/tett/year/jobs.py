"""What the year does by itself: a year that a leader has laid out keeps up with people, calendar and plan."""

from tett.access.rules import Actor
from tett.base.clock import now
from tett.base.jobs import job
from tett.calendar.rules import school_year_of
from tett.people.queries import stranger
from tett.year.actions import unfold_many
from tett.year.queries import under_way


@job()
def keep_up(school_id: int) -> None:
    """Lay out one school's year again after something has changed there."""
    actor = stranger(now())
    if school_id in under_way(actor, school_year_of(actor.day)):
        _lay_out([school_id], actor)


@job()
def keep_all_up() -> None:
    """Lay out again every year that is under way: days pass, and calendars are changed."""
    actor = stranger(now())
    _lay_out(under_way(actor, school_year_of(actor.day)), actor)


def _lay_out(school_ids: list[int], actor: Actor) -> None:
    unfold_many(school_ids, school_year_of(actor.day), by=actor, at=actor.now)
