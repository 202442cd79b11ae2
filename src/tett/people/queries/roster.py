"""Classes, students and roles of a school year, for one school or for many at once."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q

from tett.access.rules import Actor
from tett.people.models import Assignment, Department, Enrolment, SchoolClass
from tett.people.rules.standing import ClassRow, EnrolmentRow, HeldRow, Roster


def rosters_of(
    actor: Actor,  # noqa: ARG001 - the caller has asked: only who may unfold a school's year reads its roster
    school_ids: Collection[int],
    starts_in: int,
    first: date,
    last: date,
) -> dict[int, Roster]:
    """Give each school's roster, with everything that overlaps the days from first through last (four queries)."""
    within = Q(starts__lte=last) & (Q(ends__isnull=True) | Q(ends__gte=first)) & Q(school__in=school_ids)
    classes = _grouped(SchoolClass.objects.filter(school__in=school_ids, starts_in=starts_in), ClassRow, CLASS, 1)
    held = _grouped(Assignment.objects.filter(within), HeldRow, HELD, 2)
    enrolled = _grouped(Enrolment.objects.filter(within, school_class__starts_in=starts_in), EnrolmentRow, ENROLLED, 1)
    departments: dict[int, list[int]] = defaultdict(list)
    rows = Department.objects.filter(school__in=school_ids).order_by("name")
    for school_id, pk in rows.values_list("school_id", "pk"):
        departments[school_id].append(pk)
    return {
        pk: Roster(pk, tuple(classes[pk]), tuple(departments[pk]), tuple(enrolled[pk]), tuple(held[pk]))
        for pk in school_ids
    }


CLASS = ("id", "school_id", "department_id", "level", "name")
ENROLLED = ("student_id", "school_id", "school_class_id", "starts", "ends", "lodging")
HELD = ("person_id", "role", "school_id", "department_id", "school_class_id", "starts", "ends")


def _grouped(rows: Any, make: Any, columns: tuple[str, ...], school: int) -> dict[int, list[Any]]:  # noqa: ANN401 - any table
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows.order_by("pk").values_list(*columns):
        found[row[school]].append(make(*row))
    return found
