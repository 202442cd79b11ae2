"""What a school's turn does to its classes, students and roles: plain rows, decided by the room that turns."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple


class NewClass(NamedTuple):
    """A class to be there in the new year."""

    name: str
    level: str
    programme: str
    department_id: int


class NewPlace(NamedTuple):
    """A student's place in a class of the new year, by its name, instead of the one that ends."""

    student_id: int
    school_class: str
    starts: date
    basis: str
    lodging: str
    instead_of: int


class NewRole(NamedTuple):
    """A role that goes on, in a class of the new year or (without a name) at the school, instead of one that ends."""

    person_id: int
    role: str
    school_class: str
    starts: date
    ends: date | None
    instead_of: int


class Made(NamedTuple):
    """A place or a role that a turn made: its number, the one it took over from, and the last day it was given."""

    id: int
    instead_of: int
    ends: date | None = None


class Ending(NamedTuple):
    """A place or a role that ends: its number, its last day until now, and from now on."""

    id: int
    was: date | None
    ends: date


class Carried(NamedTuple):
    """What a room says of a new school year: something that goes along, or something that doesn't."""

    kept: bool
    sentence: str


def goes_along(sentence: str) -> Carried:
    """Say what goes along into the new year."""
    return Carried(kept=True, sentence=sentence)


def stays_behind(sentence: str) -> Carried:
    """Say what doesn't."""
    return Carried(kept=False, sentence=sentence)


@dataclass(frozen=True)
class Turning:
    """Everything that a turn changes among people."""

    starts_in: int
    classes: tuple[NewClass, ...] = ()
    places: tuple[NewPlace, ...] = ()
    roles: tuple[NewRole, ...] = ()
    ended_places: tuple[Ending, ...] = ()
    ended_roles: tuple[Ending, ...] = ()


@dataclass
class Trail:
    """The numbers of what a turn made and ended, as it can be stored."""

    classes: list[int] = field(default_factory=list)
    places: list[Made] = field(default_factory=list)
    roles: list[Made] = field(default_factory=list)
    ended_places: list[Ending] = field(default_factory=list)
    ended_roles: list[Ending] = field(default_factory=list)

    def as_data(self) -> dict[str, Any]:
        """Give it as it is stored."""
        return {
            "classes": self.classes,
            "places": [[row.id, row.instead_of, _text(row.ends)] for row in self.places],
            "roles": [[row.id, row.instead_of, _text(row.ends)] for row in self.roles],
            "ended_places": [[row.id, _text(row.was), _text(row.ends)] for row in self.ended_places],
            "ended_roles": [[row.id, _text(row.was), _text(row.ends)] for row in self.ended_roles],
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Trail":
        """Read it as it was stored."""
        return cls(
            list(data["classes"]),
            [Made(new, old, _day(ends)) for new, old, ends in data["places"]],
            [Made(new, old, _day(ends)) for new, old, ends in data["roles"]],
            [Ending(pk, _day(was), date.fromisoformat(ends)) for pk, was, ends in data["ended_places"]],
            [Ending(pk, _day(was), date.fromisoformat(ends)) for pk, was, ends in data["ended_roles"]],
        )


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
