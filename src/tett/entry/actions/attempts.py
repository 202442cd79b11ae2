"""Counting tries, so that nobody guesses for long; kept even when the try is refused, so never in a transaction."""

from datetime import datetime

from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.entry.words import TOO_MANY_TRIES
from tett.people.models import Attempt
from tett.people.queries.logins import hashed, must_wait
from tett.people.rules.attempts import WINDOW


def ask_to_wait(name: str, address: str, *, by: Actor, at: datetime) -> None:
    """Refuse a name that has been tried too often lately."""
    if must_wait(by, name, address, at):
        raise Refusal(TOO_MANY_TRIES)


def count(name: str, address: str, *, by: Actor, at: datetime) -> None:  # noqa: ARG001 - nobody is known yet
    """Write down that a try failed, and forget those that no longer count."""
    Attempt.objects.create(name=hashed(name), address=hashed(address), at=at)
    Attempt.objects.filter(at__lt=at - WINDOW).delete()


def start_afresh(name: str, *, by: Actor) -> None:  # noqa: ARG001 - as every action
    """Forget the failed tries of somebody who got in."""
    Attempt.objects.filter(name=hashed(name)).delete()
