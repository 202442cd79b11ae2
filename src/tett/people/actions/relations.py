"""Guardians' rights, and the consent of students who are adults."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import STAFF_ROLES
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.access import current
from tett.people.actions.steps import ask_to_keep, ask_to_staff, check_owner
from tett.people.models import Assignment, Consent, Guardianship, Person, ProtectedReader, School
from tett.people.rules import is_adult
from tett.people.words import (
    CONSENT_TOO_LONG,
    ENDS_BEFORE_START,
    NOT_AN_ADULT,
    NOT_AT_THE_SCHOOL,
    NOT_YOUR_GUARDIAN,
    ONESELF,
    ONLY_THE_STUDENT,
    RIGHT_THERE,
    SOURCE_MISSING,
    ConsentScope,
    Right,
)

#: A consent is asked for again each school year; what nobody remembers having given is no consent.
LONGEST_CONSENT = timedelta(days=366)


@transaction.atomic
def give_right(
    guardian: Person, student: Person, right: Right, source: str, starts: date, *, by: Actor, at: datetime
) -> Guardianship:
    """Register what an adult is to a student, and where the school knows it from."""
    ask_to_keep(by, student)
    check_owner(guardian, student.owner_id)
    if not source.strip():
        raise Refusal(SOURCE_MISSING)
    if guardian.pk == student.pk:
        raise Refusal(ONESELF)
    locked(student)  # so that the same one isn't registered twice at once
    known = Guardianship.objects.filter(guardian=guardian, student=student)
    if known.filter(Q(ends__isnull=True) | Q(ends__gte=starts)).exists():
        raise Refusal(RIGHT_THERE.format(name=guardian.name))
    row = Guardianship.objects.create(guardian=guardian, student=student, right=right, source=source, starts=starts)
    record("right.given", row, by=by, at=at, facts={"right": right.value})
    return row


@transaction.atomic
def end_right(guardianship: Guardianship, ends: date, *, by: Actor, at: datetime) -> Guardianship:
    """Let a right end with a day."""
    row = locked(guardianship)
    ask_to_keep(by, row.student)
    if ends < row.starts:
        raise Refusal(ENDS_BEFORE_START)
    row.ends = ends
    row.save(update_fields=["ends"])
    record("right.ended", row, by=by, at=at)
    return row


@transaction.atomic
def consent(
    student: Person, guardian: Person, scope: ConsentScope, starts: date, ends: date, *, by: Actor, at: datetime
) -> Consent:
    """Let a former guardian see, from a day until a day; only an adult student can."""
    if by.person_id != student.pk:
        raise Refusal(ONLY_THE_STUDENT)
    if not is_adult(student.birth_date, by.day):
        raise Refusal(NOT_AN_ADULT)
    if not Guardianship.objects.filter(student=student, guardian=guardian).exists():
        raise Refusal(NOT_YOUR_GUARDIAN)
    if ends < starts:
        raise Refusal(ENDS_BEFORE_START)
    if ends - starts > LONGEST_CONSENT:
        raise Refusal(CONSENT_TOO_LONG)
    row = Consent.objects.create(student=student, guardian=guardian, scope=scope, starts=starts, ends=ends)
    record("consent.given", row, by=by, at=at, facts={"scope": scope.value})
    return row


@transaction.atomic
def withdraw_consent(given: Consent, *, by: Actor, at: datetime) -> Consent:
    """Take a consent back; it holds no more from this moment. Twice is once."""
    row = locked(given)
    if by.person_id != row.student_id:
        raise Refusal(ONLY_THE_STUDENT)
    if row.withdrawn_at is None:
        row.withdrawn_at = at
        row.save(update_fields=["withdrawn_at"])
        record("consent.withdrawn", row, by=by, at=at)
    return row


@transaction.atomic
def protect_address(person: Person, *, protected: bool, by: Actor, at: datetime) -> Person:
    """Hide somebody's contact details from all but those the school names, or stop hiding them."""
    row = locked(person)
    ask_to_keep(by, row)
    if row.protected_address != protected:
        row.protected_address = protected
        row.save(update_fields=["protected_address"])
        record("address.protected" if protected else "address.opened", row, by=by, at=at)
    return row


@transaction.atomic
def name_reader(
    protected: Person, reader: Person, school: School, starts: date, *, by: Actor, at: datetime
) -> ProtectedReader:
    """Name one of the few who may reach a protected person."""
    ask_to_staff(by, school)
    ask_to_keep(by, protected)
    if not Assignment.objects.filter(current(by), person=reader, school=school, role__in=STAFF_ROLES).exists():
        raise Refusal(NOT_AT_THE_SCHOOL)
    row, _created = ProtectedReader.objects.get_or_create(
        protected=protected, reader=reader, school=school, starts=starts
    )
    record("reader.named", row, by=by, at=at)
    return row


@transaction.atomic
def end_reader(named: ProtectedReader, ends: date, *, by: Actor, at: datetime) -> ProtectedReader:
    """Let somebody be one of the few for the last time on a day."""
    row = locked(named)
    ask_to_staff(by, row.school)
    if ends < row.starts:
        raise Refusal(ENDS_BEFORE_START)
    row.ends = ends
    row.save(update_fields=["ends"])
    record("reader.ended", row, by=by, at=at)
    return row
