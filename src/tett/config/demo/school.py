"""Filling a demo school with people, in bulk."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import cast

from tett.access.words import Level, Role
from tett.calendar.actions import add_day, load_routes, open_calendar
from tett.calendar.models import SchoolCalendar, SchoolYear
from tett.calendar.rules import school_year_of
from tett.calendar.words import DayKind
from tett.config.demo.names import names
from tett.config.demo.shape import CLASSES, SCHOOL_ROLES, WITHOUT_TEACHER, ClassShape
from tett.people.models import (
    Assignment,
    Consent,
    Contact,
    Department,
    Enrolment,
    Guardianship,
    Owner,
    Person,
    ProtectedReader,
    School,
    SchoolClass,
)
from tett.people.words import ConsentScope, LegalBasis, Lodging, Right
from tett.ui.sorting import sort_key

AGE_AT_LEVEL = {Level.VG1: 16, Level.VG2: 17, Level.VG3: 18}
FICTION = "Demo: oppdiktet"


class Builder:
    """Builds one school; the caller holds one transaction around all of it."""

    def __init__(self, school: School, today: date, first_name: int) -> None:
        """Start with an empty school."""
        self.school = school
        self.today = today
        self.starts_in = school_year_of(today)
        self.begun = date(self.starts_in, 8, 1)
        self.names = names(first_name)
        self.numbers: Iterator[int] = count()
        self.staff: dict[Role, list[Person]] = {}

    def person(self, born: date, **more: object) -> Person:
        """Store somebody new."""
        given, family = next(self.names)
        person = Person.objects.create(
            owner_id=self.school.owner_id, given_name=given, family_name=family, birth_date=born,
            sort_key=sort_key(f"{family} {given}"), **more,
        )  # fmt: skip
        number = next(self.numbers)
        Contact.objects.create(
            person=person, email=f"{self.school.slug}.{number}@example.invalid", phone=f"000 {number:05}",
            address=f"Oppdiktet vei {number + 1}, 0000 Ingensteds",
        )  # fmt: skip
        return person

    def assign(
        self, person: Person, role: Role, starts: date | None = None, ends: date | None = None,
        school_class: SchoolClass | None = None, department: Department | None = None,
    ) -> None:  # fmt: skip
        """Give somebody a role."""
        Assignment.objects.create(
            person=person, role=role, owner_id=self.school.owner_id, school=self.school,
            starts=starts or self.begun, ends=ends, school_class=school_class, department=department,
        )  # fmt: skip
        self.staff.setdefault(role, []).append(person)

    def build(self) -> None:
        """Build staff, classes, students and guardians."""
        self.hire()
        departments = self.departments()
        teachers = iter(self.staff[Role.SUBJECT_TEACHER])
        for shape in CLASSES:
            self.fill(shape, departments[shape.department], next(teachers))
        self.exceptions()

    def hire(self) -> None:
        """Give the school its staff; a temp ended yesterday, another is here until Christmas."""
        for role, number in SCHOOL_ROLES:
            for n in range(number):
                born = date(1965 + (n * 7) % 33, 1 + n % 12, 1 + n % 27)
                self.assign(self.person(born), role, ends=date(self.starts_in, 12, 18) if role == Role.TEMP else None)
        gone = self.person(date(1994, 4, 4))
        self.assign(gone, Role.TEMP, ends=self.today - timedelta(days=1))

    def departments(self) -> dict[str, Department]:
        """Make the departments, each with its head."""
        found = {}
        for n, name in enumerate(dict.fromkeys(shape.department for shape in CLASSES)):
            found[name] = Department.objects.create(school=self.school, name=name)
            self.assign(self.person(date(1970 + n, 5, 17)), Role.DEPARTMENT_HEAD, department=found[name])
        return found

    def fill(self, shape: ClassShape, department: Department, teacher: Person) -> None:
        """Make a class with its teacher, students, representatives and their guardians."""
        school_class = SchoolClass.objects.create(
            school=self.school, department=department, starts_in=self.starts_in, level=shape.level,
            programme=shape.programme, name=shape.name,
        )  # fmt: skip
        if shape.name != WITHOUT_TEACHER:
            self.assign(teacher, Role.CONTACT_TEACHER, school_class=school_class)
        students = [self.student(shape, school_class, n) for n in range(shape.students)]
        elected = (Role.CLASS_REPRESENTATIVE, Role.DEPUTY_REPRESENTATIVE, Role.ENVIRONMENT_STUDENT)
        for student, role in zip(students, elected, strict=False):
            self.assign(student, role, starts=date(self.starts_in, 9, 1), school_class=school_class)

    def student(self, shape: ClassShape, school_class: SchoolClass, number: int) -> Person:
        """Enrol somebody, with guardians when they are minors."""
        adult = number < shape.participants
        year = 1985 + number if adult else self.starts_in - AGE_AT_LEVEL[shape.level]
        person = self.person(date(year, 1 + (number * 5) % 12, 1 + (number * 3) % 28))
        lodging = (
            Lodging.HOME if number >= shape.boarders else Lodging.BOARDING_HOUSE if number % 3 else Lodging.LODGINGS
        )
        Enrolment.objects.create(
            student=person, school=self.school, school_class=school_class, starts=self.begun, lodging=lodging,
            basis=LegalBasis.PARTICIPANT if adult else LegalBasis.STUDENT,
        )  # fmt: skip
        if not adult:
            self.guardians(person, 2 if number % 3 else 1)
        return person

    def guardians(self, student: Person, number: int) -> None:
        """Give a student adults with parental responsibility."""
        for n in range(number):
            adult = self.person(date(1974 + n, 3, 3))
            self.relate(adult, student, Right.PARENTAL)

    def relate(self, adult: Person, student: Person, right: Right) -> None:
        """Register what an adult is to a student."""
        Guardianship.objects.create(guardian=adult, student=student, right=right, source=FICTION, starts=self.begun)

    def exceptions(self) -> None:
        """Make those whom rules are for: protected, without responsibility, adult with and without consent."""
        first = self.in_class("1NAA")
        protected, other = first[5], first[6]
        Person.objects.filter(pk=protected.pk).update(protected_address=True)
        for reader in (self.staff[Role.PRINCIPAL][0], self.staff[Role.SOCIAL_COUNSELLOR][0]):
            ProtectedReader.objects.create(school=self.school, protected=protected, reader=reader, starts=self.begun)
        self.relate(self.person(date(1976, 6, 6)), other, Right.NONE)
        last = self.in_class("3LBA")
        Person.objects.filter(pk__in=[last[0].pk, last[1].pk]).update(birth_date=date(self.starts_in - 18, 8, 20))
        guardian = last[0].guardians.order_by("pk")[0].guardian
        Consent.objects.create(
            student=last[0], guardian=guardian, scope=ConsentScope.EVERYTHING,
            starts=date(self.starts_in, 8, 21), ends=date(self.starts_in + 1, 6, 30),
        )  # fmt: skip
        self.assign(self.in_class("3PBA")[4], Role.COUNCIL_BOARD, starts=date(self.starts_in, 9, 1))

    def in_class(self, name: str) -> list[Person]:
        """Give a class's students in the order they were made."""
        rows = Enrolment.objects.filter(school=self.school, school_class__name=name).order_by("pk")
        return [row.student for row in rows.select_related("student")]


