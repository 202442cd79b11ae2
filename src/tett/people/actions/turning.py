"""A school's classes, students and roles from one school year to the next, all at once; and back.

The caller holds the school in a transaction, and has decided who goes where. The same few questions to the database
however many there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from django.db import models, transaction
from django.db.models import ProtectedError

from tett.access.rules import Actor
from tett.audit.actions import record_all
from tett.base.actions import insert_rows
from tett.base.models import new_public_ids
from tett.people.actions import roster_changed
from tett.people.actions.steps import ask_to_staff
from tett.people.models import Assignment, Enrolment, School, SchoolClass
from tett.people.rules.turning import Ending, Made, Trail, Turning

M = TypeVar("M", Assignment, Enrolment)
PLACE = ("public_id", "student", "school", "school_class", "starts", "basis", "lodging")
ROLE = ("public_id", "person", "role", "owner", "school", "school_class", "starts", "ends")


class PutBack(NamedTuple):
    """How many were put back where they were, and how many were left since somebody has changed them meanwhile."""

    restored: int
    left: int


@transaction.atomic
def turn_people(school: School, turning: Turning, *, by: Actor, at: datetime) -> Trail:
    """Open the new classes, end what ends and begin what begins; a class that is there already is taken as it is."""
    ask_to_staff(by, school)
    trail = Trail(classes=_open(school, turning))
    classes = dict(_of_year(school, turning.starts_in).values_list("name", "pk"))
    trail.ended_places = _end(Enrolment, turning.ended_places)
    trail.ended_roles = _end(Assignment, turning.ended_roles)
    trail.places = _enrol(school, turning, classes)
    trail.roles = _assign(school, turning, classes)
    _record(trail, by, at)
    _tell(school, at)
    return trail


@transaction.atomic
def turn_people_back(school: School, trail: Trail, *, by: Actor, at: datetime) -> PutBack:
    """Put back what a turn did; what somebody has changed since then stays as they left it."""
    ask_to_staff(by, school)
    moved, changed = _take_away(Enrolment, trail.places), _take_away(Assignment, trail.roles)
    restored = _restore(Enrolment, trail.ended_places, moved) + _restore(Assignment, trail.ended_roles, changed)
    _close(trail.classes)
    ended = Enrolment.objects.filter(pk__in=[row.id for row in trail.ended_places if row.id not in moved])
    record_all("student.put_back", [(row, {}) for row in ended.order_by("pk")], by=by, at=at)
    _tell(school, at)
    return PutBack(restored, len(moved) + len(changed))


def _of_year(school: School, starts_in: int) -> "models.QuerySet[SchoolClass]":
    return SchoolClass.objects.filter(school=school, starts_in=starts_in)


def _open(school: School, turning: Turning) -> list[int]:
    there = set(_of_year(school, turning.starts_in).values_list("name", flat=True))
    new = [row for row in turning.classes if row.name not in there]
    names = ("public_id", "school", "starts_in", "name", "level", "programme", "department")
    ids = new_public_ids(len(new))
    rows = [(key, school.pk, turning.starts_in, *row) for key, row in zip(ids, new, strict=True)]
    insert_rows(SchoolClass, names, rows)
    return _numbers(SchoolClass, ids)


def _end(model: type[M], endings: Sequence[Ending]) -> list[Ending]:
    """Give places or roles their last day; most end the same day."""
    by_day: dict[date, list[int]] = defaultdict(list)
    for row in endings:
        by_day[row.ends].append(row.id)
    for day, ids in by_day.items():
        model._default_manager.filter(pk__in=ids).update(ends=day)  # noqa: SLF001 - Django's documented way to the manager of any model
    return list(endings)


def _enrol(school: School, turning: Turning, classes: dict[str, int]) -> list[Made]:
    ids = new_public_ids(len(turning.places))
    rows = [
        (key, row.student_id, school.pk, classes[row.school_class], row.starts.isoformat(), row.basis, row.lodging)
        for key, row in zip(ids, turning.places, strict=True)
    ]
    insert_rows(Enrolment, PLACE, rows)
    numbers = _numbers(Enrolment, ids)
    return [Made(pk, row.instead_of) for pk, row in zip(numbers, turning.places, strict=True)]


def _assign(school: School, turning: Turning, classes: dict[str, int]) -> list[Made]:
    ids = new_public_ids(len(turning.roles))
    rows = [
        (
            key, row.person_id, row.role, school.owner_id, school.pk, classes.get(row.school_class),
            row.starts.isoformat(), row.ends.isoformat() if row.ends else None,
        )
        for key, row in zip(ids, turning.roles, strict=True)
    ]  # fmt: skip
    insert_rows(Assignment, ROLE, rows)
    numbers = _numbers(Assignment, ids)
    return [Made(pk, row.instead_of, row.ends) for pk, row in zip(numbers, turning.roles, strict=True)]


def _numbers(model: type[models.Model], public_ids: Sequence[str]) -> list[int]:
    """Give the numbers that rows got, in the order they were sent."""
    rows = model._default_manager.filter(public_id__in=public_ids)  # noqa: SLF001 - as above
    found = dict(rows.values_list("public_id", "pk"))
    return [found[key] for key in public_ids]


# -- back ----------------------------------------------------------------------------------------------------------


def _take_away(model: type[M], made: Sequence[Made]) -> set[int]:
    """Delete the rows that are as the turn made them; give whom those that aren't took over from."""
    rows = model._default_manager.filter(pk__in=[row.id for row in made])  # noqa: SLF001 - as above
    last_days = dict(rows.values_list("pk", "ends"))
    untouched = [row.id for row in made if last_days.get(row.id, row) == row.ends]
    rows.filter(pk__in=untouched).delete()
    return {row.instead_of for row in made} - {row.instead_of for row in made if row.id in set(untouched)}


