"""Whom to look at in a slot, and who they are today: for some hundred people in the same few queries as for one."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from tett.access.rules import Actor
from tett.access.words import Role
from tett.calendar.queries import days_of_many
from tett.calendar.rules import Days, school_year_of
from tett.people.access import current
from tett.people.models import Assignment, Enrolment, Person, School
from tett.reminders.models import Choice
from tett.reminders.rules import USUAL_HOUR, Slot, Wish, is_wanted
from tett.reminders.words import Rhythm
from tett.tasks.access import BLIND, CAPABLE, HEADS

DEPARTMENT_HEAD = Role.DEPARTMENT_HEAD


@dataclass
class Somebody:
    """A person as reminders know them: language, wish, and where they are what today."""

    person_id: int
    language: str
    wish: Wish
    today: date
    #: Schools where they are somebody, and those where they can look after others' tasks.
    schools: set[int] = field(default_factory=set)
    capable: set[int] = field(default_factory=set)
    #: Schools led, and departments headed (with their school).
    led: set[int] = field(default_factory=set)
    headed: set[tuple[int, int]] = field(default_factory=set)


@dataclass(frozen=True)
class Crowd:
    """Those who want an e-mail in a slot, by number."""

    people: dict[int, Somebody]

    @property
    def schools(self) -> set[int]:
        """Give every school that one of them is at."""
        return {school for one in self.people.values() for school in one.schools}


def in_slot(actor: Actor, slot: Slot) -> list[int]:
    """Give the numbers of those who may want an e-mail at that hour, in order (seven queries at most).

    Who hasn't chosen is looked at only on days when some school begins its week.
    """
    chosen = Choice.objects.filter(hour=slot.hour).exclude(rhythm=Rhythm.NEVER).values_list("pk", flat=True)
    return sorted({*chosen, *(_unchosen(actor, slot) if slot.hour == USUAL_HOUR else ())})


def _unchosen(actor: Actor, slot: Slot) -> Iterable[int]:
    """Give those who have not chosen and can have tasks at a school that begins its week."""
    begin = [school for school, days in days_of_schools(actor).items() if is_wanted(Wish(), days, slot.day)]
    held = Assignment.objects.filter(current(actor), school__in=begin, role__in=CAPABLE)
    return held.exclude(person__in=Choice.objects.values("pk")).order_by().values_list("person", flat=True).distinct()


def days_of_schools(actor: Actor) -> dict[int, Days | None]:
    """Give the school days of this year at every school (five queries)."""
    rows = dict(School.objects.order_by("pk").values_list("pk", "calendar_id"))
    found = days_of_many(actor, [pk for pk in rows.values() if pk], school_year_of(actor.day))
    return {school: found.get(calendar or 0) for school, calendar in rows.items()}


def crowd(actor: Actor, persons: Collection[int], slot: Slot, days: dict[int, Days | None]) -> Crowd:
    """Give those of some people who want an e-mail in the slot, with who they are today (four queries)."""
    people = _people(actor, persons)
    held = Assignment.objects.filter(current(actor), person__in=persons, school__isnull=False)
    for person, role, school, department in _rows(held, "person_id", "role", "school_id", "department_id"):
        _add(people[person], role, school, department)
    enrolled = Enrolment.objects.filter(current(actor), student__in=persons)
    for student, school in _rows(enrolled, "student_id", "school_id"):
        people[student].schools.add(school)
    return Crowd({pk: one for pk, one in people.items() if _wants(one, slot, days)})


def _rows(rows: "QuerySet[Assignment] | QuerySet[Enrolment]", *names: str) -> list[tuple[int, ...]]:
    return list(rows.order_by().values_list(*names))


def _people(actor: Actor, persons: Collection[int]) -> dict[int, Somebody]:
    wishes: defaultdict[int, Wish] = defaultdict(Wish)
    for pk, *values in Choice.objects.filter(pk__in=persons).values_list("pk", *FIELDS):
        wishes[pk] = wish(*values)
    languages = Person.objects.filter(pk__in=persons).order_by().values_list("pk", "language")
    return {pk: Somebody(pk, language, wishes[pk], actor.day) for pk, language in languages}


FIELDS = ("rhythm", "hour", "free_days", "moved", "team")


def wish(rhythm: str, hour: int, free_days: bool, moved: bool, team: bool) -> Wish:  # noqa: FBT001 - columns of a row
    """Give what somebody has chosen."""
    return Wish(Rhythm(rhythm), hour, free_days, moved, team, chosen=True)


def _add(one: Somebody, role: object, school: int, department: int | None) -> None:
    if role in BLIND:
        return
    one.schools.add(school)
    if role in CAPABLE:
        one.capable.add(school)
    if role in HEADS:
        one.led.add(school)
    elif role == DEPARTMENT_HEAD and department:
        one.headed.add((school, department))


def _wants(one: Somebody, slot: Slot, days: dict[int, Days | None]) -> bool:
    """Tell whether it is a day for it at one of the schools where somebody is."""
    return one.wish.hour == slot.hour and any(is_wanted(one.wish, days.get(pk), slot.day) for pk in one.schools)
