"""What the year needs to know of a commitment, and what becomes of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tett.access.words import STAFF_ROLES, Group, Role
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.plan.words import Audience, Evidence
from tett.year.words import Unfolds

STAFF_AUDIENCES = frozenset({Audience.STAFF, Audience.TEACHER})
PERSON_AUDIENCES = frozenset({Audience.STUDENT, Audience.STAFF, Audience.TEACHER, Audience.NEW_STAFF})
#: Everybody at work is meant, so each answers for themselves.
ALL_STAFF = frozenset({Group.STAFF, Group.TEACHERS})
LEARNERS = frozenset({Group.STUDENTS, Role.STUDENT})
HOME = frozenset({Group.GUARDIANS, Role.GUARDIAN})
#: Rhythms without a day: what is done when it is needed, and what wasn't understood.
TIMELESS = frozenset({Rhythm.AS_NEEDED, Rhythm.UNKNOWN})
#: What happens around the first days, and is owed to those who come later too.
AT_START = frozenset(
    {Rhythm.SCHOOL_START, Rhythm.FIRST_DAY, Rhythm.FIRST_WEEKS, Rhythm.BEFORE_START, Rhythm.PLANNING_DAYS}
)
#: What can be made up for with one person; a trip or a meeting for everybody can't.
CAN_BE_MADE_UP = frozenset(
    {Evidence.READING, Evidence.TALK, Evidence.CONFIRMATION, Evidence.NOTE, Evidence.FILE, Evidence.ALWAYS}
)
#: Readings that hold no day of their own get the school's weeks for reading.
READ_AT_START = AT_START | TIMELESS | {Rhythm.ALWAYS, Rhythm.ALL_YEAR, Rhythm.ON_ARRIVAL}


@dataclass(frozen=True)
class Promise:
    """A commitment of the edition in force; ``duty`` is None until it has been laid out once."""

    commitment: int
    code: str
    title: str
    bearer: str
    co_bearers: tuple[str, ...]
    audience: str
    levels: tuple[str, ...]
    schedule: Schedule
    evidence: str
    duty: int | None = None

    @property
    def standing(self) -> bool:
        """Tell whether it holds always, so that there is no one time to do it."""
        return self.evidence == Evidence.ALWAYS

    @property
    def of_staff(self) -> bool:
        """Tell whether it is something each member of staff is or does, not something done for others."""
        at_work = self.bearer in ALL_STAFF or self.bearer in STAFF_ROLES or self.bearer == Group.EVERYONE
        return self.bearer in ALL_STAFF or (self.audience in STAFF_AUDIENCES and at_work)

    @property
    def of_teachers(self) -> bool:
        """Tell whether only those who teach are meant."""
        return self.bearer == Group.TEACHERS or self.audience == Audience.TEACHER

    @property
    def own(self) -> bool:
        """Tell whether each target answers for it themselves."""
        if self.standing and self.of_staff:
            return True
        if self.audience in STAFF_AUDIENCES:
            return self.bearer in ALL_STAFF or self.bearer == Group.EVERYONE
        return self.audience == Audience.STUDENT and self.bearer in LEARNERS

    @property
    def made_up_for(self) -> bool:
        """Tell whether somebody who comes later gets it in the first days instead."""
        at_start = self.standing or self.read_at_start or self.schedule.rhythm in AT_START
        return at_start and self.evidence in CAN_BE_MADE_UP

    @property
    def read_at_start(self) -> bool:
        """Tell whether it is a reading of the plan that belongs to the first weeks with an edition."""
        return self.evidence == Evidence.READING and self.schedule.rhythm in READ_AT_START

    @cached_property
    def bearers(self) -> tuple[str, ...]:
        """Give those who may answer, in the order they are asked."""
        return tuple(bearer for bearer in (self.bearer, *self.co_bearers) if bearer)


def reads_plan(promise: Promise) -> bool:
    """Tell whether it is the reading with which staff confirm the standing duties (ADR 9)."""
    return promise.evidence == Evidence.READING and promise.audience in STAFF_AUDIENCES


def unfolds(promise: Promise, *, has_reading: bool) -> Unfolds:
    """Say what becomes of a commitment; ``has_reading`` tells whether the plan asks staff to read it."""
    if promise.evidence == Evidence.PUBLISHED:
        return Unfolds.BY_SYSTEM
    if promise.bearer in HOME:
        return Unfolds.SHOWN_ON_ROLE
    if promise.standing:
        return _standing(promise, has_reading=has_reading)
    return Unfolds.TASKS if _has_time(promise) else Unfolds.NO_TIME


def lacks_duty(promises: Sequence[Promise]) -> list[Promise]:
    """Give those that unfold and have no duty yet."""
    has_reading = any(reads_plan(promise) for promise in promises)
    kinds = {Unfolds.TASKS, Unfolds.BY_SYSTEM}
    return [p for p in promises if p.duty is None and unfolds(p, has_reading=has_reading) in kinds]


def with_duties(promises: Iterable[Promise], duties: Mapping[int, int]) -> tuple[Promise, ...]:
    """Give the promises with the duties found for them, by commitment."""
    return tuple(replace(promise, duty=duties.get(promise.commitment, promise.duty)) for promise in promises)


def _standing(promise: Promise, *, has_reading: bool) -> Unfolds:
    if promise.of_staff:
        return Unfolds.WITH_READING if has_reading else Unfolds.TASKS
    if promise.audience == Audience.STUDENT or promise.bearer in LEARNERS:
        return Unfolds.SHOWN_ON_ROLE
    return Unfolds.TASKS


def _has_time(promise: Promise) -> bool:
    if promise.audience == Audience.NEW_STAFF or promise.read_at_start:
        return True
    if promise.schedule.rhythm == Rhythm.ON_ARRIVAL:
        return promise.audience in PERSON_AUDIENCES
    return promise.schedule.rhythm not in TIMELESS and promise.schedule.sound
