"""What is wrong with a list is told with its line and the reason, and nothing of that line is used."""

import io
import zipfile
from datetime import date

import pytest

from tests.cast import NOW, World
from tett.base.rules import Refusal
from tett.documents.tables import read_table
from tett.people.models import Person
from tett.roster.actions.receive import receive
from tett.roster.models import Import
from tett.roster.rules.bundles import opened
from tett.roster.rules.dates import Wrong, days_of
from tett.roster.rules.headings import guess, missing, understood
from tett.roster.rules.lists import read_list
from tett.roster.rules.people import grouped
from tett.roster.rules.said import Reading
from tett.roster.tests.lists import STUDENTS, csv, looked_over, odd_lines, read_in, sheet
from tett.roster.words import Format, Holds, State


def _read(data: bytes, holds: Holds = Holds.STUDENTS) -> Reading:
    table = read_table(data)
    fields = understood(table.header, holds, {})
    return read_list(table, fields, holds, lambda kind, raw: raw if raw.isalnum() and kind != "feide" else None)


def _odd(data: bytes, holds: Holds = Holds.STUDENTS) -> dict[int, list[str]]:
    reading = _read(data, holds)
    _, contradictions = grouped(reading.rows)
    return {row.line: [str(mark) for mark, _ in row.told] for row in (*reading.odd, *contradictions)}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2010-05-01", date(2010, 5, 1)),
        ("2010-5-1", date(2010, 5, 1)),
        ("2010-05-01T00:00:00Z", date(2010, 5, 1)),
        ("01.05.2010", date(2010, 5, 1)),
        ("1. 5. 2010", date(2010, 5, 1)),
        ("13/05/2010", date(2010, 5, 13)),
        ("05/13/2010", date(2010, 5, 13)),
        ("05/05/2010", date(2010, 5, 5)),
        ("20100501", date(2010, 5, 1)),
        ("01052010", date(2010, 5, 1)),
        ("05/06/2010", "ambiguous_date"),
        ("01.05.10", "short_year"),
        ("40299", "number_date"),
        ("31.02.2010", "bad_date"),
        ("i fjor", "bad_date"),
        ("01.05.0010", "bad_date"),
    ],
)
def test_a_day_is_read_however_it_is_written_and_never_guessed(text: str, day: date | str) -> None:
    assert days_of([text])[text] == day


def test_days_that_could_be_read_in_two_ways_are_read_as_the_columns_other_days_show() -> None:
    assert days_of(["05/06/2010", "31/12/2009"])["05/06/2010"] == date(2010, 6, 5)
    assert days_of(["05/06/2010", "12/31/2009"])["05/06/2010"] == date(2010, 5, 6)
    mixed = days_of(["05/06/2010", "31/12/2009", "12/31/2009"])
    assert isinstance(mixed["05/06/2010"], Wrong)


HEAD = "Nummer;Fornavn;Etternavn;Fødselsdato;Klasse;E-post;Telefon;Skjermet adresse;Trinn"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (";Ola;Demo;;1A;;;;", "no_id"),
        ("a b;Ola;Demo;;1A;;;;", "bad_id"),
        ("1;;Demo;;1A;;;;", "no_name"),
        ("1;Ola;Demo;;;;;;", "no_class"),
        ("1;Ola;Demo;32.01.2010;1A;;;;", "bad_date"),
        ("1;=HYPERLINK(1);Demo;;1A;;;;", "name_is_formula"),
        ("1;@Ola;Demo;;1A;;;;", "name_is_formula"),
        ("1;BjÃ¸rn;Demo;;1A;;;;", "broken_letters"),
        (f"1;{'x' * 81};Demo;;1A;;;;", "long_name"),
        ("1;Ola;Demo;;1A;ola;;;", "bad_email"),
        ("1;Ola;Demo;;1A;;ring meg;;", "bad_phone"),
        ("1;Ola;Demo;;1A;;;kanskje;", "bad_word"),
        ("1;Ola;Demo;;1A;;;;Vg9", "bad_word"),
        (f"1;Ola;Demo;;{'K' * 21};;;;", "long_text"),
        ("1;Ola;Demo;;1A;;;;;for mye", "unreadable"),
        ("1;O\0la;Demo;;1A;;;;", "unreadable"),
        (f"1;{'x' * 3000};Demo;;1A;;;;", "unreadable"),
    ],
)
def test_a_wrong_line_is_told_and_the_others_are_read(row: str, why: str) -> None:
    data = csv(HEAD, "7;Kari;Demo;01.05.2010;1A;k@d.no;+47 123 45 678;nei;Vg1", row)
    assert _odd(data)[3] == [why]
    assert [said.line for said in _read(data).rows] == [2]


def test_people_who_stand_twice_are_taken_once_when_the_lines_agree_and_not_at_all_when_they_dont() -> None:
    rows = ["1;Ola;Demo;;1A", "1;Ola;Demo;;1A", "2;Kari;Demo;;1A", "2;Kari;Demo;;1B", "3;Per;Demo;;1A"]
    data = csv("Nummer;Fornavn;Etternavn;Fødselsdato;Klasse", *rows)
    assert _odd(data) == {3: ["twice"], 4: ["twice_different"], 5: ["twice_different"]}
    assert len(grouped(_read(data).rows)[0]) == 2


def test_two_with_one_name_and_birth_date_are_looked_at_but_read() -> None:
    data = csv("Nummer;Navn;Fødselsdato;Klasse", "1;Demo, Ola;01.05.2010;1A", "2;Ola Demo;01.05.2010;1A")
    groups, odd = grouped(_read(data).rows)
    assert ([group.notes[0][0] for group in groups], odd) == (["twin", "twin"], [])


