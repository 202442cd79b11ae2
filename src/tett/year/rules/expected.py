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
from tett.year.rules.stays import Stay
from tett.year.rules.times import Cache, Span, Times
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
            self._for_people(promise, [*self._students_of(promise.levels)])
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

    def _for_people(self, promise: Promise, people: Iterable[Stay]) -> None:
        """Give each person their own: those who are there all year alike, the others one by one."""
        whole: dict[tuple[int | None, int | None], list[Stay]] = {}
        for stay in people:
            if stay.throughout(self._first_of(promise, stay), self.days.last_day):
                place = stay.places[0]
                whole.setdefault((place.department_id, place.class_id), []).append(stay)
            else:
                self._for_somebody(promise, stay)
        for (department, school_class), alike in whole.items():
            self._for_alike(promise, alike, department, school_class)

    def _for_alike(
        self, promise: Promise, alike: Sequence[Stay], department: int | None, school_class: int | None
    ) -> None:
        all_spans = self.times.spans(promise, self._level(school_class))
        duty, keys = promise.duty or 0, [(stay.person_id, self._key(promise, stay)) for stay in alike]
        if promise.own:
            self.found.tasks += [
                (duty, key, slot, opens, due, person, False, department, school_class)
                for person, key in keys
                for slot, _, _, opens, due in all_spans
            ]
            return
        for day, spans in self.holders.runs(promise.bearers, all_spans):
            holder, stands_in = self.holders.holder(promise.bearers, day, school_class, department)
            self.found.tasks += [
                (duty, key, slot, opens, due, holder, stands_in, department, school_class)
                for _, key in keys
                for slot, _, _, opens, due in spans
            ]

    def _for_somebody(self, promise: Promise, stay: Stay) -> None:
        if promise.schedule.rhythm == Rhythm.ON_ARRIVAL:
            self._for_arrivals(promise, [stay])
            return
        key = self._key(promise, stay)
        level = self._level(stay.at(max(stay.begins, self.today)).class_id)
        for span in self.times.spans(promise, level):
            own = self._as_met(promise, stay, span, key)
            if own is not None:
                self._for_one(promise, stay, own, key)

    def _as_met(self, promise: Promise, stay: Stay, span: Span, key: str) -> Span | None:
        """Give an occurrence as somebody meets it who may have come late, left, or been away; None if they don't."""
        if stay.begins > span.opens:
            late = self.times.arrival(stay.begins, span.slot) if promise.made_up_for else None
            if late is not None:
                self._owe(promise, stay, key, span.slot)
                return Span.of(span.slot, late.opens, max(late.due, span.due))
            opens = self.days.school_day_from(stay.begins)
            if opens is None or opens > span.due:
                return None
            span = Span.of(span.slot, opens, span.due)
        return span

    def _for_one(self, promise: Promise, stay: Stay, span: Span, key: str) -> None:
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
                key,
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
                key = self._key(promise, stay)
                self._owe(promise, stay, key, span.slot)
                self._for_one(promise, stay, span, key)

    def _owe(self, promise: Promise, stay: Stay, key: str, slot: str) -> None:
        if stay.begins >= self.setting.begun:
            self.found.owed.add((promise.duty or 0, key, slot))

    # -- who is who ------------------------------------------------------------------------------------------------

    @cached_property
    def _school(self) -> Whom:
        return Whom(f"school:{self.roster.school_id}", None, None, None)

    @cached_property
    def _staff(self) -> list[Stay]:
        return stays.staff(self.roster)

    @cached_property
    def _teachers(self) -> list[Stay]:
        return stays.teachers(self.roster)

    @cached_property
    def _students(self) -> list[Stay]:
        return stays.students(self.roster)

    def _students_of(self, levels: Sequence[str]) -> Iterator[Stay]:
        if not levels:
            return iter(self._students)
        within = {row.id for row in self._classes(levels)}
        return (stay for stay in self._students if stay.places[-1].class_id in within)

    def _classes(self, levels: Sequence[str]) -> Iterator[ClassRow]:
        return (row for row in self.roster.classes if not levels or row.level in levels)

    def _level(self, class_id: int | None) -> Level | None:
        return Level(self.roster.class_by_id[class_id].level) if class_id else None

    def _first_of(self, promise: Promise, stay: Stay) -> date:
        spans = self.times.spans(promise, self._level(stay.places[0].class_id))
        return spans[0].opens if spans else self.days.start

    def _key(self, promise: Promise, stay: Stay) -> str:
        if promise.audience == Audience.STUDENT and not (promise.standing and promise.of_staff):
            key = f"student:{stay.person_id}"
            self.found.students[key] = stay.person_id
        else:
            key = f"staff:{stay.person_id}"
            self.found.staff[key] = stay.person_id
        return key
