"""What has lain too long, and whom it is told to: the leader above."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce

from tett.access.rules import Actor
from tett.access.words import LEADERS, Role
from tett.calendar.queries import days_of_many
from tett.calendar.rules import Routine, school_year_of
from tett.people.access import current
from tett.people.models import Assignment, Enrolment, School
from tett.people.rules.standing import HeldRow, Roster
from tett.reminders.models import Climb
from tett.reminders.rules import key_of, late_before
from tett.tasks.models import Task
from tett.tasks.words import State

#: Notices that are older are left as they are.
LOOK_BACK = timedelta(days=120)


@dataclass(frozen=True)
class Late:
    """A task that has lain too long, and the leader to tell; nobody, when there is nobody above."""

    task_id: int
    due: date
    leader: int | None


def schools_under_way(actor: Actor) -> dict[int, date]:
    """Give the schools where something may climb today, each with the day before which it was due (six queries)."""
    rows = list(School.objects.exclude(calendar=None).order_by("pk").values_list("pk", "calendar_id", "routine"))
    days = days_of_many(actor, {pk for _school, pk, _routine in rows if pk}, school_year_of(actor.day))
    found = {}
    for school, calendar, routine in rows:
        known = days.get(calendar or 0)
        before = late_before(known, actor.day, Routine.from_data(routine).climb_days) if known else None
        if before is not None:
            found[school] = before
    return found


def late_of(actor: Actor, school_id: int, before: date) -> list[Late]:
    """Give what lies too long at a school and hasn't been told (three queries)."""
    tasks = list(_untold(school_id, before))
    if not tasks:
        return []
    roster = _leaders(actor, school_id)
    homes = _homes(actor, {student for _pk, _due, _who, _department, student in tasks if student})
    return [
        Late(pk, due, _above(roster, actor.day, department or homes.get(student or 0), who))
        for pk, due, who, department, student in tasks
    ]


def _untold(school_id: int, before: date) -> Iterable[tuple[int, date, int | None, int | None, int | None]]:
    told = Climb.objects.filter(task=OuterRef("pk"), due=OuterRef("due"))
    rows = Task.objects.filter(~Exists(told), school=school_id, state=State.OPEN, due__lt=before).order_by("pk")
    of = Coalesce("department_id", "school_class__department_id")
    return rows.annotate(of=of).values_list("pk", "due", "responsible_id", "of", "student_id")


def _leaders(actor: Actor, school_id: int) -> Roster:
    """Give the school's leaders of today as those who know who stands above whom want them."""
    rows = Assignment.objects.filter(current(actor), school=school_id, role__in=LEADERS).order_by("pk")
    columns = ("person_id", "role", "school_id", "department_id", "school_class_id", "starts", "ends")
    return Roster(school_id, held=tuple(HeldRow(*row) for row in rows.values_list(*columns)))


def _homes(actor: Actor, students: set[int]) -> dict[int, int]:
    if not students:
        return {}
    rows = Enrolment.objects.filter(current(actor), student__in=students).order_by("pk")
    return dict(rows.values_list("student_id", "school_class__department_id"))


def _above(roster: Roster, day: date, department: int | None, who: int | None) -> int | None:
    """Give the leader above the one responsible; above the principal there is nobody at the school."""
    roles = {row.role for row in roster.held if row.person_id == who}
    if Role.PRINCIPAL in roles:
        return None
    within = None if roles & {Role.DEPUTY, Role.DEPARTMENT_HEAD} else department
    leader = roster.leader_above(day, within)
    return leader if leader != who else None


def seen_to(actor: Actor) -> list[str]:
    """Give the keys of the notices of late days whose tasks have all been done, put aside or moved (one query)."""
    left = Count("pk", filter=Q(task__state=State.OPEN, task__due=F("due")))
    rows = Climb.objects.filter(day__gte=actor.day - LOOK_BACK).exclude(leader=None).order_by()
    groups = rows.values_list("task__school_id", "leader_id", "day").annotate(left=left)
    return [key_of(school, leader, day) for school, leader, day, number in groups if not number and leader]
