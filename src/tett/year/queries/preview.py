"""What will happen when the year is laid out, told so that a principal can say yes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.access.words import Group, Role
from tett.calendar.rules import school_year_name, school_year_of
from tett.calendar.words import Standing
from tett.people.models import Department, Person, School
from tett.people.rules.standing import Roster
from tett.tasks.models import Duty
from tett.tasks.words import State
from tett.year.models import Unfolding
from tett.year.queries.forecast import Forecast, forecast, plan_to_lay_out
from tett.year.queries.schools import last_unfolding
from tett.year.queries.telling import NOBODY_IN_PARTICULAR, say_bearer, say_when, say_whom
from tett.year.rules import Promise, Wanted, reads_plan, unfolds
from tett.year.words import NO_CALENDAR, WHY, Unfolds

#: Kinds that give no tasks, in the order they are told; what lacks a time comes first, since it can be mended.
SILENT = (Unfolds.NO_TIME, Unfolds.WITH_READING, Unfolds.SHOWN_ON_ROLE, Unfolds.BY_SYSTEM)


@dataclass(frozen=True)
class Made:
    """New tasks of one promise."""

    code: str
    title: str
    bearer: str
    when: str
    whom: str
    number: int
    first: date


@dataclass(frozen=True)
class Moved:
    """Open tasks that go from one person to another."""

    where: str
    was: str
    now: str
    number: int


@dataclass(frozen=True)
class Redated:
    """Open tasks of one promise that get other days."""

    title: str
    number: int


@dataclass(frozen=True)
class Called:
    """Open tasks of one promise that are called off, and why; restored ones have no reason."""

    title: str
    number: int
    why: str


@dataclass(frozen=True)
class Hole:
    """A role that nobody holds where tasks need it, and who stands in meanwhile (nobody: empty)."""

    sentence: str
    leader: str
    number: int
    since: date


@dataclass(frozen=True)
class Silent:
    """Promises that give no tasks, and why."""

    kind: Unfolds
    why: str
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Preview:
    """Everything that laying out would do."""

    school: School
    year: str
    draft: bool
    edition: int | None = None
    #: Why the year can't be laid out yet, when it can't.
    missing: str = ""
    #: The dates of the school calendar are a proposal.
    proposed: bool = False
    last: Unfolding | None = None
    made: tuple[Made, ...] = ()
    moved: tuple[Moved, ...] = ()
    redated: tuple[Redated, ...] = ()
    restored: tuple[Called, ...] = ()
    cancelled: tuple[Called, ...] = ()
    holes: tuple[Hole, ...] = ()
    silent: tuple[Silent, ...] = ()

    @property
    def number_made(self) -> int:
        """Count the new tasks."""
        return sum(row.number for row in self.made)

    @property
    def number_changed(self) -> int:
        """Count what gets another person or day, or is opened again."""
        kinds = (self.moved, self.redated, self.restored)
        return sum(row.number for rows in kinds for row in rows)

    @property
    def number_cancelled(self) -> int:
        """Count what is called off."""
        return sum(row.number for row in self.cancelled)

    @property
    def changes(self) -> bool:
        """Tell whether laying out would do anything."""
        return bool(self.number_made or self.number_changed or self.number_cancelled)


def preview(actor: Actor, school: School, *, draft: bool = False) -> Preview | None:
    """Tell what laying out would do at a school that somebody leads; None when there is no such plan."""
    plan = plan_to_lay_out(actor, school, draft=draft)
    year = school_year_name(school_year_of(actor.day))
    last = last_unfolding(actor, school)
    if plan is None:
        return None
    found = forecast(actor, school, plan)
    if found is None:
        return Preview(school, year, draft, plan.number, missing=NO_CALENDAR.format(year=year), last=last)
    return _Telling(actor, found).tell(Preview(school, year, draft, plan.number, last=last))


class _Telling:
    """Turns a comparison of rows into sentences with names."""

    def __init__(self, actor: Actor, found: Forecast) -> None:
        self.actor, self.forecast = actor, found
        self.roster: Roster = found.setting.roster
        self.difference = found.found
        self.lacking = [row for row in found.wanted.tasks if _lacks(row) and self._counts(row)]
        self.people = _people(actor, self._mentioned())
        self.departments = dict(Department.objects.filter(school=self.roster.school_id).values_list("pk", "name"))

    def tell(self, preview: Preview) -> Preview:
        """Fill in everything."""
        return Preview(
            preview.school, preview.year, preview.draft, preview.edition, last=preview.last,
            proposed=self.forecast.setting.times.days.standing == Standing.PROPOSED,
            made=self._made(), moved=self._moved(), redated=self._redated(), restored=self._restored(),
            cancelled=self._cancelled(), holes=self._holes(), silent=self._silent(),
        )  # fmt: skip

    # -- what is new -----------------------------------------------------------------------------------------------

    def _made(self) -> tuple[Made, ...]:
        by_duty: dict[int, list[Wanted]] = defaultdict(list)
        for row in self.difference.new:
            by_duty[row[0]].append(row)
        order = [duty for duty in self.forecast.by_duty if duty in by_duty]
        return tuple(self._of(self.forecast.by_duty[duty], by_duty[duty]) for duty in order)

    def _of(self, promise: Promise, rows: Sequence[Wanted]) -> Made:
        return Made(
            code=promise.code,
            title=promise.title,
            bearer=say_bearer(promise),
            when=say_when(promise),
            whom=say_whom({row[1] for row in rows}),
            number=len(rows),
            first=date.fromisoformat(min(row[3] for row in rows)),
        )

    # -- what changes ----------------------------------------------------------------------------------------------

    def _moved(self) -> tuple[Moved, ...]:
        found: dict[tuple[str, str, str], int] = defaultdict(int)
        for _task, was, now, _given in self.difference.changes:
            if was[5] != now[5]:
                found[self._place(now), self._name(was[5]), self._name(now[5])] += 1
        return tuple(Moved(*key, number) for key, number in sorted(found.items()))

    def _redated(self) -> tuple[Redated, ...]:
        found: dict[str, int] = defaultdict(int)
        for _task, was, now, _given in self.difference.changes:
            if was[3:5] != now[3:5] and was[5] == now[5]:
                found[self.forecast.by_duty[now[0]].title] += 1
        return tuple(Redated(title, number) for title, number in found.items())

    def _restored(self) -> tuple[Called, ...]:
        changed = {change.task_id for change in self.difference.changes if change.was[5] != change.now[5]}
        found: dict[str, int] = defaultdict(int)
        for kept in self.forecast.stored.rest.values():
            if kept.task_id in self.difference.restored and kept.task_id not in changed:
                found[self.forecast.by_duty[kept.row[0]].title] += 1
        return tuple(Called(title, number, "") for title, number in found.items())

    def _cancelled(self) -> tuple[Called, ...]:
        if not self.difference.cancelled:
            return ()
        duty_of = {task_id: row[0] for row, task_id in self.forecast.stored.plain.items()}
        duty_of |= {kept.task_id: kept.row[0] for kept in self.forecast.stored.rest.values()}
        titles = dict(Duty.objects.filter(pk__in=set(duty_of.values())).values_list("pk", "title"))
        found: dict[tuple[str, str], int] = defaultdict(int)
        for task_id, why in self.difference.cancelled.items():
            found[titles[duty_of[task_id]], str(why.label)] += 1
        return tuple(Called(title, number, why) for (title, why), number in sorted(found.items()))

    # -- who is missing --------------------------------------------------------------------------------------------

    def _counts(self, row: Wanted) -> bool:
        """Leave out what has passed, is closed, or has been given to somebody."""
        kept = self.forecast.stored.rest.get(row[:3])
        settled = kept is not None and (kept.given or kept.state not in {State.OPEN, State.CANCELLED})
        return not settled and row[4] >= self.forecast.setting.today.isoformat()

    def _holes(self) -> tuple[Hole, ...]:
        found: dict[str, list[Wanted]] = defaultdict(list)
        for row in self.lacking:
            found[self._lack(row)].append(row)
        rows = [self._hole(sentence, own) for sentence, own in found.items()]
        return tuple(sorted(rows, key=lambda hole: (bool(hole.leader), -hole.number, hole.sentence)))

    def _hole(self, sentence: str, own: Sequence[Wanted]) -> Hole:
        names = sorted({self._name(row[5]) for row in own} - {""})
        return Hole(sentence, ", ".join(names), len(own), date.fromisoformat(min(row[3] for row in own)))

    def _lack(self, row: Wanted) -> str:
        promise = self.forecast.by_duty[row[0]]
        if not promise.bearer:
            return _("Planen sier ikke hvem")
        if promise.bearer == Group.TEACHERS and row[8]:
            return self._misses(row, Role.CONTACT_TEACHER.label)
        if promise.bearer in NOBODY_IN_PARTICULAR:
            return _("Planen gir «%(group)s» ansvaret, og ingen bestemt") % {"group": say_bearer(promise)}
        return self._misses(row, say_bearer(promise))

    def _misses(self, row: Wanted, role: object) -> str:
        return _("%(where)s mangler %(role)s") % {"where": capfirst(self._place(row)), "role": role}

    # -- what gives no tasks ---------------------------------------------------------------------------------------

    def _silent(self) -> tuple[Silent, ...]:
        promises = self.forecast.plan.promises
        has_reading = any(reads_plan(promise) for promise in promises)
        kinds: dict[Unfolds, list[Promise]] = defaultdict(list)
        for promise in promises:
            kinds[unfolds(promise, has_reading=has_reading)].append(promise)
        return tuple(Silent(kind, str(WHY[kind]), tuple(kinds[kind])) for kind in SILENT if kinds[kind])

    # -- names -----------------------------------------------------------------------------------------------------

    def _mentioned(self) -> set[int]:
        moved = {pk for c in self.difference.changes if c.was[5] != c.now[5] for pk in (c.was[5], c.now[5]) if pk}
        return moved | {row[5] for row in self.lacking if row[5]}

    def _name(self, person: int | None) -> str:
        return self.people.get(person, "") if person else ""

    def _place(self, row: Wanted) -> str:
        _duty, _key, _slot, _opens, _due, _person, _stands_in, department, school_class = row
        if school_class in self.roster.class_by_id:
            return self.roster.class_by_id[school_class].name
        return self.departments.get(department, "") if department else _("skolen")


def _lacks(row: Wanted) -> bool:
    return bool(row[6]) or row[5] is None


def _people(_actor: Actor, ids: Iterable[int]) -> Mapping[int, str]:
    return {person.pk: person.name for person in Person.objects.filter(pk__in=set(ids))}
