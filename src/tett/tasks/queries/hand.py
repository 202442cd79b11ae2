"""Who looks after whose tasks, and who could."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Q

from tett.access.rules import Actor
from tett.access.words import STAFF_ROLES
from tett.people.access import current
from tett.people.models import Assignment, Person
from tett.tasks.access import CAPABLE, may_end_handover
from tett.tasks.models import Handover
from tett.tasks.queries.rows import say_day


@dataclass(frozen=True)
class Lent:
    """A handover that runs or is to come, as the actor sees it."""

    public_id: str
    giver_id: int
    giver: str
    taker: str
    mine: bool
    #: The one task it is about; empty when it is all of them.
    title: str
    task_id: str
    starts: str
    ends: str
    begun: bool


@dataclass(frozen=True)
class Colleague:
    """Somebody who could look after tasks."""

    public_id: str
    name: str


def handovers(actor: Actor) -> tuple[Lent, ...]:
    """Give what the actor has handed over or taken over, now or soon (one query)."""
    rows = Handover.objects.filter(
        Q(giver=actor.person_id) | Q(taker=actor.person_id),
        school__in=actor.schools(*CAPABLE),
        ends__gte=actor.day,
        ended_at__isnull=True,
    )
    return tuple(_lent(actor, _Told(*row)) for row in rows.order_by("starts", "id").values_list(*_COLUMNS))


def one_handover(actor: Actor, public_id: str) -> Handover | None:
    """Give a handover that the actor may end, or None."""
    return may_end_handover.filter(actor, Handover.objects.filter(public_id=public_id)).first()


def colleagues(actor: Actor, *, me_too: bool = False) -> tuple[Colleague, ...]:
    """Give the others who work at the actor's schools today, in Norwegian order (one query).

    Those who hold an office for students may hand over to each other too.
    """
    schools = actor.schools(*CAPABLE)
    roles = STAFF_ROLES if actor.works_at_school else CAPABLE
    at_work = Assignment.objects.filter(current(actor), school__in=schools, role__in=roles).order_by()
    people = Person.objects.filter(pk__in=at_work.values("person"))
    others = people if me_too else people.exclude(pk__in=[actor.person_id])
    columns = others.order_by("sort_key").values_list("public_id", "given_name", "preferred_name", "family_name")
    return tuple(Colleague(key, f"{preferred or given} {family}") for key, given, preferred, family in columns)


def person_at_work(actor: Actor, public_id: str) -> Person | None:
    """Give a colleague by the id in the form, or None."""
    known = {person.public_id for person in colleagues(actor, me_too=True)}
    return Person.objects.get(public_id=public_id) if public_id in known else None


class _Told(NamedTuple):
    """The columns that tell of a handover."""

    public_id: str
    giver_id: int
    starts: date
    ends: date
    title: str | None
    task_id: str | None
    giver_given: str
    giver_preferred: str
    giver_family: str
    taker_given: str
    taker_preferred: str
    taker_family: str


_NAME = ("given_name", "preferred_name", "family_name")
_COLUMNS = (
    "public_id",
    "giver_id",
    "starts",
    "ends",
    "task__duty__title",
    "task__public_id",
    *(f"giver__{part}" for part in _NAME),
    *(f"taker__{part}" for part in _NAME),
)


def _lent(actor: Actor, told: _Told) -> Lent:
    return Lent(
        public_id=told.public_id,
        giver_id=told.giver_id,
        giver=f"{told.giver_preferred or told.giver_given} {told.giver_family}",
        taker=f"{told.taker_preferred or told.taker_given} {told.taker_family}",
        mine=told.giver_id == actor.person_id,
        title=told.title or "",
        task_id=told.task_id or "",
        starts=say_day(told.starts),
        ends=say_day(told.ends),
        begun=told.starts <= actor.day,
    )
