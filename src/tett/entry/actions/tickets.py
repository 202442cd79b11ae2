"""Tickets: made for people whom the school knows, and used once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record, record_all
from tett.base.models import new_public_ids
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.entry.actions.logins import give_login, set_new_password
from tett.entry.actions.passkeys import add_passkey
from tett.entry.actions.visits import end_all_visits
from tett.entry.actions.warn import warn
from tett.entry.models import Ticket
from tett.entry.queries.factors import has_factor
from tett.entry.queries.tickets import code_for, login_of, mark_for
from tett.entry.rules.codes import OPENS
from tett.entry.words import NOT_YOURS, PASSWORD_WAS_CHANGED, TICKET_CLOSED, TICKET_UNKNOWN, Purpose
from tett.people.models import Login, Person


@transaction.atomic
def make_tickets(people: Sequence[Person], purpose: Purpose, *, by: Actor, at: datetime) -> list[Ticket]:
    """Make a ticket for each; earlier ones for the same purpose open no longer. The caller has asked who may."""
    earlier = Ticket.objects.filter(person__in=people, purpose=purpose, used_at__isnull=True, ended_at__isnull=True)
    earlier.update(ended_at=at)
    ids = new_public_ids(len(people))
    tickets = Ticket.objects.bulk_create(
        Ticket(
            public_id=public_id, person=person, purpose=purpose, mark=mark_for(by, code_for(by, public_id, purpose)),
            made_by_id=by.person_id, made_at=at, expires_at=at + OPENS[purpose],
        )
        for person, public_id in zip(people, ids, strict=True)
    )  # fmt: skip
    record_all("ticket.made", [(ticket, {"purpose": purpose.value}) for ticket in tickets], by=by, at=at)
    return tickets


@transaction.atomic
def accept(ticket: Ticket, password: str, *, by: Actor, at: datetime) -> Login:
    """Let the one whom a ticket is for choose a password; it opens no more, and nothing else that was given does."""
    login = _opened(ticket, by, at)
    had_one = login.last_login is not None
    set_new_password(login, password, by=by)
    end_all_visits(login, by=by)
    if had_one:
        warn(login.person, PASSWORD_WAS_CHANGED, "password", by=by, at=at)
    return login


@transaction.atomic
def accept_with_passkey(
    ticket: Ticket, name: str, kept: Mapping[str, Any], answer: Mapping[str, Any], *, by: Actor, at: datetime
) -> Login:
    """Let the one whom a ticket is for come in by a passkey; not where there is a second step that it would replace."""
    login = _opened(ticket, by, at)
    if has_factor(by, login):
        raise Refusal(NOT_YOURS)
    add_passkey(login, name, kept, answer, by=by, at=at)
    end_all_visits(login, by=by)
    return login


def _opened(ticket: Ticket, by: Actor, at: datetime) -> Login:
    row = locked(ticket)
    if row.used_at or row.ended_at or row.expires_at <= at:
        raise Refusal(TICKET_UNKNOWN)
    login = login_of(by, row) or give_login(row.person, by=by, at=at)
    if not login.is_active:
        raise Refusal(TICKET_CLOSED)
    row.used_at = at
    row.save(update_fields=["used_at"])
    others = Ticket.objects.filter(person=row.person_id, used_at__isnull=True, ended_at__isnull=True)
    others.update(ended_at=at)
    record("ticket.used", row, by=by, at=at, facts={"purpose": row.purpose})
    return login
