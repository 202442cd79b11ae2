"""Roles: given for a period, and ended."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from tett.access.rules import Actor
from tett.access.words import Role
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.actions.steps import ask_to_staff, check_owner, tell
from tett.people.models import Assignment, Department, Person, School, SchoolClass
from tett.people.words import (
    ALREADY_ENDED,
    ANOTHER_SCHOOL,
    ENDS_BEFORE_START,
    NO_NEXT_PRINCIPAL,
    NOT_GIVEN_BY_SCHOOL,
    NOT_YOURS,
    ROLE_NEEDS_CLASS,
    ROLE_NEEDS_DEPARTMENT,
    ROLE_THERE,
)

OF_A_CLASS = (
    Role.CONTACT_TEACHER,
    Role.CLASS_REPRESENTATIVE,
    Role.DEPUTY_REPRESENTATIVE,
    Role.ENVIRONMENT_STUDENT,
)
#: Enrolment makes a student and a right a guardian; who counts for the owner is the owner's to say.
NOT_OF_THE_SCHOOL = (Role.STUDENT, Role.GUARDIAN, Role.COUNTY_OFFICER)


@transaction.atomic
def assign_role(  # noqa: PLR0913 - a role is all of these
    person: Person,
    role: Role,
    school: School,
    starts: date,
    ends: date | None = None,
    *,
    school_class: SchoolClass | None = None,
    department: Department | None = None,
    by: Actor,
    at: datetime,
) -> Assignment:
    """Give somebody a role for a period, at the school or for one of its classes or departments."""
    locked(person)  # so that the same role isn't given twice at once
    ask_to_staff(by, school)
    check_owner(person, school.owner_id)
    _check_scope(role, school, school_class, department)
    if ends and ends < starts:
        raise Refusal(ENDS_BEFORE_START)
    same = Assignment.objects.filter(role=role, school=school, department=department, school_class=school_class)
    if overlapping(same.filter(person=person), starts, ends).exists():
        raise Refusal(ROLE_THERE.format(name=person.name))
    assignment = Assignment.objects.create(
        person=person, role=role, owner_id=school.owner_id, school=school, department=department,
        school_class=school_class, starts=starts, ends=ends,
    )  # fmt: skip
    tell("role.assigned", assignment, school, by, at, role=role.value)
    return assignment


@transaction.atomic
def end_role(assignment: Assignment, ends: date, *, by: Actor, at: datetime) -> Assignment:
    """Let a role end with a day; the day after, it opens nothing."""
    row = locked(assignment)
    school = row.school
    if school is None:
        raise Refusal(NOT_YOURS)
    ask_to_staff(by, school)
    if row.ends and row.ends <= ends:
        raise Refusal(ALREADY_ENDED)
    if ends < row.starts:
        raise Refusal(ENDS_BEFORE_START)
    if row.role == Role.PRINCIPAL:
        check_next_principal(row, school, ends)
    row.ends = ends
    row.save(update_fields=["ends"])
    tell("role.ended", row, school, by, at, role=row.role)
    return row


def overlapping(rows: "QuerySet[Assignment]", starts: date, ends: date | None) -> "QuerySet[Assignment]":
    """Keep those that hold on a day of the period."""
    begun = rows.filter(starts__lte=ends) if ends else rows
    return begun.filter(Q(ends__isnull=True) | Q(ends__gte=starts))


def check_next_principal(row: Assignment, school: School, ends: date) -> None:
    """Refuse to leave a school without a principal: nobody could give it one."""
    locked(school)  # so that two principals aren't ended at once, each because the other is there
    others = Assignment.objects.filter(school=school, role=Role.PRINCIPAL).exclude(pk=row.pk)
    day_after = ends + timedelta(days=1)
    if not overlapping(others, day_after, day_after).exists():
        raise Refusal(NO_NEXT_PRINCIPAL)


def _check_scope(role: Role, school: School, school_class: SchoolClass | None, department: Department | None) -> None:
    if role in NOT_OF_THE_SCHOOL:
        raise Refusal(NOT_GIVEN_BY_SCHOOL)
    if role in OF_A_CLASS and school_class is None:
        raise Refusal(ROLE_NEEDS_CLASS)
    if role == Role.DEPARTMENT_HEAD and department is None:
        raise Refusal(ROLE_NEEDS_DEPARTMENT)
    if {scope.school_id for scope in (school_class, department) if scope} - {school.pk}:
        raise Refusal(ANOTHER_SCHOOL)
