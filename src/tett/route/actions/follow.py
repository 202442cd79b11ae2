"""What a change does to tasks: counted before it is made, and brought about after."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from tett.access.rules import Actor
from tett.calendar.queries import days_of_many
from tett.people.models import School
from tett.route.actions import many_to_count, many_to_follow
from tett.route.models import Amendment
from tett.route.queries.places import schools_under
from tett.route.rules.snapshot import from_data
from tett.route.words import Standing
from tett.year.actions import unfold, unfold_many
from tett.year.queries.replan import Line, Replan, laid_out, replans

#: Schools that one waits for; more are counted, and followed, by a job.
WAITED_FOR = 4
#: Schools that are read together.
TOGETHER = 8


def count_or_leave(row: Amendment, *, by: Actor, at: datetime) -> None:
    """Find out what a change does, or leave it to a job when there are many schools."""
    if row.schools > WAITED_FOR:
        many_to_count.send(sender=Amendment, amendment_id=row.pk)
    else:
        count(row, by=by, at=at)


def count(row: Amendment, *, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as every action
    """Count what a change does, some schools at a time, so that one can see how far it has come."""
    if row.standing != Standing.PROPOSED:
        return
    effects: list[dict[str, Any]] = []
    counted = 0
    for some in _batches(_following(row, by)):
        effects += _effects(row, some, by)
        counted += len(some)
        Amendment.objects.filter(pk=row.pk).update(effects=effects, counted=counted)
    row.effects, row.counted = effects, counted
    if counted != row.schools:  # schools have come or gone since
        row.schools = counted
        Amendment.objects.filter(pk=row.pk).update(schools=counted)


def follow(row: Amendment, *, by: Actor, at: datetime) -> None:
    """Let the tasks follow a change that is made or undone: at once at one's own school, else in a job."""
    if row.schools == 0:
        return
    if row.school_id is None:
        Amendment.objects.filter(pk=row.pk).update(followed=0)
        many_to_follow.send(sender=Amendment, amendment_id=row.pk)
        return
    for school in _following(row, by):
        unfold(school, row.starts_in, by=by, at=at)
    Amendment.objects.filter(pk=row.pk).update(followed=row.schools)
    row.followed = row.schools


def bring_about(amendment_id: int, *, by: Actor, at: datetime) -> None:
    """Lay out again the year of every school that a change reaches, for a job; doing it again changes nothing."""
    row = Amendment.objects.filter(pk=amendment_id).first()
    if row is None or row.standing not in {Standing.DONE, Standing.UNDONE}:
        return
    schools = [school.pk for school in _following(row, by)]
    for done in range(0, len(schools), TOGETHER):
        unfold_many(schools[done : done + TOGETHER], row.starts_in, by=by, at=at)
        Amendment.objects.filter(pk=row.pk).update(followed=min(done + TOGETHER, len(schools)))
    Amendment.objects.filter(pk=row.pk).update(followed=row.schools)


def count_again(amendment_id: int, *, by: Actor, at: datetime) -> None:
    """Count what a change does, for a job."""
    row = Amendment.objects.select_related("calendar").filter(pk=amendment_id).first()
    if row is not None:
        count(row, by=by, at=at)


def _following(row: Amendment, by: Actor) -> list[School]:
    """Give the schools under the calendar whose year is laid out."""
    schools = schools_under(by, row.calendar)
    known = set(laid_out(by, [school.pk for school in schools], row.starts_in))
    return [school for school in schools if school.pk in known]


def _effects(row: Amendment, schools: Sequence[School], by: Actor) -> list[dict[str, Any]]:
    ids = [school.calendar_id for school in schools if school.calendar_id]
    days = days_of_many(by, ids, row.starts_in, {row.calendar_id: from_data(row.after)})
    found = replans(by, schools, row.starts_in, days)
    own = row.school_id is not None
    return [_told(school, found[school.pk], own=own) for school in schools if found.get(school.pk)]


def _told(school: School, found: Replan, *, own: bool) -> dict[str, Any]:
    """Write down numbers, and for those who lead the school which promises they are about."""
    kinds: dict[str, Sequence[Line]] = {
        "redated": found.redated,
        "cancelled": found.cancelled,
        "created": found.created,
    }
    told: dict[str, Any] = {kind: sum(line.number for line in lines) for kind, lines in kinds.items()}
    lines = [[kind, *_line(line)] for kind, own_lines in kinds.items() for line in own_lines] if own else []
    return told | {"name": school.name, "kept": found.kept, "lines": lines}


def _line(line: Line) -> list[Any]:
    return [line.title, line.number, *(day.isoformat() if day else None for day in (line.was, line.now))]


def _batches(schools: Sequence[School]) -> Iterator[list[School]]:
    left = iter(schools)
    while some := list(islice(left, TOGETHER)):
        yield some
