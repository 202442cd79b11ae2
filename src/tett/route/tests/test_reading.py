"""Files of school days: what is recognised, what is odd and why, line by line; and no day twice."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import NOW
from tett.base.rules import Refusal
from tett.calendar.rules import Layer, Special
from tett.calendar.rules.ical import Happening, write
from tett.calendar.words import DayKind, Level
from tett.route.queries.files import read_lines
from tett.route.rules.lines import Line, read_day
from tett.route.rules.reading import Ground, Reading, read
from tett.route.tests.conftest import WINTER
from tett.route.words import Found
from tett.year.tests.routes import BREAKS, PLANNING

OWN = Layer(date(2026, 8, 17), date(2027, 6, 18), (), BREAKS)
ZONE = """BEGIN:VTIMEZONE
TZID:Skolens egen
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
"""


def event(*lines: str) -> str:
    """Write a happening."""
    return "\n".join(["BEGIN:VEVENT", "UID:1@prove", *lines, "END:VEVENT\n"])


def calendar(*parts: str) -> bytes:
    """Write a calendar file."""
    return ("BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(parts) + "END:VCALENDAR\n").encode()


def lines(data: bytes, name: str = "rute.ics") -> list[Line]:
    """Read a file's lines."""
    return read_lines(None, data, name, 2026)  # type: ignore[arg-type]  # nobody is asked


def one(*said: str) -> Line:
    """Read a file with one happening."""
    (found,) = lines(calendar(ZONE, event("SUMMARY:vinterferie", *said)))
    return found


def taken(data: bytes, name: str = "rute.ics", own: Layer | None = None, shared: Layer | None = None) -> Reading:
    """Read a file onto a calendar."""
    return read(lines(data, name), Ground(2026, own, shared))


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        (["DTSTART;VALUE=DATE:20270222", "DTEND;VALUE=DATE:20270227"], WINTER.first, WINTER.last),
        (["DTSTART;VALUE=DATE:20270222"], WINTER.first, WINTER.first),
        (["DTSTART;VALUE=DATE:20270222", "DURATION:P5D"], WINTER.first, WINTER.last),
        (["DTSTART:20270221T230000Z", "DTEND:20270226T230000Z"], WINTER.first, WINTER.last),
        (
            ["DTSTART;TZID=Skolens egen:20270222T000000", "DTEND;TZID=Skolens egen:20270227T000000"],
            WINTER.first,
            WINTER.last,
        ),
        (
            ["DTSTART;TZID=Europe/Oslo:20270222T080000", "DTEND;TZID=Europe/Oslo:20270226T153000"],
            WINTER.first,
            WINTER.last,
        ),
        (["DTSTART:20270222T080000", "DTEND:20270222T153000"], WINTER.first, WINTER.first),
        # The night when the clocks are put forward: a day of 23 hours is a day.
        (["DTSTART:20270327T230000Z", "DTEND:20270328T220000Z"], date(2027, 3, 28), date(2027, 3, 28)),
        (["DTSTART:20261024T220000Z", "DTEND:20261025T230000Z"], date(2026, 10, 25), date(2026, 10, 25)),
        # New Year's Eve in Norway, though it is still the year before in Greenwich.
        (["DTSTART:20261231T230000Z", "DTEND:20270101T230000Z"], date(2027, 1, 1), date(2027, 1, 1)),
    ],
)
def test_days_are_days_in_norway_and_an_end_is_the_day_after(said: list[str], first: date, last: date) -> None:
    found = one(*said)
    assert (found.first, found.last, found.problem) == (first, last, "")


