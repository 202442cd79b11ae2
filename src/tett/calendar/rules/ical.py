"""Writing iCalendar (RFC 5545): whole days only, so that no time zone can shift them.

Calendar programs ask for the same few hundred days again and again, so this writes lines and nothing else; that a real
reader understands them is tested with one.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

#: Octets on one line, the break not counted (RFC 5545, 3.1).
WIDEST = 75
PRODUCT = "-//Tett//Skolemiljo//NO"
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})
_DAY = timedelta(days=1)


class Happening(NamedTuple):
    """Something on a day, or on several in a row; ``changed`` is when it was last changed, and how many times."""

    uid: str
    first: date
    last: date
    title: str
    changed: datetime
    times_changed: int = 0
    text: str = ""
    address: str = ""


def write(name: str, happenings: Iterable[Happening]) -> bytes:
    """Write a calendar."""
    title = escape(name)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{title}",
        f"X-WR-CALNAME:{title}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
    ]
    for happening in happenings:
        lines += _event(happening)
    lines.append("END:VCALENDAR\r\n")
    return "\r\n".join([line if len(line) <= WIDEST and line.isascii() else fold(line) for line in lines]).encode()


def escape(text: str) -> str:
    """Write a text as a value; characters that no calendar may hold are left out."""
    return "".join(filter(_allowed, text)).translate(_ESCAPED) if not text.isprintable() else text.translate(_ESCAPED)


def fold(line: str) -> str:
    """Break a line so that none is too long, never inside a character."""
    return "\r\n ".join(_pieces(line))


def _pieces(line: str) -> Iterator[str]:
    """Cut after at most 75 octets; the space that a continued line begins with counts too."""
    start = used = 0
    room = WIDEST
    for at, character in enumerate(line):
        size = len(character.encode())
        if used + size > room:
            yield line[start:at]
            start, used, room = at, 0, WIDEST - 1
        used += size
    yield line[start:]


def _event(row: Happening) -> Iterator[str]:
    changed = _moment(row.changed)
    yield "BEGIN:VEVENT"
    yield f"UID:{row.uid}"
    yield f"DTSTAMP:{changed}"
    yield f"DTSTART;VALUE=DATE:{_date(row.first)}"
    yield f"DTEND;VALUE=DATE:{_date(row.last + _DAY)}"
    yield f"SUMMARY:{escape(row.title)}"
    if row.text:
        yield f"DESCRIPTION:{escape(row.text)}"
    if row.address:
        yield f"URL:{row.address}"
    if row.times_changed:
        yield f"SEQUENCE:{row.times_changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _allowed(character: str) -> bool:
    """Tell whether a character may stand in a text: control characters may not, except the end of a line."""
    return character in "\n\t" or not (ord(character) < 0x20 or character == "\x7f")  # noqa: PLR2004 - ASCII's controls


@lru_cache(maxsize=4096)
def _date(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


@lru_cache(maxsize=4096)
def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
