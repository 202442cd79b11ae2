"""What one person has to do."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tett.access.rules import Actor
from tett.tasks.access import may_do_own, may_do_today
from tett.tasks.models import Task
from tett.tasks.queries.hand import Lent, handovers
from tett.tasks.queries.rows import PAGE, Fold, Row, folded, paged, say_day, told
from tett.tasks.rules import sunday_of
from tett.tasks.words import State, Time

#: How long what is done stays in sight.
LATELY = timedelta(days=14)
DONE_SHOWN = 10
CLOSED = (State.DONE, State.NOT_DONE, State.NOT_RELEVANT)


@dataclass(frozen=True)
class Part:
    """The tasks of one time, with its heading."""

    time: Time
    rows: tuple[Row, ...]

    @property
    def heading(self) -> str:
        """Give the heading in the reader's language."""
        return str(self.time.label)

    @property
    def late(self) -> bool:
        """Tell whether these should have been done."""
        return self.time == Time.LATE

    @property
    def waits(self) -> bool:
        """Tell whether these lie behind a fold."""
        return self.time == Time.LATER


@dataclass(frozen=True)
class MyTasks:
    """Everything somebody has to do, what they did lately, and what lies with others."""

    parts: tuple[Part, ...]
    done: tuple[Row, ...]
    given: tuple[Lent, ...]
    taken: tuple[Lent, ...]
    page: int
    more: bool

    @property
    def lead(self) -> str:
        """Say in a sentence how things are."""
        week, late = len(self.at(Time.THIS_WEEK)), len(self.at(Time.LATE))
        said = ngettext("Du har %(n)d ting å gjøre.", "Du har %(n)d ting å gjøre.", week) % {"n": week} if week else ""
        if late:
            behind = ngettext("%(n)d burde vært gjort.", "%(n)d burde vært gjort.", late) % {"n": late}
            return f"{said} {behind}".strip()
        return said or _("Ingenting som må gjøres denne uka.")

    @property
    def previous(self) -> int | None:
        """Give the number of the page before; the first one needs none."""
        return self.page - 1 if self.page > 2 else None  # noqa: PLR2004 - the second page leads back to the first

    @property
    def next(self) -> int:
        """Give the number of the page after."""
        return self.page + 1

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing at all, now or lately."""
        return not (self.parts or self.done or self.given or self.taken) and self.page == 1

    def at(self, wanted: Time) -> tuple[Row, ...]:
        """Give the lines of one time."""
        return next((part.rows for part in self.parts if part.time == wanted), ())


@dataclass(frozen=True)
class Day:
    """A day of the week, and how much is due on it."""

    day: date
    name: str
    number: int
    today: bool


@dataclass(frozen=True)
class Week:
    """This week for one person: what is late, what is due, and what is done already."""

    late: tuple[Row, ...]
    due: tuple[Row, ...]
    days: tuple[Day, ...]
    number_late: int
    number_due: int
    number_done: int


def my_tasks(actor: Actor, page: int = 1) -> MyTasks:
    """Give one page of what is open by when it is due, with what is done lately on the first (four queries)."""
    lent = handovers(actor)
    mine = _mine(actor, lent)
    start = (page - 1) * PAGE
    folds, more = paged(folded(mine.filter(state=State.OPEN), ["due"], start, start + PAGE + 1))
    lately = _done_lately(actor, mine) if page == 1 else []
    rows = told(actor, [*folds, *lately])
    open_rows = rows[: len(folds)]
    return MyTasks(
        parts=tuple(Part(when, tuple(found)) for when, found in groupby(open_rows, key=lambda row: row.time)),
        done=rows[len(folds) :],
        given=tuple(one for one in lent if one.mine),
        taken=tuple(one for one in lent if not one.mine),
        page=page,
        more=more,
    )


def my_week(actor: Actor, limit: int = PAGE) -> Week:
    """Give this week as a front page shows it (three queries, four when nothing is left), ``limit`` lines at most."""
    mine, sunday = _mine(actor, handovers(actor)), sunday_of(actor.day)
    monday = sunday - timedelta(days=6)
    now = mine.filter(state=State.OPEN, due__lte=sunday)
    rows = told(actor, folded(now, ["due"], 0, limit))
    due = tuple(row for row in rows if row.time == Time.THIS_WEEK)
    late = tuple(row for row in rows if row.late)
    # Only who has nothing left is told what is done.
    done = 0 if rows else mine.filter(state=State.DONE, closed_at__gte=_midnight(monday)).count()
    return Week(late, due, _days(actor, monday, due), _in_all(late), _in_all(due), done)


def _in_all(rows: tuple[Row, ...]) -> int:
    return sum(row.number for row in rows)


def _mine(actor: Actor, lent: tuple[Lent, ...]) -> "QuerySet[Task]":
    """Give what the actor should do: own tasks that lie with nobody else, and those taken over."""
    # Most days nothing is handed over, and then the short rule gives the same rows for a third of the work.
    if not any(one.begun for one in lent):
        return may_do_own.filter(actor, Task.objects.all())
    # The rule alone decides; the givers are named so that the database starts from the few tasks of few persons.
    holders = {actor.person_id, *(one.giver_id for one in lent)}
    return may_do_today.filter(actor, Task.objects.filter(responsible__in=holders))


def _done_lately(actor: Actor, mine: "QuerySet[Task]") -> list[Fold]:
    lately = mine.filter(state__in=CLOSED, closed_at__gte=actor.now - LATELY)
    return folded(lately, ["-closed_at"], 0, DONE_SHOWN, "closed_at")


def _days(actor: Actor, monday: date, rows: tuple[Row, ...]) -> tuple[Day, ...]:
    days = [monday + timedelta(days=n) for n in range(5)]
    return tuple(Day(d, say_day(d), sum(r.number for r in rows if r.due == d), d == actor.day) for d in days)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
