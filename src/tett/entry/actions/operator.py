"""What those who keep the system running can do from its command line: everybody is told, and it is in the log."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.entry.actions.recovery import forget_factors
from tett.entry.actions.tickets import make_tickets
from tett.entry.actions.warn import warn
from tett.entry.queries.tickets import code_for
from tett.entry.words import FACTOR_WAS_RESET, NEW_WAY_IN, Purpose
from tett.people.models import Login, Person


@transaction.atomic
def let_in(person: Person, *, forget: bool, by: Actor, at: datetime) -> str:
    """Give the code of a ticket for somebody, and take away what they have lost if that is asked for."""
    login = Login.objects.filter(person=person).first()
    if forget and login:
        forget_factors(login, by=by)
        record("factors.reset", person, by=by, at=at, facts={"operator": True})
        warn(person, FACTOR_WAS_RESET, "reset", by=by, at=at)
    ticket = make_tickets([person], Purpose.OPERATOR, by=by, at=at)[0]
    warn(person, NEW_WAY_IN, "way_in", by=by, at=at)
    return code_for(by, ticket.public_id, ticket.purpose)
