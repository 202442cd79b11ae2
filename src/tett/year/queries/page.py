"""The page of the year: the wheel, the same as a table, and as a list by month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import groupby
from textwrap import wrap

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tett.access.rules import Actor
from tett.calendar.rules import Days, school_year_name
from tett.calendar.words import MONTHS
from tett.people.models import School
from tett.ui.charts import wheel as drawing
from tett.year.queries.sight import Occurrence, Sight, Thing, sight_of
from tett.year.queries.telling import say_days
from tett.year.words import Look, Ring

#: What returns so often, or lasts so long, is told once and not in every month.
OFTEN, LONG_DAYS = 12, 100
#: What lasts so long says nothing on a circle of when, and is told beneath it.
ALL_YEAR_DAYS = 200
#: Room for words in the middle of the wheel.
TIP_WIDTH, TIP_LINES = 22, 4
AUGUST, MONTHS_A_YEAR = 8, 12


@dataclass(frozen=True)
class Group:
    """One ring's things, as a part of the table."""

    ring: Ring
    things: tuple[Thing, ...]

    @property
    def number(self) -> int:
        """Give the ring's number from the outside, which decides its colour."""
        return list(Ring).index(self.ring) + 1


@dataclass(frozen=True)
class Line:
    """Something that happens in a month."""

    thing: Thing
    when: str
    look: Look


@dataclass(frozen=True)
class Month:
    """A month of the school year."""

    name: str
    year: int
    lines: tuple[Line, ...]
    #: Days without school, as they are said.
    off: tuple[str, ...]
    now: bool
    past: bool


@dataclass(frozen=True)
class YearPage:
    """A school's year, ready to show."""

    sight: Sight
    name: str
    wheel: drawing.Wheel | None
    #: What has no time of its own on the wheel.
    all_year: tuple[Thing, ...]
    groups: tuple[Group, ...]
    steady: tuple[Thing, ...]
    months: tuple[Month, ...]
    legend: tuple[Look, ...]
    #: Breaks and single days without school, as they are said.
    off: tuple[str, ...]


def year_page(actor: Actor, school: School, starts_in: int | None = None) -> YearPage:
    """Give the page of a school's year to somebody who may see it; without one it is this year."""
    sight = sight_of(actor, school, starts_in)
    groups = tuple(Group(ring, _in_ring(sight, ring)) for ring in Ring if _in_ring(sight, ring))
    return YearPage(
        sight=sight,
        name=school_year_name(sight.starts_in),
        wheel=_wheel(sight, groups) if groups and sight.days else None,
        all_year=tuple(thing for group in groups for thing in group.things if _all_year(thing)),
        groups=groups,
        steady=tuple(thing for group in groups for thing in group.things if _steady(thing)),
        months=tuple(_months(sight)) if groups else (),
        legend=_legend(sight),
        off=tuple(words for _day, words in _days_off(sight.days)),
    )


def _in_ring(sight: Sight, ring: Ring) -> tuple[Thing, ...]:
    return tuple(thing for thing in sight.things if thing.ring == ring)


def _legend(sight: Sight) -> tuple[Look, ...]:
    """Give the looks that are there, in the order of the words."""
    there = {once.look for thing in sight.things for once in thing.occurrences}
    return tuple(look for look in Look if look in there)


# -- the wheel -----------------------------------------------------------------------------------------------------


def _wheel(sight: Sight, groups: Iterable[Group]) -> drawing.Wheel:
    timed = [(group, [thing for thing in group.things if not _all_year(thing)]) for group in groups]
    rings = [_ring(sight, group, things) for group, things in timed if things]
    months = [capfirst(str(MONTHS[(AUGUST - 1 + n) % MONTHS_A_YEAR])) for n in range(MONTHS_A_YEAR)]
    return drawing.wheel(sight.starts_in, rings, months, _breaks(sight.days), sight.today)


def _ring(sight: Sight, group: Group, things: Iterable[Thing]) -> drawing.Ring:
    return drawing.Ring(str(group.ring.label), tuple(_drawn(sight, thing) for thing in things), group.number)


def _breaks(days: Days | None) -> list[drawing.Mark]:
    return (
        [drawing.Mark(row.first, row.last, _off(row.name, row.first, row.last), "") for row in days.breaks]
        if days
        else []
    )


