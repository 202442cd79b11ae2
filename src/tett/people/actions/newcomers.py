"""Somebody new at school, written down together with what makes them so."""

from datetime import date, datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.access.words import Role
from tett.base.rules import Refusal
from tett.people.actions.enrolments import enrol
from tett.people.actions.persons import PersonFacts, Reach, write_person
from tett.people.actions.relations import give_right, protect_address
from tett.people.actions.roles import assign_role
from tett.people.actions.steps import ask_to_keep, ask_to_staff
from tett.people.models import Department, Person, School, SchoolClass
from tett.people.words import BIRTH_DATE_MISSING, LegalBasis, Lodging, Right


@transaction.atomic
def add_student(  # noqa: PLR0913 - a student is all of these
    facts: PersonFacts,
    reach: Reach,
    school_class: SchoolClass,
    starts: date,
    *,
    basis: LegalBasis,
    lodging: Lodging,
    protected: bool = False,
    another: bool = False,
    by: Actor,
    at: datetime,
) -> Person:
    """Write down a student with a place in a class."""
    ask_to_staff(by, school_class.school)
    if facts.birth_date is None:
        raise Refusal(BIRTH_DATE_MISSING)
    person = write_person(school_class.school.owner, facts, reach, another=another, by=by, at=at)
    enrol(person, school_class, starts, basis=basis, lodging=lodging, by=by, at=at)
    if protected:
        protect_address(person, protected=True, by=by, at=at)
    return person


@transaction.atomic
def add_staff(  # noqa: PLR0913 - a role is all of these
    facts: PersonFacts,
    reach: Reach,
    role: Role,
    school: School,
    starts: date,
    ends: date | None = None,
    *,
    school_class: SchoolClass | None = None,
    department: Department | None = None,
    another: bool = False,
    by: Actor,
    at: datetime,
) -> Person:
    """Write down somebody who works at the school, with the first role."""
    ask_to_staff(by, school)
    person = write_person(school.owner, facts, reach, another=another, by=by, at=at)
    assign_role(
        person, role, school, starts, ends, school_class=school_class, department=department, by=by, at=at
    )  # fmt: skip
    return person


@transaction.atomic
def add_guardian(  # noqa: PLR0913 - a guardian is all of these
    facts: PersonFacts,
    reach: Reach,
    student: Person,
    right: Right,
    source: str,
    starts: date,
    *,
    another: bool = False,
    by: Actor,
    at: datetime,
) -> Person:
    """Write down an adult with what they are to a student."""
    ask_to_keep(by, student)
    person = write_person(student.owner, facts, reach, another=another, by=by, at=at)
    give_right(person, student, right, source, starts, by=by, at=at)
    return person
