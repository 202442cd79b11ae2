"""Changing calendars.

The audit log and the rules of who may do what stand on higher floors: whoever calls has asked whether ``by`` may, and
records what was done in the same transaction. ``by`` and ``at`` are taken so that every action in the house is called
alike.
"""

# ruff: noqa: ARG001 - by and at: see above

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from tett.base.models import new_public_id
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.calendar import words
from tett.calendar.models import LevelStart, SchoolCalendar, SchoolYear, SpecialDay
from tett.calendar.rules import Layer, Special, shipped_routes
from tett.calendar.rules.years import require_span, require_year
from tett.calendar.words import DayKind, Level, Standing


@transaction.atomic
def open_calendar(name: str, *, by: object, at: datetime, parent: SchoolCalendar | None = None) -> SchoolCalendar:
    """Begin a calendar, on top of a shared one if it has a parent."""
    if not name.strip():
        raise Refusal(words.NAME_MISSING)
    if parent is not None and parent.parent_id is not None:
        raise Refusal(words.PARENT_HAS_PARENT.format(name=parent.name))
    return SchoolCalendar.objects.create(name=name.strip(), parent=parent)


@transaction.atomic
def lay_out_year(  # noqa: PLR0913 - a school year simply has this many parts
    calendar: SchoolCalendar,
    starts_in: int,
    first_day: date | None = None,
    last_day: date | None = None,
    *,
    by: object,
    at: datetime,
    standing: Standing = Standing.DECIDED,
    source: str = "",
    level_starts: Mapping[Level, date] | None = None,
    days: Iterable[Special] | None = None,
) -> SchoolYear:
    """Write down a school year, or write it anew: what is the same keeps its rows.

    Without first and last day the year goes by the parent's. ``level_starts`` and ``days`` replace what is there; None
    leaves it alone.
    """
    require_year(starts_in, first_day, last_day)
    locked(calendar)
    facts = {"first_day": first_day, "last_day": last_day, "standing": standing, "source": source}
    year, _ = SchoolYear.objects.update_or_create(calendar=calendar, starts_in=starts_in, defaults=facts)
    if level_starts is not None:
        _replace_level_starts(year, level_starts)
    if days is not None:
        _replace_days(year, days)
    _stamp_anew(calendar.pk)
    return year


def write_layer(
    calendar: SchoolCalendar, starts_in: int, layer: Layer | None, *, by: object, at: datetime
) -> SchoolYear | None:
    """Let a calendar say exactly this of a school year, or nothing."""
    if layer is None:
        _forget_year(calendar, starts_in)
        return None
    return lay_out_year(
        calendar, starts_in, layer.first_day, layer.last_day, by=by, at=at, standing=layer.standing,
        source=layer.source, level_starts=dict(layer.level_starts), days=layer.special,
    )  # fmt: skip


@transaction.atomic
def _forget_year(calendar: SchoolCalendar, starts_in: int) -> None:
    SchoolYear.objects.filter(calendar=calendar, starts_in=starts_in).delete()
    _stamp_anew(calendar.pk)


@transaction.atomic
def start_level(year: SchoolYear, level: Level, first_day: date, *, by: object, at: datetime) -> LevelStart:
    """Say when one level begins."""
    require_span(year.starts_in, first_day, first_day)
    row, _ = LevelStart.objects.update_or_create(school_year=year, level=level, defaults={"first_day": first_day})
    _stamp_anew(year.calendar_id)
    return row


@transaction.atomic
def add_day(
    year: SchoolYear,
    kind: DayKind,
    name: str,
    first: date,
    last: date | None = None,
    *,
    by: object,
    at: datetime,
) -> SpecialDay:
    """Register a day or a span of days; the same one twice is one, with the newest name."""
    last = last or first
    require_span(year.starts_in, first, last)
    row, _ = SpecialDay.objects.update_or_create(
        school_year=year, kind=kind, first=first, last=last, defaults={"name": name.strip()}
    )
    _stamp_anew(year.calendar_id)
    return row


@transaction.atomic
def remove_day(day: SpecialDay, *, by: object, at: datetime) -> None:
    """Take a registered day away; once gone, it stays gone."""
    SpecialDay.objects.filter(pk=day.pk).delete()
    _stamp_anew(day.school_year.calendar_id)


def _stamp_anew(calendar_id: int) -> None:
    """Let everybody who has kept the calendar's days work them out again."""
    SchoolCalendar.objects.filter(pk=calendar_id).update(stamp=new_public_id())


@transaction.atomic
def load_routes(calendar: SchoolCalendar, *, by: object, at: datetime) -> list[SchoolYear]:
    """Take in the school routes of Innlandet that Tett ships, and give those that were new.

    A year that is there already is left alone, unless it was only proposed and the shipped one is decided.
    """
    locked(calendar)
    there = dict(SchoolYear.objects.filter(calendar=calendar).values_list("starts_in", "standing"))
    wanted = [(year, route) for year, route in shipped_routes().items() if _is_better(route.standing, there.get(year))]
    return [row for year, route in wanted if (row := write_layer(calendar, year, route, by=by, at=at))]


def _is_better(shipped: str, there: str | None) -> bool:
    return there is None or (there == Standing.PROPOSED and shipped == Standing.DECIDED)


def _replace_level_starts(year: SchoolYear, wanted: Mapping[Level, date]) -> None:
    there = {Level(row.level): row for row in LevelStart.objects.filter(school_year=year)}
    LevelStart.objects.filter(school_year=year).exclude(level__in=wanted).delete()
    for level, day in wanted.items():
        require_span(year.starts_in, day, day)
        if level not in there or there[level].first_day != day:
            LevelStart.objects.update_or_create(school_year=year, level=level, defaults={"first_day": day})


def _replace_days(year: SchoolYear, days: Iterable[Special]) -> None:
    wanted = {(day.kind, day.first, day.last): day for day in days}.values()
    for day in wanted:
        require_span(year.starts_in, day.first, day.last)
    there = {_as_special(row): row.pk for row in SpecialDay.objects.filter(school_year=year)}
    SpecialDay.objects.filter(pk__in=[pk for day, pk in there.items() if day not in wanted]).delete()
    for day in wanted:
        if day not in there:
            SpecialDay.objects.create(school_year=year, kind=day.kind, name=day.name, first=day.first, last=day.last)


def _as_special(row: SpecialDay) -> Special:
    return Special(DayKind(row.kind), row.first, row.last, row.name)