def _drawn(sight: Sight, thing: Thing) -> drawing.Thing:
    marks = tuple(
        drawing.Mark(
            once.opens, once.due, f"{thing.title}: {say_days(once.opens, once.due)}, {_how(sight, once)}", once.look
        )
        for once in thing.occurrences
    )
    return drawing.Thing(
        tag=thing.code,
        label=f"{thing.code} {thing.title}, {thing.when}, {_score(sight, thing)}",
        href=thing.address,
        tip=(thing.code, *_wrapped(thing.title), thing.when, _score(sight, thing)),
        marks=marks,
    )


@lru_cache(maxsize=4096)
def _wrapped(title: str) -> tuple[str, ...]:
    return tuple(wrap(title, TIP_WIDTH, max_lines=TIP_LINES, placeholder=" …"))


def _how(sight: Sight, once: Occurrence) -> str:
    if sight.progress and once.tally.all:
        return _("%(done)d av %(all)d gjort") % {"done": once.tally.done, "all": once.tally.all}
    return str(once.look.label)


def _score(sight: Sight, thing: Thing) -> str:
    if not sight.progress:
        return str(thing.look.label)
    return _("%(done)d av %(all)d gjort") % {"done": thing.tally.done, "all": thing.tally.all}


def _all_year(thing: Thing) -> bool:
    return any((once.due - once.opens).days > ALL_YEAR_DAYS for once in thing.occurrences)


# -- months --------------------------------------------------------------------------------------------------------


def _steady(thing: Thing) -> bool:
    often = len(thing.occurrences) >= OFTEN
    return often or any((once.due - once.opens).days > LONG_DAYS for once in thing.occurrences)


def _months(sight: Sight) -> Iterable[Month]:
    happening = [
        (once.opens, thing, once) for thing in sight.things if not _steady(thing) for once in thing.occurrences
    ]
    off = _days_off(sight.days)
    for n in range(MONTHS_A_YEAR):
        month = (AUGUST - 1 + n) % MONTHS_A_YEAR + 1
        first = date(sight.starts_in + (month < AUGUST), month, 1)
        lines = _lines(row for row in happening if _same_month(row[0], first))
        here = tuple(words for day, words in off if _same_month(day, first))
        if lines or here:
            now = _same_month(sight.today, first)
            past = not now and first < sight.today
            yield Month(capfirst(str(MONTHS[month - 1])), first.year, lines, here, now, past)


def _same_month(day: date, other: date) -> bool:
    return (day.year, day.month) == (other.year, other.month)


def _lines(rows: Iterable[tuple[date, Thing, Occurrence]]) -> tuple[Line, ...]:
    """Tell each thing once a month, from its first day there."""
    told = sorted(rows, key=lambda row: (row[1].code, row[0]))
    lines = []
    for _code, group in groupby(told, key=lambda row: row[1].code):
        own = list(group)
        _first, thing, once = own[0]
        lines.append((own[0][0], Line(thing, _days_of([row[2] for row in own]), once.look)))
    return tuple(line for _day, line in sorted(lines, key=lambda pair: (pair[0], pair[1].thing.code)))


def _days_of(own: Sequence[Occurrence]) -> str:
    if len(own) == 1:
        return say_days(own[0].opens, own[0].due)
    first = say_days(own[0].opens, own[0].due)
    more = ngettext("%(first)s og %(n)d gang til", "%(first)s og %(n)d ganger til", len(own) - 1)
    return more % {"first": first, "n": len(own) - 1}


def _days_off(days: Days | None) -> list[tuple[date, str]]:
    """Give breaks, free days and planning days as they are said, by their first day."""
    if days is None:
        return []
    found = [(row.first, _off(row.name, row.first, row.last)) for row in (*days.breaks, *days.free)]
    found += [(first, _off(days.name_of(first), first, last)) for first, last in _runs(days.planning_days)]
    return sorted(found)


def _runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Put days that follow each other together."""
    runs: list[tuple[date, date]] = []
    for day in days:
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _off(name: str, first: date, last: date) -> str:
    # A day's name is data, but most have a usual one that every language knows.
    return f"{capfirst(_(name) if name else name)} {say_days(first, last)}"
