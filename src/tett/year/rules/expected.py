"""All tasks that a school's year should have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tett.calendar.rules import Days
from tett.calendar.words import Level, Rhythm
from tett.people.rules.standing import ClassRow, Roster
from tett.people.words import Lodging
from tett.plan.words import Audience
from tett.year.rules import stays
from tett.year.rules.holders import Holders
from tett.year.rules.promises import Promise, reads_plan, unfolds
from tett.year.rules.stays import People, Stay, Together
from tett.year.rules.times import Span, Times
from tett.year.words import Unfolds

#: A task as it should be: duty, target, slot, opens, due, responsible, stands in, department, class. Plain, since there
#: are a million of them in a country, and compared with what is stored column by column.
Wanted = tuple[int, str, str, str, str, int | None, bool, int | None, int | None]
Key = tuple[int, str, str]


class Whom(NamedTuple):
    """A target that is there all year."""

    key: str
    department_id: int | None
    class_id: int | None
    level: Level | None


@dataclass(frozen=True)
class Setting:
    """All that decides what a school's year is like on a day."""

    promises: tuple[Promise, ...]
    times: Times
    roster: Roster
    today: date
    #: The day the school's year was first laid out; who came before it has been met already.
    begun: date


@dataclass
class Expected:
    """What should be there."""

    tasks: list[Wanted] = field(default_factory=list)
    #: Done by the system itself.
    seen: list[Wanted] = field(default_factory=list)
    #: Owed to somebody who came late, so made even if the days have passed before anybody told Tett.
    owed: set[Key] = field(default_factory=set)
    #: The duties that give tasks this year, if there is anybody to give them for.
    duties: set[int] = field(default_factory=set)
    #: The person that a target is.
    students: dict[str, int] = field(default_factory=dict)
    staff: dict[str, int] = field(default_factory=dict)


def expected(setting: Setting) -> Expected:
    """Work out every task of the year (``Promise.duty`` must be set for those that unfold)."""
    return _Laying(setting).lay()


