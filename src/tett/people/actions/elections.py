"""Whom a class has elected, and who its contact teacher is."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import Role
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.calendar.rules import school_year_of
from tett.people.access import may_elect
from tett.people.actions.roles import assign_role, end_role
from tett.people.actions.steps import ask_to_staff, tell
from tett.people.models import Assignment, Enrolment, Person, School, SchoolClass
from tett.people.words import (
    ANOTHER_SCHOOL,
    CHOSEN_TWICE,
    NOT_AT_THE_SCHOOL,
    NOT_IN_THE_CLASS,
    NOT_OF_THIS_YEAR,
    NOT_YOURS,
)

#: What a class elects, the first ones first.
ELECTED = (Role.CLASS_REPRESENTATIVE, Role.DEPUTY_REPRESENTATIVE, Role.ENVIRONMENT_STUDENT)


@transaction.atomic
def elect(
    school_class: SchoolClass, chosen: Mapping[Role, Sequence[Person]], day: date, *, by: Actor, at: datetime
) -> int:
    """Let the class be represented by these from a day on; who was it before and isn't chosen, was it until then."""
    held = locked(school_class)
    if not may_elect.allows(by, held):
        raise Refusal(NOT_YOURS)
    _check_day(held, day)
    _check_students(held, chosen, day)
    return sum(_elect_to(held, role, chosen.get(role, ()), day, by, at) for role in ELECTED)


def _check_day(school_class: SchoolClass, day: date) -> None:
    if school_year_of(day) != school_class.starts_in:
        raise Refusal(NOT_OF_THIS_YEAR.format(first=school_class.starts_in, last=school_class.starts_in + 1))


def _check_students(school_class: SchoolClass, chosen: Mapping[Role, Sequence[Person]], day: date) -> None:
    begun = Enrolment.objects.filter(school_class=school_class, starts__lte=day)
    there = set(begun.filter(Q(ends__isnull=True) | Q(ends__gte=day)).values_list("student", flat=True))
    for people in chosen.values():
        for at, person in enumerate(people):
            if person.pk not in there:
                raise Refusal(NOT_IN_THE_CLASS.format(name=person.name))
            if person in people[:at]:
                raise Refusal(CHOSEN_TWICE.format(name=person.name))


def _elect_to(
    school_class: SchoolClass, role: Role, people: Sequence[Person], day: date, by: Actor, at: datetime
) -> int:
    rows = Assignment.objects.filter(school_class=school_class, role=role)
    now = list(rows.filter(Q(ends__isnull=True) | Q(ends__gte=day)))
    wanted = {person.pk for person in people}
    gone = [row for row in now if row.person_id not in wanted]
    for row in gone:
        _relieve(row, school_class.school, day - timedelta(days=1), by, at)
    new = wanted - {row.person_id for row in now}
    for pk in sorted(new):
        _give(school_class, role, pk, day, by, at)
    return len(gone) + len(new)


def _relieve(row: Assignment, school: School, ends: date, by: Actor, at: datetime) -> None:
    if ends < row.starts:  # never was it
        tell("role.called_off", row, school, by, at, role=row.role)
        row.delete()
        return
    row.ends = ends
    row.save(update_fields=["ends"])
    tell("role.ended", row, school, by, at, role=row.role)


def _give(school_class: SchoolClass, role: Role, person_id: int, day: date, by: Actor, at: datetime) -> None:
    school = school_class.school
    row = Assignment.objects.create(
        person_id=person_id, role=role, owner_id=school.owner_id, school=school, school_class=school_class, starts=day
    )
    tell("role.assigned", row, school, by, at, role=role.value)


@transaction.atomic
def set_contact_teacher(
    school_class: SchoolClass,
    teacher: Person,
    starts: date,
    instead_of: Assignment | None = None,
    *,
    by: Actor,
    at: datetime,
) -> Assignment:
    """Give the class a contact teacher from a day on, beside or instead of one it has."""
    held = locked(school_class)
    ask_to_staff(by, held.school)
    at_school = Assignment.objects.filter(person=teacher, school=held.school).exclude(role=Role.EXTERNAL)
    if not at_school.filter(Q(ends__isnull=True) | Q(ends__gte=starts)).exists():
        raise Refusal(NOT_AT_THE_SCHOOL)
    if instead_of is not None:
        if instead_of.school_class_id != held.pk:
            raise Refusal(ANOTHER_SCHOOL)
        end_role(instead_of, starts - timedelta(days=1), by=by, at=at)
    return assign_role(teacher, Role.CONTACT_TEACHER, held.school, starts, school_class=held, by=by, at=at)
