"""What somebody's absence or leaving would do: which roles end, and who would have the tasks."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import Role
from tett.calendar.rules import school_year_of
from tett.people.access import may_look_up, may_staff
from tett.people.models import Assignment, Enrolment, Person, School
from tett.people.queries.everybody import told
from tett.people.queries.roster import rosters_of
from tett.people.rules.standing import Holder, Roster
from tett.tasks.models import Task
from tett.tasks.words import State

YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Passing:
    """Tasks that go to the same one, who has their role or stands in; nobody at all when there is no name."""

    name: str
    stands_in: bool
    titles: tuple[tuple[str, int], ...]

    @property
    def number(self) -> int:
        """Count them."""
        return sum(number for _title, number in self.titles)


@dataclass(frozen=True)
class Leaving:
    """What ends when somebody leaves with a day, and what becomes of the tasks."""

    person: Person
    school: School
    last_day: date
    roles: tuple[str, ...]
    #: Roles that nobody else holds the day after.
    unheld: tuple[str, ...]
    passing: tuple[Passing, ...]
    #: Open tasks about the one who leaves, which fall away.
    own: int

    @property
    def number(self) -> int:
        """Count the open tasks that go on."""
        return sum(passing.number for passing in self.passing)


def led_school(actor: Actor, person: Person) -> School | None:
    """Give the school the actor leads where somebody is something today or soon (one query), or None."""
    soon = Q(ends__isnull=True) | Q(ends__gte=actor.day)
    roles = Assignment.objects.filter(soon, person=person).values("school")
    places = Enrolment.objects.filter(soon, student=person).values("school")
    return may_staff.filter(actor, School.objects.filter(Q(pk__in=roles) | Q(pk__in=places))).order_by("name").first()


def absent_person(actor: Actor, public_id: str) -> tuple[Person, School, tuple[Assignment, ...]] | None:
    """Give somebody a temp can come in for, at which school, with the roles that can be taken over, or None."""
    person = may_look_up.filter(actor, Person.objects.filter(public_id=public_id)).first()
    school = led_school(actor, person) if person else None
    if person is None or school is None:
        return None
    soon = Q(ends__isnull=True) | Q(ends__gte=actor.day)
    rows = Assignment.objects.filter(soon, person=person, school=school).exclude(role__in=NOT_TAKEN_OVER)
    return person, school, tuple(rows.select_related("school_class", "department").order_by("starts", "pk"))


#: Who leads a school in a principal's absence is said beforehand; a temp is not it by a form for temps.
NOT_TAKEN_OVER = (Role.PRINCIPAL, Role.ADMINISTRATOR, Role.TEMP, Role.EXTERNAL)


def leaving(actor: Actor, public_id: str, last_day: date) -> Leaving | None:
    """Tell what happens when somebody leaves with a day (some ten queries, however many tasks), or None."""
    person = may_look_up.filter(actor, Person.objects.filter(public_id=public_id)).first()
    school = led_school(actor, person) if person else None
    if person is None or school is None:
        return None
    after = Q(school=school) & (Q(ends__isnull=True) | Q(ends__gt=last_day))
    roles = list(Assignment.objects.filter(after, person=person).select_related("school_class", "department"))
    places = Enrolment.objects.filter(after, student=person).select_related("school_class")
    names = [*(told(row) for row in roles), *(f"{Role.STUDENT.label}, {row.school_class}" for row in places)]
    tasks = Task.objects.filter(responsible=person, school=school, state=State.OPEN).select_related("duty")
    rest = [task for task in tasks if task.staff_id != person.pk]
    roster = _without(actor, person, school, last_day)
    return Leaving(
        person, school, last_day, tuple(names), tuple(_unheld(roles, last_day)),
        tuple(_passing(rest, roster, last_day)), own=len(tasks) - len(rest),
    )  # fmt: skip


def _unheld(roles: list[Assignment], last_day: date) -> list[str]:
    """Name the roles that nobody else has the day after."""
    day_after = last_day + timedelta(days=1)
    there = Q(starts__lte=day_after) & (Q(ends__isnull=True) | Q(ends__gte=day_after))
    numbers = [row.pk for row in roles]
    others = Assignment.objects.filter(there, school__in={row.school_id for row in roles}).exclude(pk__in=numbers)
    held = set(others.values_list("role", "school_class", "department"))
    return [told(row) for row in roles if (row.role, row.school_class_id, row.department_id) not in held]


def _without(actor: Actor, person: Person, school: School, last_day: date) -> Roster:
    """Give the school's roster as it will be without somebody."""
    year = school_year_of(last_day)
    roster = rosters_of(actor, [school.pk], year, last_day, last_day + YEAR)[school.pk]
    left = tuple(row for row in roster.held if row.person_id != person.pk)
    return Roster(school.pk, roster.classes, roster.departments, roster.enrolments, left)


def _passing(tasks: list[Task], roster: Roster, last_day: date) -> list[Passing]:
    classes = {row.student_id: row.class_id for row in roster.enrolments}
    found: dict[Holder, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for task in tasks:
        day = max(task.opens, last_day + timedelta(days=1))
        school_class = task.school_class_id or (classes.get(task.student_id) if task.student_id else None)
        holder = roster.holder(task.duty.bearer, day, class_id=school_class, department_id=task.department_id)
        found[holder][task.duty.title] += 1
    people = Person.objects.in_bulk([holder.person_id for holder in found if holder.person_id])
    told_of = [
        Passing(people[holder.person_id].name if holder.person_id else "", holder.stands_in, tuple(titles.items()))
        for holder, titles in found.items()
    ]
    return sorted(told_of, key=lambda passing: -passing.number)
