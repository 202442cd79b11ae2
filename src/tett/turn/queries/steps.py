"""What the steps of the guide show."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from tett.access.rules import Actor
from tett.calendar.models import SchoolCalendar, SchoolYear
from tett.calendar.queries import days_in
from tett.calendar.rules import Days
from tett.people.models import Department
from tett.people.queries.turning import carries_over as people_carry
from tett.people.rules.turning import Carried
from tett.plan.queries.turning import carries_over as plan_carries
from tett.tasks.queries.turning import carries_over as tasks_carry
from tett.tasks.queries.turning import number_left_open
from tett.turn.models import NextClass, Turn
from tett.turn.queries.prospect import Prospect, StudentLine, prospect_of
from tett.turn.rules import holes_in
from tett.turn.words import OTHER_ROOMS, Bring, Hole
from tett.year.queries.turning import carries_over as year_carries


@dataclass(frozen=True)
class CalendarStep:
    """The school route of next year, as far as it is there."""

    days: Days | None
    holes: tuple[Hole, ...]
    #: Whose it is: the county's, shared by its schools, or the school's own.
    shared: str
    ways: tuple[Bring, ...]

    @property
    def number(self) -> int:
        """Count the school days."""
        return len(self.days.school_days()) if self.days else 0


@dataclass(frozen=True)
class StudentsStep:
    """Some of the students: a class, or those that were searched for."""

    prospect: Prospect
    shown: tuple[StudentLine, ...]
    asked: bool


@dataclass(frozen=True)
class RoomLine:
    """What a room carries over, and what not."""

    name: str
    carried: tuple[Carried, ...]


@dataclass(frozen=True)
class RoomsStep:
    """What each room carries over, and how much was left open."""

    rooms: tuple[RoomLine, ...]
    left_open: int


#: Rooms that say themselves what they carry over; what the others do is the same every year (``words.OTHER_ROOMS``).
SAY: dict[str, tuple[object, Callable[..., tuple[Carried, ...]]]] = {
    "people": (_("Folk"), people_carry),
    "plan": (_("Planen"), plan_carries),
    "year": (_("Året"), year_carries),
    "tasks": (_("Oppgavene"), tasks_carry),
}


def calendar_step(actor: Actor, turn: Turn) -> CalendarStep:
    """Give the route of next year (three queries at most)."""
    calendar = turn.school.calendar
    if calendar is None:
        return CalendarStep(None, holes_in(None), "", ())
    days = days_in(actor, calendar, turn.starts_in)
    shared = calendar.parent.name if calendar.parent and _says(calendar.parent, turn.starts_in) else ""
    return CalendarStep(days, holes_in(days), shared, () if days else tuple(Bring))


def _says(calendar: SchoolCalendar, starts_in: int) -> bool:
    return SchoolYear.objects.filter(calendar=calendar, starts_in=starts_in).exists()


def students_step(actor: Actor, turn: Turn, school_class: str, text: str) -> StudentsStep:
    """Give the students of a class (by its address), or those whose name holds a text."""
    prospect, text = prospect_of(actor, turn), text.strip().casefold()
    chosen = {line.school_class.pk for line in prospect.classes if line.school_class.public_id == school_class}
    if text:
        shown = tuple(line for line in prospect.students if text in line.person.name.casefold())
    else:
        shown = tuple(line for line in prospect.students if line.place.class_id in chosen)
    return StudentsStep(prospect, shown, bool(text or chosen))


def rooms_step(actor: Actor, turn: Turn) -> RoomsStep:
    """Give what each room says (seven queries)."""
    said = [RoomLine(str(name), say(actor, turn.school, turn.starts_in)) for name, say in SAY.values()]
    same = [
        RoomLine(str(name), tuple(Carried(kept, str(sentence)) for kept, sentence in told))
        for name, told in OTHER_ROOMS.values()
    ]
    return RoomsStep((*said, *same), number_left_open(actor, turn.school, turn.starts_in))


def next_class(actor: Actor, turn: Turn, public_id: str) -> NextClass | None:  # noqa: ARG001 - the caller has asked
    """Give a class of next year by its address (one query)."""
    return NextClass.objects.filter(turn=turn, public_id=public_id).select_related("turn").first()


def departments(actor: Actor, turn: Turn) -> list[Department]:  # noqa: ARG001 - the caller has asked
    """Give the school's departments (one query)."""
    return list(Department.objects.filter(school=turn.school_id).order_by("name"))
