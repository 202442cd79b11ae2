"""Plans, schools and what people do, made up to test with: nothing here is stored."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

from tett.access.words import Group, Role
from tett.calendar.rules import Days, Routine, Schedule
from tett.calendar.tests.years import any_schedule, any_year
from tett.calendar.words import Level, Rhythm
from tett.people.rules.standing import ClassRow, EnrolmentRow, HeldRow, Roster
from tett.people.words import Lodging
from tett.plan.words import Audience, Evidence
from tett.tasks.words import State
from tett.year.rules import Cache, Difference, Kept, Key, Promise, Setting, Stored, Times, Wanted

SCHOOL = 1
BEARERS = (
    Role.CONTACT_TEACHER, Role.DEPARTMENT_HEAD, Role.PRINCIPAL, Role.ENVIRONMENT_WORKER, Role.STUDENT, Role.GUARDIAN,
    Group.STAFF, Group.TEACHERS, Group.LEADERSHIP, Group.EVERYONE,
)  # fmt: skip
#: Somebody who works at every school all year, and whom tasks are given to.
GIVEN_TO = 3
#: Of schedules drawn at random many have no time at all; these have.
PLAIN = (
    Schedule(Rhythm.WEEKS), Schedule(Rhythm.WEEKS, every=3), Schedule(Rhythm.MONTHLY), Schedule(Rhythm.SCHOOL_START),
    Schedule(Rhythm.ALL_YEAR), Schedule(Rhythm.MONTHS, months=((9, 10), (2, 2))), Schedule(Rhythm.ON_ARRIVAL),
)  # fmt: skip
ROLES = (Role.CONTACT_TEACHER, Role.SUBJECT_TEACHER, Role.TEMP)


@st.composite
def any_promise(draw: st.DrawFn, number: int) -> Promise:
    """Draw a promise that has a duty of its own."""
    levels = draw(st.lists(st.sampled_from(Level), max_size=2, unique=True))
    return Promise(
        commitment=number,
        code=f"X{number}",
        title="Noe planen lover",
        bearer=draw(st.sampled_from(BEARERS)),
        co_bearers=tuple(draw(st.lists(st.sampled_from(BEARERS), max_size=1))),
        audience=draw(st.sampled_from(Audience)),
        levels=tuple(levels),
        schedule=draw(st.one_of(st.sampled_from(PLAIN), any_schedule())),
        evidence=draw(st.sampled_from(Evidence)),
        duty=100 + number,
    )


@st.composite
def any_roster(draw: st.DrawFn, starts_in: int) -> Roster:
    """Draw a school of up to three classes, whose people come and go."""
    names = draw(st.lists(st.sampled_from(Level), min_size=1, max_size=3))
    classes = tuple(ClassRow(n, SCHOOL, 1 + n % 2, level, f"{n}A") for n, level in enumerate(names, 1))
    students = draw(st.lists(_stay(starts_in), max_size=5))
    enrolments = tuple(
        EnrolmentRow(1000 + n % 4, SCHOOL, 1 + n % len(classes), *stay, Lodging.HOME) for n, stay in enumerate(students)
    )
    before = date(starts_in - 1, 8, 1)
    held = [HeldRow(1, Role.PRINCIPAL, SCHOOL, None, None, before, None)]
    held.append(HeldRow(GIVEN_TO, Role.OTHER_STAFF, SCHOOL, None, None, before, None))
    for n, stay in enumerate(draw(st.lists(_stay(starts_in), max_size=6))):
        held.append(HeldRow(10 + n % 4, ROLES[n % 3], SCHOOL, None, 1 + n % len(classes), *stay))
    if draw(st.booleans()):
        held.append(HeldRow(2, Role.DEPARTMENT_HEAD, SCHOOL, 1, None, *draw(_stay(starts_in))))
    return Roster(SCHOOL, classes, (1, 2), enrolments, tuple(held))


@st.composite
def _stay(draw: st.DrawFn, starts_in: int) -> tuple[date, date | None]:
    starts = date(starts_in, 7, 1) + timedelta(days=draw(st.sampled_from((0, 0, 0, 31, 60, 120, 200))))
    length = draw(st.sampled_from((None, None, 20, 90, 200)))
    return starts, starts + timedelta(days=length) if length else None


@st.composite
def any_setting(draw: st.DrawFn) -> Setting:
    """Draw all that decides a school's year on a day."""
    days = draw(any_year())
    promises = tuple(draw(any_promise(n)) for n in range(draw(st.integers(1, 4))))
    today = days.start + timedelta(days=draw(st.sampled_from((-20, 0, 3, 40, 100, 250))))
    in_force = draw(st.sampled_from((date(days.starts_in, 8, 1), today - timedelta(days=1), today)))
    return setting(days, promises, draw(any_roster(days.starts_in)), today, in_force)


