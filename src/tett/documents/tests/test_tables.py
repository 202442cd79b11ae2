"""Reading the lists that people send in: every usual kind is understood, and what is wrong is told with its line."""

import codecs
import csv
import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tett.base.rules import Refusal
from tett.documents.tables import CELL, Limits, Row, read_table

LIST = "Fornavn;Etternavn\nÅse;Ødegård\nBjørn;Nygård\n"
PEOPLE = (Row(2, ("Åse", "Ødegård")), Row(3, ("Bjørn", "Nygård")))


def workbook(*sheets: list[list[Any]], formulas: dict[str, str] | None = None) -> bytes:
    """Make a workbook with sheets of these cells, and formulas in the first of them."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "dd.mm.yyyy"}) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
        for place, formula in (formulas or {}).items():
            book.worksheets()[0].write_formula(place, formula, value="Prøve")
    return file.getvalue()


def repacked(book: bytes, name: str, data: bytes) -> bytes:
    """Put something else in a part of a workbook."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, data if part.filename == name else old.read(part))
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        LIST.encode("cp1252"),
        LIST.encode("utf-16"),
        codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"),
        LIST.encode("utf-16-le"),
        LIST.encode("utf-16-be"),
        LIST.encode("utf-32"),
    ],
)
def test_a_list_is_read_whatever_encoding_it_was_saved_in(data: bytes) -> None:
    assert read_table(data).rows == PEOPLE


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_list_is_read_whatever_stands_between_the_cells_and_the_lines(separator: str, end: str) -> None:
    table = read_table(LIST.replace(";", separator).replace("\n", end).encode())
    assert (table.header, table.rows) == (("Fornavn", "Etternavn"), PEOPLE)


def test_a_separator_within_quotes_doesnt_count() -> None:
    assert read_table(b'"Navn, slik;det;er",Klasse\n"Hansen; Ola",1A\n').rows == (Row(2, ("Hansen; Ola", "1A")),)


def test_excels_own_word_for_the_separator_is_believed_and_still_counted_as_a_line() -> None:
    assert read_table(b"sep=|\nA;B|C\n1|2\n").rows == (Row(3, ("1", "2")),)


def test_lines_are_numbered_as_in_the_file_also_after_empty_ones_and_breaks_within_quotes() -> None:
    table = read_table(b'\n\nA;B\n"en\nto";2\n;\n3;4\n')
    assert (table.line, [row.line for row in table.rows]) == (3, [4, 7])


def test_cells_that_are_missing_at_the_end_are_empty_and_extra_ones_make_the_line_odd() -> None:
    table = read_table(b"A;B\n1\n1;2;;\n1;2;3\n")
    assert [row.cells for row in table.rows] == [("1", ""), ("1", "2")]
    assert [(odd.line, "flere kolonner" in str(odd.why)) for odd in table.odd] == [(4, True)]


@pytest.mark.parametrize("bad", ["\0", "\x07", "\ufffd"])
def test_a_line_with_what_isnt_text_is_told_and_the_others_are_read(bad: str) -> None:
    table = read_table(f"Fornavn;Klasse\nO{bad}la;1A\nKari;1B\n".encode())
    assert [row.line for row in table.rows] == [3]
    assert [(odd.line, "«Fornavn»" in str(odd.why)) for odd in table.odd] == [(2, True)]


