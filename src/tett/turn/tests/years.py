"""Two school years for the cast, and the moments at which one turns."""

from datetime import UTC, date, datetime
from typing import Any

from tests.cast import World
from tett.calendar.actions import lay_out_year
from tett.people.models import Assignment, Enrolment, Person, School, SchoolClass
from tett.tasks.models import Task
from tett.turn.actions import begin, turn_over
from tett.turn.models import NextClass, Turn
from tett.turn.queries import prospect_of
from tett.year.tests.routes import with_year

#: Weekdays at eight in Norway: before the summer, in the middle of it, and when teachers are back.
JUNE, JULY, AUGUST = (datetime(2027, month, day, 6, 0, tzinfo=UTC) for month, day in ((6, 14), (7, 5), (8, 11)))
FIRST, LAST = date(2027, 8, 1), date(2027, 7, 31)
YEAR = 2027


def with_two_years(world: World) -> World:
    """Give the cast's school this year and the next."""
    with_year(world)
    assert world.school.calendar is not None
    lay_out_year(world.school.calendar, YEAR, date(2027, 8, 16), date(2028, 6, 16), by=None, at=JUNE)
    return world


def begun(world: World, at: datetime) -> Turn:
    """Let the principal begin."""
    return begin(world.school, YEAR, by=world.actor("rita", at), at=at)


def turned(world: World, turn: Turn, at: datetime) -> Turn:
    """Let the principal look over, and do it."""
    by = world.actor("rita", at)
    turn.refresh_from_db()
    return turn_over(turn, prospect_of(by, turn).print, by=by, at=at)


def to(turn: Turn, name: str) -> str:
    """Give the address of a class of next year."""
    return NextClass.objects.get(turn=turn, name=name).public_id


def class_on(person: Person, day: date) -> str:
    """Name the class that somebody is in on a day."""
    rows = Enrolment.objects.filter(student=person, starts__lte=day).exclude(ends__lt=day)
    return ", ".join(rows.order_by("pk").values_list("school_class__name", flat=True))


def held_on(person: Person, day: date) -> list[tuple[str, str | None]]:
    """Give the roles that somebody holds on a day, each with its class."""
    rows = Assignment.objects.filter(person=person, starts__lte=day).exclude(ends__lt=day)
    return list(rows.order_by("role", "pk").values_list("role", "school_class__name"))


def everything(school: School) -> dict[str, list[dict[str, Any]]]:
    """Give all rows of a school that a turn may touch, as they are."""
    return {
        "classes": [dict(row) for row in SchoolClass.objects.filter(school=school).order_by("pk").values()],
        "enrolments": [dict(row) for row in Enrolment.objects.filter(school=school).order_by("pk").values()],
        "roles": [dict(row) for row in Assignment.objects.filter(school=school).order_by("pk").values()],
        "tasks": [dict(row) for row in Task.objects.filter(school=school).order_by("pk").values()],
    }
