"""What may be done to what a calendar says of a school year; each gives the whole anew."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from tett.base.rules import Refusal
from tett.calendar.rules import Layer, Special
from tett.calendar.rules.holidays import easter_sunday
from tett.calendar.rules.years import require_span, require_year, school_year_name
from tett.calendar.words import DayKind, Level, Standing
from tett.route import words

SILENT = Layer(None, None)
WEEK = timedelta(weeks=1)
#: A span that has days this near Easter Sunday follows it from year to year.
NEAR_EASTER = timedelta(days=8)
ASCENSION, NEAR_ASCENSION = timedelta(days=39), timedelta(days=1)


def add(layer: Layer | None, starts_in: int, day: Special) -> Layer:
    """Add a day or a span."""
    layer = layer or SILENT
    _require_room(starts_in, layer.special, day)
    return replace(layer, special=(*layer.special, day))


def change(layer: Layer | None, starts_in: int, was: Special, day: Special) -> Layer:
    """Let a day or a span be another."""
    others = _without(layer, was)
    _require_room(starts_in, others, day)
    return replace(layer or SILENT, special=(*others, day))


def remove(layer: Layer | None, was: Special) -> Layer:
    """Take a day or a span away."""
    return replace(layer or SILENT, special=_without(layer, was))


def frame(
    layer: Layer | None,
    starts_in: int,
    first_day: date | None,
    last_day: date | None,
    level_starts: Mapping[Level, date],
    standing: Standing,
    source: str,
) -> Layer:
    """Say when the year begins and ends, for whom, and how sure that is."""
    require_year(starts_in, first_day, last_day)
    for day in level_starts.values():
        require_span(starts_in, day, day)
    levels = tuple(sorted(level_starts.items()))
    return Layer(first_day, last_day, levels, (layer or SILENT).special, standing, source.strip())


def next_year(before: Layer, starts_in: int) -> Layer:
    """Make a proposal of the year before: the same weeks and weekdays, but what is about Easter follows Easter."""
    return Layer(
        _shift(before.first_day, starts_in) if before.first_day else None,
        _shift(before.last_day, starts_in) if before.last_day else None,
        tuple((level, _shift(day, starts_in)) for level, day in before.level_starts),
        tuple(_next_span(row, starts_in) for row in before.special),
        Standing.PROPOSED,
        words_of_source(starts_in - 1),
    )


def words_of_source(starts_in: int) -> str:
    """Name the year that another was made from; kept with the data, so in the language that the school writes."""
    return f"Forslag, laget fra skoleruta {school_year_name(starts_in)}."


def _without(layer: Layer | None, was: Special) -> tuple[Special, ...]:
    if layer is None or was not in layer.special:
        raise Refusal(words.GONE)
    return tuple(row for row in layer.special if row != was)


def _require_room(starts_in: int, others: tuple[Special, ...], day: Special) -> None:
    require_span(starts_in, day.first, day.last)
    for row in others:
        if (row.kind, row.first, row.last) == (day.kind, day.first, day.last):
            raise Refusal(words.THERE_ALREADY.format(name=row.name or row.kind.label))


# -- from one year to the next ---------------------------------------------------------------------------------------


def _next_span(row: Special, starts_in: int) -> Special:
    """Move a span to the year that begins in ``starts_in``."""
    easter = easter_sunday(starts_in)
    if row.kind in {DayKind.BREAK, DayKind.FREE} and _follows(row, easter):
        first = row.first + (easter_sunday(starts_in + 1) - easter)
    elif date(starts_in - 1, 12, 25) in row:
        first = row.first + 52 * WEEK  # Christmas has a date, and no week of its own
    else:
        first = _shift(row.first, starts_in)
    return replace(row, first=first, last=first + (row.last - row.first))


def _follows(row: Special, easter: date) -> bool:
    """Tell whether a span is about Easter, or about Ascension Day, which follows it."""
    about = ((easter, NEAR_EASTER), (easter + ASCENSION, NEAR_ASCENSION))
    return any(row.first - near <= day <= row.last + near for day, near in about)


def _shift(day: date, starts_in: int) -> date:
    """Give the same weekday of the ISO week with the same number a year on; kept inside the new school year."""
    year, week, weekday = day.isocalendar()
    last = date(year + 1, 12, 28).isocalendar().week
    found = date.fromisocalendar(year + 1, min(week, last), weekday)
    begins, ends = date(starts_in, 8, 1), date(starts_in + 1, 7, 31)
    if found < begins:
        return found + WEEK
    return found - WEEK if found > ends else found
