"""Who opened what is guarded: written in the log before it is shown, so that the one it is about can see it."""

from datetime import datetime

from tett.access.rules import Actor
from tett.access.words import Role
from tett.audit.actions import record
from tett.people.models import Person, SchoolClass

_ORDER = list(Role)


def note_person_opened(person: Person, *, reached: bool, by: Actor, at: datetime) -> None:
    """Write that somebody opened another's page, and whether it told how to reach them; one's own page is one's own."""
    if person.pk != by.person_id:
        as_whom = Role.GUARDIAN if person.pk in by.wards else _as(by)
        record("person.opened", person, by=by, at=at, facts={"as": as_whom, "reached": reached})


def note_class_opened(school_class: SchoolClass, *, by: Actor, at: datetime) -> None:
    """Write that somebody opened a list with how a whole class is reached."""
    record("class.opened", school_class, by=by, at=at, facts={"as": _as(by)})


def _as(by: Actor) -> str:
    """Give the role that somebody is best known by: a deputy who also teaches opens it as deputy."""
    held = {held.role for held in by.held}
    return min(held, key=_ORDER.index) if held else ""
