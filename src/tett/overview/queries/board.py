"""The leaders' board: what was promised, by class, department and school."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Min, Q
from django.utils.timezone import localdate

from tett.access.rules import Actor
from tett.access.words import Group, Role, label_of
from tett.calendar.rules import Days, Routine
from tett.overview.access import may_see_board, whole_school
from tett.overview.queries.counts import counted_by_class
from tett.overview.queries.setup import year_bounds
from tett.overview.rules import health, quiet_for, total
from tett.overview.words import Health
from tett.people.models import School, SchoolClass
from tett.plan.models import Commitment, Edition
from tett.plan.words import EditionState, Review
from tett.tasks.access import may_follow_tasks
from tett.tasks.models import Task
from tett.tasks.rules import Tally
from tett.year.queries.telling import NOBODY_IN_PARTICULAR

#: The column of what is done for a department or the whole school, not for one class.
SCHOOL_COLUMN = "skolen"
NONE = Tally()


@dataclass(frozen=True)
class Column:
    """A class, or (without one) what is done for a department or the whole school."""

    key: str
    label: str
    class_id: int | None = None
    quiet_weeks: int = 0

    @property
    def quiet(self) -> bool:
        """Tell whether nothing has been heard from the class."""
        return self.quiet_weeks > 0


@dataclass(frozen=True)
class Cell:
    """How one promise is doing in one column."""

    column: Column
    count: Tally
    health: Health


@dataclass(frozen=True)
class Line:
    """One promise across all columns."""

    code: str
    title: str
    bearer: str
    #: Who is missing in a class when it is a hole there: the contact teacher, for "the teachers".
    missing: str
    duty_id: str
    count: Tally
    health: Health
    cells: tuple[Cell, ...]


class Gap(NamedTuple):
    """Somebody missing: for which class (none is the school), in what role, and how many tasks wait."""

    label: str
    key: str
    bearer: str
    number: int

    @property
    def unnamed(self) -> bool:
        """Tell whether the plan gives a whole group the responsibility, and nobody in particular."""
        return self.bearer in {label_of(group) for group in NOBODY_IN_PARTICULAR}


@dataclass(frozen=True)
class Board:
    """The whole board, ready to show."""

    school: School
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    whole: bool

    @property
    def on_track(self) -> int:
        """Count the promises that nothing is wrong with."""
        return sum(
            line.health in {Health.ON_TRACK, Health.DONE, Health.SETTLED, Health.WAITING} for line in self.counting
        )

    @property
    def without(self) -> tuple[Line, ...]:
        """Give the promises that have no tasks this year: those that hold always, and those without a time."""
        return tuple(line for line in self.lines if line.health == Health.NOTHING)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Give where somebody is missing: in which class which role, and how many tasks wait for that."""
        found: dict[tuple[str, str, str], int] = {}
        for line in self.lines:
            for cell in line.cells:
                key = (cell.column.label, cell.column.key, line.missing if cell.column.class_id else line.bearer)
                found[key] = found.get(key, 0) + cell.count.holes
        return tuple(Gap(*key, number) for key, number in found.items() if number)

    @property
    def counting(self) -> tuple[Line, ...]:
        """Give the promises that have tasks this year."""
        return tuple(line for line in self.lines if line.health != Health.NOTHING)

    @property
    def late(self) -> tuple[Line, ...]:
        """Give the promises that something is late for, the most late first."""
        return tuple(sorted((n for n in self.lines if n.count.late), key=lambda n: -n.count.late))

    @property
    def holes(self) -> tuple[Line, ...]:
        """Give the promises that somebody is missing for."""
        return tuple(line for line in self.lines if line.count.holes)

    @property
    def quiet(self) -> tuple[Column, ...]:
        """Give the classes that nothing has been heard from, once something has been promised them."""
        return tuple(column for column in self.columns if column.quiet) if self.counting else ()


def board_of(actor: Actor, school: School, days: Days) -> Board:
    """Give the board that the actor may see of a school: all of it, or the department's (four queries)."""
    may = may_see_board.filter(actor, School.objects.all())
    tasks = may_follow_tasks.filter(actor, Task.objects.filter(school=school, school__in=may))
    first, last = year_bounds(days)
    tasks = tasks.filter(due__gte=first, opens__lte=last)
    counts, lately = counted_by_class(actor, tasks)
    columns = _columns(actor, school, days, lately)
    lines = tuple(_line(promised, columns, counts) for promised in _promises(school))
    return Board(school, columns, lines, whole_school(actor, school.pk))


class _Promised(NamedTuple):
    """What the board needs to know of a commitment."""

    code: str
    title: str
    bearer: str
    duty: int | None
    duty_id: str | None


def _promises(school: School) -> Iterator[_Promised]:
    rows = Commitment.objects.filter(edition__school=school, edition__state=EditionState.ADOPTED)
    columns = ("code", "title", "bearer", "undertaking__duty", "undertaking__duty__public_id")
    return (_Promised(*row) for row in rows.exclude(review=Review.DISMISSED).values_list(*columns))


def _columns(actor: Actor, school: School, days: Days, lately: Mapping[int | None, date]) -> tuple[Column, ...]:
    limit = Routine.from_data(school.routine).quiet_weeks
    classes = _classes(actor, school, days.starts_in)
    heard = {**lately, None: _promised_since(school)}
    return (Column(SCHOOL_COLUMN, ""), *(_class_column(c, _quiet(heard, c, actor.day, days), limit) for c in classes))


def _quiet(heard: Mapping[int | None, date | None], school_class: SchoolClass, today: date, days: Days) -> int:
    known = (heard.get(school_class.pk), heard[None])
    return quiet_for(max((day for day in known if day), default=None), today, days)


def _promised_since(school: School) -> date | None:
    """Give the day a plan was first adopted: no class is quiet about what nobody had promised."""
    adopted = Edition.objects.filter(school=school).aggregate(first=Min("adopted_at"))["first"]
    return localdate(adopted) if adopted else None


def _class_column(school_class: SchoolClass, weeks: int, limit: int) -> Column:
    return Column(school_class.public_id, school_class.name, school_class.pk, weeks if weeks >= limit else 0)


def _classes(actor: Actor, school: School, starts_in: int) -> Iterable[SchoolClass]:
    rows = SchoolClass.objects.filter(school=school, starts_in=starts_in).order_by("level", "name")
    if whole_school(actor, school.pk):
        return rows
    return rows.filter(Q(department__in=actor.departments(Role.DEPARTMENT_HEAD)))


def _line(promised: _Promised, columns: Iterable[Column], counts: Mapping[tuple[int, int | None], Tally]) -> Line:
    duty = promised.duty or 0
    cells = tuple(_cell(column, counts.get((duty, column.class_id), NONE)) for column in columns)
    whole = total(cell.count for cell in cells if cell.count is not NONE)
    bearer = label_of(promised.bearer)
    missing = str(Role.CONTACT_TEACHER.label) if promised.bearer == Group.TEACHERS else bearer
    duty_id = promised.duty_id or ""
    return Line(promised.code, promised.title, bearer, missing, duty_id, whole, health(whole), cells)


def _cell(column: Column, count: Tally) -> Cell:
    return Cell(column, count, health(count))