class _Laying:
    """One school's year being laid out."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.times, self.roster, self.today = setting.times, setting.roster, setting.today
        self.days: Days = setting.times.days
        self.holders = Holders(self.roster, self.today)
        self.found = Expected()

    def lay(self) -> Expected:
        """Lay out every promise that gives tasks."""
        has_reading = any(reads_plan(promise) for promise in self.setting.promises)
        for promise in self.setting.promises:
            what = unfolds(promise, has_reading=has_reading)
            if what == Unfolds.BY_SYSTEM:
                self._see(promise)
            elif what == Unfolds.TASKS:
                self._unfold(promise)
        return self.found

    def _see(self, promise: Promise) -> None:
        self.found.duties.add(promise.duty or 0)
        for span in self.times.spans(promise, None):
            self.found.seen.append(
                (
                    promise.duty or 0,
                    self._school.key,
                    span.slot,
                    span.opens_text,
                    span.due_text,
                    None,
                    False,
                    None,
                    None,
                )
            )

    def _unfold(self, promise: Promise) -> None:
        self.found.duties.add(promise.duty or 0)
        if promise.standing and promise.of_staff:
            self._for_people(promise, self._teachers if promise.of_teachers else self._staff)
        elif promise.audience == Audience.NEW_STAFF:
            self._for_arrivals(promise, self._staff)
        elif promise.audience == Audience.STUDENT:
            self._for_people(promise, self._students_of(promise.levels))
        elif promise.audience in {Audience.STAFF, Audience.TEACHER}:
            self._for_people(promise, self._teachers if promise.audience == Audience.TEACHER else self._staff)
        else:
            for whom in self._targets(promise):
                self._for_target(promise, whom)

    # -- the school, its departments and its classes ---------------------------------------------------------------

    def _targets(self, promise: Promise) -> Iterator[Whom]:
        if promise.audience == Audience.BOARDERS:
            yield from [self._school] if any(r.lodging != Lodging.HOME for r in self.roster.enrolments) else []
        elif promise.audience == Audience.SCHOOL:
            yield self._school._replace(level=Level(promise.levels[0]) if len(promise.levels) == 1 else None)
        elif promise.audience == Audience.DEPARTMENT:
            with_classes = dict.fromkeys(row.department_id for row in self._classes(promise.levels))
            yield from (Whom(f"department:{pk}", pk, None, None) for pk in with_classes)
        else:
            yield from (
                Whom(f"class:{row.id}", row.department_id, row.id, Level(row.level))
                for row in self._classes(promise.levels)
            )

    def _for_target(self, promise: Promise, whom: Whom) -> None:
        duty, (key, department, school_class, level) = promise.duty or 0, whom
        for day, spans in self.holders.runs(promise.bearers, self.times.spans(promise, level)):
            person, stands_in = self.holders.holder(promise.bearers, day, school_class, department)
            self.found.tasks += [
                (duty, key, slot, opens, due, person, stands_in, department, school_class)
                for slot, _, _, opens, due in spans
            ]

    # -- each student, each member of staff ------------------------------------------------------------------------

    def _for_people(self, promise: Promise, people: People) -> None:
        """Give each person their own: those who are there all year alike, the others one by one."""
        for group in people.together:
            spans = self.times.spans(promise, self._level(group.class_id))
            first = spans[0].opens if spans else self.days.start
            alike, others = group.throughout(first, self.days.last_day)
            self._for_alike(promise, alike, group, spans)
            for stay in others:
                self._for_somebody(promise, stay)
        for stay in people.moved:
            self._for_somebody(promise, stay)

    def _for_alike(self, promise: Promise, alike: Sequence[Stay], group: Together, spans: Sequence[Span]) -> None:
        duty, department, school_class = promise.duty or 0, group.department_id, group.class_id
        if promise.own:
            self.found.tasks += [
                (duty, stay.key, slot, opens, due, stay.person_id, False, department, school_class)
                for stay in alike
                for slot, _, _, opens, due in spans
            ]
            return
        for day, run in self.holders.runs(promise.bearers, spans):
            holder, stands_in = self.holders.holder(promise.bearers, day, school_class, department)
            self.found.tasks += [
                (duty, stay.key, slot, opens, due, holder, stands_in, department, school_class)
                for stay in alike
                for slot, _, _, opens, due in run
            ]

    def _for_somebody(self, promise: Promise, stay: Stay) -> None:
        if promise.schedule.rhythm == Rhythm.ON_ARRIVAL:
            self._for_arrivals(promise, [stay])
            return
        level = self._level(stay.at(max(stay.begins, self.today)).class_id)
        for span in self.times.spans(promise, level):
            own = self._as_met(promise, stay, span)
            if own is not None:
                self._for_one(promise, stay, own)

    def _as_met(self, promise: Promise, stay: Stay, span: Span) -> Span | None:
        """Give an occurrence as somebody meets it who may have come late, left, or been away; None if they don't."""
        if stay.begins > span.opens:
            late = self.times.arrival(stay.begins, span.slot) if promise.made_up_for else None
            if late is not None:
                self._owe(promise, stay, span.slot)
                return Span.of(span.slot, late.opens, max(late.due, span.due))
            opens = self.days.school_day_from(stay.begins)
            if opens is None or opens > span.due:
                return None
            span = Span.of(span.slot, opens, span.due)
        return span

    def _for_one(self, promise: Promise, stay: Stay, span: Span) -> None:
        day = max(span.opens, self.today)
        if not stay.between(day, max(span.due, self.today)):
            return
        _, _, department, school_class = stay.at(day)
        person, stands_in = (
            (stay.person_id, False)
            if promise.own
            else self.holders.holder(promise.bearers, day, school_class, department)
        )
        self.found.tasks.append(
            (
                promise.duty or 0,
                stay.key,
                span.slot,
                span.opens_text,
                span.due_text,
                person,
                stands_in,
                department,
                school_class,
            )
        )

    def _for_arrivals(self, promise: Promise, people: Iterable[Stay]) -> None:
        """Give a task for each who began after the first day of the year."""
        for stay in people:
            span = self.times.arrival(stay.begins, self.times.arrival_slot())
            if span is not None and stay.begins > self.days.start:
                self._owe(promise, stay, span.slot)
                self._for_one(promise, stay, span)

    def _owe(self, promise: Promise, stay: Stay, slot: str) -> None:
        if stay.begins >= self.setting.begun:
            self.found.owed.add((promise.duty or 0, stay.key, slot))

    # -- who is who ------------------------------------------------------------------------------------------------

    @cached_property
    def _school(self) -> Whom:
        return Whom(f"school:{self.roster.school_id}", None, None, None)

    @cached_property
    def _staff(self) -> People:
        return self._met(stays.staff(self.roster), self.found.staff)

    @cached_property
    def _teachers(self) -> People:
        return self._met(stays.teachers(self.roster), self.found.staff)

    @cached_property
    def _students(self) -> People:
        return self._met(stays.students(self.roster), self.found.students)

    def _met(self, people: Iterable[Stay], by_key: dict[str, int]) -> People:
        """Sort people by place, and keep who each target is."""
        found = People.of(people)
        by_key |= {stay.key: stay.person_id for stay in found}
        return found

    def _students_of(self, levels: Sequence[str]) -> People:
        if not levels:
            return self._students
        return self._students.within({row.id for row in self._classes(levels)})

    def _classes(self, levels: Sequence[str]) -> Iterator[ClassRow]:
        return (row for row in self.roster.classes if not levels or row.level in levels)

    def _level(self, class_id: int | None) -> Level | None:
        return Level(self.roster.class_by_id[class_id].level) if class_id else None
