"""What there is to choose among in forms: classes, departments, colleagues, students of a class."""

from dataclasses import dataclass

from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import STAFF_ROLES, Role
from tett.calendar.rules import school_year_of
from tett.people.access import current, may_elect, may_staff
from tett.people.models import Assignment, Department, Enrolment, Person, School, SchoolClass


@dataclass(frozen=True)
class Choices:
    """What a leader may choose among at the schools they lead."""

    schools: tuple[School, ...]
    classes: tuple[SchoolClass, ...]
    departments: tuple[Department, ...]


@dataclass(frozen=True)
class ClassToElect:
    """A class with its students, and what they are elected to now."""

    school_class: SchoolClass
    students: tuple[Person, ...]
    elected: dict[str, list[str]]


def choices(actor: Actor) -> Choices:
    """Give the schools that somebody leads, with their classes from this school year on (three queries)."""
    schools = tuple(may_staff.filter(actor, School.objects.order_by("name")))
    classes = SchoolClass.objects.filter(school__in=schools, starts_in__gte=school_year_of(actor.day))
    departments = Department.objects.filter(school__in=schools)
    return Choices(
        schools,
        tuple(classes.select_related("school").order_by("starts_in", "level", "name")),
        tuple(departments.select_related("school").order_by("name")),
    )


def at_work(actor: Actor) -> tuple[Person, ...]:
    """Give those who work at the schools that the actor leads, today or soon, in Norwegian order (one query)."""
    soon = Q(ends__isnull=True) | Q(ends__gte=actor.day)
    schools = actor.schools(Role.PRINCIPAL, Role.DEPUTY)
    rows = Assignment.objects.filter(soon, school__in=schools, role__in=STAFF_ROLES).order_by()
    return tuple(Person.objects.filter(pk__in=rows.values("person")).order_by("sort_key", "pk"))


def class_to_elect(actor: Actor, public_id: str) -> ClassToElect | None:
    """Give a class whose representatives the actor may write down (three queries), or None."""
    found = may_elect.filter(actor, SchoolClass.objects.filter(public_id=public_id)).select_related("school").first()
    if found is None:
        return None
    places = Enrolment.objects.filter(current(actor), school_class=found).select_related("student")
    students = tuple(row.student for row in places.order_by("student__sort_key", "student_id"))
    elected: dict[str, list[str]] = {}
    held = Assignment.objects.filter(current(actor), school_class=found).select_related("person")
    for row in held.order_by("starts", "pk"):
        elected.setdefault(row.role, []).append(row.person.public_id)
    return ClassToElect(found, students, elected)


def class_to_staff(actor: Actor, public_id: str) -> tuple[SchoolClass, tuple[Assignment, ...]] | None:
    """Give a class at a school one leads with its contact teachers now and to come (two queries), or None."""
    schools = may_staff.filter(actor, School.objects.order_by()).values("pk")
    rows = SchoolClass.objects.filter(public_id=public_id, school__in=schools)
    found = rows.select_related("school").first()
    if found is None:
        return None
    held = Assignment.objects.filter(school_class=found, role=Role.CONTACT_TEACHER)
    soon = held.filter(Q(ends__isnull=True) | Q(ends__gte=actor.day))
    return found, tuple(soon.select_related("person").order_by("starts", "pk"))
