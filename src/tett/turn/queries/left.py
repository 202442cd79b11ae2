"""For what last year left open: whom it concerns, and who is there to do it in the new year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from tett.access.rules import Actor
from tett.access.words import Role
from tett.calendar.queries import days_in
from tett.people.models import Assignment, Enrolment, SchoolClass
from tett.tasks.queries.turning import left_open
from tett.turn.models import ClassGoes, Turn
from tett.turn.rules import first_day

#: School weeks of the new year within which what was carried over shall be done.
WEEKS = 3
#: When nobody has said when school starts, they are over by then.
UNTIL = timedelta(days=40)


@dataclass(frozen=True)
class There:
    """Who is at the school in the new year, and what this year's classes have become."""

    people: frozenset[int]
    heads: Mapping[int, int]
    principal: int | None
    departments: Mapping[int, int]
    became: Mapping[int, int]

    def holder(self, person: int | None, school_class: int | None, department: int | None) -> int | None:
        """Give the one who had it, if still there; else the department's head, else the principal."""
        if person in self.people:
            return person
        return self.heads.get(self.departments.get(school_class or 0, department or 0), self.principal)


def who_is_there(actor: Actor, turn: Turn) -> There:  # noqa: ARG001 - the caller has asked who may turn
    """Give who is there in the new year (four queries)."""
    held = list(_held(turn).values_list("person", "role", "department"))
    classes = list(_classes(turn).values_list("pk", "name", "department"))
    by_name = {name: pk for pk, name, _ in classes}
    goes = ClassGoes.objects.filter(turn=turn, to__isnull=False).values_list("school_class", "to__name")
    return There(
        people=frozenset({person for person, _, _ in held} | {*_enrolled(turn).values_list("student", flat=True)}),
        heads={department: person for person, role, department in held if role == Role.DEPARTMENT_HEAD},
        principal=next((person for person, role, _ in held if role == Role.PRINCIPAL), None),
        departments={pk: department for pk, _, department in classes},
        became={old: by_name[name] for old, name in goes if name in by_name},
    )


def concerning_who_left(actor: Actor, turn: Turn) -> list[int]:
    """Give the open tasks that concern a student who has left, or a class that isn't carried on (three queries)."""
    there = {*_enrolled(turn).values_list("student", flat=True)}
    ended = {*ClassGoes.objects.filter(turn=turn, to__isnull=True).values_list("school_class", flat=True)}
    rows = left_open(actor, turn.school, turn.starts_in).values_list("pk", "student", "school_class")
    return [pk for pk, student, own in rows if (student not in there if student else own in ended)]


def due_in(actor: Actor, turn: Turn) -> date:
    """Give the last day of the new year's third school week."""
    days = days_in(actor, turn.school.calendar, turn.starts_in) if turn.school.calendar else None
    weeks = days.weeks()[:WEEKS] if days else ()
    return weeks[-1].last if weeks else first_day(turn.starts_in) + UNTIL


def _held(turn: Turn) -> "QuerySet[Assignment]":
    begun = Q(ends__isnull=True) | Q(ends__gte=first_day(turn.starts_in))
    return Assignment.objects.filter(begun, school=turn.school_id).order_by("-starts", "-pk")


def _enrolled(turn: Turn) -> "QuerySet[Enrolment]":
    return Enrolment.objects.filter(school=turn.school_id, school_class__starts_in=turn.starts_in)


def _classes(turn: Turn) -> "QuerySet[SchoolClass]":
    return SchoolClass.objects.filter(school=turn.school_id, starts_in=turn.starts_in)
