"""Who is at the school when, and in which class or department."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from tett.access.words import STAFF_ROLES, TEACHING
from tett.people.rules.standing import HeldRow, Roster

LAST = date.max


class Place(NamedTuple):
    """Where somebody is from a day until (and with) a day."""

    starts: date
    ends: date
    department_id: int | None
    class_id: int | None


@dataclass(frozen=True)
class Stay:
    """Somebody's time at the school, in order; ``key`` names the person as the target of a task."""

    person_id: int
    key: str
    places: tuple[Place, ...]

    @property
    def begins(self) -> date:
        """Give the first day."""
        return self.places[0].starts

    def between(self, first: date, last: date) -> bool:
        """Tell whether the person is there on some of the days."""
        return any(place.starts <= last and first <= place.ends for place in self.places)

    def at(self, day: date) -> Place:
        """Give the place of a day: else the next one, else the last one."""
        return next((place for place in self.places if day <= place.ends), self.places[-1])

    def throughout(self, first: date, last: date) -> bool:
        """Tell whether the person is in one and the same place on all of the days."""
        return len(self.places) == 1 and self.places[0].starts <= first and last <= self.places[0].ends


@dataclass(frozen=True)
class Together:
    """Those who have been in this place only: what holds for all of them is asked once."""

    department_id: int | None
    class_id: int | None
    stays: tuple[Stay, ...]

    @cached_property
    def _whole(self) -> tuple[date, date]:
        own = [stay.places[0] for stay in self.stays]
        return max(place.starts for place in own), min(place.ends for place in own)

    def throughout(self, first: date, last: date) -> tuple[Sequence[Stay], Sequence[Stay]]:
        """Give those who are there on all of the days, and those who aren't."""
        starts, ends = self._whole
        if starts <= first and last <= ends:
            return self.stays, ()
        there = [stay for stay in self.stays if stay.throughout(first, last)]
        return there, [stay for stay in self.stays if not stay.throughout(first, last)]


@dataclass(frozen=True)
class People:
    """Many stays: by place those who have been in one place only, and those who have moved."""

    together: tuple[Together, ...]
    moved: tuple[Stay, ...]

    @classmethod
    def of(cls, everybody: Iterable[Stay]) -> "People":
        """Sort people by where they are."""
        found: dict[tuple[int | None, int | None], list[Stay]] = defaultdict(list)
        moved = []
        for stay in everybody:
            if len(stay.places) == 1:
                found[stay.places[0][2:]].append(stay)
            else:
                moved.append(stay)
        return cls(tuple(Together(*place, tuple(own)) for place, own in found.items()), tuple(moved))

    def __iter__(self) -> Iterator[Stay]:
        yield from chain.from_iterable(group.stays for group in self.together)
        yield from self.moved

    def within(self, classes: Container[int | None]) -> "People":
        """Give those whose last class is one of these."""
        return People(
            tuple(group for group in self.together if group.class_id in classes),
            tuple(stay for stay in self.moved if stay.places[-1].class_id in classes),
        )


def students(roster: Roster) -> list[Stay]:
    """Give the students' stays, each class a place."""
    found: dict[int, list[Place]] = defaultdict(list)
    for row in roster.enrolments:
        school_class = roster.class_by_id.get(row.class_id)
        if school_class is not None:
            found[row.student_id].append(
                Place(row.starts, row.ends or LAST, school_class.department_id, school_class.id)
            )
    return [Stay(person, f"student:{person}", tuple(sorted(places))) for person, places in found.items()]


def staff(roster: Roster) -> list[Stay]:
    """Give the stays of everybody who works at the school."""
    return _stays(roster, [row for row in roster.held if row.role in STAFF_ROLES])


def teachers(roster: Roster) -> list[Stay]:
    """Give the stays of those who teach."""
    return _stays(roster, [row for row in roster.held if row.role in TEACHING])


def _stays(roster: Roster, rows: Iterable[HeldRow]) -> list[Stay]:
    found: dict[int, list[HeldRow]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(row)
    return [Stay(person, f"staff:{person}", _merged(roster, own)) for person, own in found.items()]


def _merged(roster: Roster, rows: Sequence[HeldRow]) -> tuple[Place, ...]:
    """Make one place of roles that overlap; the department is that of the first role that has one."""
    department = next((d for d in (_department(roster, row) for row in rows) if d is not None), None)
    merged: list[Place] = []
    for row in sorted(rows, key=lambda held: held.starts):
        ends = row.ends or LAST
        if merged and row.starts.toordinal() <= merged[-1].ends.toordinal() + 1:
            merged[-1] = merged[-1]._replace(ends=max(merged[-1].ends, ends))
        else:
            merged.append(Place(row.starts, ends, department, None))
    return tuple(merged)


def _department(roster: Roster, row: HeldRow) -> int | None:
    school_class = roster.class_by_id.get(row.class_id) if row.class_id else None
    return school_class.department_id if school_class else row.department_id
