"""Writing down what became of a letter, and how the line to the server is."""

from datetime import datetime
from smtplib import SMTPResponseException

from django.db import transaction
from django.urls import reverse

from tett.access.rules import Actor
from tett.notify import words
from tett.notify.actions.tell import tell
from tett.notify.models import ClosedAddress, Line, Mail
from tett.notify.queries import hashed
from tett.notify.rules import TRIES, closes_address, wait_after
from tett.notify.words import State

#: What is taken away from a letter that has come to its end: it may hold a link that opens something.
NOTHING_LEFT = {"to": "", "subject": "", "lines": [], "address": ""}
#: States from which the one who holds a letter may end it; also one that others have thought lost meanwhile.
IN_HAND = (State.HELD, State.LEAVING, State.UNSURE)


def ended(row: Mail, state: State, at: datetime, trouble: str = "") -> None:
    """Let a letter come to its end; of one that may be lost, what it was is kept until it is sent again or old."""
    left = {} if state == State.UNSURE else NOTHING_LEFT
    mine = Mail.objects.filter(pk=row.pk, holder=row.holder, state__in=IN_HAND)
    mine.update(state=state, ended_at=at, held_until=None, trouble=trouble, **left)


def put_off(row: Mail, at: datetime, trouble: str) -> None:
    """Try again later what the server didn't take now; after many times no more."""
    tries = row.attempts + 1
    if tries >= TRIES:
        ended(row, State.GIVEN_UP, at, trouble)
        return
    mine = Mail.objects.filter(pk=row.pk, holder=row.holder, state__in=IN_HAND)
    later = at + wait_after(tries)
    mine.update(state=State.WAITING, attempts=tries, next_at=later, holder="", held_until=None, trouble=trouble)


def let_go(holder: str) -> None:
    """Let the letters wait again that a sender held and hasn't begun to send."""
    Mail.objects.filter(holder=holder, state=State.HELD).update(state=State.WAITING, holder="", held_until=None)


@transaction.atomic
def recipient_refused(row: Mail, to: str, code: int, said: bytes | str, *, by: Actor, at: datetime) -> None:
    """Stop writing to an address that isn't there, and say so to the person; put off what may pass another time."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    if closes_address(code, text):
        ended(row, State.REFUSED, at, str(code))
        close(to, row.person_id, by=by, at=at)
    else:
        put_off(row, at, str(code))


def close(address: str, person_id: int | None, *, by: Actor, at: datetime) -> None:
    """Send nothing more to an address, and say so in the application to the person it is of."""
    known = hashed(by, address)
    ClosedAddress.objects.get_or_create(hashed=known, defaults={"person_id": person_id, "since": at})
    if person_id:
        key = f"address:{known[:16]}:{at:%Y-%m-%d}"
        tell([person_id], "address.refused", words.ADDRESS_REFUSED, reverse("reminders:choose"), key=key, by=by, at=at)


@transaction.atomic
def line_failed(why: BaseException | None, at: datetime) -> None:
    """Remember that the server is away, and since when; wait longer each time before asking it again."""
    Line.objects.get_or_create(pk=1)
    line = Line.objects.select_for_update().get(pk=1)
    line.failures += 1
    line.failing_since = line.failing_since or at
    line.next_at = at + min(wait_after(line.failures), LONGEST_SILENCE)
    line.trouble = (str(why.smtp_code) if isinstance(why, SMTPResponseException) else type(why).__name__)[:40]
    line.save()


#: A server that is back shall not wait long for us.
LONGEST_SILENCE = wait_after(3)


def line_works(at: datetime) -> None:
    """Remember that a letter was taken."""
    fine = {"sent_at": at, "failing_since": None, "next_at": None, "failures": 0, "trouble": ""}
    if not Line.objects.filter(pk=1).update(**fine):
        Line.objects.get_or_create(pk=1, defaults=fine)
