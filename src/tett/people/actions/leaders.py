"""Who acts for a school owner, and who leads its schools: the owner's to say."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from tett.access.rules import Actor
from tett.access.words import Role
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.access import current, may_appoint, may_own, may_set_up
from tett.people.actions.steps import check_owner, tell
from tett.people.models import Assignment, Contact, Owner, Person, School
from tett.people.models.role import APPOINTED, OFFICES
from tett.people.words import (
    ALREADY_ENDED,
    ENDS_BEFORE_START,
    LAST_OFFICER,
    LEADS_ALREADY,
    NAME_MISSING,
    NOT_YOURS,
    ONLY_LEADERS,
    ONLY_OFFICES,
)
from tett.ui.sorting import sort_key


@dataclass(frozen=True)
class Newcomer:
    """Somebody whom Tett doesn't know yet."""

    given_name: str
    family_name: str
    email: str


@transaction.atomic
def introduce(owner: Owner, newcomer: Newcomer, *, by: Actor, at: datetime) -> Person:
    """Make a person known to the owner; that alone opens nothing."""
    if not may_set_up.allows(by, owner) and not may_appoint.filter(by, School.objects.filter(owner=owner)).exists():
        raise Refusal(NOT_YOURS)
    return write_down(owner, newcomer, by=by, at=at)


def write_down(owner: Owner, newcomer: Newcomer, *, by: Actor, at: datetime) -> Person:
    """Store a person with the address that an invitation can be sent to; the caller has asked."""
    given, family = newcomer.given_name.strip(), newcomer.family_name.strip()
    if not given or not family:
        raise Refusal(NAME_MISSING)
    person = Person.objects.create(
        owner=owner, given_name=given, family_name=family, sort_key=sort_key(f"{family} {given}")
    )
    Contact.objects.create(person=person, email=newcomer.email.strip())
    record("person.introduced", person, by=by, at=at)
    return person


@transaction.atomic
def appoint(school: School, person: Person, role: Role, starts: date, *, by: Actor, at: datetime) -> Assignment:
    """Let the owner say who leads a school; an administrator may while nobody does."""
    held = locked(school)
    if not may_appoint.allows(by, held):
        raise Refusal(NOT_YOURS)
    if role not in APPOINTED:
        raise Refusal(ONLY_LEADERS)
    check_owner(person, school.owner_id)
    _check_new(by, person, Q(role=role, school=school))
    row = Assignment.objects.create(person=person, role=role, owner_id=school.owner_id, school=school, starts=starts)
    tell("role.assigned", row, school, by, at, role=role.value)
    return row


@transaction.atomic
def appoint_officer(owner: Owner, person: Person, role: Role, starts: date, *, by: Actor, at: datetime) -> Assignment:
    """Let somebody act for the owner; who keeps the system may name the first one."""
    held = locked(owner)
    begun = _officers(by, held).exists()
    if not (may_own if begun else may_set_up).allows(by, held):
        raise Refusal(NOT_YOURS)
    if role not in OFFICES:
        raise Refusal(ONLY_OFFICES)
    check_owner(person, owner.pk)
    _check_new(by, person, Q(role=role, owner=owner))
    row = Assignment.objects.create(person=person, role=role, owner=owner, starts=starts)
    record("role.assigned", row, by=by, at=at, facts={"role": role.value})
    return row


@transaction.atomic
def end_appointment(appointment: Assignment, ends: date, *, by: Actor, at: datetime) -> Assignment:
    """Let an appointment of the owner's end with a day; an owner without officers could do nothing."""
    locked(appointment.owner)
    row = locked(appointment)
    if not may_own.allows(by, row.owner) or row.role not in (*APPOINTED, *OFFICES):
        raise Refusal(NOT_YOURS)
    if row.ends and row.ends <= ends:
        raise Refusal(ALREADY_ENDED)
    if ends < row.starts:
        raise Refusal(ENDS_BEFORE_START)
    if row.role == Role.COUNTY_OFFICER and not _officers(by, row.owner).exclude(pk=row.pk).exists():
        raise Refusal(LAST_OFFICER)
    row.ends = ends
    row.save(update_fields=["ends"])
    _tell_ended(row, by, at)
    return row


def _tell_ended(row: Assignment, by: Actor, at: datetime) -> None:
    if row.school:
        tell("role.ended", row, row.school, by, at, role=row.role)
    else:
        record("role.ended", row, by=by, at=at, facts={"role": row.role})


def _officers(by: Actor, owner: Owner) -> "QuerySet[Assignment]":
    return Assignment.objects.filter(current(by), owner=owner, role=Role.COUNTY_OFFICER)


def _check_new(by: Actor, person: Person, wanted: Q) -> None:
    if Assignment.objects.filter(current(by) & wanted, person=person).exists():
        raise Refusal(LEADS_ALREADY.format(name=person.name))
