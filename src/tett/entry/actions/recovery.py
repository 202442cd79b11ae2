"""Codes on paper, and starting over for those who have lost everything."""

import os
from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.entry.access import may_help
from tett.entry.actions.visits import end_all_visits
from tett.entry.actions.warn import warn
from tett.entry.models import CodeApp, Passkey, RecoveryCode
from tett.entry.queries.factors import factors_of, recovery_mark
from tett.entry.rules.codes import RECOVERY_CODES, TYPED, code_of
from tett.entry.words import CODES_WERE_MADE, FACTOR_WAS_RESET, NO_FACTOR, NO_LOGIN, NOT_OWN_FACTOR, NOT_YOURS
from tett.people.models import Login, Person


@transaction.atomic
def make_codes(login: Login, *, by: Actor, at: datetime) -> list[str]:
    """Give new codes for paper, instead of all earlier ones; this is the only time they can be read."""
    row = locked(login)
    if row.pk != by.login_id:
        raise Refusal(NOT_YOURS)
    earlier = RecoveryCode.objects.filter(login=row).delete()[0]
    codes = [code_of(os.urandom(16), TYPED) for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(login=row, mark=recovery_mark(by, row, code)) for code in codes)
    record("recovery_codes.made", row.person, by=by, at=at, facts={"number": len(codes)})
    if earlier:
        warn(row.person, CODES_WERE_MADE, "codes", by=by, at=at)
    return codes


@transaction.atomic
def reset_factors(person: Person, *, by: Actor, at: datetime) -> None:
    """Take away everything but the password, for somebody who has lost it; they set it up anew when they come in."""
    if person.pk == by.person_id:
        raise Refusal(NOT_OWN_FACTOR)
    if not may_help.allows(by, person):
        raise Refusal(NOT_YOURS)
    login = Login.objects.filter(person=person).first()
    if login is None:
        raise Refusal(NO_LOGIN)
    if not factors_of(by, login).number:
        raise Refusal(NO_FACTOR)
    forget_factors(login, by=by)
    record("factors.reset", person, by=by, at=at)
    warn(person, FACTOR_WAS_RESET, "reset", by=by, at=at)


def forget_factors(login: Login, *, by: Actor) -> None:
    """Take away passkeys, app and codes, and end every log-in; part of what the caller records."""
    for table in (Passkey, CodeApp, RecoveryCode):
        table.objects.filter(login=login).delete()
    end_all_visits(login, by=by)
