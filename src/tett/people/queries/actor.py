"""Who acts: what a person holds today, read in one query."""

from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any, TypeAlias

from django.db import connection
from django.db.models import BigIntegerField, CharField, F, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone

from tett.access.rules import Actor, Held
from tett.access.words import Role
from tett.people.access import current, valid_consent, valid_right
from tett.people.models import Assignment, Enrolment, Login

#: A union of rows from several tables has no type of its own.
Rows: TypeAlias = Any


def stranger(now: datetime) -> Actor:
    """Give somebody who has not logged in."""
    return Actor(day=timezone.localdate(now), now=now)


def actor_for(login: Login, now: datetime) -> Actor:
    """Give the login's person with the roles and wards of the day (one query).

    Students are what their enrolment says, guardians what a valid right or consent says; nobody is assigned so.
    """
    base = Actor(
        day=timezone.localdate(now),
        now=now,
        person_id=login.person_id,
        login_id=login.pk,
        name=login.person.name,
    )
    rows = _asked(base)
    held = tuple(Held(Role(r), o, s, d, c) for r, o, s, d, c, _ward in rows)
    wards = frozenset(ward for *_rest, ward in rows if ward)
    return Actor(base.day, base.now, base.person_id, base.login_id, base.name, held, wards)


#: Stands for the number of a person in a question that is the same for everybody.
ANYBODY = -(2**40)


def _asked(actor: Actor) -> list[tuple[Any, ...]]:
    question, values = _question(actor.day, connection.vendor)
    with connection.cursor() as cursor:
        cursor.execute(question, [actor.person_id if value == ANYBODY else value for value in values])
        return list(dict.fromkeys(cursor.fetchall()))


@lru_cache(maxsize=4)
def _question(day: date, _vendor: str) -> tuple[str, tuple[Any, ...]]:
    """Write the question once a day: every request asks it, and writing it takes longer than answering it."""
    anybody = Actor(day=day, now=datetime.combine(day, time(), UTC), person_id=ANYBODY)
    question, values = _held_rows(anybody).query.sql_with_params()
    return question, tuple(values)


def _held_rows(actor: Actor) -> Rows:
    return _assigned(actor).union(_enrolled(actor), _by_right(actor), _by_consent(actor), all=True)


def _assigned(actor: Actor) -> Rows:
    rows = Assignment.objects.filter(current(actor), person=actor.person_id).order_by()
    return rows.annotate(
        r=Cast("role", CharField()), o=F("owner_id"), s=F("school_id"), d=F("department_id"), c=F("school_class_id"),
        w=_no_ward(),
    ).values_list("r", "o", "s", "d", "c", "w")  # fmt: skip


def _enrolled(actor: Actor) -> Rows:
    rows = Enrolment.objects.filter(current(actor), student=actor.person_id).order_by()
    return _of_enrolment(rows, Role.STUDENT).annotate(w=_no_ward()).values_list("r", "o", "s", "d", "c", "w")


def _by_right(actor: Actor) -> Rows:
    mine = Q(student__guardians__guardian=actor.person_id)
    return _wards(actor, mine & valid_right(actor, "student__guardians__"))


def _by_consent(actor: Actor) -> Rows:
    mine = Q(student__consents__guardian=actor.person_id)
    return _wards(actor, mine & valid_consent(actor, "student__consents__"))


def _wards(actor: Actor, trusted: Q) -> Rows:
    """Give those of one kind of trust; asked for both at once, the database would look at every student there is."""
    rows = Enrolment.objects.filter(current(actor)).filter(trusted).order_by().distinct()
    return _of_enrolment(rows, Role.GUARDIAN).annotate(w=F("student_id")).values_list("r", "o", "s", "d", "c", "w")


def _of_enrolment(rows: "QuerySet[Enrolment]", role: Role) -> Rows:
    return rows.annotate(
        r=Value(role.value, CharField()), o=F("school__owner_id"), s=F("school_id"),
        d=F("school_class__department_id"), c=F("school_class_id"),
    )  # fmt: skip


def _no_ward() -> Value:
    return Value(0, BigIntegerField())
