"""Everything a turn would do, as things stand: the same for what is shown and for what is done."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import Role
from tett.calendar.queries import days_in
from tett.people.models import Assignment, Enrolment, Person, SchoolClass
from tett.turn.models import ClassGoes, NextClass, RoleGoes, StudentGoes, Turn
from tett.turn.rules import Place, Where, ends_by_itself, fate_of, fates_for, last_day, whereabouts
from tett.turn.words import Fate, Leaving

#: Roles that a school doesn't turn: the owner's, and the system's.
NOT_THE_SCHOOLS = (Role.COUNTY_OFFICER, Role.ADMINISTRATOR)
#: When nobody has said when school ends, it has ended by then.
LAST_LESSON = (6, 15)


@dataclass(frozen=True)
class ClassLine:
    """A class of this year, and where it goes."""

    school_class: SchoolClass
    where: Where
    guessed: bool


@dataclass(frozen=True)
class StudentLine:
    """A student, and where they go."""

    place: Place
    person: Person
    class_name: str
    where: Where
    #: The class next year that a list has put them in already; the turn leaves that alone.
    placed: str = ""


@dataclass(frozen=True)
class RoleLine:
    """A role, what becomes of it, and what else could."""

    assignment: Assignment
    fate: Fate
    own: bool
    choices: tuple[Fate, ...]
    #: The class of next year that it is held for.
    to: NextClass | None

    @property
    def of_class(self) -> bool:
        """Tell whether it is held for a class."""
        return self.assignment.school_class_id is not None


@dataclass(frozen=True)
class Prospect:
    """What a turn would do."""

    turn: Turn
    planned: tuple[NextClass, ...]
    classes: tuple[ClassLine, ...]
    students: tuple[StudentLine, ...]
    roles: tuple[RoleLine, ...]
    #: Classes of the new year that are there already, by name: lists may come before the turn.
    there: frozenset[str]

    @cached_property
    def by_number(self) -> dict[int, NextClass]:
        """Find a class of next year."""
        return {row.pk: row for row in self.planned}

    @cached_property
    def moving(self) -> tuple[StudentLine, ...]:
        """Give those whom the turn gives a place in a class of next year."""
        return tuple(line for line in self.students if line.where.to and not line.placed)

    @cached_property
    def leaving(self) -> tuple[StudentLine, ...]:
        """Give those who aren't at the school next year."""
        return tuple(line for line in self.students if not line.where.to and not line.placed)

    @cached_property
    def placed(self) -> tuple[StudentLine, ...]:
        """Give those whom a list has put in a class of next year already."""
        return tuple(line for line in self.students if line.placed)

    @cached_property
    def exceptions(self) -> tuple[StudentLine, ...]:
        """Give those who don't go as their class does."""
        return tuple(line for line in self.students if line.where.own)

    @cached_property
    def coming(self) -> Counter[int]:
        """Count who comes to each class of next year."""
        return Counter(line.where.to for line in self.moving if line.where.to)

    @cached_property
    def print(self) -> str:
        """Give what differs as soon as anything that would be done differs."""
        told = (
            [(row.name, row.level, row.programme, row.department_id) for row in self.planned],
            [(line.place, line.where, line.placed) for line in self.students],
            [(line.assignment.pk, line.assignment.ends, line.fate, line.to and line.to.pk) for line in self.roles],
            self.turn.old_tasks,
        )
        return sha256(json.dumps(told, default=str).encode()).hexdigest()[:16]


def prospect_of(actor: Actor, turn: Turn) -> Prospect:
    """Work out what a turn would do (ten queries, however many people there are); the caller has asked who may."""
    planned = tuple(NextClass.objects.filter(turn=turn).select_related("department").order_by("level", "name"))
    goes = {row.school_class_id: row for row in ClassGoes.objects.filter(turn=turn)}
    rows = SchoolClass.objects.filter(school=turn.school_id, starts_in=turn.starts_in - 1)
    classes = {row.pk: row for row in rows.select_related("department").order_by("level", "name")}
    wheres = {pk: _where(goes.get(pk)) for pk in classes}
    lines = tuple(ClassLine(row, wheres[pk], pk in goes and goes[pk].guessed) for pk, row in classes.items())
    students = _students(actor, turn, classes, wheres)
    by_number = {row.pk: row for row in planned}
    roles = _roles(turn, wheres, by_number, _gone(students), _last_lesson(actor, turn))
    there = SchoolClass.objects.filter(school=turn.school_id, starts_in=turn.starts_in).values_list("name", flat=True)
    return Prospect(turn, planned, lines, students, roles, frozenset(there))


