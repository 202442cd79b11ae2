"""Where each student goes: with the class, or their own way; and the days between."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from tett.turn.rules.season import first_day, last_day
from tett.turn.words import Leaving


class Place(NamedTuple):
    """A student's place in a class at the end of the year."""

    enrolment_id: int
    student_id: int
    class_id: int
    starts: date
    ends: date | None
    basis: str
    lodging: str


class Where(NamedTuple):
    """Where somebody goes: to a class of next year, or away and why; ``own`` when it isn't as the class."""

    to: int | None
    leaving: str
    own: bool = False


def whereabouts(place: Place, classes: Mapping[int, Where], own: Mapping[int, Where]) -> Where:
    """Say where a student goes; a class that nobody has said anything of stops."""
    if place.student_id in own:
        return own[place.student_id]._replace(own=True)
    return classes.get(place.class_id, Where(None, Leaving.STOPPED))


def last_of(starts: date, ends: date | None, starts_in: int) -> tuple[date, date]:
    """Give the last day in the old and the first in the new: 31 July and 1 August.

    Somebody who was put in last year's class in August, before the turn, has had a day there.
    """
    last = max(last_day(starts_in), starts)
    if ends is not None and ends < last:
        last = ends
    return last, max(first_day(starts_in), last + timedelta(days=1))
