"""A school year that is under way: the plan adopted in August, most of what was due done, some of it late.

What people did is written straight into the tables, a whole autumn at once; everything before that goes the way a
principal would go.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import cast
from zlib import crc32

from django.db import transaction
from django.utils import timezone

from tett.access.rules import Actor
from tett.calendar.rules import school_year_of
from tett.config.demo.shape import QUIET_CLASS
from tett.people.models import Login, School
from tett.people.queries import actor_for
from tett.plan import actions as plan
from tett.plan.models import Commitment, Edition
from tett.plan.rules.remarks import stands_in_the_way
from tett.tasks.models import Change, Proof, Task
from tett.tasks.words import Evidence, Happened, ProofKind, State
from tett.year.actions import unfold

#: Of a hundred tasks whose day has passed, so many are done, and so many of the rest were put aside with a reason.
DONE, ASIDE = 88, 4
NOTES = (
    "Gikk fint. Alle var med.",
    "To var borte, de tar det neste uke.",
    "God stemning. Vi tar det opp igjen på neste klassens time.",
    "Elevene ville ha mer tid til dette.",
    "Gjennomført sammen med miljøveileder.",
)


def live(school: School, *, at: datetime, say: Callable[[str], object]) -> None:
    """Read, adopt and unfold the school's plan, and do what should have been done by now."""
    begun = _august(at)
    principal = Login.objects.select_related("person").get(username=f"rektor.{school.slug}")
    with transaction.atomic():
        then = actor_for(principal, begun)
        edition = plan.read_in(school, _document(school), by=then, at=begun)
        _review(edition, then, begun)
        plan.adopt(edition, by=then, at=begun)
    with transaction.atomic():
        unfold(school, school_year_of(then.day), by=then, at=begun)
    with transaction.atomic():
        number = _do(school, timezone.localdate(at))
    unfold(school, school_year_of(then.day), by=actor_for(principal, at), at=at)
    say(f"{school.name}: {number} oppgaver er gjort.")


def _august(at: datetime) -> datetime:
    """Give the day the plan was adopted: 10 August, or the demo's own day if that is earlier."""
    day = date(school_year_of(timezone.localdate(at)), 8, 10)
    return min(at, timezone.make_aware(datetime.combine(day, time(9))))


def _document(school: School) -> str:
    return files("tett.config.demo").joinpath(f"plans/{school.slug}.txt").read_text("utf-8")


def _review(edition: Edition, by: Actor, at: datetime) -> None:
    """Accept what is clear, and what can stand as it is; say of the rest that it obliges nobody."""
    plan.accept_all_clear(edition, by=by, at=at)
    for row in Commitment.objects.filter(edition=edition, review="proposed"):
        says_who = bool(row.bearer)
        (plan.accept if says_who else plan.dismiss)(row, by=by, at=at)
    left = [
        row for row in Commitment.objects.filter(edition=edition) if stands_in_the_way(row.review, row.bearer, row.when)
    ]
    for row in left:
        plan.dismiss(row, by=by, at=at)


def _do(school: School, today: date) -> int:
    """Do most of what was due before today, on a school day shortly before its last day."""
    rows = Task.objects.filter(school=school, state=State.OPEN, opens__lt=today, responsible__isnull=False)
    tasks = list(rows.select_related("duty", "school_class"))
    closed = [task for task in tasks if _closed(task, today)]
    names = ["state", "happened_on", "closed_at", "closed_by", "reason"]
    Task.objects.bulk_update(closed, names, batch_size=500)
    Proof.objects.bulk_create(proof for task in closed for proof in _proof(task))
    Change.objects.bulk_create(_change(task) for task in closed)
    return sum(task.state == State.DONE for task in closed)


def _closed(task: Task, today: date) -> bool:
    """Decide a task's fate from its name alone, so that the demo is the same every time."""
    fate = crc32(f"{task.duty.title} {task.target_key} {task.slot}".encode()) % 100
    quiet = task.school_class is not None and task.school_class.name == QUIET_CLASS
    if (quiet and task.due > today - timedelta(weeks=7)) or fate >= DONE + ASIDE:
        return False
    if task.due >= today and fate > DONE // 2:
        return False
    _close(task, State.DONE if fate < DONE else State.NOT_RELEVANT, min(task.due, today - timedelta(days=1)), fate)
    return True


def _close(task: Task, state: State, day: date, fate: int) -> None:
    day = max(task.opens, day - timedelta(days=fate % 3 if (day - task.opens).days > 3 else 0))  # noqa: PLR2004 - some slack
    task.state, task.happened_on = state, day if state == State.DONE else None
    task.closed_at = timezone.make_aware(datetime.combine(day, time(14, fate % 60)))
    task.closed_by_id = task.responsible_id
    task.reason = "" if state == State.DONE else "Klassen var på praksis denne uka."


def _proof(task: Task) -> Iterator[Proof]:
    fate = crc32(f"{task.target_key}{task.slot}".encode())
    wants = task.duty.evidence in {Evidence.NOTE, Evidence.MEETING, Evidence.ACTIVITY, Evidence.SURVEY}
    if task.state == State.DONE and (wants or fate % 5 == 0):
        at, who = _by_whom(task)
        text = NOTES[fate % len(NOTES)]
        yield Proof(task=task, kind=ProofKind.NOTE, text=text, added_at=at, added_by_id=who)


def _change(task: Task) -> Change:
    what = Happened.COMPLETED if task.state == State.DONE else Happened.NOT_RELEVANT
    at, who = _by_whom(task)
    return Change(task=task, at=at, by_id=who, what=what, reason=task.reason)


def _by_whom(task: Task) -> tuple[datetime, int]:
    """Give when and by whom a task was closed."""
    return cast("datetime", task.closed_at), cast("int", task.closed_by_id)
