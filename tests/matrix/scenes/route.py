"""Days of their own at both schools, a route of the county's, and changes that wait for an answer."""

from datetime import date, timedelta
from typing import Any

from tests.cast import NOW
from tests.matrix.scene import Scene, word
from tett.calendar.actions import add_day, lay_out_year, open_calendar
from tett.calendar.models import SpecialDay
from tett.calendar.rules import Special
from tett.calendar.words import DayKind
from tett.people.models import Owner, School
from tett.route.actions import days
from tett.route.queries import place_of

OWN = date(2027, 1, 29)
WEEK = Special(DayKind.FREE, date(2027, 4, 12), date(2027, 4, 16), "elevfri uke")


def add(scene: Scene) -> None:
    """Put the schools on calendars of their own, on top of the one they shared."""
    world = scene.world
    shared = world.school.calendar
    assert shared is not None
    Owner.objects.filter(pk=world.owner.pk).update(calendar=shared)
    places: dict[str, dict[str, Any]] = {"fylke": _place(world.owner.public_id)}
    own, changes = (
        {"fylke": _shared_day(world.owner, shared.pk)},
        {"fylke": _change(scene, "carl", world.owner.public_id)},
    )
    for leader, school in (("rita", world.school), ("petra", world.other)):
        calendar = open_calendar(school.name, parent=shared, by=None, at=NOW)
        year = lay_out_year(calendar, 2026, by=None, at=NOW)
        row = add_day(year, DayKind.FREE, word("route", school.slug), OWN, by=None, at=NOW)
        School.objects.filter(pk=school.pk).update(calendar=calendar)
        places[school.slug] = _place(school.public_id)
        own[school.slug] = {"place": school.public_id, "public_id": row.public_id}
        changes[school.slug] = _change(scene, leader, school.public_id)
    scene.objects |= {"route": places, "own day": own, "amendment": changes}
    scene.objects["route month"] = {name: {**place, "number": 2} for name, place in places.items()}


def _place(public_id: str) -> dict[str, Any]:
    return {"place": public_id, "starts_in": 2026}


def _shared_day(owner: Owner, calendar: int) -> dict[str, str]:
    row = SpecialDay.objects.filter(school_year__calendar=calendar, school_year__starts_in=2026).order_by("pk")[0]
    return {"place": owner.public_id, "public_id": row.public_id}


def _change(scene: Scene, who: str, place: str) -> dict[str, str]:
    """Let somebody look at a week without school."""
    actor = scene.world.actor(who)
    found = place_of(actor, place)
    assert found is not None
    day = (
        WEEK if found.of_county else Special(WEEK.kind, WEEK.first + timedelta(weeks=1), WEEK.last + timedelta(weeks=1))
    )
    return {"public_id": days.add_day(found, 2026, day, by=actor, at=NOW).public_id}