def owner_with_calendar(by: object, at: datetime) -> Owner:
    """Make the invented county, with the school routes that Tett ships."""
    calendar = open_calendar("Innlandet (demo)", by=by, at=at)
    load_routes(calendar, by=by, at=at)
    return Owner.objects.create(name="Ingensteds fylkeskommune (demo)", slug="ingensteds", calendar=calendar)


def open_school(owner: Owner, name: str, slug: str, today: date, by: object, at: datetime) -> School:
    """Make a school with planning days of its own on top of the county's calendar."""
    shared = cast("SchoolCalendar", owner.calendar)
    calendar = open_calendar(name, parent=shared, by=by, at=at)
    _planning_days(calendar, shared, school_year_of(today), by, at)
    return School.objects.create(
        owner=owner, name=name, short_name=name.split(maxsplit=1)[0], slug=slug, org_number="000000000",
        calendar=calendar, phone="00 00 00 00", website="https://example.invalid",
    )  # fmt: skip


def _planning_days(calendar: SchoolCalendar, parent: SchoolCalendar, starts_in: int, by: object, at: datetime) -> None:
    first = cast("date", SchoolYear.objects.get(calendar=parent, starts_in=starts_in).first_day)
    own = SchoolYear.objects.create(calendar=calendar, starts_in=starts_in, source=FICTION)
    days = [first - timedelta(days=n) for n in range(1, 8)]
    working = [day for day in days if day.isoweekday() <= 5][:3]  # noqa: PLR2004 - Friday
    for day in working:
        add_day(own, DayKind.PLANNING, "Planleggingsdag", day, by=by, at=at)
