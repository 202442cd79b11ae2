"""Tickets and their codes."""

from datetime import datetime

from django.db.models import Q

from tett.base.seals import mark
from tett.entry.models import Ticket
from tett.entry.rules.codes import as_code, code_of, length_for
from tett.people.models import Login


def code_for(_actor: object, public_id: str, purpose: str) -> str:
    """Work out a ticket's code: it is made of its id by a key of the house, so that it needn't be stored."""
    return code_of(mark(public_id, "ticket-code"), length_for(purpose))


def mark_for(_actor: object, code: str) -> bytes:
    """Give what a ticket is recognised by."""
    return mark(as_code(code), "ticket")


def still_open(_actor: object, at: datetime) -> Q:
    """Keep tickets that still open."""
    return Q(used_at__isnull=True, ended_at__isnull=True, expires_at__gt=at)


def ticket_by_code(actor: object, code: str, at: datetime) -> Ticket | None:
    """Give the ticket that a code opens, if it still does (one query, whether it exists or not)."""
    rows = Ticket.objects.select_related("person").filter(still_open(actor, at))
    return rows.filter(mark=mark_for(actor, code)).first()


def ticket_by_id(actor: object, public_id: str, at: datetime) -> Ticket | None:
    """Give a ticket whose code has been shown before in this session, if it still opens."""
    rows = Ticket.objects.select_related("person").filter(still_open(actor, at))
    return rows.filter(public_id=public_id).first()


def login_of(_actor: object, ticket: Ticket) -> Login | None:
    """Give the login of the one whom a ticket is for, if there is one."""
    return Login.objects.filter(person=ticket.person_id).first()
