"""Who is at the school when, and in which class or department."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
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
    """Somebody's time at the school, in order."""

    person_id: int
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


def students(roster: Roster) -> list[Stay]:
    """Give the students' stays, each class a place."""
    found: dict[int, list[Place]] = defaultdict(list)
    for row in roster.enrolments:
        school_class = roster.class_by_id.get(row.class_id)
        if school_class is not None:
            found[row.student_id].append(
                Place(row.starts, row.ends or LAST, school_class.department_id, school_class.id)
            )
    return [Stay(person, tuple(sorted(places))) for person, places in found.items()]


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
    return [Stay(person, _merged(roster, own)) for person, own in found.items()]


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
