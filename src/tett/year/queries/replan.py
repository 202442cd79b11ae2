"""What a change of the school calendar does to tasks that are laid out: worked out before anybody makes it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tett.access.rules import Actor
from tett.calendar.rules import Days
from tett.people.models import School
from tett.tasks.words import State
from tett.year.models import Unfolding
from tett.year.queries.inputs import Plan, plans_of, settings_of, stored_of
from tett.year.rules import (
    Cache,
    Difference,
    Expected,
    Key,
    Promise,
    Setting,
    Stored,
    difference,
    expected,
    lacks_duty,
    with_duties,
)


@dataclass(frozen=True)
class Line:
    """Tasks of one promise that the change touches; one of them tells from which day to which."""

    title: str
    number: int
    was: date | None = None
    now: date | None = None


@dataclass(frozen=True)
class Replan:
    """What a change of the calendar does to one school's open tasks, and nothing else that waits to be done there."""

    redated: tuple[Line, ...] = ()
    cancelled: tuple[Line, ...] = ()
    created: tuple[Line, ...] = ()
    #: Tasks that would have got other days, had nobody chosen theirs.
    kept: int = 0

    def __bool__(self) -> bool:
        return bool(self.redated or self.cancelled or self.created)


def laid_out(_actor: Actor, schools: Collection[int], starts_in: int) -> list[int]:
    """Give those of the schools whose year has been laid out, which follow the calendar (one query)."""
    rows = Unfolding.objects.filter(school__in=schools, starts_in=starts_in).order_by("school")
    return list(rows.values_list("school", flat=True).distinct())


def replans(actor: Actor, schools: Iterable[School], starts_in: int, days: Mapping[int, Days]) -> dict[int, Replan]:
    """Tell for each school what other days (by calendar) would do to its tasks; the same few queries for all.

    Whoever calls has asked who may. Schools without a plan or a calendar are missing: nothing there follows.
    """
    found = list(schools)
    ids = [school.pk for school in found]
    plans = {pk: _known_by_number(plan) for pk, plan in plans_of(actor, ids).items()}
    settings = settings_of(actor, found, plans, starts_in, Cache())
    stored = stored_of(actor, list(settings), starts_in)
    return {
        school.pk: _replan(settings[school.pk], days[school.calendar_id], stored[school.pk])
        for school in found
        if school.pk in settings and school.calendar_id is not None and school.calendar_id in days
    }


def _known_by_number(plan: Plan) -> Plan:
    """Let what has no duty yet have a number of its own below zero, which no stored duty has."""
    numbers = {promise.commitment: -promise.commitment for promise in lacks_duty(plan.promises)}
    return replace(plan, promises=with_duties(plan.promises, numbers))


def _replan(setting: Setting, days: Days, stored: Stored) -> Replan:
    other = replace(setting, times=replace(setting.times, days=days))
    wanted = expected(setting), expected(other)
    found = _Effect(
        {promise.duty: promise for promise in setting.promises if promise.duty},
        stored,
        difference(setting, wanted[0], stored),
        difference(other, wanted[1], stored),
    )
    return Replan(found.redated(), found.cancelled(), found.created(), _kept(stored, *wanted))


def _kept(stored: Stored, before: Expected, after: Expected) -> int:
    """Count the tasks whose day somebody has chosen, and that would have moved."""
    chosen = {key for key, kept in stored.rest.items() if kept.moved and kept.state == State.OPEN}
    if not chosen:
        return 0
    spans = [{row[:3]: row[3:5] for row in wanted.tasks if row[:3] in chosen} for wanted in (before, after)]
    return sum(1 for key in chosen if key in spans[0] and key in spans[1] and spans[0][key] != spans[1][key])


class _Effect:
    """What is done after the change and wouldn't have been done without it."""

    def __init__(self, by_duty: Mapping[int, Promise], stored: Stored, before: Difference, after: Difference) -> None:
        self.by_duty, self.stored, self.before, self.after = by_duty, stored, before, after

    def redated(self) -> tuple[Line, ...]:
        anyway = {(change.task_id, change.now[3:5]) for change in self.before.changes}
        return self._lines(
            (change.now[0], _day(change.was[4]), _day(change.now[4]))
            for change in self.after.changes
            if change.was[3:5] != change.now[3:5] and (change.task_id, change.now[3:5]) not in anyway
        )

    def cancelled(self) -> tuple[Line, ...]:
        gone = set(self.after.cancelled) - set(self.before.cancelled)
        return self._lines((key[0], _day(due), None) for task_id, key, due in self._tasks() if task_id in gone)

    def created(self) -> tuple[Line, ...]:
        anyway = {row[:3] for row in self.before.new}
        again = set(self.after.restored) - set(self.before.restored)
        new = [(row[0], None, _day(row[4])) for row in self.after.new if row[:3] not in anyway]
        return self._lines([*new, *((key[0], None, _day(due)) for pk, key, due in self._tasks() if pk in again)])

    def _tasks(self) -> Iterator[tuple[int, Key, str]]:
        yield from ((task_id, row[:3], row[4]) for row, task_id in self.stored.plain.items())
        yield from ((kept.task_id, key, kept.row[4]) for key, kept in self.stored.rest.items())

    def _lines(self, rows: Iterable[tuple[int, date | None, date | None]]) -> tuple[Line, ...]:
        """Gather by promise, in the order of the plan, each with its first task as an example."""
        found: dict[int, list[tuple[date | None, date | None]]] = defaultdict(list)
        for duty, was, now in rows:
            found[duty].append((was, now))
        order = [duty for duty in self.by_duty if duty in found]
        return tuple(Line(self.by_duty[duty].title, len(found[duty]), *min(found[duty], key=_when)) for duty in order)


def _when(days: tuple[date | None, date | None]) -> date:
    return days[0] or days[1] or date.max


def _day(text: str) -> date:
    return date.fromisoformat(text)
