"""Who somebody is today, for the page they meet first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from tett.access.rules import Actor
from tett.access.words import Role, label_of
from tett.calendar.rules import school_year_of
from tett.people.access import current
from tett.people.models import Assignment, Enrolment, Person, School, SchoolClass

#: Whom a student or guardian may want to find, in the order they are shown.
HELPERS = (Role.CONTACT_TEACHER, Role.SOCIAL_COUNSELLOR, Role.COUNSELLOR, Role.ENVIRONMENT_WORKER, Role.NURSE)
ELECTED = (Role.CLASS_REPRESENTATIVE, Role.DEPUTY_REPRESENTATIVE, Role.ENVIRONMENT_STUDENT)


@dataclass(frozen=True)
class Somebody:
    """A person in a role, by the name they use."""

    name: str
    role: str
    person_id: int


@dataclass(frozen=True)
class ClassCard:
    """A class as its students and their guardians meet it."""

    school_class: SchoolClass
    contact_teachers: tuple[Somebody, ...]
    elected: tuple[Somebody, ...]


@dataclass(frozen=True)
class Ward:
    """A student whom a guardian may follow today."""

    name: str
    school: School
    card: ClassCard


def home_school(actor: Actor) -> School | None:
    """Give the school that somebody's day is about: where they lead, else work, else learn (one query)."""
    leading = actor.schools(Role.PRINCIPAL, Role.DEPUTY, Role.DEPARTMENT_HEAD)
    rows = School.objects.filter(pk__in=leading or actor.schools()).select_related("calendar__parent")
    return rows.order_by("pk").first()


def my_classes(actor: Actor) -> tuple[ClassCard, ...]:
    """Give the classes that somebody learns in or is contact teacher of (one query, two if nobody answers for one)."""
    ids = actor.classes(Role.STUDENT, Role.CONTACT_TEACHER)
    held = list(_held_in(actor, ids).select_related("person", "school_class"))
    classes = {a.school_class_id: a.school_class for a in held if a.school_class}
    unheld = ids - set(classes)
    found = [*classes.values(), *(SchoolClass.objects.filter(pk__in=unheld) if unheld else ())]
    now = sorted((c for c in found if c.starts_in == school_year_of(actor.day)), key=lambda c: (c.level, c.name))
    return _cards(now, held)


def my_wards(actor: Actor) -> tuple[Ward, ...]:
    """Give the students that a guardian may follow today, each with the class (three queries)."""
    if not actor.wards:
        return ()
    rows = Enrolment.objects.filter(current(actor), student__in=actor.wards)
    rows = rows.select_related("student", "school", "school_class").order_by("student__birth_date", "pk")
    classes = [e.school_class for e in rows]
    cards = {c.school_class.pk: c for c in _cards(classes, list(_held_in(actor, [c.pk for c in classes])))}
    return tuple(Ward(e.student.name, e.school, cards[e.school_class_id]) for e in rows)


def helpers_at(actor: Actor, school: School) -> tuple[Somebody, ...]:
    """Give those at the school whom anybody there may turn to (one query)."""
    roles = [role for role in HELPERS if role != Role.CONTACT_TEACHER]
    rows = _assigned(actor, Q(school=school, role__in=roles))
    return tuple(sorted((_somebody(a) for a in rows), key=lambda s: s.role))


def _held_in(actor: Actor, classes: Collection[int]) -> "QuerySet[Assignment]":
    return _assigned(actor, Q(school_class__in=classes, role__in=[Role.CONTACT_TEACHER, *ELECTED]))


def _cards(classes: Iterable[SchoolClass], held: list[Assignment]) -> tuple[ClassCard, ...]:
    return tuple(_card(c, [a for a in held if a.school_class_id == c.pk]) for c in classes)


def _card(school_class: SchoolClass, held: list[Assignment]) -> ClassCard:
    teachers = tuple(_somebody(a) for a in held if a.role == Role.CONTACT_TEACHER)
    return ClassCard(school_class, teachers, tuple(_somebody(a) for a in held if a.role in ELECTED))


def _assigned(actor: Actor, wanted: Q) -> "QuerySet[Assignment]":
    return Assignment.objects.filter(current(actor) & wanted).select_related("person").order_by("starts", "pk")


def _somebody(assignment: Assignment) -> Somebody:
    person: Person = assignment.person
    return Somebody(person.name, label_of(assignment.role), person.pk)
