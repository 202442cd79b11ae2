"""What all steps of an import do: ask, hold, and note how far it has come."""

from datetime import datetime

from tett.access.rules import Actor
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.access import may_staff
from tett.people.models import School
from tett.roster import words
from tett.roster.access import may_import
from tett.roster.models import Import, Line, Upload
from tett.roster.words import State


def ask_for(by: Actor, school: School) -> None:
    """Refuse who may not read lists in for a school."""
    if not may_staff.allows(by, school):
        raise Refusal(words.NOT_YOURS)


def held(imported: Import, by: Actor) -> Import:
    """Hold an import until the transaction ends, and refuse whose it isn't."""
    row = locked(imported)
    if not may_import.allows(by, row):
        raise Refusal(words.NOT_YOURS)
    return row


def become(row: Import, state: State, at: datetime, *changed: str) -> Import:
    """Note how far it has come, with the other fields that have changed."""
    row.state, row.since = state, at
    row.save(update_fields=["state", "since", *changed])
    return row


def let_go(row: Import) -> None:
    """Throw away what was sent and what was told of it: it holds what is known of many people."""
    Upload.objects.filter(pk=row.pk).delete()
    Line.objects.filter(imported=row.pk).delete()
