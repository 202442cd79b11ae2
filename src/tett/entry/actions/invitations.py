"""Inviting people whom the school knows: by e-mail, or by a slip of paper."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.entry.access import may_invite
from tett.entry.actions.tickets import make_tickets
from tett.entry.actions.warn import warn
from tett.entry.messages import invitation_letter
from tett.entry.models import Ticket
from tett.entry.queries.tickets import code_for
from tett.entry.words import HAS_COME_IN, NEW_WAY_IN, NO_ADDRESS, NOBODY_LEFT, NOT_YOURS, Purpose
from tett.notify.actions import post_all
from tett.people.models import Contact, Login, Person


@transaction.atomic
def invite_by_mail(people: Sequence[Person], *, by: Actor, at: datetime) -> list[Ticket]:
    """Send each an e-mail with a link that opens once."""
    _ask(people, by)
    addresses = dict(Contact.objects.filter(person__in=people).exclude(email="").values_list("person_id", "email"))
    if len(addresses) < len(people):
        raise Refusal(NO_ADDRESS)
    tickets = make_tickets(people, Purpose.MAIL, by=by, at=at)
    post_all(
        [
            invitation_letter(
                ticket.person, addresses[ticket.person_id], code_for(by, ticket.public_id, ticket.purpose),
                f"entry:ticket:{ticket.public_id}", ticket.expires_at,
            )
            for ticket in tickets
        ],
        by=by, at=at,
    )  # fmt: skip
    return tickets


@transaction.atomic
def invite_on_paper(people: Sequence[Person], *, by: Actor, at: datetime) -> list[Ticket]:
    """Make each a slip with a code that opens once."""
    _ask(people, by)
    return make_tickets(people, Purpose.PAPER, by=by, at=at)


@transaction.atomic
def give_new_way_in(person: Person, *, by: Actor, at: datetime) -> Ticket:
    """Make a slip for somebody who has been in and can't get in again; they are told of it."""
    if person.pk == by.person_id or not may_invite.allows(by, person):
        raise Refusal(NOT_YOURS)
    ticket = make_tickets([person], Purpose.PAPER, by=by, at=at)[0]
    warn(person, NEW_WAY_IN, "way_in", by=by, at=at)
    return ticket


def _ask(people: Sequence[Person], by: Actor) -> None:
    """Refuse anybody whom one may not invite, and those who need no invitation."""
    if not people:
        raise Refusal(NOBODY_LEFT)
    ids = {person.pk for person in people}
    if may_invite.filter(by, Person.objects.filter(pk__in=ids)).count() < len(ids):
        raise Refusal(NOT_YOURS)
    if Login.objects.filter(person__in=ids, last_login__isnull=False).exists():
        raise Refusal(HAS_COME_IN)
