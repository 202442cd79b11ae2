"""Telling of a fault, having read it, and what the owner says."""

from datetime import datetime, timedelta

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.notify.actions import post_all, tell
from tett.notify.rules import Letter
from tett.people.models import Owner
from tett.privacy.access import may_read_faults, may_state
from tett.privacy.messages import FAULT_TOLD, letter_of_fault
from tett.privacy.models import Fault, Statement
from tett.privacy.queries import keepers, told_since
from tett.privacy.rules import bare_path, usable_contact
from tett.privacy.words import CONTACT_UNKNOWN, DECIDED_BY_OWNER, MANY_JUST_NOW, NOT_YOURS

#: From everybody together: a whole school may sit behind one address, so nobody is counted by theirs.
MOST_IN_AN_HOUR = 60
ADDRESS = "/skolen/feil/"


@transaction.atomic
def tell_of_fault(*, text: str, page: str = "", answer_to: str = "", by: Actor, at: datetime) -> Fault:
    """Keep what somebody says is wrong, and tell those who look after the system; who it was isn't asked."""
    if told_since(by, at - timedelta(hours=1)) >= MOST_IN_AN_HOUR:
        raise Refusal(MANY_JUST_NOW)
    fault = Fault.objects.create(text=text, page=bare_path(page), answer_to=answer_to, at=at)
    record("fault.told", fault, by=_nobody(by), at=at)
    people = keepers(by)
    tell(people, "fault", FAULT_TOLD, ADDRESS, key=f"fault:{fault.public_id}", by=by, at=at)
    post_all([_letter(person, fault) for person in people], by=by, at=at)
    return fault


def _letter(person: int, fault: Fault) -> Letter:
    return letter_of_fault(person, ADDRESS, key=f"fault:{fault.public_id}:{person}")


def _nobody(by: Actor) -> Actor:
    """Whoever finds a fault may have done so by trying: the log doesn't say who it was."""
    return Actor(day=by.day, now=by.now)


@transaction.atomic
def read_fault(fault: Fault, *, by: Actor, at: datetime) -> None:
    """Write down that somebody has taken care of it; once is enough."""
    fault = locked(fault)
    if not may_read_faults.allows(by, fault):
        raise Refusal(NOT_YOURS)
    if fault.read_at is None:
        fault.read_at, fault.read_by_id = at, by.person_id
        fault.save(update_fields=["read_at", "read_by"])
        record("fault.read", fault, by=by, at=at)


@transaction.atomic
def state(
    owner: Owner, *, officer: str, accessibility: str, months: dict[str, int], by: Actor, at: datetime
) -> Statement:
    """Fill in what the owner answers for: whom to ask, the accessibility statement, how long things are kept."""
    if not may_state.allows(by, owner):
        raise Refusal(NOT_YOURS)
    if officer and not usable_contact(officer):
        raise Refusal(CONTACT_UNKNOWN)
    chosen = {kind.value: months[kind.value] for kind in DECIDED_BY_OWNER if months.get(kind.value)}
    said, _new = Statement.objects.update_or_create(
        owner=owner, defaults={"officer": officer, "accessibility": accessibility, "months": chosen}
    )
    record("statement.changed", owner, by=by, at=at, facts={"months": chosen})
    return said
