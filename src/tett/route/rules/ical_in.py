"""Reading calendar files (iCalendar), one happening at a time, so that a broken one takes no other with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]  # it carries no types

from tett.base.rules import Refusal
from tett.route import words
from tett.route.rules.lines import Line, split_title

OSLO = ZoneInfo("Europe/Oslo")
DAY = timedelta(days=1)
MOST = 2_000
#: What returns more often than every day is no school day, and would never end.
TOO_OFTEN = re.compile(r"FREQ=(SECONDLY|MINUTELY|HOURLY)", re.IGNORECASE)
OLDEST = 1990


@dataclass
class _Block:
    """The lines of one part of the file, and where it begins."""

    number: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\r\n".join(self.lines)


def read_ical(data: bytes, starts_in: int) -> list[Line]:
    """Read a calendar's happenings as lines, with the number of the line where each begins."""
    zones, events = _blocks(_text(data).splitlines())
    if not events:
        raise Refusal(words.NOTHING_IN_FILE)
    if len(events) > MOST:
        raise Refusal(words.TOO_MANY.format(number=MOST))
    head = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *(zone.text for zone in zones)])
    return [line for group in _together(events) for line in _lines(head, group, starts_in)]


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _blocks(lines: list[str]) -> tuple[list[_Block], list[_Block]]:
    """Find time zones and happenings; refuse a file that doesn't hang together, with the line where it breaks."""
    found: dict[str, list[_Block]] = {"VTIMEZONE": [], "VEVENT": []}
    open_: list[str] = []
    block: _Block | None = None
    for number, line in enumerate(lines, 1):
        name, _, value = line.rstrip().partition(":")
        value = value.strip().upper()
        if name.upper() == "BEGIN":
            open_.append(value)
            if value in found and block is None:
                block = _Block(number)
        if block is not None:
            block.lines.append(line)
        if name.upper() == "END":
            _close(open_, value, number)
            if block is not None and value in found:
                found[value].append(block)
                block = None
    if open_ or not lines or "BEGIN:VCALENDAR" not in (line.strip().upper() for line in lines):
        raise Refusal(words.NOT_A_CALENDAR.format(reason=_unclosed(open_, len(lines))))
    return found["VTIMEZONE"], found["VEVENT"]


def _close(open_: list[str], value: str, number: int) -> None:
    if not open_ or open_.pop() != value:
        raise Refusal(words.NOT_A_CALENDAR.format(reason=words.BROKEN_AT.format(line=number, what=f"END:{value}"[:40])))


def _unclosed(open_: list[str], number: int) -> str:
    if not open_:
        return str(words.NO_CALENDAR_IN_FILE)
    return words.BROKEN_OFF.format(line=number, what=open_[-1][:40])


def _together(events: list[_Block]) -> Iterator[list[_Block]]:
    """Keep a returning happening with those of its occurrences that were changed; all others stand alone."""
    uids = [_uid(event) for event in events]
    changed = {uid for uid, event in zip(uids, events, strict=True) if "RECURRENCE-ID" in event.text and uid}
    for uid, event in zip(uids, events, strict=True):
        if uid not in changed:
            yield [event]
    for uid in sorted(changed):
        yield [event for own, event in zip(uids, events, strict=True) if own == uid]


def _uid(event: _Block) -> str:
    return next((line.partition(":")[2].strip() for line in event.lines if line.upper().startswith("UID")), "")


def _lines(head: str, group: list[_Block], starts_in: int) -> Iterator[Line]:
    number, text = group[0].number, "\r\n".join(block.text for block in group)
    try:
        if TOO_OFTEN.search(text):
            yield Line(
                number, _title(icalendar.Calendar.from_ical(_whole(head, group[0].text))), problem=_said("OFTEN")
            )
            return
        calendar = icalendar.Calendar.from_ical(_whole(head, text))
        yield from (_line(number, event) for event in _occurrences(calendar, starts_in))
    except (ValueError, TypeError, AttributeError, KeyError, OverflowError, IndexError):
        # The library says by many kinds of exception that a property makes no sense; each is this line's alone.
        yield Line(number, _guessed_title(group[0]), problem=_said("BROKEN"))


def _whole(head: str, text: str) -> str:
    return f"{head}\r\n{text}\r\nEND:VCALENDAR\r\n"


def _said(name: str) -> str:
    return str(getattr(words, f"LINE_{name}"))


def _occurrences(calendar: Any, starts_in: int) -> list[Any]:  # noqa: ANN401 - the library's components
    events = calendar.walk("VEVENT")
    if not any("RRULE" in event or "RDATE" in event for event in events):
        return list(events)
    if any(_local(event.start).year < OLDEST for event in events):
        return list(events)
    within = (date(starts_in, 8, 1), date(starts_in + 1, 8, 1))
    return sorted(recurring_ical_events.of(calendar).between(*within), key=lambda event: _local(event.start))


def _line(number: int, event: Any) -> Line:  # noqa: ANN401 - as above
    title, kind = split_title(_title(event))
    if "DTSTART" not in event:
        return Line(number, title, problem=str(words.LINE_NO_DATE))
    problem = _said("CANCELLED") if str(event.get("STATUS", "")).upper() == "CANCELLED" else ""
    return Line(number, title, *_days(event), kind=kind, problem=problem)


def _title(component: Any) -> str:  # noqa: ANN401 - as above
    return str(next((event.get("SUMMARY", "") for event in component.walk("VEVENT")), ""))


def _guessed_title(block: _Block) -> str:
    """Give what the happening seems to be called, when it can't be read."""
    return next((line.partition(":")[2] for line in block.lines if line.upper().startswith("SUMMARY")), "")


def _days(event: Any) -> tuple[date, date]:  # noqa: ANN401 - as above
    """Give the first and the last day in Norway; the end of a happening is the first moment after it."""
    first = _local(event.start)
    starts, ends = event.start, event.end
    if not isinstance(ends, datetime):
        return first, max(first, ends - DAY) if ends >= starts else ends
    at = ends.astimezone(OSLO) if ends.tzinfo else ends
    last = at.date()
    return first, last - DAY if at.time() == time() and last > first else last


def _local(moment: date | datetime) -> date:
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(OSLO) if moment.tzinfo else moment).date()
