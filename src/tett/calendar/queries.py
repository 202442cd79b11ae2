"""Reading calendars; school routes are public, so that any actor may read any of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from tett.calendar.models import LevelStart, SchoolCalendar, SchoolYear, SpecialDay
from tett.calendar.rules import Days, Layer, Special, lay
from tett.calendar.words import DayKind, Level, Standing


def days_of(actor: object, calendar_id: int, starts_in: int) -> Days | None:
    """Give a calendar's days in a school year; None when nobody has said when school starts (one query, mostly)."""
    calendar = SchoolCalendar.objects.filter(pk=calendar_id).select_related("parent").first()
    return days_in(actor, calendar, starts_in) if calendar else None


def days_in(_actor: object, calendar: SchoolCalendar, starts_in: int) -> Days | None:
    """Give the days of a calendar that was read with its parent: kept until either is changed."""
    shared = calendar.parent.stamp if calendar.parent else ""
    return _kept(calendar.pk, starts_in, calendar.stamp, shared)


@lru_cache(maxsize=1024)
def _kept(calendar_id: int, starts_in: int, *_stamps: str) -> Days | None:
    """Work out a calendar's days once per process for each state it and its parent have been in."""
    return days_of_many(None, [calendar_id], starts_in).get(calendar_id)


def days_of_many(
    actor: object,  # noqa: ARG001 - public
    calendar_ids: Iterable[int],
    starts_in: int,
    instead: Mapping[int, Layer | None] | None = None,
) -> dict[int, Days]:
    """Give the days of many calendars in four queries; a calendar whose school year is unknown is missing.

    Schools without days of their own share one value with their county. ``instead`` says of some calendars what they
    would say of the year, to see what a change will do before it is made.
    """
    parents = dict(SchoolCalendar.objects.filter(pk__in=set(calendar_ids)).values_list("id", "parent_id"))
    layers = _layers({*parents, *filter(None, parents.values())}, starts_in)
    for calendar_id, layer in (instead or {}).items():
        layers.pop(calendar_id, None)
        if layer is not None:
            layers[calendar_id] = layer
    laid: dict[tuple[int, ...], Days | None] = {}
    found = {}
    for calendar_id, parent_id in parents.items():
        stack = tuple(key for key in (parent_id, calendar_id) if key in layers)
        if stack not in laid:
            laid[stack] = lay(starts_in, [layers[key] for key in stack])
        days = laid[stack]
        if days is not None:
            found[calendar_id] = days
    return found


def layer_of(actor: object, calendar_id: int, starts_in: int) -> Layer | None:  # noqa: ARG001 - public
    """Give what a calendar itself says of a school year, or None (at most three queries)."""
    return _layers({calendar_id}, starts_in).get(calendar_id)


def years_known(actor: object, calendar: SchoolCalendar) -> list[int]:  # noqa: ARG001 - public
    """Give the school years that a calendar or its parent knows, the first one first (one query)."""
    rows = SchoolYear.objects.filter(calendar__in=[calendar.pk, calendar.parent_id or calendar.pk])
    return sorted(set(rows.values_list("starts_in", flat=True)))


def years_of(actor: object, calendar_id: int) -> list[SchoolYear]:  # noqa: ARG001 - public
    """Give a calendar's own school years with their days, the newest first, ready to be shown."""
    years = SchoolYear.objects.filter(calendar=calendar_id).order_by("-starts_in")
    return list(years.prefetch_related("level_starts", "special_days"))


def special_days_of(actor: object, calendar_id: int, starts_in: int) -> list[SpecialDay]:  # noqa: ARG001 - public
    """Give the days that a calendar itself has registered in a school year, by date."""
    own = SpecialDay.objects.filter(school_year__calendar=calendar_id, school_year__starts_in=starts_in)
    return list(own.select_related("school_year").order_by("first", "id"))


def _layers(calendar_ids: set[int], starts_in: int) -> dict[int, Layer]:
    """Read what each calendar itself says of the year."""
    years = SchoolYear.objects.filter(calendar__in=calendar_ids, starts_in=starts_in)
    rows = list(years.values_list("id", "calendar_id", "first_day", "last_day", "standing", "source"))
    year_ids = [row[0] for row in rows]
    levels = _level_starts(year_ids)
    special = _special(year_ids)
    return {
        calendar_id: Layer(first, last, tuple(levels[year_id]), tuple(special[year_id]), Standing(standing), source)
        for year_id, calendar_id, first, last, standing, source in rows
    }


def _level_starts(year_ids: list[int]) -> defaultdict[int, list[tuple[Level, date]]]:
    found = defaultdict(list)
    rows = LevelStart.objects.filter(school_year__in=year_ids)
    for year_id, level, day in rows.values_list("school_year_id", "level", "first_day"):
        found[year_id].append((Level(level), day))
    return found


def _special(year_ids: list[int]) -> defaultdict[int, list[Special]]:
    found = defaultdict(list)
    rows = SpecialDay.objects.filter(school_year__in=year_ids).order_by("first", "id")
    for year_id, kind, first, last, name in rows.values_list("school_year_id", "kind", "first", "last", "name"):
        found[year_id].append(Special(DayKind(kind), first, last, name))
    return found
