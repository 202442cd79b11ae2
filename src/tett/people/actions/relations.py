"""Guardians' rights, and the consent of students who are adults."""

from datetime import date, datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.actions.steps import ask_to_staff
from tett.people.models import Consent, Guardianship, Person, ProtectedReader, School
from tett.people.rules import is_adult
from tett.people.words import ENDS_BEFORE_START, NOT_AN_ADULT, ONLY_THE_STUDENT, ConsentScope, Right


@transaction.atomic
def give_right(
    guardian: Person,
    student: Person,
    right: Right,
    source: str,
    starts: date,
    *,
    school: School,
    by: Actor,
    at: datetime,
) -> Guardianship:
    """Register what an adult is to a student, and where the school knows it from."""
    ask_to_staff(by, school)
    row = Guardianship.objects.create(guardian=guardian, student=student, right=right, source=source, starts=starts)
    record("right.given", row, by=by, at=at, facts={"right": right.value})
    return row


@transaction.atomic
def end_right(guardianship: Guardianship, ends: date, *, school: School, by: Actor, at: datetime) -> Guardianship:
    """Let a right end with a day."""
    ask_to_staff(by, school)
    row = locked(guardianship)
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
    if ends < starts:
        raise Refusal(ENDS_BEFORE_START)
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
def protect_address(person: Person, *, protected: bool, school: School, by: Actor, at: datetime) -> Person:
    """Hide somebody's contact details from all but those the school names, or stop hiding them."""
    ask_to_staff(by, school)
    row = locked(person)
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
    row, _created = ProtectedReader.objects.get_or_create(
        protected=protected, reader=reader, starts=starts, defaults={"school": school}
    )
    record("reader.named", row, by=by, at=at)
    return row
