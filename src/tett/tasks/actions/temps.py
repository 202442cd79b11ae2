"""A temp comes in for somebody who is away, and goes again by itself; somebody leaves, and what they had goes on."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import Role
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.people.actions.leaving import leave
from tett.people.actions.persons import PersonFacts, Reach, write_person
from tett.people.actions.roles import assign_role
from tett.people.actions.steps import ask_to_staff
from tett.people.models import Assignment, Person, School
from tett.tasks import words
from tett.tasks.actions.hand import hand_over, reassign
from tett.tasks.models import Handover, Task
from tett.tasks.rules import check_period
from tett.tasks.words import State


@transaction.atomic
def take_in(
    temp: Person,
    absent: Person,
    school: School,
    starts: date,
    ends: date,
    roles: Sequence[Assignment],
    *,
    by: Actor,
    at: datetime,
) -> Handover:
    """Let a temp be there for somebody in a period: a role as temp, the roles chosen, and all tasks to look after.

    Everything ends with the period's last day; nobody has to remember it.
    """
    ask_to_staff(by, school)
    check_period(starts, ends, by.day)
    if {row.person_id for row in roles} - {absent.pk}:
        raise Refusal(words.ROLE_OF_ANOTHER)
    _give(temp, Role.TEMP, school, starts, ends, None, by, at)
    for row in roles:
        _give(temp, Role(row.role), school, starts, ends, row, by, at)
    return hand_over(temp, starts, ends, giver=absent, by=by, at=at)


@transaction.atomic
def take_in_new(  # noqa: PLR0913 - a temp is all of these
    facts: PersonFacts,
    reach: Reach,
    absent: Person,
    school: School,
    starts: date,
    ends: date,
    roles: Sequence[Assignment],
    *,
    another: bool = False,
    by: Actor,
    at: datetime,
) -> Handover:
    """Write down a temp whom the school doesn't know yet, and take the temp in."""
    ask_to_staff(by, school)
    temp = write_person(school.owner, facts, reach, another=another, by=by, at=at)
    return take_in(temp, absent, school, starts, ends, roles, by=by, at=at)


def _give(
    temp: Person, role: Role, school: School, starts: date, ends: date, of: Assignment | None, by: Actor, at: datetime
) -> None:
    """Give a role for the period, unless the temp holds it already through all of it."""
    school_class, department = (of.school_class, of.department) if of else (None, None)
    held = Assignment.objects.filter(
        person=temp, role=role, school=school, school_class=school_class, department=department, starts__lte=starts
    )
    if not held.filter(Q(ends__isnull=True) | Q(ends__gte=ends)).exists():
        assign_role(
            temp, role, school, starts, ends, school_class=school_class, department=department, by=by, at=at
        )  # fmt: skip


@transaction.atomic
def let_leave(
    person: Person, school: School, last_day: date, to: Person | None = None, *, by: Actor, at: datetime
) -> int:
    """Let somebody leave the school with a day, and give the open tasks to somebody if one says whom.

    Other tasks go where their role goes. What was handed over to or by the one who leaves ends with the same day.
    """
    ended = leave(person, school, last_day, by=by, at=at)
    _end_handovers(person, school, last_day, by, at)
    left = Task.objects.filter(responsible=person, school=school, state=State.OPEN, staff=None)
    if to is not None and (tasks := list(left)):
        reassign(tasks, to, by=by, at=at)
    return ended


def _end_handovers(person: Person, school: School, last_day: date, by: Actor, at: datetime) -> None:
    rows = Handover.objects.filter(Q(giver=person) | Q(taker=person), school=school, ended_at__isnull=True)
    for row in rows.filter(ends__gt=last_day):
        if row.starts > last_day:
            row.ended_at = at
        else:
            row.ends = last_day
        row.save(update_fields=["ended_at", "ends"])
        record("tasks.handover_cut", row, by=by, at=at, facts={"ends": last_day.isoformat()})
