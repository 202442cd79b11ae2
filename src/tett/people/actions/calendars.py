"""Which calendar a school or an owner goes by."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.calendar.models import SchoolCalendar
from tett.people.access import may_arrange, may_own, may_set_up
from tett.people.models import Owner, School
from tett.people.words import NOT_YOURS


@transaction.atomic
def use_calendar(place: School | Owner, calendar: SchoolCalendar, *, by: Actor, at: datetime) -> None:
    """Let a school or an owner go by a calendar."""
    rule = may_arrange if isinstance(place, School) else may_own | may_set_up
    if not rule.allows(by, place):
        raise Refusal(NOT_YOURS)
    type(place)._default_manager.filter(pk=place.pk).update(calendar=calendar)  # noqa: SLF001 - Django's documented way
    place.calendar = calendar
    record(f"{'school' if isinstance(place, School) else 'owner'}.calendar_chosen", place, by=by, at=at)
