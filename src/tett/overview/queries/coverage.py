"""The plan's own text, with how it goes at each sentence."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby

from tett.access.rules import Actor
from tett.calendar.rules import Days
from tett.overview.access import may_see_coverage
from tett.overview.queries.counts import counted
from tett.overview.rules import Count, health
from tett.overview.words import Health
from tett.people.models import School
from tett.plan.models import Commitment, Edition, Passage
from tett.plan.words import EditionState, Evidence, PassageKind, Review
from tett.tasks.models import Task


@dataclass(frozen=True)
class Promise:
    """One promise and how far it has come this year."""

    code: str
    title: str
    bearer: str
    duty_id: str
    count: Count
    health: Health
    #: The promise is a standing duty, confirmed with the reading: these are the reading's numbers.
    with_reading: bool


@dataclass(frozen=True)
class Piece:
    """A passage of the plan with the promises that stand in it."""

    kind: str
    text: str
    row: int | None
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Part:
    """A section of the plan."""

    heading: str
    anchor: str
    pieces: tuple[Piece, ...]
    rows: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Coverage:
    """The edition in force and how it goes."""

    edition: Edition
    parts: tuple[Part, ...]
    promises: tuple[Promise, ...]


def coverage_of(actor: Actor, school: School, days: Days) -> Coverage | None:
    """Give the plan with its numbers, or None when no edition is in force (four queries)."""
    schools = may_see_coverage.filter(actor, School.objects.all())
    edition = Edition.objects.filter(school=school, school__in=schools, state=EditionState.ADOPTED).first()
    return _covered(actor, edition, days) if edition else None


def _covered(actor: Actor, edition: Edition, days: Days) -> Coverage:
    tasks = Task.objects.filter(school=edition.school_id, due__gte=days.start, opens__lte=days.last_day)
    counts = {duty: count for (duty,), count in counted(tasks, actor.day, "duty_id").items()}
    promises = _promises(edition, counts)
    parts = _parts(edition, promises)
    return Coverage(edition, parts, tuple(p for found in promises.values() for p in found))


def _promises(edition: Edition, counts: dict[int, Count]) -> dict[int, list[Promise]]:
    rows = list(
        edition.commitments.exclude(review=Review.DISMISSED).select_related("undertaking__duty").order_by("order")
    )
    reading = _reading(rows, counts)
    found: dict[int, list[Promise]] = defaultdict(list)
    for commitment in rows:
        found[commitment.passage_id].append(_promise(commitment, counts, reading))
    return found


def _reading(rows: list[Commitment], counts: dict[int, Count]) -> Count:
    """Give the numbers of the reading, which confirms the standing duties of staff (ADR 9)."""
    duties = [_duty_id(c) for c in rows if c.evidence == Evidence.READING]
    return sum((counts.get(duty, Count()) for duty in duties if duty), Count())


def _promise(commitment: Commitment, counts: dict[int, Count], reading: Count) -> Promise:
    duty_id = _duty_id(commitment)
    own = counts.get(duty_id, Count()) if duty_id else Count()
    standing = commitment.evidence == Evidence.ALWAYS and not own.all
    count = reading if standing and commitment.audience in {"staff", "teacher"} else own
    return Promise(
        commitment.code,
        commitment.title,
        commitment.get_bearer_display(),
        commitment.undertaking.duty.public_id if duty_id else "",
        count,
        health(count),
        standing,
    )


def _duty_id(commitment: Commitment) -> int | None:
    return commitment.undertaking.duty_id if hasattr(commitment, "undertaking") else None


def _parts(edition: Edition, promises: dict[int, list[Promise]]) -> tuple[Part, ...]:
    passages = edition.passages.select_related("section").order_by("number")
    return tuple(_part(list(rows), promises) for _, rows in groupby(passages, key=lambda p: p.section_id))


def _part(passages: list[Passage], promises: dict[int, list[Promise]]) -> Part:
    section = passages[0].section
    pieces = [
        Piece(p.kind, p.text, p.row, tuple(promises.get(p.pk, ()))) for p in passages if p.kind != PassageKind.HEADING
    ]
    table = [p for p in pieces if p.row is not None]
    rows = tuple(tuple(cells) for _, cells in groupby(table, key=lambda p: p.row))
    prose = tuple(p for p in pieces if p.row is None)
    return Part(section.heading, f"del-{section.number}", prose, rows)
