"""Who answers for something on a day: the one who holds the role, else the leader above, else nobody."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tett.access.words import GROUP_ROLES, STAFF_ROLES, Group, Role


class ClassRow(NamedTuple):
    """A class of the school year."""

    id: int
    school_id: int
    department_id: int
    level: str
    name: str


class EnrolmentRow(NamedTuple):
    """A student's place in a class; ``ends`` is the last day, or None."""

    student_id: int
    school_id: int
    class_id: int
    starts: date
    ends: date | None
    lodging: str


class HeldRow(NamedTuple):
    """A role held for a period; ``ends`` is the last day, or None."""

    person_id: int
    role: str
    school_id: int
    department_id: int | None
    class_id: int | None
    starts: date
    ends: date | None

    def on(self, day: date) -> bool:
        """Tell whether the role is held that day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


class Holder(NamedTuple):
    """Who answers; ``stands_in`` when it isn't somebody with the role, and nobody at all is a hole."""

    person_id: int | None
    stands_in: bool


@dataclass(frozen=True)
class Roster:
    """A school's classes, students and roles in one school year."""

    school_id: int
    classes: tuple[ClassRow, ...] = ()
    departments: tuple[int, ...] = ()
    enrolments: tuple[EnrolmentRow, ...] = ()
    held: tuple[HeldRow, ...] = ()

    @cached_property
    def class_by_id(self) -> dict[int, ClassRow]:
        """Find a class."""
        return {row.id: row for row in self.classes}

    @cached_property
    def _by_role(self) -> dict[tuple[str, int | None, int | None], list[HeldRow]]:
        found: dict[tuple[str, int | None, int | None], list[HeldRow]] = defaultdict(list)
        for row in sorted(self.held, key=lambda r: (r.starts, r.person_id)):
            found[row.role, row.department_id, row.class_id].append(row)
        return found

    def staff_on(self, day: date) -> frozenset[int]:
        """Give those who work at the school that day."""
        return frozenset(row.person_id for row in self.held if row.role in STAFF_ROLES and row.on(day))

    def holder(
        self, bearer: str, day: date, *, class_id: int | None = None, department_id: int | None = None
    ) -> Holder:
        """Say who answers for a bearer (a role, or a group of them) towards a class, a department or the school."""
        department = self._department(class_id, department_id)
        for role in _roles_of(bearer, class_id):
            person = self._held_near(role, day, department, class_id)
            if person is not None:
                return Holder(person, stands_in=False)
        return Holder(self.leader_above(day, department), stands_in=True)

    def leader_above(self, day: date, department_id: int | None) -> int | None:
        """Give the department's head, else the principal, else the deputy."""
        places = [(Role.DEPARTMENT_HEAD, department_id)] if department_id else []
        for role, department in [*places, (Role.PRINCIPAL, None), (Role.DEPUTY, None)]:
            person = self._first(role, department, None, day)
            if person is not None:
                return person
        return None

    def _department(self, class_id: int | None, department_id: int | None) -> int | None:
        row = self.class_by_id.get(class_id) if class_id else None
        return row.department_id if row else department_id

    def _held_near(self, role: Role, day: date, department_id: int | None, class_id: int | None) -> int | None:
        """Find the one nearest to the target: of the class, of its department, of the school."""
        for department, school_class in ((None, class_id), (department_id, None), (None, None)):
            person = self._first(role, department, school_class, day)
            if person is not None:
                return person
        return None if class_id or department_id else self._anywhere(role, day)

    def _first(self, role: Role, department_id: int | None, class_id: int | None, day: date) -> int | None:
        rows = self._by_role.get((role, department_id, class_id), ())
        return next((row.person_id for row in rows if row.on(day)), None)

    def _anywhere(self, role: Role, day: date) -> int | None:
        """For the school as a whole, whoever holds the role somewhere will do, the earliest first."""
        if role not in SCHOOL_WIDE:
            return None
        rows = [row for row in self.held if row.role == role and row.on(day)]
        return min(rows, key=lambda r: (r.starts, r.person_id)).person_id if rows else None


#: Roles that may answer for the whole school although they are held for a part of it.
SCHOOL_WIDE = frozenset(Role) - {Role.CONTACT_TEACHER, Role.SUBJECT_TEACHER, Role.CLASS_REPRESENTATIVE, Role.STUDENT}


def _roles_of(bearer: str, class_id: int | None) -> Iterable[Role]:
    """Give the roles to try, in order; groups in which everybody is meant have nobody in particular."""
    if bearer == Group.TEACHERS and class_id:
        return (Role.CONTACT_TEACHER,)  # who calls the teachers of a class together (§ 14-2)
    if bearer in {Group.EVERYONE, Group.STAFF, Group.STUDENTS, Group.GUARDIANS, Group.TEACHERS}:
        return ()
    return GROUP_ROLES[bearer] if bearer in GROUP_ROLES else (Role(bearer),)
