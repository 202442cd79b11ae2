"""The plan's own text, with how it goes at each sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from tett.access.rules import Actor
from tett.access.words import label_of
from tett.calendar.rules import Days
from tett.overview.access import may_see_coverage
from tett.overview.queries.counts import counted
from tett.overview.queries.setup import year_bounds
from tett.overview.rules import health
from tett.overview.words import NO_TASKS, Health
from tett.people.models import School
from tett.plan.models import Commitment, Edition
from tett.plan.queries.blocks import Block, Chapter, Row, chapters
from tett.plan.words import EditionState, Review
from tett.tasks.models import Task
from tett.tasks.rules import Tally
from tett.year import rules as year
from tett.year.words import Unfolds


@dataclass(frozen=True)
class Promise:
    """One promise and how far it has come this year."""

    code: str
    title: str
    bearer: str
    duty_id: str
    count: Tally
    health: Health
    #: The promise is a standing duty, confirmed with the reading: these are the reading's numbers.
    with_reading: bool
    #: Why it has no tasks, when it has none.
    why: str


@dataclass(frozen=True)
class Line:
    """A row of a table with the promises that stand in it; each cell comes with its column's heading."""

    cells: tuple[tuple[str, str], ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Piece:
    """A paragraph, a bullet or a whole table, with the promises that stand in it."""

    kind: str
    text: str
    promises: tuple[Promise, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Part:
    """A section of the plan."""

    heading: str
    anchor: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Coverage:
    """The edition in force and how it goes."""

    edition: Edition
    parts: tuple[Part, ...]
    promises: tuple[Promise, ...]


def coverage_of(actor: Actor, school: School, days: Days) -> Coverage | None:
    """Give the plan with its numbers, or None when no edition is in force (five queries)."""
    schools = may_see_coverage.filter(actor, School.objects.all())
    rows = Edition.objects.filter(school=school, school__in=schools, state=EditionState.ADOPTED)
    edition = rows.defer("text").first()
    return _covered(actor, edition, days) if edition else None


def _covered(actor: Actor, edition: Edition, days: Days) -> Coverage:
    first, last = year_bounds(days)
    tasks = Task.objects.filter(school=edition.school_id, due__gte=first, opens__lte=last)
    counts = {duty: count for (duty,), count in counted(actor, tasks, "duty_id").items()}
    rows = edition.commitments.exclude(review=Review.DISMISSED).select_related("undertaking__duty").order_by("order")
    commitments = list(rows)
    promises = _promises(commitments, counts)
    parts = tuple(_part(chapter, promises) for chapter in chapters(edition, commitments))
    return Coverage(edition, parts, tuple(promises.values()))


def _promises(commitments: list[Commitment], counts: dict[int, Tally]) -> dict[int, Promise]:
    """Judge every commitment, by its key."""
    told = {c.pk: _as_the_year_sees(c) for c in commitments}
    readings = [c for c in commitments if year.reads_plan(told[c.pk])]
    reading = sum((counts.get(_duty_id(c) or 0, Tally()) for c in readings), Tally())
    return {c.pk: _promise(c, told[c.pk], counts, reading, has_reading=bool(readings)) for c in commitments}


def _promise(
    commitment: Commitment, told: year.Promise, counts: dict[int, Tally], reading: Tally, *, has_reading: bool
) -> Promise:
    duty_id = _duty_id(commitment)
    becomes = year.unfolds(told, has_reading=has_reading)
    with_reading = becomes == Unfolds.WITH_READING
    count = reading if with_reading else counts.get(duty_id or 0, Tally())
    return Promise(
        code=commitment.code,
        title=commitment.title,
        bearer=label_of(commitment.bearer),
        duty_id=commitment.undertaking.duty.public_id if duty_id else "",
        count=count,
        health=health(count),
        with_reading=with_reading,
        why=str(NO_TASKS[becomes]),
    )


def _as_the_year_sees(commitment: Commitment) -> year.Promise:
    """Give what decides whether a commitment becomes tasks."""
    return year.Promise(
        commitment=commitment.pk,
        code=commitment.code,
        title=commitment.title,
        bearer=commitment.bearer,
        co_bearers=tuple(commitment.co_bearers),
        audience=commitment.audience,
        levels=tuple(commitment.levels),
        schedule=commitment.when,
        evidence=commitment.evidence,
    )


def _duty_id(commitment: Commitment) -> int | None:
    return commitment.undertaking.duty_id if hasattr(commitment, "undertaking") else None


def _part(chapter: Chapter, promises: dict[int, Promise]) -> Part:
    section = chapter.section
    return Part(section.heading, f"del-{section.number}", tuple(_piece(block, promises) for block in chapter.blocks))


def _piece(block: Block, promises: dict[int, Promise]) -> Piece:
    lines = tuple(Line(_cells(block, row), _of(row.commitments, promises)) for row in block.rows)
    text = block.passage.text if block.passage else ""
    return Piece(block.kind, text, _of(block.commitments, promises), lines)


def _cells(block: Block, row: Row) -> tuple[tuple[str, str], ...]:
    return tuple((column, cell) for column, cell in zip_longest(block.columns, row.cells, fillvalue="") if cell)


def _of(commitments: Iterable[Commitment], promises: dict[int, Promise]) -> tuple[Promise, ...]:
    return tuple(promises[c.pk] for c in commitments)
