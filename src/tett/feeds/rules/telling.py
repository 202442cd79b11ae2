"""What a feed tells of tasks and school days: when, and what it is about, never who."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from tett.calendar.rules import Days
from tett.calendar.rules.ical import Happening
from tett.calendar.words import Level
from tett.feeds import words

#: Changes with how feeds are written, so that everybody's program asks anew.
EDITION = "1"
#: What the name of a happening doesn't hold.
_ODD = re.compile(r"[^\w.-]", re.ASCII)


class Due(NamedTuple):
    """An open task as a feed knows it, its days as text: ``many`` tells that others like it are about other persons."""

    task_id: int
    public_id: str
    duty: str
    title: str
    slot: str
    opens: str
    due: str
    whom: str
    many: bool
    #: Who has it to do, by number: never told.
    holder: int | None


class Moved(NamedTuple):
    """How many times a task was given other days, and when last."""

    times: int
    at: datetime


class Frame(NamedTuple):
    """What is the same for all lines of a feed: the site, the pattern of addresses, and when nothing has changed."""

    host: str
    address: str
    unchanged: datetime
    text: str


def tag_of(*parts: object) -> str:
    """Give the tag of what a feed is made of: the same as long as nothing is changed."""
    return blake2b(repr((EDITION, *parts)).encode(), digest_size=16).hexdigest()


def tell_tasks(rows: Iterable[Due], moved: dict[int, Moved], frame: Frame) -> Iterator[Happening]:
    """Tell of tasks by the day they are due; what is alike but for the person is told once."""
    told, never = Counter[str](), Moved(0, frame.unchanged)
    title_of, text_of = lru_cache(_titles()), lru_cache(_texts(frame.text))
    before, _, after = frame.address.partition("{id}")
    for own in _alike(rows):
        _task, public_id, duty, title, slot, opens, due, whom, many, _holder = own[0]
        key = _numbered(f"{duty}.{slot}.{whom}", told) if many else public_id
        times, at = _moved(own, moved, never) if moved else never
        day = date.fromisoformat(due)
        yield Happening(
            f"{key}@{frame.host}",
            day,
            day,
            title_of(title, whom, len(own)),
            at,
            times,
            text_of(opens),
            f"{before}{public_id}{after}",
        )


def _alike(rows: Iterable[Due]) -> Iterable[list[Due]]:
    """Put together what is alike but for the person."""
    found: dict[object, list[Due]] = {}
    for row in rows:
        key = (row.duty, row.slot, row.whom, row.due) if row.many else row.task_id
        found.setdefault(key, []).append(row)
    return found.values()


def _numbered(key: str, told: Counter[str]) -> str:
    """Give the name of a happening, with a number from the second one on; it holds only what such names may."""
    safe = _ODD.sub("-", key)
    told[safe] += 1
    return f"{safe}.{told[safe]}" if told[safe] > 1 else safe


def tell_days(days: Days | None, level: Level | None, host: str, unchanged: datetime) -> Iterator[Happening]:
    """Tell of the school days that differ, and where the year begins and ends."""
    if days is None:
        return
    own = days.for_level(level)
    for row in own.special:
        name = row.name or str(row.kind.label)
        yield _happening(f"{row.kind.value}-{row.first}-{row.last}", row.first, row.last, name, host, unchanged)
    for name, label, day in (
        ("first", words.FIRST_DAY, own.first_day),
        ("last", words.LAST_DAY, own.last_day),
    ):
        yield _happening(f"{name}-{days.starts_in}", day, day, str(label), host, unchanged)


def _happening(key: str, first: date, last: date, name: str, host: str, at: datetime) -> Happening:
    return Happening(f"day-{key}@{host}", first, last, name[:1].upper() + name[1:], at)


def _moved(rows: Iterable[Due], moved: dict[int, Moved], never: Moved) -> Moved:
    found = [moved[row.task_id] for row in rows if row.task_id in moved]
    return Moved(sum(m.times for m in found), max(m.at for m in found)) if found else never


def _titles() -> Callable[[str, str, int], str]:
    """Give a way to say what is due, in the language of now."""
    due, with_whom, many = str(words.DUE), str(words.WITH), str(words.MANY)

    def say(title: str, whom: str, number: int) -> str:
        said = due.replace("{title}", title)
        if whom:
            said = with_whom.replace("{title}", said).replace("{whom}", whom)
        return many.replace("{title}", said).replace("{number}", str(number)) if number > 1 else said

    return say


def _texts(pattern: str) -> Callable[[str], str]:
    """Give a way to say from which day it can be done."""
    return lambda opens: pattern.replace("{day}", _day(opens))


def _day(text: str) -> str:
    day = date.fromisoformat(text)
    return f"{day.day}.{day.month}."


def year_began(starts_in: int) -> datetime:
    """Give the moment that stands for "never changed": the same whenever one asks."""
    return datetime(starts_in, 8, 1, tzinfo=UTC)
