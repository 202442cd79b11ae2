"""How it is with what leaders follow: a school for its principal and deputy, departments for their heads."""

from collections import defaultdict
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from tett.access.rules import Actor
from tett.people.access import current
from tett.reminders.queries.crowd import Crowd, Somebody
from tett.reminders.rules import Team
from tett.tasks.models import Task
from tett.tasks.queries.counts import HOLES
from tett.tasks.words import State

Rows = list[tuple[int, ...]]
Departments = dict[tuple[int, int], Team]


def teams_of(actor: Actor, found: Crowd) -> dict[int, Team]:
    """Give each leader's numbers (three queries at most)."""
    leaders = [one for one in found.people.values() if one.wish.team and (one.led or one.headed)]
    schools = _of_schools(actor, {school for one in leaders for school in one.led})
    departments = _of_departments(actor, {place for one in leaders for place in one.headed})
    return {one.person_id: _team(one, schools, departments) for one in leaders}


def _team(one: Somebody, schools: dict[int, Team], departments: Departments) -> Team:
    """Put together what one follows; a department of a school that one leads is in the school's numbers already."""
    led = [schools.get(school, Team()) for school in one.led]
    headed = [departments.get(place, Team()) for place in one.headed if place[0] not in one.led]
    return sum([*led, *headed], start=Team())


def _numbers(actor: Actor) -> dict[str, Count]:
    return {
        "late": Count("pk", filter=Q(due__lt=actor.day), distinct=True),
        "holes": Count("pk", filter=HOLES, distinct=True),
    }


def _open(schools: set[int]) -> "QuerySet[Task]":
    return Task.objects.filter(school__in=schools, state=State.OPEN).order_by()


def _of_schools(actor: Actor, schools: set[int]) -> dict[int, Team]:
    if not schools:
        return {}
    return {pk: Team(late, holes) for pk, late, holes in _counted(actor, _open(schools), "school_id")}


def _of_departments(actor: Actor, places: set[tuple[int, int]]) -> Departments:
    if not places:
        return {}
    tasks = _open({school for school, _department in places})
    found: defaultdict[tuple[int, int], Team] = defaultdict(Team)
    for school, department, late, holes in [*_by_place(actor, tasks), *_by_student(actor, tasks)]:
        if (school, department) in places:
            found[school, department] += Team(late, holes)
    return found


def _by_place(actor: Actor, tasks: "QuerySet[Task]") -> Rows:
    of = Coalesce("department_id", "school_class__department_id")
    return _counted(actor, tasks.filter(student=None).annotate(of=of), "school_id", "of")


def _by_student(actor: Actor, tasks: "QuerySet[Task]") -> Rows:
    of = F("student__enrolments__school_class__department_id")
    rows = tasks.filter(current(actor, "student__enrolments__")).annotate(of=of)
    return _counted(actor, rows, "school_id", "of")


def _counted(actor: Actor, tasks: Any, *by: str) -> Rows:  # noqa: ANN401 - tasks with a column more
    return list(tasks.values(*by).annotate(**_numbers(actor)).values_list(*by, "late", "holes"))
