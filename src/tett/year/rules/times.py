"""When the tasks of a commitment may and must be done in one school year."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tett.calendar.rules import Days, Routine, Schedule, Window, arrival_window, windows
from tett.calendar.words import Level, Rhythm
from tett.plan.words import Audience, Evidence
from tett.year.rules.promises import Promise


class Span(NamedTuple):
    """One occurrence: its name, from when it may be done and the day it must be; both days also as they are stored."""

    slot: str
    opens: date
    due: date
    opens_text: str
    due_text: str

    @classmethod
    def of(cls, slot: str, opens: date, due: date) -> "Span":
        """Give the span between two days."""
        return cls(slot, opens, due, opens.isoformat(), due.isoformat())


class Cache:
    """Windows that have been worked out: those of a county's schools are alike, and are worked out once."""

    def __init__(self) -> None:
        self.spans: dict[tuple[object, ...], tuple[Span, ...]] = {}
        self._years: dict[tuple[Days, Routine], int] = {}

    def year(self, days: Days, routine: Routine) -> int:
        """Give what differs between schools a number, which is found faster than all the days of a year."""
        return self._years.setdefault((days, routine), len(self._years))


@dataclass(frozen=True)
class Times:
    """One school's year: its days, its own numbers, and the edition that holds in it."""

    days: Days
    routine: Routine
    edition: int
    in_force_from: date
    cache: Cache = field(default_factory=Cache, compare=False)

    @cached_property
    def _year(self) -> int:
        return self.cache.year(self.days, self.routine)

    def spans(self, promise: Promise, level: Level | None) -> tuple[Span, ...]:
        """Give the occurrences for a target that is there all year, in order of time."""
        reading = promise.read_at_start or (promise.standing and promise.of_staff)
        schedule = _effective(promise)
        key = (self._year, level, schedule, reading and (self.edition, self.in_force_from))
        found = self.cache.spans.get(key)
        if found is None:
            own = self._reading(schedule, level) if reading else self._windows(schedule, level)
            found = self.cache.spans[key] = tuple(_span(self.days.starts_in, window) for window in own)
        return found

    def arrival(self, begins: date, slot: str) -> Span | None:
        """Give the first days of somebody who begins during the year, for the occurrence that they missed."""
        window = arrival_window(begins, self.days, self.routine)
        return Span.of(slot, window.opens, window.due) if window else None

    def arrival_slot(self) -> str:
        """Name what is done when somebody begins."""
        return f"{self.days.starts_in}:arrival"

    def first_day(self, level: Level | None) -> date:
        """Give the first school day of a level."""
        weeks = self.days.for_level(level).weeks()
        return weeks[0].first if weeks else self.days.start

    def _windows(self, schedule: Schedule, level: Level | None) -> tuple[Window, ...]:
        return windows(schedule, self.days, routine=self.routine, level=level)

    def _reading(self, schedule: Schedule, level: Level | None) -> tuple[Window, ...]:
        """Give the time to read: as the plan says; from the day an edition came into force in the middle of a year."""
        own = self._windows(schedule, level)
        if not own or self.in_force_from > self.first_day(level):
            return self._first_weeks_with_edition(level)
        return own

    def _first_weeks_with_edition(self, level: Level | None) -> tuple[Window, ...]:
        days = self.days.for_level(level)
        opens = days.school_day_from(max(self.in_force_from, self.first_day(level)))
        if opens is None:
            return ()
        weeks = [week for week in days.weeks() if week.last >= opens][: self.routine.reading_weeks]
        return (Window(f"reading-{self.edition}", opens, weeks[-1].last),)


def _effective(promise: Promise) -> Schedule:
    """Give the rhythm that decides: what always holds, and what is open on the web, is once a year."""
    if promise.evidence == Evidence.PUBLISHED:
        return Schedule(Rhythm.ALL_YEAR)
    if promise.standing:
        return Schedule(Rhythm.UNKNOWN) if promise.of_staff else Schedule(Rhythm.ALL_YEAR)
    if promise.read_at_start and promise.schedule.rhythm in {Rhythm.ALWAYS, Rhythm.ALL_YEAR}:
        return Schedule(Rhythm.UNKNOWN)
    if promise.audience == Audience.NEW_STAFF:
        return Schedule(Rhythm.ON_ARRIVAL)
    return promise.schedule


def _span(starts_in: int, window: Window) -> Span:
    """Name the occurrence with its school year: the same duty returns to the same target the year after."""
    return Span.of(f"{starts_in}:{window.slot}", window.opens, window.due)
