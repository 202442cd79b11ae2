"""Laying the adopted plan out over a school year: what is missing is made, what changed follows, the rest stands."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils.translation import override

from tett.access.rules import Actor
from tett.audit.actions import record_all
from tett.base.actions import let_others_write
from tett.base.models import new_public_ids
from tett.base.rules import Refusal
from tett.calendar.rules import school_year_name
from tett.people.models import School
from tett.tasks.actions import bulk
from tett.year import words
from tett.year.access import may_unfold
from tett.year.actions.duties import give_duties
from tett.year.models import Unfolding
from tett.year.queries.inputs import Plan, plans_of, settings_of, stored_of
from tett.year.rules import Cache, Change, Difference, Expected, Setting, Wanted, difference, expected

logger = logging.getLogger(__name__)

#: Schools that are read, compared and written together: few enough to keep in memory and to let others write soon.
TOGETHER = 8
Laid = dict[int, tuple[Expected, Difference]]


def unfold(school: School, starts_in: int, *, by: Actor, at: datetime) -> Unfolding:
    """Lay out a school's year and tell what that changed; doing it again changes nothing."""
    if not may_unfold.allows(by, school):
        raise Refusal(words.NOT_YOURS)
    _together([school.pk], starts_in, by, at, Cache())
    done = Unfolding.objects.filter(school=school, starts_in=starts_in).first()
    if done is None:
        raise Refusal(_why_not(school.pk, starts_in, by))
    return done


def unfold_many(
    school_ids: Iterable[int],
    starts_in: int,
    *,
    by: Actor,
    at: datetime,
    progress: Callable[[int], object] | None = None,
) -> dict[int, int]:
    """Lay out the year of many schools, for jobs and commands: they act for the system, so nobody is asked.

    Gives how many rows were written for each school. ``progress`` is told how many schools are done. Schools without
    a plan or a calendar are passed over; one that fails is logged, and doesn't keep the others from theirs.
    """
    written: dict[int, int] = {}
    cache = Cache()
    for some in _batches(school_ids):
        try:
            written |= _together(some, starts_in, by, at, cache)
        except Exception:  # whatever one school has wrong, the others shall have their year
            logger.exception("Laying out the year together failed, trying each school alone.")
            written |= _one_by_one(some, starts_in, by, at)
        let_others_write()
        if progress:
            progress(len(written))
    return written


def _one_by_one(school_ids: Sequence[int], starts_in: int, by: Actor, at: datetime) -> dict[int, int]:
    written: dict[int, int] = {}
    for school_id in school_ids:
        try:
            written |= _together([school_id], starts_in, by, at, Cache())
        except Exception:
            logger.exception("The year of school %d could not be laid out.", school_id)
    return written


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    left = iter(sorted(ids))
    while some := list(islice(left, TOGETHER)):
        yield some


@transaction.atomic
def _together(school_ids: Sequence[int], starts_in: int, by: Actor, at: datetime, cache: Cache) -> dict[int, int]:
    """Lay out some schools' year in one transaction, in the same number of queries as for one school."""
    schools = _held(school_ids)
    plans = plans_of(by, school_ids)
    settings = settings_of(by, schools, plans, starts_in, cache)
    if not settings:
        return dict.fromkeys(school_ids, 0)
    plans = give_duties(schools, {pk: plans[pk] for pk in settings}, by=by)
    stored = stored_of(by, list(settings), starts_in)
    laid: Laid = {}
    for pk, setting in settings.items():
        own = _with_duties(setting, plans[pk])
        wanted = expected(own)
        laid[pk] = (wanted, difference(own, wanted, stored.pop(pk)))
    _write(laid, by, at)
    _tell(laid, plans, starts_in, by, at)
    return dict.fromkeys(school_ids, 0) | {pk: _size(found) for pk, (_, found) in laid.items()}


def _held(school_ids: Sequence[int]) -> list[School]:
    """Hold the schools, so that two who lay out the same year do it one after the other.

    The lock lets others go on referring to the school meanwhile.
    """
    rows = School.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=school_ids)
    return list(rows.order_by("pk"))


def _with_duties(setting: Setting, plan: Plan) -> Setting:
    return Setting(plan.promises, setting.times, setting.roster, setting.today, setting.begun)


# -- writing -------------------------------------------------------------------------------------------------------


def _write(laid: Laid, by: Actor, at: datetime) -> None:
    bulk.restore([key for _, found in laid.values() for key in found.restored], by=by, at=at)
    bulk.alter([_altered(change) for _, found in laid.values() for change in found.changes], by=by, at=at)
    with override("nb"):
        reasons = {key: str(why.label) for _, found in laid.values() for key, why in found.cancelled.items()}
    bulk.cancel(reasons, by=by, at=at)
    bulk.lay_out([row for pk, (e, found) in laid.items() for row in _rows(pk, e, found.new)], by=by, at=at)
    seen = [row for pk, (e, found) in laid.items() for row in _rows(pk, e, found.seen)]
    bulk.lay_out(seen, by=by, at=at, seen=True)


def _rows(school: int, wanted: Expected, new: Sequence[Wanted]) -> Iterator[tuple[object, ...]]:
    """Give new tasks in the order of ``bulk.NEW``."""
    student, staff = wanted.students.get, wanted.staff.get
    for public_id, (duty, key, slot, opens, due, person, stands_in, department, school_class) in zip(
        new_public_ids(len(new)), new, strict=True
    ):
        yield (
            public_id, duty, school, key, slot, opens, due, person, stands_in, department, school_class,
            student(key), staff(key),
        )  # fmt: skip


def _altered(change: Change) -> bulk.Altered:
    _, _, _, opens, due, person, stands_in, department, school_class = change.now
    return bulk.Altered(
        change.task_id, opens, due, person, bool(stands_in), change.given, department, school_class,
        was_due=change.was[4], was_responsible_id=change.was[5],
    )  # fmt: skip


def _tell(laid: Laid, plans: Mapping[int, Plan], starts_in: int, by: Actor, at: datetime) -> None:
    """Write down once per school what the laying out changed; nothing when it changed nothing."""
    told = set(Unfolding.objects.filter(school__in=laid, starts_in=starts_in).values_list("school", "edition"))
    rows = [
        Unfolding(
            school_id=pk,
            edition_id=plans[pk].edition,
            starts_in=starts_in,
            at=at,
            by_id=by.person_id,
            created=len(found.new),
            changed=len({change.task_id for change in found.changes}.union(found.restored)),
            cancelled=len(found.cancelled),
        )
        for pk, (_, found) in laid.items()
        if found or (pk, plans[pk].edition) not in told
    ]
    made = Unfolding.objects.bulk_create(rows)
    record_all("year.unfolded", [(row, _facts(row)) for row in made], by=by, at=at)


def _facts(row: Unfolding) -> dict[str, int]:
    return {
        "starts_in": row.starts_in,
        "created": row.created,
        "changed": row.changed,
        "cancelled": row.cancelled,
    }


def _size(found: Difference) -> int:
    return (
        len(found.new) + len(found.seen) + len(found.changes) + len(found.cancelled)
        + len(set(found.restored) - {change.task_id for change in found.changes})
    )  # fmt: skip


def _why_not(school: int, starts_in: int, by: Actor) -> object:
    if school not in plans_of(by, [school]):
        return words.NO_PLAN
    return words.NO_CALENDAR.format(year=school_year_name(starts_in))