def test_a_huge_cell_is_told_and_the_other_lines_are_read() -> None:
    table = read_table(f"A;B\n{'x' * (CELL + 1)};1\n2;3\n".encode())
    assert ([row.line for row in table.rows], [odd.line for odd in table.odd]) == ([3], [2])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "tom"),
        (b" \n\n ", "tom"),
        (b"\xef\xbb\xbf\n;;\n", "tom"),
        (b"Fornavn;Etternavn\n", "bare en overskriftsrad"),
        (b'A;B\n1;2\n3;"4\n5;6\n', "Linje 3 har et anf"),
        (b'A;B\n1;"2"3\n', "Linje 2 har et anf"),
        (codecs.BOM_UTF8 + b"A;B\n\xff;2\n", "Linje 2 har tegn"),
        (b"A\0;B\n1;2\n", "Linje 1 har tegn"),
        (b"%PDF-1.7 ...", "ikke en liste"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xls"),
        (b"PK\x03\x04 not really", "delagt"),
    ],
)
def test_a_file_that_cant_be_read_is_refused_with_what_is_wrong_and_where(data: bytes, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        read_table(data)


def test_limits_are_told_and_never_met_by_reading_on() -> None:
    rows = b"A;B\n" + b"1;2\n" * 10
    for limits, said in ((Limits(bytes=20), "MB"), (Limits(rows=9), "mer enn 9 linjer"), (Limits(columns=1), "1 kolo")):
        with pytest.raises(Refusal, match=said):
            read_table(rows, limits=limits)
    assert len(read_table(rows, limits=Limits(rows=10)).rows) == 10


def test_a_sheet_is_read_as_people_see_it() -> None:
    midnight = datetime.combine(date(2026, 8, 17), time())
    cells = ["Åse", 12345678901, 2.5, date(2010, 5, 1), midnight, time(8, 15), True]
    table = read_table(workbook([["a", "b", "c", "d", "e", "f", "g"], cells]))
    assert table.rows == (Row(2, ("Åse", "12345678901", "2.5", "2010-05-01", "2026-08-17", "08:15:00", "ja")),)


def test_the_first_sheet_with_something_on_it_is_the_list_and_lines_are_those_of_the_sheet() -> None:
    table = read_table(workbook([], [[], [], ["A", "B"], [], ["1", "2"]]))
    assert (table.sheet, table.line, table.rows) == ("Sheet2", 3, (Row(5, ("1", "2")),))


def test_a_line_with_a_formula_is_told_by_its_column() -> None:
    table = read_table(workbook([["Navn", "Klasse"], ["Ola", "1A"], ["Kari", ""]], formulas={"B3": "=CONCAT(A1,A2)"}))
    assert table.rows == (Row(2, ("Ola", "1A")),)
    assert [(odd.line, "«Klasse» har en formel" in str(odd.why)) for odd in table.odd] == [(3, True)]


def test_another_packed_file_isnt_a_sheet() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    with pytest.raises(Refusal, match="ikke et Excel-ark"):
        read_table(file.getvalue(), "liste.xlsx")


def test_a_bomb_is_never_unpacked() -> None:
    bomb = repacked(workbook([["A"], ["1"]]), "xl/worksheets/sheet1.xml", b" " * 3_000_000)
    assert len(bomb) < 20_000
    with pytest.raises(Refusal, match="altfor stor"):
        read_table(bomb, limits=Limits(unpacked=1_000_000))


def test_a_bomb_that_says_it_is_small_is_found_out() -> None:
    part = "xl/worksheets/sheet1.xml"
    bomb = bytearray(repacked(workbook([["A"], ["1"]]), part, b" " * 3_000_000))
    with zipfile.ZipFile(io.BytesIO(bomb)) as packed:
        size = packed.getinfo(part).file_size.to_bytes(4, "little")
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(Refusal, match="delagt"):
        read_table(bytes(bomb))


def test_a_cell_far_away_isnt_filled_up_to() -> None:
    part = "xl/worksheets/sheet1.xml"
    book = workbook([["A"], ["1"]])
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        sheet = packed.read(part)
    far = sheet.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    with pytest.raises(Refusal, match="langt utenfor"):
        read_table(repacked(book, part, far))


def test_a_sheet_whose_inside_is_broken_is_refused() -> None:
    with pytest.raises(Refusal, match="delagt"):
        read_table(repacked(workbook([["A"], ["1"]]), "xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"))


WORD = st.text(st.characters(codec="cp1252", exclude_categories=["C", "Z"]), min_size=1, max_size=8)


@given(st.lists(st.lists(WORD, min_size=2, max_size=2), min_size=2, max_size=6), st.sampled_from(";,\t"))
def test_what_a_program_writes_is_read_back(rows: list[list[str]], separator: str) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    table = read_table(file.getvalue().encode("utf-8-sig"))
    assert [list(row.cells) for row in table.rows] == rows[1:]


@given(st.binary(max_size=400))
def test_whatever_is_sent_is_read_or_refused(data: bytes) -> None:
    with suppress(Refusal):  # any other exception is a bug
        assert read_table(data).rows is not None
