"""Class lists and persons, by the rules of who may find and reach whom."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from tett.access.rules import Actor
from tett.access.words import LEADERS, Role
from tett.people.access import current, may_elect, may_reach, may_see_class, may_staff
from tett.people.models import Assignment, Contact, Enrolment, Person, School, SchoolClass

ELECTED = (Role.CLASS_REPRESENTATIVE, Role.DEPUTY_REPRESENTATIVE, Role.ENVIRONMENT_STUDENT)


@dataclass(frozen=True)
class ClassLine:
    """A class in the list of classes."""

    school_class: SchoolClass
    teachers: tuple[str, ...]
    students: int


@dataclass(frozen=True)
class StudentLine:
    """A student in a class list: the name, what they are elected to, and how to reach them if one may."""

    person: Person
    office: str
    contact: Contact | None


@dataclass(frozen=True)
class ClassPage:
    """A class with its people."""

    school_class: SchoolClass
    teachers: tuple[Person, ...]
    students: tuple[StudentLine, ...]
    shows_contacts: bool
    may_elect: bool
    may_staff: bool

    @property
    def elected(self) -> tuple[StudentLine, ...]:
        """Give those whom the class has elected."""
        return tuple(line for line in self.students if line.office)


def class_lines(actor: Actor, starts_in: int) -> tuple[ClassLine, ...]:
    """Give the classes that somebody may see this school year (three queries)."""
    rows = may_see_class.filter(actor, SchoolClass.objects.filter(starts_in=starts_in))
    classes = list(rows.select_related("department").order_by("level", "name"))
    held = _held(actor, classes, [Role.CONTACT_TEACHER])
    enrolled = Enrolment.objects.filter(current(actor), school_class__in=classes).values_list("school_class", flat=True)
    numbers: dict[int, int] = {}
    for pk in enrolled:
        numbers[pk] = numbers.get(pk, 0) + 1
    return tuple(
        ClassLine(c, tuple(a.person.name for a in held if a.school_class_id == c.pk), numbers.get(c.pk, 0))
        for c in classes
    )


def class_page(actor: Actor, public_id: str) -> ClassPage | None:
    """Give a class that somebody may see (four queries), or None."""
    rows = may_see_class.filter(actor, SchoolClass.objects.filter(public_id=public_id))
    elects = Exists(may_elect.filter(actor, SchoolClass.objects.filter(pk=OuterRef("pk"))))
    staffs = Exists(may_staff.filter(actor, School.objects.filter(pk=OuterRef("school"))))
    school_class = rows.annotate(elects=elects, staffs=staffs).select_related("department", "school").first()
    if school_class is None:
        return None
    held = _held(actor, [school_class], [Role.CONTACT_TEACHER, *ELECTED])
    teachers = tuple(a.person for a in held if a.role == Role.CONTACT_TEACHER)
    offices = {a.person_id: a.get_role_display() for a in held if a.role != Role.CONTACT_TEACHER}
    students = [e.student for e in _enrolled(actor, school_class)]
    contacts = _contacts(actor, [s.pk for s in students])
    lines = tuple(StudentLine(s, offices.get(s.pk, ""), contacts.get(s.pk)) for s in students)
    leads = school_class.school_id in actor.schools(*LEADERS)
    shows = leads or school_class.pk in actor.classes(Role.CONTACT_TEACHER)
    return ClassPage(
        school_class, teachers, lines, shows,
        may_elect=school_class.elects, may_staff=school_class.staffs,
    )  # fmt: skip


def _contacts(actor: Actor, people: list[int]) -> dict[int, Contact]:
    rows = may_reach.filter(actor, Contact.objects.filter(pk__in=people))
    return {row.pk: row for row in rows}


def _held(actor: Actor, classes: list[SchoolClass], roles: list[Role]) -> list[Assignment]:
    rows = Assignment.objects.filter(current(actor), school_class__in=classes, role__in=roles)
    return list(rows.select_related("person").order_by("starts", "pk"))


def _enrolled(actor: Actor, school_class: SchoolClass) -> list[Enrolment]:
    rows = Enrolment.objects.filter(current(actor), school_class=school_class)
    return list(rows.select_related("student").order_by("student__sort_key", "student_id"))
