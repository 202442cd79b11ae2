"""What will be done, counted and listed before anybody does it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tett.access.rules import Actor
from tett.access.words import Role, label_of
from tett.people.models import Department
from tett.people.rules.turning import Ending, NewClass, NewPlace, NewRole, Turning
from tett.tasks.queries.turning import number_left_open
from tett.turn.models import NextClass, Turn
from tett.turn.queries.guide import may_be_done
from tett.turn.queries.lists import NextList, next_list
from tett.turn.queries.prospect import Prospect, RoleLine, StudentLine, prospect_of
from tett.turn.rules import last_of
from tett.turn.words import Fate, Leaving
from tett.year.queries.turning import can_be_laid_out

#: Whom a class must have, and whom it elects.
ELECTED = (Role.CLASS_REPRESENTATIVE, Role.DEPUTY_REPRESENTATIVE, Role.ENVIRONMENT_STUDENT)


@dataclass(frozen=True)
class Coming:
    """A class of next year, with who comes and who is contact teacher."""

    planned: NextClass
    students: int
    from_classes: tuple[str, ...]
    teachers: tuple[str, ...]
    #: It is there already, and the turn only fills it.
    there: bool


@dataclass(frozen=True)
class Preview:
    """Everything that a turn would do, for somebody to look over."""

    prospect: Prospect
    classes: tuple[Coming, ...]
    #: Department heads and the like that nobody will hold.
    missing: tuple[str, ...]
    old_tasks: int
    lays_out: bool
    next_list: NextList
    #: Why it can't be done today; empty when it can.
    not_now: object

    @cached_property
    def unfilled(self) -> tuple[Coming, ...]:
        """Give the classes of next year without a contact teacher."""
        return tuple(row for row in self.classes if not row.teachers)

    @cached_property
    def why(self) -> tuple[tuple[str, int], ...]:
        """Count who leaves, by why."""
        found = Counter(line.where.leaving for line in self.prospect.leaving)
        return tuple((str(Leaving(why).label), number) for why, number in found.most_common())

    @cached_property
    def staying(self) -> tuple[StudentLine, ...]:
        """Give those who are on the same level once more."""
        levels = {line.school_class.pk: line.school_class.level for line in self.prospect.classes}
        planned = self.prospect.by_number
        return tuple(
            line
            for line in self.prospect.exceptions
            if line.where.to and planned[line.where.to].level == levels[line.place.class_id]
        )

    def roles(self, *fates: Fate) -> tuple[RoleLine, ...]:
        """Give the roles with one of these fates."""
        return tuple(line for line in self.prospect.roles if line.fate in fates)

    @cached_property
    def follow(self) -> tuple[RoleLine, ...]:
        """Give the roles that follow their class."""
        return self.roles(Fate.FOLLOWS)

    @cached_property
    def stay(self) -> tuple[RoleLine, ...]:
        """Give those who stay at the school without the class they had."""
        return self.roles(Fate.STAYS)

    @cached_property
    def end(self) -> tuple[RoleLine, ...]:
        """Give the roles that end."""
        return self.roles(Fate.ENDS)

    @cached_property
    def go_on(self) -> tuple[RoleLine, ...]:
        """Give the roles that nothing happens to."""
        return self.roles(Fate.GOES_ON)


def preview(actor: Actor, turn: Turn) -> Preview:
    """Give what a turn would do (a constant number of queries)."""
    prospect = prospect_of(actor, turn)
    return Preview(
        prospect,
        tuple(_coming(row, prospect) for row in prospect.planned),
        tuple(_missing(actor, turn, prospect)),
        number_left_open(actor, turn.school, turn.starts_in),
        can_be_laid_out(actor, turn.school, turn.starts_in),
        next_list(actor, [line.person.pk for line in prospect.moving]),
        may_be_done(actor, turn),
    )


def turning_of(actor: Actor, prospect: Prospect) -> Turning:  # noqa: ARG001 - no question to the database
    """Write the same out as plain rows, for the room of people to do."""
    starts_in = prospect.turn.starts_in
    moving = [(line, *last_of(line.place.starts, line.place.ends, starts_in)) for line in prospect.moving]
    ending = [(line, last_of(line.place.starts, line.place.ends, starts_in)[0]) for line in prospect.students]
    names = {row.pk: row.name for row in prospect.planned}
    return Turning(
        starts_in,
        tuple(NewClass(row.name, row.level, row.programme, row.department_id) for row in prospect.planned),
        tuple(_place(line, names[line.where.to or 0], first) for line, _, first in moving),
        tuple(_new_roles(prospect.roles, starts_in)),
        tuple(Ending(line.place.enrolment_id, line.place.ends, last) for line, last in ending),
        tuple(_ended_roles(prospect.roles, starts_in)),
    )


def _place(line: StudentLine, school_class: str, first: object) -> NewPlace:
    place = line.place
    return NewPlace(place.student_id, school_class, first, place.basis, place.lodging, place.enrolment_id)  # type: ignore[arg-type]  # a day


def _new_roles(lines: Iterable[RoleLine], starts_in: int) -> "Iterable[NewRole]":
    """Give the roles that begin: the same for the class's new year, or as a teacher of the school without a class."""
    for line in lines:
        row = line.assignment
        last, first = last_of(row.starts, row.ends, starts_in)
        goes_on = row.ends if row.ends and row.ends > last else None
        if line.to:
            yield NewRole(row.person_id, row.role, line.to.name, first, goes_on, row.pk)
        elif line.fate == Fate.STAYS:
            role = Role.SUBJECT_TEACHER.value if row.role == Role.CONTACT_TEACHER else row.role
            yield NewRole(row.person_id, role, "", first, goes_on, row.pk)


def _ended_roles(lines: Iterable[RoleLine], starts_in: int) -> "Iterable[Ending]":
    for line in lines:
        row = line.assignment
        last, _ = last_of(row.starts, row.ends, starts_in)
        if line.fate != Fate.GOES_ON and row.ends != last:
            yield Ending(row.pk, row.ends, last)


def _coming(planned: NextClass, prospect: Prospect) -> Coming:
    to = planned.pk
    sources = dict.fromkeys(line.class_name for line in prospect.moving if line.where.to == to)
    teachers = [
        line.assignment.person.name
        for line in prospect.roles
        if line.to == planned and line.assignment.role == Role.CONTACT_TEACHER
    ]
    return Coming(planned, prospect.coming[to], tuple(sources), tuple(teachers), planned.name in prospect.there)


def _missing(actor: Actor, turn: Turn, prospect: Prospect) -> Iterable[str]:  # noqa: ARG001 - the caller has asked
    """Name what nobody will be: principal, and head of each department."""
    kept = [line.assignment for line in prospect.roles if line.fate == Fate.GOES_ON]
    if not any(row.role == Role.PRINCIPAL for row in kept):
        yield label_of(Role.PRINCIPAL)
    led = {row.department_id for row in kept if row.role == Role.DEPARTMENT_HEAD}
    for department in Department.objects.filter(school=turn.school_id).order_by("name"):
        if department.pk not in led:
            yield f"{label_of(Role.DEPARTMENT_HEAD)}, {department}"
