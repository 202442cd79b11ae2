"""Schools to measure with: made in bulk, the same every time, with nothing of anybody in them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from django.db import transaction

from bench.sizes import Size
from tett.access.rules import Actor
from tett.access.words import Group, Role
from tett.base.actions import insert_rows
from tett.base.models import new_public_ids
from tett.calendar.actions import load_routes, open_calendar
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.people.models import Assignment, Department, Enrolment, Owner, Person, School, SchoolClass
from tett.plan.models import Commitment, Edition, Passage, Section
from tett.plan.words import Audience, EditionState, Evidence, PassageKind, Review

STARTS_IN = 2026
#: A week before the year begins: everything of it is still to come.
NOW = datetime(2026, 8, 3, 6, 0, tzinfo=UTC)
NOBODY = Actor(day=date(2026, 8, 3), now=NOW)
BEGUN = "2026-08-01"
CLASS_SIZE, CLASSES_IN_DEPARTMENT = 18, 5

_WEEKLY, _THIRD, _START = Schedule(Rhythm.WEEKS), Schedule(Rhythm.WEEKS, every=3), Schedule(Rhythm.SCHOOL_START)
_ALWAYS, _YEAR, _REGULAR = Schedule(Rhythm.ALWAYS), Schedule(Rhythm.ALL_YEAR), Schedule(Rhythm.REGULAR)
_AUTUMN = Schedule(Rhythm.MONTHS, months=((9, 10),))

#: A plan of the real one's shape: code, who, for whom, when, what completes it.
PROMISES: tuple[tuple[str, str, Audience, Schedule, Evidence], ...] = (
    ("A1", Group.STAFF, Audience.STAFF, _ALWAYS, Evidence.READING),
    *((f"A{n}", Group.STAFF, Audience.STAFF, _ALWAYS, Evidence.ALWAYS) for n in range(2, 8)),
    ("L1", Group.TEACHERS, Audience.TEACHER, _ALWAYS, Evidence.ALWAYS),
    ("K1", Role.CONTACT_TEACHER, Audience.SCHOOL_CLASS, _START, Evidence.CONFIRMATION),
    ("K2", Role.CONTACT_TEACHER, Audience.STUDENT, _START, Evidence.TALK),
    ("K3", Role.CONTACT_TEACHER, Audience.SCHOOL_CLASS, _WEEKLY, Evidence.NOTE),
    ("K4", Role.CONTACT_TEACHER, Audience.SCHOOL_CLASS, _START, Evidence.CONFIRMATION),
    ("D1", Role.DEPARTMENT_HEAD, Audience.SCHOOL_CLASS, _AUTUMN, Evidence.SURVEY),
    ("D2", Role.DEPARTMENT_HEAD, Audience.SCHOOL_CLASS, Schedule(Rhythm.BY_DATE, month=12, day=1), Evidence.SURVEY),
    ("D3", Role.DEPARTMENT_HEAD, Audience.SCHOOL_CLASS, _REGULAR, Evidence.MEETING),
    ("D4", Role.DEPARTMENT_HEAD, Audience.NEW_STAFF, Schedule(Rhythm.ON_ARRIVAL), Evidence.CONFIRMATION),
    ("D5", Role.DEPARTMENT_HEAD, Audience.SCHOOL_CLASS, _THIRD, Evidence.MEETING),
    ("E1", Group.STUDENTS, Audience.STUDENT, _ALWAYS, Evidence.ALWAYS),
    ("R1", Group.COUNCIL, Audience.SCHOOL, _START, Evidence.MEETING),
    ("R4", Group.ENVIRONMENT_COMMITTEE, Audience.SCHOOL, _REGULAR, Evidence.MEETING),
    ("H1", Role.CONTACT_TEACHER, Audience.STUDENT, Schedule(Rhythm.SPREAD, times=2), Evidence.TALK),
    ("H3", Role.CONTACT_TEACHER, Audience.CLASS_GUARDIANS, _AUTUMN, Evidence.MEETING),
    ("I1", Role.CONTACT_TEACHER, Audience.SCHOOL_CLASS, _THIRD, Evidence.MEETING),
    ("I2", Role.DEPARTMENT_HEAD, Audience.DEPARTMENT, _WEEKLY, Evidence.MEETING),
    ("F1", Group.LEADERSHIP, Audience.SCHOOL, _ALWAYS, Evidence.PUBLISHED),
    ("F3", Role.ENVIRONMENT_WORKER, Audience.SCHOOL, Schedule(Rhythm.BEFORE_START), Evidence.ACTIVITY),
    ("F4", Role.CONTACT_TEACHER, Audience.SCHOOL_CLASS, Schedule(Rhythm.FIRST_WEEKS, times=3), Evidence.ACTIVITY),
    ("F6", Role.PUBLIC_HEALTH, Audience.SCHOOL, Schedule(Rhythm.MONTHLY), Evidence.ACTIVITY),
    ("F9", Role.PRINCIPAL, Audience.SCHOOL, _REGULAR, Evidence.MEETING),
    ("F11", Role.CONTACT_TEACHER, Audience.SCHOOL_CLASS, _YEAR, Evidence.ACTIVITY),
)
SCHOOL_ROLES = (
    Role.PRINCIPAL, Role.DEPUTY, Role.COUNSELLOR, Role.SOCIAL_COUNSELLOR, Role.ENVIRONMENT_WORKER, Role.NURSE,
    Role.PPT, Role.PUBLIC_HEALTH,
)  # fmt: skip


@transaction.atomic
def build(size: Size) -> list[int]:
    """Make the schools with people, calendar and a plan in force; give their ids."""
    calendar = open_calendar("Bench", by=NOBODY, at=NOW)
    load_routes(calendar, by=NOBODY, at=NOW)
    owner = Owner.objects.create(name="Bench", slug="bench", calendar=calendar)
    ids = [
        School.objects.create(owner=owner, name=f"School {n}", short_name=f"S{n}", slug=f"s{n}", calendar=calendar).pk
        for n in range(size.schools)
    ]
    people = _People(owner.pk)
    for school in ids:
        _fill(school, size.in_school, people)
        _adopt(school)
    people.store()
    return ids


class _People:
    """Rows of persons, roles and places, with numbers given here so that nothing has to be read back."""

    def __init__(self, owner: int) -> None:
        self.owner = owner
        self.ids: Iterator[int] = count(1)
        self.persons: list[tuple[Any, ...]] = []
        self.roles: list[tuple[Any, ...]] = []
        self.enrolled: list[tuple[Any, ...]] = []

    def person(self) -> int:
        """Make somebody."""
        pk = next(self.ids)
        self.persons.append((pk, self.owner, "Test", f"Person {pk}", "", "nb", f"person {pk:07}", False,
                             f"test person {pk}"))  # fmt: skip
        return pk

    def role(self, role: Role, school: int, department: int | None = None, school_class: int | None = None) -> None:
        """Give somebody new a role."""
        self.roles.append((self.person(), role.value, self.owner, school, department, school_class, BEGUN))

    def student(self, school: int, school_class: int) -> None:
        """Enrol somebody new."""
        self.enrolled.append((self.person(), school, school_class, BEGUN, "ch5", "home"))

    def store(self) -> None:
        """Insert all of them."""
        _insert(Person, ("id", "owner", "given_name", "family_name", "preferred_name", "language", "sort_key",
                         "protected_address", "found_by"), self.persons)  # fmt: skip
        _insert(Assignment, ("person", "role", "owner", "school", "department", "school_class", "starts"), self.roles)
        _insert(Enrolment, ("student", "school", "school_class", "starts", "basis", "lodging"), self.enrolled)


def _insert(model: Any, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:  # noqa: ANN401 - any table
    public_ids = new_public_ids(len(rows))
    insert_rows(model, ("public_id", *names), [(key, *row) for key, row in zip(public_ids, rows, strict=True)])


def _fill(school: int, students: int, people: _People) -> None:
    for role in SCHOOL_ROLES:
        people.role(role, school)
    classes = max(1, students // CLASS_SIZE)
    for number in range(-(-classes // CLASSES_IN_DEPARTMENT)):
        department = Department.objects.create(school_id=school, name=f"D{number}").pk
        people.role(Role.DEPARTMENT_HEAD, school, department)
        for n in range(number * CLASSES_IN_DEPARTMENT, min(classes, (number + 1) * CLASSES_IN_DEPARTMENT)):
            own = students // classes + (n < students % classes)
            _class(school, department, n, own, people)


def _class(school: int, department: int, number: int, students: int, people: _People) -> None:
    level = f"vg{1 + number % 3}"
    made = SchoolClass.objects.create(
        school_id=school,
        department_id=department,
        starts_in=STARTS_IN,
        level=level,
        programme="Bench",
        name=f"{number}",
    )
    people.role(Role.CONTACT_TEACHER, school, None, made.pk)
    for _ in range(2):
        people.role(Role.SUBJECT_TEACHER, school)
    for _ in range(students):
        people.student(school, made.pk)


def _adopt(school: int) -> None:
    edition = Edition.objects.create(
        school_id=school, number=1, title="Bench", text="Bench", state=EditionState.ADOPTED, read_at=NOW,
        adopted_at=NOW, in_force_from=NOBODY.day,
    )  # fmt: skip
    section = Section.objects.create(edition=edition, number=1, heading="Bench", letter="B")
    passage = Passage.objects.create(
        edition=edition, section=section, number=1, kind=PassageKind.BULLET, text="Bench", starts=0, ends=5
    )
    Commitment.objects.bulk_create(
        Commitment(
            edition=edition,
            code=code,
            order=n,
            title=f"Promise {code}",
            text=f"Promise {code} of the bench.",
            passage=passage,
            bearer=bearer,
            audience=audience,
            schedule=schedule.as_data(),
            evidence=evidence,
            review=Review.ACCEPTED,
        )
        for n, (code, bearer, audience, schedule, evidence) in enumerate(PROMISES)
    )
