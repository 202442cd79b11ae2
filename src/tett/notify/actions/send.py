"""Sending what waits in the outbox: each letter once, whoever sends at the same time and whoever dies.

A sender *holds* a few letters for some minutes, and marks each *leaving* when the server has agreed to take it, just
before the words go over. Dying before that mark is harmless: the letter waits again. Dying after it leaves a letter of
which nobody knows whether it went; it becomes *unsure*, is shown to those who keep the installation, and is not sent
again by itself. So Tett errs on the side of silence: what a letter tells stands in the application anyway, and a person
who gets two of them trusts neither. The Message-ID is the same at each try, so that the server's log can tell.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPResponseException
from uuid import uuid4

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from tett.access.rules import Actor
from tett.notify.actions import outcome
from tett.notify.actions.smtp import hand_over
from tett.notify.messages import written
from tett.notify.models import ClosedAddress, Mail
from tett.notify.queries import due, hashed, is_due, reach
from tett.notify.queries.outbox import left_lying
from tett.notify.rules import LEASE
from tett.notify.words import State

#: So many are held at a time: a sender that dies keeps few from the others.
AT_ONCE = 20


class NotOurs(Exception):  # noqa: N818 - no error: another sender has it
    """Say that somebody else has taken the letter meanwhile."""


class LineBroke(Exception):  # noqa: N818 - no error of the letter's
    """Say that the server is away, so that the rest may wait."""


def send_some(*, by: Actor, at: datetime) -> int:
    """Send a few of the letters whose time has come, and tell how many were looked at; none means that no more wait."""
    take_up_again(by=by, at=at)
    if not is_due(by, at):
        return 0
    backend = get_connection()
    try:
        backend.open()
    except (OSError, SMTPException) as why:
        outcome.line_failed(why, at)
        return 0
    try:
        return _send(backend, by, at)
    finally:
        _close(backend)


def _close(backend: BaseEmailBackend) -> None:
    # It may be gone already, and everything that was sent has been marked.
    with suppress(OSError, SMTPException):
        backend.close()


def _send(backend: BaseEmailBackend, by: Actor, at: datetime) -> int:
    holder = uuid4().hex
    taken = _take(holder, by, at)
    try:
        for mail, to in _addressed(taken, by, at):
            _send_one(backend, mail, to, by, at)
    except LineBroke as broke:
        outcome.let_go(holder)
        outcome.line_failed(broke.__cause__, at)
        return 0
    except NotOurs:
        outcome.let_go(holder)  # the server waits for words that won't come, so this line can't be used any more
    return len(taken)


@transaction.atomic
def take_up_again(*, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as every action
    """Let letters wait again that somebody took and died with; those that were leaving are from now on unsure."""
    left = Mail.objects.filter(left_lying(at))
    left.filter(state=State.HELD).update(state=State.WAITING, holder="", held_until=None)
    left.filter(state=State.LEAVING).update(state=State.UNSURE, ended_at=at, held_until=None, trouble="sender died")


@transaction.atomic
def _take(holder: str, by: Actor, at: datetime) -> list[Mail]:
    """Hold a few that nobody else holds; two senders never hold the same."""
    rows = list(due(by, at).select_for_update(skip_locked=True)[:AT_ONCE])
    held = Mail.objects.filter(pk__in=[row.pk for row in rows])
    held.update(state=State.HELD, holder=holder, held_until=at + LEASE)
    for row in rows:
        row.state, row.holder = State.HELD, holder
    return rows


def _addressed(taken: Sequence[Mail], by: Actor, at: datetime) -> list[tuple[Mail, str]]:
    """Give each letter with the address it goes to; those that nobody shall have any more are dropped."""
    known = reach.addresses([row.person_id for row in taken if row.person_id and not row.to], at)
    pairs = [(row, row.to or known.get(row.person_id or 0, "")) for row in taken]
    hashes = {to: hashed(by, to) for _row, to in pairs if to}
    closed = set(ClosedAddress.objects.filter(hashed__in=hashes.values()).values_list("hashed", flat=True))
    kept = []
    for row, to in pairs:
        trouble = _useless(row, to, hashes, closed, at)
        if trouble:
            outcome.ended(row, State.DROPPED, at, trouble)
        else:
            kept.append((row, to))
    return kept


def _useless(row: Mail, to: str, hashes: dict[str, str], closed: set[str], at: datetime) -> str:
    if row.until and row.until <= at:
        return "too late"
    if not to:
        return "nobody to reach"
    return "address is closed" if hashes[to] in closed else ""


def _send_one(backend: BaseEmailBackend, row: Mail, to: str, by: Actor, at: datetime) -> None:
    try:
        hand_over(backend, written(row, to), lambda: _mark_leaving(row, at))
    except SMTPRecipientsRefused as no:
        outcome.recipient_refused(row, to, *next(iter(no.recipients.values())), by=by, at=at)
    except SMTPResponseException as no:
        _answered_no(row, no, at)
    except (OSError, SMTPException) as why:
        _line_lost(row, why, at)
    except ValueError as why:
        outcome.ended(row, State.GIVEN_UP, at, type(why).__name__)
    else:
        outcome.ended(row, State.SENT, at)
        outcome.line_works(at)


def _mark_leaving(row: Mail, at: datetime) -> None:
    """Write down that it is about to go; whoever has lost the letter to another sender doesn't send it."""
    mine = Mail.objects.filter(pk=row.pk, holder=row.holder, state=State.HELD)
    if not mine.update(state=State.LEAVING, held_until=at + LEASE):
        raise NotOurs
    row.state = State.LEAVING


def _answered_no(row: Mail, no: SMTPResponseException, at: datetime) -> None:
    """Put off what the server won't take; a no to the sender or the log-in is about the line, and keeps all waiting."""
    if not isinstance(no, SMTPDataError):
        raise LineBroke from no
    outcome.put_off(row, at, str(no.smtp_code))


def _line_lost(row: Mail, why: Exception, at: datetime) -> None:
    """Before the letter began to go it waits; from then on nobody knows."""
    if row.state == State.LEAVING:
        outcome.ended(row, State.UNSURE, at, type(why).__name__)
    raise LineBroke from why
