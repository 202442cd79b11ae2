"""One task with everything about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.people.models import Person
from tett.tasks.access import may_do_task, may_reassign, may_see_proof, may_see_task, may_settle_task, running
from tett.tasks.models import Change, Draft, Proof, Task
from tett.tasks.queries.rows import Row, say_day, told_as
from tett.tasks.words import Evidence, Happened, ProofKind, State

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations  # a tool of the checker, not of the running house


YES, NO = Value(value=True), Value(value=False)


class _Rights(TypedDict):
    """What is read with each task."""

    may_do: bool
    may_give: bool
    draft_text: str | None
    taken_by: int | None


class Mode(StrEnum):
    """How several are completed at once."""

    #: Tick those who were not there; everybody else is done.
    ALL_BUT = "all_but"
    #: Tick those who are done: talks are held one by one.
    SOME = "some"
    #: This one is done; tick the others it was done for too.
    ALSO = "also"


@dataclass(frozen=True)
class Choice:
    """One of those whom the same thing is to be done for."""

    task: Task
    name: str


@dataclass(frozen=True)
class Group:
    """Those whom the same thing is to be done for, and how they are ticked."""

    mode: Mode
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Line:
    """A line of the history, written out."""

    at: str
    what: str
    who: str
    reason: str


@dataclass(frozen=True)
class Shown:
    """A note, link or file, written out."""

    public_id: str
    kind: ProofKind
    text: str
    name: str
    size: str
    who: str
    at: str


@dataclass(frozen=True)
class TaskPage:
    """A task as one page shows it."""

    task: Task
    row: Row
    who: str
    taker: str
    opens: str
    not_open_yet: bool
    closed: str
    draft: str
    may_do: bool
    may_settle: bool
    may_reassign: bool
    group: Group | None
    history: tuple[Line, ...]
    proofs: tuple[Shown, ...]
    #: The page is about this one only, though there are others alike.
    alone: bool

    @property
    def tasks(self) -> list[Task]:
        """Give what the page is about: the whole group, or the one."""
        return [choice.task for choice in self.group.choices] if self.group and self.together else [self.task]

    @property
    def together(self) -> bool:
        """Tell whether the page is about several at once."""
        return self.group is not None and self.group.mode != Mode.ALSO

    @property
    def suffix(self) -> str:
        """Give what forms and links add to the address to stay with this one only."""
        return "?bare=1" if self.alone else ""

    @property
    def needs_note(self) -> bool:
        """Tell whether a sentence must be written."""
        return self.task.duty.evidence == Evidence.NOTE

    @property
    def needs_file(self) -> bool:
        """Tell whether a link or a file must be given."""
        return self.task.duty.evidence == Evidence.FILE

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done."""
        return self.task.state == State.OPEN


def task_page(actor: Actor, public_id: str, *, alone: bool = False) -> TaskPage | None:
    """Give a task that the actor may see with its history and proofs (at most six queries), or None.

    It comes with those whom the same thing is to be done for, unless it is asked for ``alone``.
    """
    task = _seen(actor).filter(public_id=public_id).first()
    return _page(actor, task, alone=alone) if task else None


def unfinished_siblings(actor: Actor, task: Task) -> "QuerySet[Task]":
    """Give what else is open of the same duty, occurrence and responsible person; students by their class."""
    rows = Task.objects.filter(
        duty=task.duty_id, slot=task.slot, responsible=task.responsible_id, state=State.OPEN
    ).exclude(pk=task.pk)
    rows = rows.filter(school_class=task.school_class_id) if task.student_id else rows.filter(student=None)
    rows = rows.filter(staff__isnull=not task.staff_id)
    found = may_do_task.filter(actor, rows).select_related("student", "staff", "school_class", "department")
    return found.order_by("student__sort_key", "staff__sort_key", "school_class__name", "pk")


def closed_together(actor: Actor, task: Task) -> "QuerySet[Task]":
    """Give the tasks that were closed in the same act as this one, with it."""
    rows = Task.objects.filter(duty=task.duty_id, slot=task.slot, state=task.state)
    same = rows.filter(closed_at=task.closed_at, closed_by=task.closed_by_id)
    return may_settle_task.filter(actor, same)


def proof_to_serve(actor: Actor, public_id: str) -> Proof | None:
    """Give a file that the actor may open, or None."""
    return may_see_proof.filter(actor, Proof.objects.filter(public_id=public_id, kind=ProofKind.FILE)).first()