def setting(
    days: Days, promises: tuple[Promise, ...], roster: Roster, today: date, in_force: date | None = None
) -> Setting:
    """Put a school's year together; it has just been begun."""
    times = Times(days, Routine(), 1, in_force or date(days.starts_in, 8, 1), Cache())
    return Setting(promises, times, roster, today, today)


@st.composite
def any_later(draw: st.DrawFn, before: Setting) -> Setting:
    """Draw what may have become of a school some days later: other people, some promises gone, others new."""
    kept = tuple(promise for promise in before.promises if draw(st.sampled_from((True, True, True, False))))
    new = tuple(draw(any_promise(n)) for n in range(50, 50 + draw(st.integers(0, 1))))
    roster = draw(any_roster(before.times.days.starts_in))
    today = before.today + timedelta(days=draw(st.sampled_from((0, 1, 30, 90))))
    return Setting((*kept, *new), before.times, roster, today, before.begun)


@dataclass
class Row:
    """A task as it would be stored."""

    task_id: int
    row: Wanted
    state: State = State.OPEN
    moved: bool = False
    given: bool = False


@dataclass
class Shelf:
    """Keeps tasks as the database does, so that laying out can be tried a thousand times."""

    rows: dict[Key, Row] = field(default_factory=dict)

    @property
    def stored(self) -> Stored:
        """Give the tasks as they are compared."""
        plain = {r.row: r.task_id for r in self.rows.values() if _plain(r)}
        rest = {
            r.row[:3]: Kept(r.task_id, r.state, r.moved, r.given, r.row) for r in self.rows.values() if not _plain(r)
        }
        return Stored(plain, rest)

    def take(self, found: Difference) -> None:
        """Do what the difference says; a task that is there already may not be made again."""
        by_id = {row.task_id: row for row in self.rows.values()}
        for task_id in found.restored:
            by_id[task_id].state = State.OPEN
        for task_id, _was, now, given in found.changes:
            assert by_id[task_id].state == State.OPEN
            by_id[task_id].row, by_id[task_id].given = now, given
        for task_id in found.cancelled:
            assert by_id[task_id].state == State.OPEN
            by_id[task_id].state = State.CANCELLED
        for made, state in ((found.new, State.OPEN), (found.seen, State.DONE)):
            for row in made:
                assert row[:3] not in self.rows
                self.rows[row[:3]] = Row(len(self.rows) + 1, row, state)


def _plain(row: Row) -> bool:
    return row.state == State.OPEN and not row.moved and not row.given


def act(shelf: Shelf, choices: list[str]) -> None:
    """Let people do things with their tasks, one after the other, as often as there are choices."""
    for row, choice in zip(sorted(shelf.rows.values(), key=lambda r: r.row[:3]), choices, strict=False):
        if row.state != State.OPEN or choice == "nothing":
            continue
        if choice == "moved":
            row.moved = True
            row.row = (*row.row[:4], "2050-01-01", *row.row[5:])
        elif choice == "given":
            row.given = True
            row.row = (*row.row[:5], GIVEN_TO, False, *row.row[7:])
        else:
            row.state = State(choice)
