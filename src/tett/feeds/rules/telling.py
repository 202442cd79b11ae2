"""What a feed tells of tasks and school days: when, and what it is about, never who."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
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
    """An open task as a feed knows it: ``many`` tells that others like it are about other persons."""

    task_id: int
    public_id: str
    duty: str
    title: str
    slot: str
    opens: date
    due: date
    whom: str
    many: bool
    #: Who has it to do, by number: never told.
    holder: int | None = None


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


def tell_tasks(rows: Sequence[Due], moved: dict[int, Moved], frame: Frame) -> Iterator[Happening]:
    """Tell of tasks by the day they are due; what is alike but for the person is told once."""
    alike: dict[tuple[object, ...], list[Due]] = defaultdict(list)
    for row in rows:
        alike[(row.duty, row.slot, row.whom, row.due) if row.many else (row.task_id,)].append(row)
    told: dict[str, int] = defaultdict(int)
    days: dict[date, str] = {}
    phrases = (str(words.DUE), str(words.WITH), str(words.MANY))
    for own in alike.values():
        first = own[0]
        key = _safe(f"{first.duty}.{first.slot}.{first.whom}") if first.many else first.public_id
        told[key] += 1
        again = f".{told[key]}" if told[key] > 1 else ""
        times, at = _moved(own, moved, frame.unchanged)
        opens = days.get(first.opens) or days.setdefault(first.opens, _day(first.opens))
        yield Happening(
            f"{key}{again}@{frame.host}",
            first.due,
            first.due,
            _title(first, len(own), phrases),
            at,
            times,
            frame.text.replace("{day}", opens),
            frame.address.replace("{id}", first.public_id),
        )


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


def _moved(rows: Iterable[Due], moved: dict[int, Moved], unchanged: datetime) -> Moved:
    found = [moved[row.task_id] for row in rows if row.task_id in moved] if moved else []
    return Moved(sum(m.times for m in found), max(m.at for m in found)) if found else Moved(0, unchanged)


def _title(row: Due, number: int, phrases: tuple[str, str, str]) -> str:
    due, with_whom, many = phrases
    title = due.replace("{title}", row.title)
    if row.whom:
        title = with_whom.replace("{title}", title).replace("{whom}", row.whom)
    return many.replace("{title}", title).replace("{number}", str(number)) if number > 1 else title


def _safe(key: str) -> str:
    """Keep to what a name of a happening may hold."""
    return _ODD.sub("-", key)


def _day(day: date) -> str:
    return f"{day.day}.{day.month}."


def year_began(starts_in: int) -> datetime:
    """Give the moment that stands for "never changed": the same whenever one asks."""
    return datetime(starts_in, 8, 1, tzinfo=UTC)
