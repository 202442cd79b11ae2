"""What schools have, counted for all of them at once."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from tett.access.rules import Actor
from tett.access.words import STAFF_ROLES, Role
from tett.calendar.queries import days_in
from tett.calendar.rules import school_year_of
from tett.people.access import current
from tett.people.models import Assignment, Department, Enrolment, Login, School, SchoolClass
from tett.plan.models import Edition
from tett.plan.words import EditionState
from tett.start.rules import Facts
from tett.year.models import Unfolding

Counts = Mapping[int, int]


def facts_of(actor: Actor, schools: "QuerySet[School]") -> dict[int, Facts]:
    """Count what each of the schools has (the same number of queries for one school and for a county)."""
    rows = list(schools.select_related("calendar__parent"))
    ids = [school.pk for school in rows]
    counts = _counts(actor, ids)
    return {school.pk: _facts(actor, school, counts) for school in rows}


def _counts(actor: Actor, ids: list[int]) -> dict[str, Counts]:
    year = school_year_of(actor.day)
    held = Assignment.objects.filter(current(actor), school__in=ids)
    classes = SchoolClass.objects.filter(school__in=ids, starts_in=year)
    enrolled = Enrolment.objects.filter(current(actor), school__in=ids)
    editions = Edition.objects.filter(school__in=ids)
    staff = held.filter(role__in=STAFF_ROLES)
    inside = staff.filter(Exists(Login.objects.filter(person=OuterRef("person"), is_active=True)))
    unheld = ~Exists(held.filter(role=Role.CONTACT_TEACHER, school_class=OuterRef("pk")))
    headless = ~Exists(held.filter(role=Role.DEPARTMENT_HEAD, department=OuterRef("pk")))
    departments = Department.objects.filter(school__in=ids)
    return {
        "principals": _each(held.filter(role=Role.PRINCIPAL)),
        "departments": _each(departments),
        "headless": _each(departments.filter(headless)),
        "students": _each(enrolled, Count("student", distinct=True)),
        "staff": _each(staff, Count("person", distinct=True)),
        "staff_inside": _each(inside, Count("person", distinct=True)),
        "classes": _each(classes),
        "without_teacher": _each(classes.filter(unheld)),
        "adopted": _each(editions.filter(state=EditionState.ADOPTED)),
        "draft": _each(editions.filter(state=EditionState.DRAFT)),
        "laid_out": _each(Unfolding.objects.filter(school__in=ids, starts_in=year)),
    }


def _each(rows: "QuerySet[Any]", number: Count | None = None) -> Counts:
    counted = rows.order_by().values("school").annotate(n=number or Count("pk"))
    return dict(counted.filter(Q(n__gt=0)).values_list("school", "n"))


def _facts(actor: Actor, school: School, counts: dict[str, Counts]) -> Facts:
    days = days_in(actor, school.calendar, school_year_of(actor.day)) if school.calendar else None
    found: dict[str, Any] = {name: counted.get(school.pk, 0) for name, counted in counts.items()}
    return Facts(phone=bool(school.phone), school_days=len(days.school_days()) if days else 0, **found)