def _seen(actor: Actor) -> "QuerySet[WithAnnotations[Task, _Rights]]":
    """Give the tasks that may be seen, each with what may be done with it."""
    draft = Draft.objects.filter(task=OuterRef("pk"), person=actor.person_id).values("text")
    covering = running(actor).filter(Q(task=None) | Q(task=OuterRef("pk")), giver=OuterRef("responsible"))
    rows = may_see_task.filter(actor, Task.objects.all()).annotate(
        may_do=Case(When(may_do_task.rows(actor), then=YES), default=NO),
        may_give=Case(When(may_reassign.rows(actor), then=YES), default=NO),
        draft_text=Subquery(draft[:1]),
        taken_by=Subquery(covering.filter(school=OuterRef("school")).values("taker")[:1]),
    )
    return rows.select_related(
        "duty", "school", "school_class", "department", "student", "staff", "responsible", "closed_by"
    )


def _page(actor: Actor, task: "WithAnnotations[Task, _Rights]", *, alone: bool) -> TaskPage:
    group = _group(actor, task) if task.may_do and task.state == State.OPEN and not alone else None
    proofs = list(Proof.objects.filter(task=task).select_related("added_by").order_by("pk"))
    history = list(Change.objects.filter(task=task).select_related("by").order_by("pk"))
    names = _names(task.taken_by, history)
    return TaskPage(
        task=task,
        row=told_as(actor, task, _number(group)),
        who=task.responsible.name if task.responsible else "",
        taker=names.get(task.taken_by, ""),
        opens=say_day(task.opens),
        not_open_yet=task.opens > actor.day,
        closed=_closed(task),
        draft=task.draft_text or "",
        may_do=task.may_do,
        may_settle=task.may_do or task.may_give,
        may_reassign=task.may_give,
        group=group,
        history=tuple(_line(change, names) for change in history),
        proofs=tuple(_shown(proof) for proof in proofs),
        alone=alone,
    )


def _number(group: Group | None) -> int:
    return len(group.choices) if group and group.mode != Mode.ALSO else 1


def _group(actor: Actor, task: Task) -> Group | None:
    others = list(unfinished_siblings(actor, task))
    if not others:
        return None
    mode = _mode(task)
    rows = others if mode == Mode.ALSO else sorted([task, *others], key=_sort_key)
    return Group(mode, tuple(Choice(row, _target(row)) for row in rows))


def _mode(task: Task) -> Mode:
    if not (task.student_id or task.staff_id):
        return Mode.ALSO
    return Mode.SOME if task.duty.evidence == Evidence.TALK else Mode.ALL_BUT


def _sort_key(task: Task) -> str:
    person = task.student or task.staff
    return person.sort_key if person else ""


def _target(task: Task) -> str:
    return str(task.student or task.staff or task.school_class or task.department or "")


def _names(taker: int | None, history: Sequence[Change]) -> dict[object, str]:
    """Give names by id, read only when somebody is mentioned (at most one query)."""
    public = {key for change in history if change.what in _ABOUT_PERSONS for key in (change.before, change.after)}
    if not public - {""} and taker is None:
        return {}
    people = list(Person.objects.filter(Q(pk=taker) | Q(public_id__in=public)))
    return {person.public_id: person.name for person in people} | {person.pk: person.name for person in people}


_ABOUT_PERSONS = (Happened.GIVEN, Happened.HANDED_OVER, Happened.HANDED_BACK)


def _line(change: Change, names: dict[object, str]) -> Line:
    after = names.get(change.after, change.after)
    tellers = {
        Happened.COMPLETED: lambda: _("Gjort %(day)s") % {"day": _day_in(change.after)},
        Happened.MOVED: lambda: (
            _("Flyttet fra %(before)s til %(after)s")
            % {"before": _day_in(change.before), "after": _day_in(change.after)}
        ),
        Happened.GIVEN: lambda: _("Gitt til %(name)s") % {"name": after},
        Happened.HANDED_OVER: lambda: _("Overlatt til %(name)s for en periode") % {"name": after},
    }
    tell = tellers.get(Happened(change.what))
    what = tell() if tell and change.after else str(Happened(change.what).label).capitalize()
    return Line(_moment(change.at), what, change.by.name if change.by else "", change.reason)


def _day_in(stored: str) -> str:
    try:
        return say_day(date.fromisoformat(stored))
    except ValueError:
        return stored


def _moment(at: datetime) -> str:
    local = timezone.localtime(at)
    return _("%(day)s kl. %(time)s") % {"day": say_day(local.date()), "time": f"{local:%H.%M}"}


def _closed(task: Task) -> str:
    if task.closed_at is None:
        return ""
    return _("Skrevet inn %(at)s av %(name)s") % {
        "at": _moment(task.closed_at),
        "name": task.closed_by.name if task.closed_by else _("Tett"),
    }


def _shown(proof: Proof) -> Shown:
    size = f"{max(1, proof.size // 1024)} kB" if proof.kind == ProofKind.FILE else ""
    return Shown(
        proof.public_id,
        ProofKind(proof.kind),
        proof.text,
        proof.name,
        size,
        proof.added_by.name,
        _moment(proof.added_at),
    )
