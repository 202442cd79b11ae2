"""Leaving a school: everything somebody is there ends with one day."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import Role
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.actions.corrections import note_corrections
from tett.people.actions.enrolments import SCHOOL_CLASS
from tett.people.actions.roles import check_next_principal
from tett.people.actions.steps import ask_to_staff, tell
from tett.people.models import Assignment, Enrolment, Person, ProtectedReader, School
from tett.people.words import NOTHING_TO_END


@transaction.atomic
def leave(person: Person, school: School, last_day: date, *, by: Actor, at: datetime) -> int:
    """End all roles and places of somebody at the school with a day, call off those to come, and tell how many."""
    locked(person)
    ask_to_staff(by, school)
    after = Q(school=school) & (Q(ends__isnull=True) | Q(ends__gt=last_day))
    roles = list(Assignment.objects.filter(after, person=person))
    places = list(Enrolment.objects.filter(after, student=person))
    if not roles and not places:
        raise Refusal(NOTHING_TO_END.format(name=person.name))
    for row in roles:
        if row.role == Role.PRINCIPAL:
            check_next_principal(row, school, last_day)
    held: list[Assignment | Enrolment] = [*roles, *places]
    for one in held:
        _end(one, last_day, school, by, at)
    if places:
        note_corrections(person, [SCHOOL_CLASS], by=by, at=at)
    ProtectedReader.objects.filter(after, reader=person, starts__lte=last_day).update(ends=last_day)
    ProtectedReader.objects.filter(after, reader=person).exclude(ends=last_day).delete()
    return len(roles) + len(places)


def _end(row: Assignment | Enrolment, last_day: date, school: School, by: Actor, at: datetime) -> None:
    what, facts = ("role", {"role": row.role}) if isinstance(row, Assignment) else ("student", {})
    if row.starts > last_day:
        tell(f"{what}.called_off", row, school, by, at, **facts)
        row.delete()
        return
    row.ends = last_day
    row.save(update_fields=["ends"])
    tell(f"{what}.ended" if what == "role" else "student.left", row, school, by, at, **facts)