def _where(row: ClassGoes | StudentGoes | None) -> Where:
    return Where(row.to_id, row.leaving) if row else Where(None, Leaving.STOPPED)


def _last_lesson(actor: Actor, turn: Turn) -> date:
    """Give the last day of school in the year that ends: who left before it has left already."""
    calendar = turn.school.calendar
    days = days_in(actor, calendar, turn.starts_in - 1) if calendar else None
    return days.last_day if days else date(turn.starts_in, *LAST_LESSON)


def _students(
    actor: Actor, turn: Turn, classes: Mapping[int, SchoolClass], wheres: Mapping[int, Where]
) -> tuple[StudentLine, ...]:
    own = {row.student_id: _where(row) for row in StudentGoes.objects.filter(turn=turn)}
    rows = Enrolment.objects.filter(school=turn.school_id)
    placed = dict(
        rows.filter(school_class__starts_in=turn.starts_in)
        .filter(Q(ends__isnull=True) | Q(ends__gt=last_day(turn.starts_in)))
        .values_list("student", "school_class__name")
    )
    there = Q(ends__isnull=True) | Q(ends__gte=_last_lesson(actor, turn))
    found: dict[int, StudentLine] = {}
    held = rows.filter(there, school_class__starts_in=turn.starts_in - 1).select_related("student")
    for row in held.order_by("student__sort_key", "student_id", "starts"):
        place = Place(row.pk, row.student_id, row.school_class_id, row.starts, row.ends, row.basis, row.lodging)
        where, name = whereabouts(place, wheres, own), classes[row.school_class_id].name
        found[row.student_id] = StudentLine(place, row.student, name, where, placed.get(row.student_id, ""))
    return tuple(found.values())


def _gone(students: tuple[StudentLine, ...]) -> frozenset[int]:
    return frozenset(line.person.pk for line in students if not line.where.to and not line.placed)


def _roles(
    turn: Turn, wheres: Mapping[int, Where], planned: Mapping[int, NextClass], gone: frozenset[int], lesson: date
) -> tuple[RoleLine, ...]:
    own = {row.assignment_id: row for row in RoleGoes.objects.filter(turn=turn)}
    rows = Assignment.objects.filter(school=turn.school_id).exclude(role__in=NOT_THE_SCHOOLS)
    rows = rows.filter(Q(ends__isnull=True) | Q(ends__gte=lesson), starts__lte=_latest(turn))
    rows = rows.filter(Q(school_class__isnull=True) | Q(school_class__starts_in=turn.starts_in - 1))
    shown = rows.select_related("person", "school_class", "department")
    found = []
    for row in shown.order_by("school_class__level", "school_class__name", "person__sort_key", "pk"):
        where = wheres.get(row.school_class_id or 0)
        old = planned.get(where.to or 0) if where else None
        found.append(_role(row, old, own.get(row.pk), planned, _Rest(turn.starts_in, gone)))
    return tuple(found)


class _Rest(NamedTuple):
    """What decides of every role: the year, and who isn't a student any more."""

    starts_in: int
    gone: frozenset[int]


def _latest(turn: Turn) -> date:
    """Give the day after which a role that begins belongs to the new year alone."""
    return date(turn.starts_in + 1, 7, 31)


def _role(
    row: Assignment, old: NextClass | None, chosen: RoleGoes | None, planned: Mapping[int, NextClass], by: "_Rest"
) -> RoleLine:
    bound, goes_on = row.school_class_id is not None, old is not None
    if row.person_id in by.gone:
        return RoleLine(row, Fate.ENDS, own=False, choices=(Fate.ENDS,), to=None)
    if not bound and row.starts > last_day(by.starts_in):
        return RoleLine(row, Fate.GOES_ON, own=False, choices=(Fate.GOES_ON,), to=None)  # of the new year alone
    choices = fates_for(row.role, of_class=bound, class_goes_on=goes_on)
    fate = fate_of(row.role, row.ends, by.starts_in, of_class=bound, class_goes_on=goes_on)
    if not choices or (not bound and ends_by_itself(row.ends, by.starts_in)):
        choices = (fate,)
    own = chosen is not None and chosen.fate in choices
    if chosen is not None and own:
        fate = Fate(chosen.fate)
    to = {Fate.FOLLOWS: old, Fate.TAKES: planned.get(chosen.to_id or 0) if chosen else None}.get(fate)
    return RoleLine(row, fate, own, choices, to)
