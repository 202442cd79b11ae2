"""Calendars as files: what is written is what a real reader reads, whatever people have written in it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from tett.calendar.rules.ical import Happening, escape, fold, write

CHANGED = datetime(2026, 9, 14, 6, 0, 30, tzinfo=UTC)
DAY = date(2026, 10, 5)
#: Any text but lone halves of characters, which no text in a database holds.
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


def read(data: bytes) -> list[Any]:
    """Read a calendar as a calendar program does."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def happening(title: str = "høstferie", text: str = "", last: date = DAY) -> Happening:
    """Give something on a day."""
    return Happening("dag-1@tett", DAY, last, title, CHANGED, 2, text, "https://tett.example/skolen/")


def test_a_span_of_days_ends_on_the_day_after_as_calendars_count() -> None:
    (event,) = read(write("Skoleruta", [happening(last=DAY + timedelta(days=4))]))
    assert (event.decoded("DTSTART"), event.decoded("DTEND")) == (DAY, date(2026, 10, 10))


def test_everything_that_is_told_is_read() -> None:
    (event,) = read(write("Skoleruta", [happening(text="Uke 41; fri, hele uka.\nHusk: \\o/")]))
    assert event["SUMMARY"] == "høstferie"
    assert event["DESCRIPTION"] == "Uke 41; fri, hele uka.\nHusk: \\o/"
    assert event["URL"] == "https://tett.example/skolen/"
    assert (event["SEQUENCE"], event["UID"], event["TRANSP"]) == (2, "dag-1@tett", "TRANSPARENT")
    assert event.decoded("DTSTAMP") == event.decoded("LAST-MODIFIED") == CHANGED


def test_a_calendar_without_anything_in_it_is_one_too() -> None:
    data = write("Tom; men god", [])
    found = icalendar.Calendar.from_ical(data)
    assert (found["VERSION"], found.walk("VEVENT")) == ("2.0", [])
    assert b"X-WR-CALNAME:Tom\\; men god\r\n" in data


@given(title=ANY_TEXT, text=ANY_TEXT)
def test_nothing_that_is_written_breaks_out_of_its_place(title: str, text: str) -> None:
    data = write(title, [happening(title, text)])
    (event,) = read(data)
    assert str(event["SUMMARY"]) == _kept(title)
    assert str(event.get("DESCRIPTION", "")) == (_kept(text) if text else "")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def _kept(text: str) -> str:
    """Give what a calendar can hold of a text."""
    return "".join(c for c in text if c in "\n\t" or not (ord(c) < 0x20 or c == "\x7f"))


@given(ANY_TEXT)
def test_a_folded_line_is_whole_when_it_is_unfolded(text: str) -> None:
    line = escape(text)
    pieces = fold(line).split("\r\n")
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(len(piece.encode()) <= 75 for piece in pieces)
