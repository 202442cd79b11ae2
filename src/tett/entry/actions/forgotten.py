"""A forgotten password: the answer is given before anybody has looked whether the name exists."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal

from tett.access.rules import Actor
from tett.base.seals import seal, unseal
from tett.entry.actions.attempts import ask_to_wait, count
from tett.entry.actions.tickets import make_tickets
from tett.entry.messages import forgotten_letter
from tett.entry.models import Asked, Ticket
from tett.entry.queries.tickets import code_for
from tett.entry.words import Purpose
from tett.notify.actions import post
from tett.people.models import Contact, Login

#: Sent once it is kept, so that the job that looks it up is queued.
asked_for_new = Signal()
#: An address that more people than this share belongs to nobody.
MOST_AT_AN_ADDRESS = 5
KEPT = timedelta(days=1)


def ask_for_new(written: str, session: str, address: str, *, by: Actor, at: datetime) -> Asked:
    """Keep what somebody wrote, sealed, for the job that looks it up: whoever it is, this does exactly the same."""
    ask_to_wait(f"forgotten:{written}", address, by=by, at=at)
    ask_to_wait(f"forgotten-in:{session}", address, by=by, at=at)
    count(f"forgotten:{written}", address, by=by, at=at)
    count(f"forgotten-in:{session}", address, by=by, at=at)
    Asked.objects.filter(at__lt=at - KEPT).delete()
    asked = Asked.objects.create(sealed=seal(written.strip().lower().encode(), "asked", "asked"), at=at)
    asked_for_new.send(sender=Asked, asked_id=asked.pk)
    return asked


@transaction.atomic
def answer(asked_id: int, *, by: Actor, at: datetime) -> None:
    """Send a way in to whoever it was, if the school has an address; done once, since what was asked is forgotten."""
    asked = Asked.objects.select_for_update().filter(pk=asked_id).first()
    if asked is None:
        return
    opened = unseal(bytes(asked.sealed), "asked", "asked")
    asked.delete()
    for login, email in _found((opened or b"").decode()):
        ticket = make_tickets([login.person], Purpose.FORGOTTEN, by=by, at=at)[0]
        _send(ticket, email, by, at)


def _found(written: str) -> list[tuple[Login, str]]:
    named = Q(username=written) | Q(person__contact__email__iexact=written)
    rows = Login.objects.filter(named, is_active=True).exclude(person__contact__email="")
    rows = rows.filter(person__contact__isnull=False)[: MOST_AT_AN_ADDRESS + 1] if written else rows.none()
    logins = list(rows)
    if len(logins) > MOST_AT_AN_ADDRESS:
        return []
    addresses = dict(Contact.objects.filter(person__login__in=logins).values_list("person_id", "email"))
    return [(login, addresses[login.person_id]) for login in logins]


def _send(ticket: Ticket, email: str, by: Actor, at: datetime) -> None:
    code = code_for(by, ticket.public_id, ticket.purpose)
    letter = forgotten_letter(ticket.person, email, code, f"entry:ticket:{ticket.public_id}", ticket.expires_at)
    post(letter, by=by, at=at)
