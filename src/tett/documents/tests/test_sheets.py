"""Sheets that Tett writes: read back as they were, and never a formula."""

from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from tett.documents.sheets import LONGEST_NAME, Sheet, workbook

MADE = datetime(2026, 9, 14, tzinfo=UTC)


def read(data: bytes, sheet: int = 0) -> list[list[Any]]:
    """Give the rows of a sheet."""
    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(sheet).to_python()


def test_what_is_written_reads_as_what_it_was() -> None:
    rows: list[list[Any]] = [["1NAA", 24, date(2026, 9, 14), 0.5, None], ["1NAB", 0, None, 1.0, "æøå"]]
    found = read(workbook([Sheet("Klasser", ["Klasse", "Elever", "Dag", "Andel", "Merknad"], rows)], "Klasser", MADE))
    assert found[0] == ["Klasse", "Elever", "Dag", "Andel", "Merknad"]
    assert found[1] == ["1NAA", 24.0, date(2026, 9, 14), 0.5, ""]
    assert found[2] == ["1NAB", 0.0, "", 1.0, "æøå"]


@pytest.mark.parametrize(
    "text", ["=1+1", "+47 00 00 00 00", "-5", "@SUM(A1)", '=HYPERLINK("x")', "http://x.no", "0123"]
)
def test_what_somebody_wrote_is_text_whatever_it_begins_with(text: str) -> None:
    data = workbook([Sheet("Ark", ["Hva"], [[text]])], "Ark", MADE)
    assert read(data)[1] == [text]
    assert b"<f>" not in data


def test_signs_that_no_file_may_hold_are_left_out_and_very_long_texts_are_cut() -> None:
    found = read(workbook([Sheet("Ark", ["A\x00"], [["b\x07c"], ["x" * 40_000]])], "Ark", MADE))
    assert found[0] == ["A"]
    assert found[1] == ["bc"]
    assert len(str(found[2][0])) == 32_767


@pytest.mark.parametrize("name", ["A/B: [c]*?", "x" * 80, "", "'", "Klasser"])
def test_any_name_can_be_given_to_a_sheet(name: str) -> None:
    names = CalamineWorkbook.from_filelike(BytesIO(workbook([Sheet(name, ["A"], [])], "Ark", MADE))).sheet_names
    assert len(names[0]) <= LONGEST_NAME


def test_several_sheets_are_one_book() -> None:
    data = workbook([Sheet("En", ["A"], [["1"]]), Sheet("To", ["B"], [["2"]])], "Begge", MADE)
    assert read(data, 1) == [["B"], ["2"]]