def test_what_returns_is_read_each_time_within_the_year() -> None:
    rule = "RRULE:FREQ=YEARLY;COUNT=20"
    found = lines(
        calendar(event("SUMMARY:juleferie", "DTSTART;VALUE=DATE:20201221", "DTEND;VALUE=DATE:20210102", rule))
    )
    assert [(line.first, line.last) for line in found] == [(date(2026, 12, 21), date(2027, 1, 1))]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (["DTSTART:2027-februar"], "skrevet feil"),
        (["DTEND;VALUE=DATE:20270222"], "Mangler dato"),
        (["DTSTART;VALUE=DATE:20270222", "DTEND;VALUE=DATE:20270210"], "før første"),
        (["DTSTART;VALUE=DATE:20260222"], "utenfor skoleåret 2026/27"),
        (["DTSTART;VALUE=DATE:20270222", "STATUS:CANCELLED"], "avlyst"),
        (["DTSTART:20270222T080000", "RRULE:FREQ=SECONDLY"], "oftere enn hver dag"),
        (["DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=DAILY"], "utenfor"),
    ],
)
def test_a_happening_that_is_wrong_gets_its_line_and_a_reason_and_takes_no_other_with_it(
    said: list[str], why: str
) -> None:
    good = event("SUMMARY:høstferie", "DTSTART;VALUE=DATE:20261005", "DTEND;VALUE=DATE:20261010")
    found = taken(calendar(good, event("SUMMARY:vinterferie", *said)))
    assert [told.found for told in found.told] == [Found.NEW, Found.ODD]
    assert why in found.told[1].why
    assert (found.told[0].number, found.told[1].number) == (3, 9)
    assert [row.name for row in found.layer.special] == ["høstferie"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:a\n", "slutter på linje 3, midt i «VEVENT»"),
        (b"BEGIN:VCALENDAR\nEND:VEVENT\n", "linje 2 sier «END:VEVENT»"),
        (b"hei", "ingen kalender"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "ingen dager"),
        (b"\x00\xff\xfe", "ingen kalender"),
    ],
)
def test_a_file_that_is_no_calendar_is_refused_with_the_line(data: bytes, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        lines(data)


@given(st.binary(max_size=400))
def test_no_file_breaks_the_reader(data: bytes) -> None:
    with suppress(Refusal):
        taken(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + data + b"\nEND:VEVENT\nEND:VCALENDAR\n")


def test_what_tett_writes_it_reads_and_nothing_is_new() -> None:
    rows = [Happening(f"{n}@t", day.first, day.last, day.name, NOW) for n, day in enumerate(BREAKS)]
    found = taken(write("Rute", rows), own=OWN)
    assert found.layer == OWN
    assert {told.found for told in found.told} == {Found.SAME}


TABLE = """Type;Navn;Fra;Til
ferie;høstferie;05.10.2026;09.10.2026
;Vinterferie;2027-03-01;2027-03-05
planleggingsdag;;20/11/26;
;Første skoledag Vg1;17.08.2026;
fest;Skoleball;01.12.2026;
;17. mai;17.05.2027;
;Foreldremøte;10.09.2026;
ferie;påske;31.02.2027;
ferie;høstferie;05.10.2026;09.10.2026
"""


def test_a_table_is_told_line_by_line() -> None:
    found = taken(TABLE.encode(), "rute.csv", OWN)
    told = [(row.number, row.found, row.why) for row in found.told if row.number]
    assert told[0] == (2, Found.SAME, "")
    assert told[1] == (3, Found.MOVED, "Var 22.2.2027–26.2.2027.")
    assert told[2][:2] == (4, Found.NEW)
    assert told[3][:2] == (5, Found.NEW)
    assert (told[4][1], "Typen «fest»" in told[4][2]) == (Found.ODD, True)
    assert (told[5][1], "Helligdag" in told[5][2]) == (Found.SAME, True)
    assert (told[6][1], "hva slags dag" in told[6][2]) == (Found.ODD, True)
    assert (told[7][1], "31.02.2027" in told[7][2]) == (Found.ODD, True)
    assert (told[8][1], "to ganger" in told[8][2]) == (Found.ODD, True)
    assert [row.why for row in found.told if not row.number] == [
        "Står i skoleruta, men ikke i filen. Blir stående."
    ] * 2
    assert dict(found.layer.level_starts) == {Level.VG1: date(2026, 8, 17)}


def test_the_same_file_again_changes_nothing() -> None:
    once = taken(TABLE.encode(), "rute.csv", OWN).layer
    again = taken(TABLE.encode(), "rute.csv", once)
    assert again.layer == once
    assert {row.found for row in again.told} == {Found.SAME, Found.ODD}


def test_at_a_school_the_countys_days_are_neither_doubled_nor_moved() -> None:
    table = "Navn;Fra;Til\nhøstferie;5.10.2026;9.10.2026\nvinterferie;1.3.2027;5.3.2027\nSiste skoledag;11.6.2027;\n"
    table += "Planleggingsdag;13.8.2026;14.8.2026\n"
    found = taken(table.encode(), "rute.csv", None, OWN)
    assert [row.found for row in found.told] == [Found.SAME, Found.ODD, Found.ODD, Found.NEW]
    assert [(row.kind, row.first, row.last) for row in found.layer.special] == [
        (DayKind.PLANNING, PLANNING[0].first, PLANNING[0].last)
    ]


def test_a_table_without_the_columns_it_needs_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match="kolonnen «Fra»"):
        lines(b"Navn;Dag\nferie;1.10.2026\n", "rute.csv")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-10-05", date(2026, 10, 5)), ("05.10.2026", date(2026, 10, 5)), ("5/10-2026", date(2026, 10, 5)),
        ("5.10.26", date(2026, 10, 5)), ("05/10/2026", date(2026, 10, 5)), ("20261005", date(2026, 10, 5)),
        ("2026-10-05 00:00:00", date(2026, 10, 5)), ("31.02.2027", None), ("", None), ("i morgen", None),
    ],
)  # fmt: skip
def test_days_are_read_in_the_ways_people_write_them(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_titles_say_what_kind_of_day_it_is() -> None:
    names = {
        "Haustferie": DayKind.BREAK, "Planleggingsdag for ansatte": DayKind.PLANNING, "Elevfri": DayKind.FREE,
        "Fri for elevene": DayKind.FREE, "Skoledag (lørdag)": DayKind.SCHOOL,
    }  # fmt: skip
    table = "Navn;Fra\n" + "".join(f"{name};{n}.9.2026\n" for n, name in enumerate(names, 1))
    found = taken(table.encode(), "rute.csv")
    assert {row.name: row.kind for row in found.layer.special} == names


def test_a_name_that_looks_like_a_formula_comes_back_as_it_was() -> None:
    found = taken(b"Type;Navn;Fra\nfridag;'=1+1;1.9.2026\n", "rute.csv")
    assert found.layer.special == (Special(DayKind.FREE, date(2026, 9, 1), date(2026, 9, 1), "=1+1"),)