def _restore(model: type[M], endings: Iterable[Ending], but: set[int]) -> int:
    """Give back the last day that a place or role had, where it is still the one that the turn gave."""
    alike: dict[tuple[date | None, date], list[int]] = defaultdict(list)
    for row in endings:
        if row.id not in but and row.was != row.ends:
            alike[row.was, row.ends].append(row.id)
    rows = model._default_manager  # noqa: SLF001 - as above
    return sum(rows.filter(pk__in=ids, ends=ends).update(ends=was) for (was, ends), ids in alike.items())


def _close(classes: Iterable[int]) -> None:
    """Take away the new classes that nobody belongs to."""
    rows = SchoolClass.objects.filter(pk__in=list(classes))
    taken = {*Enrolment.objects.filter(school_class__in=rows).values_list("school_class", flat=True)}
    taken |= {*Assignment.objects.filter(school_class__in=rows).values_list("school_class", flat=True)}
    try:
        with transaction.atomic():
            rows.exclude(pk__in=taken).delete()
    except ProtectedError:
        # Something else has come to rest on one of them: classes that nobody is in do no harm, and are found again
        # by their names the next time.
        return


def _record(trail: Trail, by: Actor, at: datetime) -> None:
    """Tell of each class, each place and each role."""
    moved, held = {row.instead_of for row in trail.places}, {row.instead_of for row in trail.roles}
    left = [row.id for row in trail.ended_places if row.id not in moved]
    ended = [row.id for row in trail.ended_roles if row.id not in held]
    told: tuple[tuple[str, Any, list[int]], ...] = (
        ("class.opened", SchoolClass, trail.classes),
        ("student.enrolled", Enrolment, [row.id for row in trail.places]),
        ("student.left", Enrolment, left),
        ("role.assigned", Assignment, [row.id for row in trail.roles]),
        ("role.ended", Assignment, ended),
    )
    for what, model, ids in told:
        rows = model._default_manager.filter(pk__in=ids).order_by("pk")  # noqa: SLF001 - as above
        record_all(what, [(row, _facts(row)) for row in rows], by=by, at=at)


def _facts(row: models.Model) -> dict[str, Any]:
    return {"role": row.role} if isinstance(row, Assignment) else {}


def _tell(school: School, at: datetime) -> None:
    transaction.on_commit(lambda: roster_changed.send(sender=School, school_id=school.pk, at=at))
