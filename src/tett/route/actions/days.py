"""Adding, changing and taking away days, and saying where a year begins and ends."""

from collections.abc import Mapping
from datetime import date, datetime

from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.calendar.models import SpecialDay
from tett.calendar.queries import layer_of
from tett.calendar.rules import Layer, Special, school_year_name, shipped_routes
from tett.calendar.words import DayKind, Level, Standing
from tett.route import words
from tett.route.actions.propose import Wish, own_layer, propose
from tett.route.models import Amendment
from tett.route.queries.places import Place, edits_frame
from tett.route.rules import edits
from tett.route.rules.lines import Line
from tett.route.rules.reading import Ground, read
from tett.route.words import Begin, What


def add_day(place: Place, starts_in: int, day: Special, *, by: Actor, at: datetime) -> Amendment:
    """Add a day or a span of days."""
    after = edits.add(own_layer(place, starts_in, by), starts_in, day)
    return propose(place, Wish(starts_in, What.ADDED, after), by=by, at=at)


def change_day(place: Place, row: SpecialDay, day: Special, *, by: Actor, at: datetime) -> Amendment:
    """Let a registered day be another."""
    starts_in = row.school_year.starts_in
    after = edits.change(own_layer(place, starts_in, by), starts_in, _special(row), day)
    return propose(place, Wish(starts_in, What.CHANGED, after), by=by, at=at)


def take_away_day(place: Place, row: SpecialDay, *, by: Actor, at: datetime) -> Amendment:
    """Take a registered day away."""
    starts_in = row.school_year.starts_in
    after = edits.remove(own_layer(place, starts_in, by), _special(row))
    return propose(place, Wish(starts_in, What.REMOVED, after), by=by, at=at)


def frame_year(  # noqa: PLR0913 - where a year begins and ends is all of these
    place: Place,
    starts_in: int,
    first_day: date | None,
    last_day: date | None,
    *,
    level_starts: Mapping[Level, date],
    standing: Standing,
    source: str,
    by: Actor,
    at: datetime,
) -> Amendment:
    """Say when the year begins and ends, for which levels, how sure that is and where it is from."""
    layer = own_layer(place, starts_in, by)
    after = edits.frame(layer, starts_in, first_day, last_day, level_starts, standing, source)
    return propose(place, Wish(starts_in, What.FRAMED, after), by=by, at=at)


def begin_year(
    place: Place,
    starts_in: int,
    source: Begin,
    first_day: date | None = None,
    last_day: date | None = None,
    *,
    by: Actor,
    at: datetime,
) -> Amendment:
    """Begin on a year that the place says nothing of: from the year before, from what is shipped, or from nothing."""
    if own_layer(place, starts_in, by) is not None:
        raise Refusal(words.BEGUN_ALREADY.format(year=school_year_name(starts_in)))
    after = _beginning(place, starts_in, source, (first_day, last_day), by)
    return propose(place, Wish(starts_in, What.BEGUN, after), by=by, at=at)


def read_in(place: Place, starts_in: int, lines: list[Line], *, by: Actor, at: datetime) -> Amendment:
    """Lay a file's days on what is there, to be looked over before anything is changed."""
    own = own_layer(place, starts_in, by)
    shared = layer_of(by, place.shared.pk, starts_in) if place.shared else None
    found = read(lines, Ground(starts_in, own, shared))
    return propose(place, Wish(starts_in, What.READ_IN, found.layer, found.told), by=by, at=at)


def _beginning(place: Place, starts_in: int, source: Begin, ends: tuple[date | None, date | None], by: Actor) -> Layer:
    if source == Begin.EMPTY:
        if not all(ends) and edits_frame(by, place, starts_in):
            raise Refusal(words.BOTH_DAYS)
        return edits.frame(None, starts_in, *ends, {}, Standing.DECIDED, "")
    found = shipped_routes().get(starts_in) if source == Begin.SHIPPED else _from_before(place, starts_in, by)
    if found is None:
        raise Refusal(words.NOTHING_TO_BEGIN_FROM.format(year=school_year_name(starts_in)))
    return found


def _from_before(place: Place, starts_in: int, by: Actor) -> Layer | None:
    before = layer_of(by, place.own.pk, starts_in - 1) if place.own else None
    return edits.next_year(before, starts_in) if before else None


def _special(row: SpecialDay) -> Special:
    return Special(DayKind(row.kind), row.first, row.last, row.name)
