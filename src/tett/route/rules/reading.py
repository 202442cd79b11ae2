"""What becomes of a file's lines: which days are new, moved or there already, and what is odd."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from tett.calendar.rules import Layer, Special, school_year_holidays, school_year_name, school_year_of
from tett.calendar.words import DayKind, Level
from tett.route import words
from tett.route.rules.edits import SILENT
from tett.route.rules.lines import Line, Meaning, meaning_of
from tett.route.words import Found


class Told(NamedTuple):
    """A line and what became of it."""

    number: int
    title: str
    kind: str
    first: str
    last: str
    found: Found
    why: str = ""


@dataclass(frozen=True)
class Ground:
    """What a file is laid on: the year, what the calendar says now, and what the one beneath says."""

    starts_in: int
    own: Layer | None
    shared: Layer | None = None


@dataclass
class Reading:
    """A file as it was read, and what the calendar says when it is taken in."""

    layer: Layer
    told: list[Told] = field(default_factory=list)


def read(lines: Sequence[Line], ground: Ground) -> Reading:
    """Lay the lines on what is there; nothing that is there is taken away."""
    reading = _Reader(lines, ground)
    for line in lines:
        reading.take(line)
    reading.tell_what_stays()
    return Reading(reading.layer, reading.told)


class _Reader:
    """Takes one line at a time."""

    def __init__(self, lines: Iterable[Line], ground: Ground) -> None:
        self.ground, self.layer = ground, ground.own or SILENT
        self.told: list[Told] = []
        self.met: set[tuple[Meaning, date, date]] = set()
        self.holidays = {day for day, _ in school_year_holidays(ground.starts_in)}
        self.names = Counter(_key(meaning.kind, line.title) for line in lines if (meaning := meaning_of(line)))

    def take(self, line: Line) -> None:
        """Find out what a line means, and do it."""
        problem = line.problem or _problem(line, self.ground.starts_in)
        meaning = meaning_of(line)
        if problem or line.first is None or line.last is None:
            self._tell(line, meaning, Found.ODD, problem or words.LINE_NO_DATE)
        elif meaning is None:
            self._unknown(line, line.first)
        elif (meaning, line.first, line.last) in self.met:
            self._tell(line, meaning, Found.ODD, words.LINE_TWICE)
        else:
            self.met.add((meaning, line.first, line.last))
            self._place(line, meaning, line.first, line.last)

    def tell_what_stays(self) -> None:
        """Tell of days that the file doesn't know: a list that lacks something takes nothing away."""
        met = {(meaning.kind, first, last) for meaning, first, last in self.met}
        for row in self.layer.special:
            if (row.kind, row.first, row.last) not in met:
                line = Line(0, row.name or str(row.kind.label), row.first, row.last)
                self._tell(line, Meaning(row.kind), Found.SAME, words.LINE_STAYS)

    def _place(self, line: Line, meaning: Meaning, first: date, last: date) -> None:
        if meaning.kind is None:
            self._frame(line, meaning, first if meaning.begins else last)
            return
        day = Special(meaning.kind, first, last, line.title.strip()[:80])
        self._day(line, meaning, day)

    def _day(self, line: Line, meaning: Meaning, day: Special) -> None:
        there = _same_span(self.layer, day)
        if there is not None:
            self._named(line, meaning, there, day)
        elif (shared := self._shared(day)) is not None:
            self._tell(line, meaning, *shared)
        elif (was := self._moved_from(day)) is not None:
            self._replace(was, day)
            self._tell(line, meaning, Found.MOVED, words.LINE_MOVED.format(was=_span(was)))
        else:
            self.layer = replace(self.layer, special=(*self.layer.special, day))
            self._tell(line, meaning, Found.NEW)

    def _named(self, line: Line, meaning: Meaning, there: Special, day: Special) -> None:
        if _same_name(there, day):
            self._tell(line, meaning, Found.SAME)
            return
        self._replace(there, day)
        self._tell(line, meaning, Found.RENAMED, words.LINE_RENAMED.format(was=there.name or there.kind.label))

    def _shared(self, day: Special) -> tuple[Found, object] | None:
        """Tell whether the calendar beneath has the day, or has it at another time."""
        if self.ground.shared is None:
            return None
        if _same_span(self.ground.shared, day) is not None:
            return Found.SAME, words.LINE_FROM_COUNTY
        named = {_key(row.kind, row.name) for row in self.ground.shared.special if row.kind == DayKind.BREAK}
        return (Found.ODD, words.LINE_COUNTYS) if _key(day.kind, day.name) in named else None

    def _moved_from(self, day: Special) -> Special | None:
        """Give the one day with the same name, when the file has the name once too and the day isn't in it."""
        key = _key(day.kind, day.name)
        alike = [row for row in self.layer.special if row.name and _key(row.kind, row.name) == key]
        return alike[0] if len(alike) == 1 and self.names[key] == 1 else None

    def _replace(self, was: Special, day: Special) -> None:
        self.layer = replace(self.layer, special=(*(row for row in self.layer.special if row != was), day))

    def _frame(self, line: Line, meaning: Meaning, day: date) -> None:
        """Set where the year begins or ends, unless that is the county's to say."""
        if meaning.level is not None:
            self._level(line, meaning, meaning.level, day)
            return
        shared = self.ground.shared if self.ground.shared and self.ground.shared.first_day else None
        under = shared or self.layer
        now = under.first_day if meaning.begins else under.last_day
        if now == day:
            self._tell(line, meaning, Found.SAME, words.LINE_FROM_COUNTY if shared else "")
        elif shared is not None:
            self._tell(line, meaning, Found.ODD, words.LINE_COUNTYS)
        else:
            layer = self.layer
            self.layer = replace(layer, first_day=day) if meaning.begins else replace(layer, last_day=day)
            self._moved(line, meaning, now)

    def _level(self, line: Line, meaning: Meaning, level: Level, day: date) -> None:
        levels = dict(self.layer.level_starts)
        now = levels.get(level)
        if now == day:
            self._tell(line, meaning, Found.SAME)
            return
        self.layer = replace(self.layer, level_starts=tuple(sorted((levels | {level: day}).items())))
        self._moved(line, meaning, now)

    def _moved(self, line: Line, meaning: Meaning, was: date | None) -> None:
        found = Found.MOVED if was else Found.NEW
        self._tell(line, meaning, found, words.LINE_MOVED.format(was=_norwegian(was)) if was else "")

    def _unknown(self, line: Line, first: date) -> None:
        if line.kind.strip():
            self._tell(line, None, Found.ODD, words.LINE_UNKNOWN_TYPE.format(text=line.kind.strip()[:40]))
        elif first in self.holidays and line.first == line.last:
            self._tell(line, None, Found.SAME, words.LINE_HOLIDAY)
        else:
            self._tell(line, None, Found.ODD, words.LINE_UNKNOWN)

    def _tell(self, line: Line, meaning: Meaning | None, found: Found, why: object = "") -> None:
        kind = str(meaning.kind.label) if meaning and meaning.kind else ""
        days = [day.isoformat() if day else "" for day in (line.first, line.last)]
        self.told.append(Told(line.number, line.title.strip()[:120], kind, days[0], days[1], found, str(why)))


def _problem(line: Line, starts_in: int) -> str:
    if line.first is None or line.last is None:
        return ""
    if line.last < line.first:
        return str(words.LINE_ORDER)
    if {school_year_of(line.first), school_year_of(line.last)} != {starts_in}:
        return words.LINE_OUTSIDE.format(year=school_year_name(starts_in))
    return ""


def _same_span(layer: Layer, day: Special) -> Special | None:
    key = (day.kind, day.first, day.last)
    return next((row for row in layer.special if (row.kind, row.first, row.last) == key), None)


def _same_name(there: Special, day: Special) -> bool:
    """Take no notice of capitals, nor of a day without a name being called by its kind."""
    return (there.name or str(there.kind.label)).casefold() == (day.name or str(day.kind.label)).casefold()


def _key(kind: DayKind | None, name: str) -> tuple[DayKind | None, str]:
    return kind, name.strip().casefold()


def _span(day: Special) -> str:
    first, last = _norwegian(day.first), _norwegian(day.last)
    return first if first == last else f"{first}–{last}"


def _norwegian(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""
