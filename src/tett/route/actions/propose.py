"""Proposing a change: what the calendar would say is kept with what that does, and nothing else is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.calendar.actions import open_calendar
from tett.calendar.models import SchoolCalendar
from tett.calendar.queries import layer_of
from tett.calendar.rules import Layer
from tett.calendar.rules.years import require_span, require_year
from tett.people.actions.calendars import use_calendar
from tett.people.models import Owner, School
from tett.route import words
from tett.route.access import may_edit_own, may_edit_shared
from tett.route.actions.follow import count_or_leave
from tett.route.actions.settle import settle
from tett.route.models import Amendment
from tett.route.queries.places import Place, edits_frame, schools_under
from tett.route.rules.reading import Told
from tett.route.rules.snapshot import to_data
from tett.route.words import Standing, What
from tett.year.queries.replan import laid_out


@dataclass(frozen=True)
class Wish:
    """What somebody wants a place's calendar to say of a year, and how they came to it."""

    starts_in: int
    what: What
    after: Layer | None
    told: Sequence[Told] = ()


def own_layer(place: Place, starts_in: int, by: Actor) -> Layer | None:
    """Give what the place itself says of a year; refuse who may not change it."""
    ask(place, by)
    return layer_of(by, place.own.pk, starts_in) if place.own else None


def ask(place: Place, by: Actor) -> None:
    """Refuse who may not change the place's days."""
    target: School | Owner = place.school or place.owner
    if not (may_edit_own if place.school else may_edit_shared).allows(by, target):
        raise Refusal(words.NOT_YOURS)


@transaction.atomic
def propose(place: Place, wish: Wish, *, by: Actor, at: datetime) -> Amendment:
    """Keep a change with what it does; one that touches no tasks, and that nobody has to look over, is done at once."""
    ask(place, by)
    calendar = locked(place.own or _own_calendar(place, by, at))
    before = layer_of(by, calendar.pk, wish.starts_in)
    _check(place, wish, before, by)
    Amendment.objects.filter(calendar=calendar, by=by.person_id, standing=Standing.PROPOSED).update(
        standing=Standing.DROPPED, settled_at=at
    )
    row = _kept(place, calendar, wish, before, by, at)
    record("route.proposed", row, by=by, at=at, facts={"starts_in": row.starts_in, "what": row.what})
    count_or_leave(row, by=by, at=at)
    if row.counted == row.schools and not row.effects and row.what != What.READ_IN:
        return settle(row, by=by, at=at)
    return row


def _kept(
    place: Place, calendar: SchoolCalendar, wish: Wish, before: Layer | None, by: Actor, at: datetime
) -> Amendment:
    under = laid_out(by, [school.pk for school in schools_under(by, calendar)], wish.starts_in)
    return Amendment.objects.create(
        calendar=calendar, school=place.school, owner=place.owner, starts_in=wish.starts_in, what=wish.what,
        before=to_data(before), after=to_data(wish.after), reading=[list(told) for told in wish.told],
        schools=len(under), at=at, by_id=by.person_id,
    )  # fmt: skip


def _check(place: Place, wish: Wish, before: Layer | None, by: Actor) -> None:
    """Refuse what changes nothing, lies outside the year or is the county's to say."""
    after = wish.after
    if to_data(before) == to_data(after) and not wish.told:
        raise Refusal(words.NOTHING_CHANGED)
    if after is None:
        return
    require_year(wish.starts_in, after.first_day, after.last_day)
    for day in after.special:
        require_span(wish.starts_in, day.first, day.last)
    frame_before = (before.first_day, before.last_day) if before else (None, None)
    if (after.first_day, after.last_day) != frame_before and not edits_frame(by, place, wish.starts_in):
        raise Refusal(words.COUNTYS_FRAME)


def _own_calendar(place: Place, by: Actor, at: datetime) -> SchoolCalendar:
    """Open a calendar for the place's own days, on top of the county's; by itself it says nothing."""
    calendar = open_calendar(place.name, parent=place.shared, by=by, at=at)
    use_calendar(place.school or place.owner, calendar, by=by, at=at)
    if place.school is None:
        School.objects.filter(owner=place.owner, calendar=None).update(calendar=calendar)
    return calendar
