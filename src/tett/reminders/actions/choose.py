"""Choosing what one gets, and the school's own number of days."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.notify.actions import open_address
from tett.people.actions.routine import set_routine
from tett.people.models import School
from tett.reminders.access import may_choose_days
from tett.reminders.models import Choice
from tett.reminders.queries import own_address
from tett.reminders.rules import HOURS, check_days
from tett.reminders.words import HOUR_UNKNOWN, NO_ROLE, NOT_YOURS, Rhythm


@transaction.atomic
def choose(rhythm: Rhythm, hour: int, *, free_days: bool, moved: bool, team: bool, by: Actor, at: datetime) -> Choice:
    """Keep what the actor wants to get, and when."""
    if not by.known or by.person_id is None:
        raise Refusal(NO_ROLE)
    if hour not in HOURS:
        raise Refusal(HOUR_UNKNOWN)
    wanted = {"rhythm": rhythm, "hour": hour, "free_days": free_days, "moved": moved, "team": team}
    row, _made = Choice.objects.update_or_create(person_id=by.person_id, defaults=wanted)
    record("reminders.chosen", row, by=by, at=at, facts={"rhythm": rhythm.value, "hour": hour})
    return row


def use_address_again(*, by: Actor, at: datetime) -> None:
    """Send to the actor's own address again, that once took no mail."""
    address = own_address(by)
    if address:
        open_address(address, by=by, at=at)


@transaction.atomic
def choose_days(school: School, days: int, *, by: Actor, at: datetime) -> None:
    """Let the school's own number of school days pass before something climbs to the leader."""
    if not may_choose_days.allows(by, school):
        raise Refusal(NOT_YOURS)
    check_days(days)
    set_routine(school, "climb_days", days, by=by, at=at)
