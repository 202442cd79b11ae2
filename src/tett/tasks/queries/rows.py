"""Tasks as lines of a list: alike ones folded into one line, everything written out once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Case, Count, F, Min, QuerySet, Value, When
from django.urls import reverse
from django.utils import formats, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from tett.access.rules import Actor
from tett.tasks.access import may_see_task
from tett.tasks.models import Task
from tett.tasks.rules import time_of
from tett.tasks.words import NEEDS_WRITING, Evidence, State, Time

#: Lines on one page.
PAGE = 50
ANYBODY = "0"


@dataclass(frozen=True, slots=True)
class Row:
    """A line: one task, or several alike for different persons."""

    public_id: str
    address: str
    title: str
    whom: str
    when: str
    time: Time
    state: State
    number: int
    #: One tap completes it: nothing needs to be written, and its window is open.
    one_tap: bool
    #: What the button says.
    act: str
    #: Why it is here, when it isn't simply one's own ("for Kari", "ingen har rollen").
    why: str
    who: str
    who_id: str
    #: Nobody holds the role that should have done it.
    hole: bool
    due: date

    @property
    def late(self) -> bool:
        """Tell whether it should have been done."""
        return self.state == State.OPEN and self.time == Time.LATE

    @property
    def shown_state(self) -> str:
        """Give the state as it is drawn: late and unheld are told apart from merely open."""
        if self.state != State.OPEN:
            return self.state.value
        return "hole" if self.hole else "late" if self.late else self.state.value


class Fold(NamedTuple):
    """Tasks that are alike: the first of them, and how many."""

    first: int
    number: int


class _Told(NamedTuple):
    """The columns a line is made of."""

    pk: int
    public_id: str
    title: str
    evidence: str
    state: str
    opens: date
    due: date
    happened_on: date | None
    stands_in: bool
    responsible: int | None
    who_id: str | None
    who_given: str | None
    who_preferred: str | None
    who_family: str | None
    class_name: str | None
    department: str | None
    student_given: str | None
    student_preferred: str | None
    student_family: str | None
    staff: int | None
    staff_given: str | None
    staff_preferred: str | None
    staff_family: str | None


_PERSON = ("given_name", "preferred_name", "family_name")
_COLUMNS = (
    "pk",
    "public_id",
    "duty__title",
    "duty__evidence",
    "state",
    "opens",
    "due",
    "happened_on",
    "stands_in",
    "responsible_id",
    "responsible__public_id",
    *(f"responsible__{column}" for column in _PERSON),
    "school_class__name",
    "department__name",
    *(f"student__{column}" for column in _PERSON),
    "staff_id",
    *(f"staff__{column}" for column in _PERSON),
)
_ALIKE = ("duty_id", "slot", "due", "state", "responsible_id", "school_class_id")


def folded(tasks: "QuerySet[Task]", order: Sequence[str], start: int, stop: int, *more: str) -> list[Fold]:
    """Fold what is alike but for the person it is about, in the given order; give lines ``start`` to ``stop``."""
    alone = Case(When(student=None, staff=None, then=F("pk")), default=Value(0))
    alike = tasks.order_by().annotate(alone=alone).values(*_ALIKE, "alone", *more)
    lines = alike.annotate(first=Min("pk"), number=Count("pk")).order_by(*order, "first")
    return [Fold(first, number) for first, number in lines.values_list("first", "number")[start:stop]]


def told(actor: Actor, folds: Sequence[Fold]) -> tuple[Row, ...]:
    """Write the lines out (one query)."""
    keys = [fold.first for fold in folds]
    found = {row[0]: _Told(*row) for row in Task.objects.filter(pk__in=keys).values_list(*_COLUMNS)}
    pattern = reverse("tasks:task", args=[ANYBODY])
    return tuple(_row(actor, found[f.first], f.number, pattern) for f in folds if f.first in found)


def told_as(actor: Actor, task: Task, number: int = 1) -> Row:
    """Give one task as a line of a list, standing for so many alike (one query)."""
    return told(actor, [Fold(task.pk, number)])[0]


def row_of(actor: Actor, public_id: str) -> Row | None:
    """Give one task that the actor may see as a line of a list (two queries), or None."""
    key = may_see_task.filter(actor, Task.objects.filter(public_id=public_id)).values_list("pk", flat=True).first()
    return told(actor, [Fold(key, 1)])[0] if key else None


def _row(actor: Actor, told_: _Told, number: int, pattern: str) -> Row:
    state, time = State(told_.state), time_of(told_.due, actor.day)
    return Row(
        public_id=told_.public_id,
        address=pattern.replace(ANYBODY, told_.public_id),
        title=told_.title,
        whom="" if number == 1 and told_.staff == actor.person_id else _whom(told_, number),
        when=say_when(told_.due, actor.day, state, told_.happened_on),
        time=time,
        state=state,
        number=number,
        one_tap=number == 1 and told_.evidence not in NEEDS_WRITING and told_.opens <= actor.day,
        act=_act(told_, number),
        why=_why(actor, told_),
        who=_name(told_.who_given, told_.who_preferred, told_.who_family),
        who_id=told_.who_id or "",
        hole=told_.stands_in or told_.responsible is None,
        due=told_.due,
    )


def _whom(told_: _Told, number: int) -> str:
    if number > 1:
        return _many(told_, number)
    student = _name(told_.student_given, told_.student_preferred, told_.student_family)
    staff = _name(told_.staff_given, told_.staff_preferred, told_.staff_family)
    parts = (student or staff, told_.class_name) if student else (staff or told_.class_name or told_.department,)
    return ", ".join(part for part in parts if part)


def _many(told_: _Told, number: int) -> str:
    if told_.student_given is None:
        return ngettext("%(n)d ansatt", "%(n)d ansatte", number) % {"n": number}
    students = ngettext("%(n)d elev", "%(n)d elever", number) % {"n": number}
    return (
        _("%(students)s i %(class)s") % {"students": students, "class": told_.class_name}
        if told_.class_name
        else students
    )


def _name(given: str | None, preferred: str | None, family: str | None) -> str:
    return f"{preferred or given} {family}" if given else ""


def _act(told_: _Told, number: int) -> str:
    if number > 1:
        return _("Velg hvem")
    if told_.evidence == Evidence.READING:
        return _("Jeg har lest")
    return _("Skriv inn") if told_.evidence in NEEDS_WRITING else _("Gjort")


def _why(actor: Actor, told_: _Told) -> str:
    if told_.responsible == actor.person_id:
        return _("Ingen har rollen som skulle gjort dette, så det ligger hos deg.") if told_.stands_in else ""
    name = _name(told_.who_given, told_.who_preferred, told_.who_family)
    return _("Du passer på denne for %(name)s.") % {"name": name} if name else ""


def say_when(due: date, day: date, state: State, happened_on: date | None) -> str:
    """Say by when, or when it happened, as it stands alone."""
    if state != State.OPEN:
        return _("gjort %(day)s") % {"day": say_day(happened_on)} if happened_on else str(state.label)
    if due == day:
        return _("i dag")
    return _("innen %(day)s") % {"day": say_day(due)}


def say_day(day: date | None) -> str:
    """Write a day as the reader says it: "mandag 14. september", "Monday 14 September"."""
    return _said(day, translation.get_language() or "") if day else ""


@lru_cache(maxsize=2048)
def _said(day: date, _language: str) -> str:
    return formats.date_format(day, pgettext("datoformat", "l j. F"))


def paged(rows: Iterable[Any], size: int = PAGE) -> tuple[list[Any], bool]:
    """Cut a list that was read one too long, and tell whether there was more."""
    found = list(rows)
    return found[:size], len(found) > size