def test_a_number_that_lost_its_zero_in_a_sheet_is_found_again() -> None:
    read: list[str] = []
    table = read_table(sheet(["Fødselsnummer", "Fornavn", "Etternavn", "Klasse"], [1010112345, "Ola", "Demo", "1A"]))
    fields = understood(table.header, Holds.STUDENTS, {})

    def note(_kind: str, raw: str) -> str:
        read.append(raw)
        return raw

    read_list(table, fields, Holds.STUDENTS, note)
    assert read == ["01010112345"]


def test_unknown_classes_are_told_unless_the_list_says_how_to_make_them(world: World) -> None:
    rows = ["1;Ola;Ny;;9ZZ;;;;;", "2;Kari;Ny;;1KKA;Vg1;Naturbruk;;;"]
    apart = ["3;Per;Ny;;1PPA;Vg1;Naturbruk;;;", "4;Pål;Ny;;1PPA;Vg2;Naturbruk;;;"]
    imported = looked_over(world, csv(STUDENTS, *rows, *apart))
    assert odd_lines(imported) == odd_lines(imported) | {
        2: ["unknown_class"],
        4: ["class_differs"],
        5: ["class_differs"],
    }
    assert imported.added == 2


def test_fifteen_thousand_lines_with_thirty_wrong_ones_tell_of_the_thirty() -> None:
    rows = [f"{n};Navn{n};Demo;01.05.2010;1A" for n in range(15_000)]
    for n in range(0, 15_000, 500):
        rows[n] = f"{n};Navn{n};Demo;01.05.2010;"
    reading = _read(csv("Nummer;Fornavn;Etternavn;Fødselsdato;Klasse", *rows))
    assert [row.line for row in reading.odd] == [n + 2 for n in range(0, 15_000, 500)]
    assert (len(reading.rows), reading.lines) == (14_970, 15_000)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tom"),
        (b"Nummer;Fornavn\n", "bare en overskriftsrad"),
        (b"%PDF-1.4", "ikke en liste"),
        (b"PK\x03\x04....", "delagt"),
        (b'{"a": 1', "ikke gyldig JSON"),
        (b'{"users": []}', "ser ikke ut som data fra FINT"),
    ],
)
def test_a_file_that_cant_be_read_is_refused_and_nothing_of_it_is_kept(world: World, data: bytes, said: str) -> None:
    rita, people = world.actor("rita"), Person.objects.count()
    with pytest.raises(Refusal, match=said):  # noqa: PT012 - some are found out when they are sent, others when they are read
        imported = receive(world.school, 2026, [("liste.csv", data)], by=rita, at=NOW)
        done = looked_over(world, data)
        assert (done.state, hasattr(imported, "upload")) == (State.REFUSED, True)
        raise Refusal(done.refusal)
    assert Person.objects.count() == people


def test_missing_columns_are_asked_about_and_remembered(world: World) -> None:
    data = csv("Kode;For;Etter;Gruppe", "1;Ola;Ny;1NAA")
    imported = looked_over(world, data, Holds.STUDENTS)
    assert imported.state == State.MAPPING
    assert missing(understood(("Kode", "For"), Holds.STUDENTS, {}), Holds.STUDENTS) == [
        "Fornavn", "Etternavn", "Nummer / Feide-navn / Fødselsnummer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "holds"),
    [
        ("Elevnr;Fornavn;Etternavn;Basisgruppe", Holds.STUDENTS),
        ("Ansattnr;Navn;Stilling", Holds.STAFF),
        ("Nummer;Navn;Elevnummer;Foreldreansvar;Kilde", Holds.GUARDIANS),
        ("A;B;C", None),
    ],
)
def test_whom_a_list_is_about_shows_in_its_headings(head: str, holds: Holds | None) -> None:
    assert guess(head.split(";")) == holds


def _zip(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "."), data)
    return kept.getvalue()


def test_a_bomb_in_a_zip_is_never_unpacked() -> None:
    with pytest.raises(Refusal, match="altfor stor"):
        opened([("a.zip", _zip(users__csv=b" " * 210_000_000))])


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ([("a.zip", _zip(bilde__png=b"x"))], "hverken OneRoster"),
        ([("a.zip", b"PK\x03\x04x")], "delagt eller har passord"),
        ([("a.csv", b"A;B\n1;2\n"), ("b.csv", b"A;B\n1;2\n")], "én liste om gangen"),
        ([], "Velg en fil"),
        ([("a.csv", b"x")] * 61, "60 filer"),
    ],
)
def test_what_isnt_a_list_or_a_set_of_files_is_refused(sent: list[tuple[str, bytes]], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        opened(sent)


def test_a_list_in_a_zip_is_a_list() -> None:
    assert opened([("a.zip", _zip(elever__csv=b"A;B\n1;2\n"))]) == (Format.TABLE, [("elever.csv", b"A;B\n1;2\n")])


def test_a_list_is_written_although_some_of_its_lines_are_wrong_and_no_line_by_half(world: World) -> None:
    good = [f"{n};Navn{n};Ny;01.05.2010;1NAA;;;;;" for n in range(20)]
    read_in(world, csv(STUDENTS, *good, "77;Halv;Ny;40.40.2010;1NAA;;;h@prove.invalid;;"))
    assert (Person.objects.filter(family_name="Ny").count(), Import.objects.get().state) == (20, State.DONE)
    assert not Person.objects.filter(given_name="Halv").exists()
