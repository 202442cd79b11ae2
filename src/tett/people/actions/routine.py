"""The school's own numbers."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.calendar.rules import Routine
from tett.people.models import School


@transaction.atomic
def set_routine(school: School, name: str, number: int, *, by: Actor, at: datetime) -> School:
    """Let one of the school's own numbers be another; whether the actor may is asked by the room that offers it."""
    row = locked(school)
    before = Routine.from_data(row.routine).as_data()
    after = Routine.from_data({**before, name: number}).as_data()
    if after != before:
        row.routine = after
        row.save(update_fields=["routine"])
        record("routine.changed", row, by=by, at=at, facts={"name": name, "number": number})
    return row
