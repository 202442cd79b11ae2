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
#: An octet of UTF-8 that doesn't begin a character.
_CONTINUES, _CONTINUED = 0xC0, 0x80


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
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        _property("NAME", name),
        _property("X-WR-CALNAME", name),
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
    ]
    return "\r\n".join([*head, *map(_event, happenings), "END:VCALENDAR\r\n"]).encode()


def escape(text: str) -> str:
    """Write a text as a value; characters that no calendar may hold are left out."""
    return "".join(filter(_allowed, text)).translate(_ESCAPED) if not text.isprintable() else text.translate(_ESCAPED)


def fold(line: str) -> str:
    """Break a line so that none is too long, never inside a character."""
    if len(line) <= WIDEST and line.isascii():
        return line
    octets = line.encode()
    return line if len(octets) <= WIDEST else b"\r\n ".join(_pieces(octets)).decode()


def _pieces(octets: bytes) -> Iterator[bytes]:
    """Cut after at most 75 octets; the space that a continued line begins with counts too."""
    start, room = 0, WIDEST
    while start < len(octets):
        end = start + room
        while end < len(octets) and octets[end] & _CONTINUES == _CONTINUED:
            end -= 1
        yield octets[start:end]
        start, room = end, WIDEST - 1


@lru_cache(maxsize=4096)
def _property(name: str, text: str) -> str:
    """Write a text with its name; most are said of many days."""
    return fold(f"{name}:{escape(text)}")


def _event(row: Happening) -> str:
    uid, first, last, title, changed_at, times, text, address = row
    changed = _moment(changed_at)
    more = f"{_property('DESCRIPTION', text)}\r\n" if text else ""
    more += f"{fold(f'URL:{address}')}\r\n" if address else ""
    more += f"SEQUENCE:{times}\r\n" if times else ""
    return (
        f"BEGIN:VEVENT\r\n{fold(f'UID:{uid}')}\r\nDTSTAMP:{changed}\r\n{_days(first, last)}\r\n"
        f"{_property('SUMMARY', title)}\r\n{more}LAST-MODIFIED:{changed}\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT"
    )


def _allowed(character: str) -> bool:
    """Tell whether a character may stand in a text: control characters may not, except the end of a line."""
    return character in "\n\t" or not (ord(character) < 0x20 or character == "\x7f")  # noqa: PLR2004 - ASCII's controls


@lru_cache(maxsize=4096)
def _days(first: date, last: date) -> str:
    """Write the days; the end is the day after the last one."""
    return f"DTSTART;VALUE=DATE:{_date(first)}\r\nDTEND;VALUE=DATE:{_date(last + _DAY)}"


def _date(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


@lru_cache(maxsize=4096)
def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
