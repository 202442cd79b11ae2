"""Students: enrolled in a class, moved, and ended."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from tett.access.rules import Actor
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.actions.corrections import note_corrections
from tett.people.actions.steps import ask_to_staff, check_owner, tell
from tett.people.models import Assignment, Enrolment, Person, SchoolClass
from tett.people.words import ALREADY_ENROLLED, ALREADY_LEFT, ENDS_BEFORE_START, SAME_CLASS, LegalBasis, Lodging

#: What is remembered when somebody's place in a class was decided by hand.
SCHOOL_CLASS = "school_class"


@transaction.atomic
def enrol(
    student: Person,
    school_class: SchoolClass,
    starts: date,
    *,
    basis: LegalBasis = LegalBasis.STUDENT,
    lodging: Lodging = Lodging.HOME,
    by: Actor,
    at: datetime,
) -> Enrolment:
    """Give a student a place in a class from a day on; § 14-2: every student belongs to one class."""
    locked(student)  # so that two who enrol at once don't both find the student without a class
    ask_to_staff(by, school_class.school)
    check_owner(student, school_class.school.owner_id)
    overlapping = Enrolment.objects.filter(student=student, school=school_class.school)
    if overlapping.filter(Q(ends__isnull=True) | Q(ends__gte=starts)).exists():
        raise Refusal(ALREADY_ENROLLED)
    row = Enrolment.objects.create(
        student=student, school=school_class.school, school_class=school_class, starts=starts,
        basis=basis, lodging=lodging,
    )  # fmt: skip
    tell("student.enrolled", row, school_class.school, by, at)
    return row


@transaction.atomic
def end_enrolment(enrolment: Enrolment, ends: date, *, by: Actor, at: datetime) -> Enrolment:
    """Let a student's place end with a day."""
    row = locked(enrolment)
    ask_to_staff(by, row.school)
    if row.ends and row.ends <= ends:
        raise Refusal(ALREADY_LEFT)
    if ends < row.starts:
        raise Refusal(ENDS_BEFORE_START)
    row.ends = ends
    row.save(update_fields=["ends"])
    tell("student.left", row, row.school, by, at)
    _end_offices(row, ends, by, at)
    return row


def _end_offices(enrolment: Enrolment, ends: date, by: Actor, at: datetime) -> None:
    """Let what a student was elected to by a class end with the place in it."""
    held = Assignment.objects.filter(person=enrolment.student_id, school_class=enrolment.school_class_id)
    for office in held.filter(starts__lte=ends).filter(Q(ends__isnull=True) | Q(ends__gt=ends)):
        office.ends = ends
        office.save(update_fields=["ends"])
        tell("role.ended", office, enrolment.school, by, at, role=office.role)


@transaction.atomic
def move_to_class(enrolment: Enrolment, to: SchoolClass, starts: date, *, by: Actor, at: datetime) -> Enrolment:
    """Move a student to another class from a day on; basis and lodging go along."""
    if enrolment.school_class_id == to.pk:
        raise Refusal(SAME_CLASS)
    row = end_enrolment(enrolment, starts - timedelta(days=1), by=by, at=at)
    basis, lodging = LegalBasis(row.basis), Lodging(row.lodging)
    return enrol(row.student, to, starts, basis=basis, lodging=lodging, by=by, at=at)


@transaction.atomic
def move_by_hand(enrolment: Enrolment, to: SchoolClass, starts: date, *, by: Actor, at: datetime) -> Enrolment:
    """Move a student as a leader says, whatever the next list says."""
    row = move_to_class(enrolment, to, starts, by=by, at=at)
    note_corrections(row.student, [SCHOOL_CLASS], by=by, at=at)
    return row


@transaction.atomic
def correct_enrolment(
    enrolment: Enrolment, basis: LegalBasis, lodging: Lodging, *, by: Actor, at: datetime
) -> Enrolment:
    """Put right what a student's place rests on, and where the student lives."""
    row = locked(enrolment)
    ask_to_staff(by, row.school)
    changed = [name for name, value in (("basis", basis), ("lodging", lodging)) if getattr(row, name) != value]
    if changed:
        row.basis, row.lodging = basis, lodging
        row.save(update_fields=changed)
        note_corrections(row.student, changed, by=by, at=at)
        tell("enrolment.corrected", row, row.school, by, at, fields=changed)
    return row
