"""What all actions on people do: ask, record, tell."""

from datetime import datetime
from typing import Any

from django.db import models, transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.people.access import may_correct, may_staff
from tett.people.actions import roster_changed
from tett.people.models import Person, School
from tett.people.words import NOT_YOURS, OF_ANOTHER_OWNER


def ask_to_staff(by: Actor, school: School) -> None:
    """Refuse who may not change people and roles at the school."""
    if not may_staff.allows(by, school):
        raise Refusal(NOT_YOURS)


def ask_to_keep(by: Actor, person: Person) -> None:
    """Refuse who may not change what the school knows of the person."""
    if not may_correct.allows(by, person):
        raise Refusal(NOT_YOURS)


def check_owner(person: Person, owner_id: int) -> None:
    """Refuse people of another school owner."""
    if person.owner_id != owner_id:
        raise Refusal(OF_ANOTHER_OWNER)


def tell(what: str, thing: models.Model, school: School, by: Actor, at: datetime, **facts: Any) -> None:
    """Record what was done, and let the rooms above know when it stands."""
    record(what, thing, by=by, at=at, facts=facts)
    transaction.on_commit(lambda: roster_changed.send(sender=School, school_id=school.pk, at=at))
