"""Letting somebody else look after tasks for a period, and giving them to somebody for good."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from tett.access.rules import Actor
from tett.access.words import STAFF_ROLES, Role
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.models import Assignment, Person
from tett.tasks import words
from tett.tasks.access import CAPABLE, HEADS, may_end_handover, may_reassign
from tett.tasks.actions.news import handover_changed
from tett.tasks.actions.steps import Tasks, ask, change, held, tell
from tett.tasks.models import Handover, Task
from tett.tasks.rules import check_may_settle, check_period
from tett.tasks.words import Happened


@transaction.atomic
def hand_over(
    taker: Person,
    starts: date,
    ends: date,
    task: Task | None = None,
    *,
    giver: Person | None = None,
    by: Actor,
    at: datetime,
) -> Handover:
    """Let a colleague look after one task, or all of them, from a day through a day; it ends by itself.

    The giver is the one who acts; for one task the one responsible for it. The principal and the deputy may do it
    for somebody who is away.
    """
    check_period(starts, ends, by.day)
    giving = task.responsible_id if task else giver.pk if giver else by.person_id
    holder = _held_giver(giving, taker)
    school_id = task.school_id if task else _school_in_common(holder, taker, max(starts, by.day))
    _ask_giver(holder, task, school_id, by)
    _check_colleague(taker, holder, school_id, max(starts, by.day))
    there = _overlapping(holder, task, school_id, starts, ends)
    if there is not None:
        return _same_or_refuse(there, taker, starts, ends)
    made = Handover.objects.create(school_id=school_id, giver=holder, taker=taker, task=task, starts=starts, ends=ends)
    _tell(made, Happened.HANDED_OVER, by, at)
    return made


@transaction.atomic
def end_handover(handover: Handover, *, by: Actor, at: datetime) -> Handover:
    """Take the tasks back before the period is over; access ends at once."""
    found = locked(handover)
    if not may_end_handover.allows(by, found):
        raise Refusal(words.NOT_YOURS_TO_END)
    if found.ended_at is None:
        found.ended_at = at
        found.save(update_fields=["ended_at"])
        _tell(found, Happened.HANDED_BACK, by, at)
    return found


@transaction.atomic
def reassign(tasks: Tasks, to: Person, *, by: Actor, at: datetime, reason: str = "") -> tuple[Task, ...]:
    """Give tasks to somebody for good; what was handed over one by one goes back."""
    rows = held(tasks)
    ask(may_reassign, by, rows, words.NOT_YOURS_TO_GIVE)
    left = [task for task in rows if task.responsible_id != to.pk or task.stands_in]
    for task in left:
        check_may_settle(task.state)
    for school_id in {task.school_id for task in left}:
        if not _works_at(to, school_id, by.day):
            raise Refusal(words.NOT_A_COLLEAGUE)
    Handover.objects.filter(task__in=left, ended_at__isnull=True).update(ended_at=at)
    for holder in {task.responsible_id for task in left}:
        _give([task for task in left if task.responsible_id == holder], holder, to, reason.strip(), by, at)
    return tuple(rows)


def _give(tasks: list[Task], holder: int | None, to: Person, reason: str, by: Actor, at: datetime) -> None:
    holders = Person.objects.filter(pk__in=[holder] if holder else [])
    before = holders.values_list("public_id", flat=True).first() or ""
    change(tasks, responsible_id=to.pk, stands_in=False, given=True)
    facts = {"from": before, "to": to.public_id}
    tell(tasks, Happened.GIVEN, by=by, at=at, facts=facts, reason=reason, before=before, after=to.public_id)


def _held_giver(giving: int | None, taker: Person) -> Person:
    if giving is None:
        raise Refusal(words.NOT_YOURS_TO_HAND_OVER)
    if giving == taker.pk:
        raise Refusal(words.TO_YOURSELF)
    # Held, so that two handovers of the same tasks can't be made at once.
    return Person.objects.select_for_update(of=("self",)).get(pk=giving)


def _school_in_common(giver: Person, taker: Person, day: date) -> int:
    common = _roles(giver, day).filter(school__in=_roles(taker, day).values("school"))
    school_id = common.order_by("school").values_list("school", flat=True).first()
    if school_id is None:
        raise Refusal(words.NOT_A_COLLEAGUE)
    return school_id


def _ask_giver(giver: Person, task: Task | None, school_id: int, by: Actor) -> None:
    if giver.pk == by.person_id and school_id in by.schools(*CAPABLE):
        return
    leads = may_reassign.allows(by, task) if task else school_id in by.schools(*HEADS)
    if not leads:
        raise Refusal(words.NOT_YOURS_TO_HAND_OVER)


def _check_colleague(taker: Person, giver: Person, school_id: int, day: date) -> None:
    """Staff hand over to staff; those who hold an office for students also to each other."""
    staff = _works_at(giver, school_id, day, *STAFF_ROLES)
    if not _works_at(taker, school_id, day, *(STAFF_ROLES if staff else CAPABLE)):
        raise Refusal(words.NOT_A_COLLEAGUE)


def _overlapping(giver: Person, task: Task | None, school_id: int, starts: date, ends: date) -> Handover | None:
    rows = Handover.objects.filter(giver=giver, school=school_id, task=task, ended_at__isnull=True)
    return rows.filter(starts__lte=ends, ends__gte=starts).order_by("starts").first()


def _same_or_refuse(there: Handover, taker: Person, starts: date, ends: date) -> Handover:
    if (there.taker_id, there.starts, there.ends) != (taker.pk, starts, ends):
        raise Refusal(words.ALREADY_HANDED_OVER)
    return there


def _roles(person: Person, day: date, *roles: Role) -> "QuerySet[Assignment]":
    holds = Q(starts__lte=day) & (Q(ends__isnull=True) | Q(ends__gte=day))
    return Assignment.objects.filter(holds, person=person, school__isnull=False, role__in=roles or CAPABLE).order_by()


def _works_at(person: Person, school_id: int, day: date, *roles: Role) -> bool:
    return _roles(person, day, *roles).filter(school=school_id).exists()


def _tell(handover: Handover, what: Happened, by: Actor, at: datetime) -> None:
    """Add a line to the task's history (when it is one task) and to the log."""
    facts = {"giver": handover.giver.public_id, "taker": handover.taker.public_id}
    facts |= {"starts": handover.starts.isoformat(), "ends": handover.ends.isoformat()}
    record(f"tasks.{what.value}", handover, by=by, at=at, facts=facts)
    handover_changed.send(sender=Handover, handover=handover, what=what, by=by, at=at)
    if handover.task is not None:
        tell([handover.task], what, by=by, at=at, facts=facts, before=facts["giver"], after=facts["taker"])
