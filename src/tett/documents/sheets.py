"""Sheets out: workbooks (XLSX) whose cells are never formulas, whoever wrote them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from tett.base.rules import Refusal
from tett.documents.paper import clean
from tett.documents.words import SHEET_TOO_LONG

Value = str | int | float | date | None
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: What the format holds, and how wide a column is let be.
MOST_ROWS, LONGEST_CELL, LONGEST_NAME, WIDEST = 1_048_576, 32_767, 31, 60
#: Signs that a sheet's name may not hold.
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
OPTIONS = {
    # What somebody wrote is text, whatever it begins with.
    "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
    "in_memory": True, "remove_timezone": True,
}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its head and its rows."""

    name: str
    head: Sequence[str]
    rows: Sequence[Sequence[Value]]


def workbook(sheets: Iterable[Sheet], title: str, made: datetime) -> bytes:
    """Write the sheets, each with a head that stays in sight and can be filtered by."""
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, OPTIONS) as book:
        book.set_properties({"title": clean(title), "author": "", "created": made.replace(tzinfo=None)})
        bold, day = (
            book.add_format({"bold": True, "bg_color": "#E3EAE6"}),
            book.add_format({"num_format": "dd.mm.yyyy"}),
        )
        for sheet in sheets:
            _write(book.add_worksheet(_name(sheet.name)), sheet, bold, day)
    return kept.getvalue()


def _name(name: str) -> str:
    return clean(name).translate(_NOT_IN_NAMES).strip(" '")[:LONGEST_NAME] or "1"


def _write(page: "xlsxwriter.worksheet.Worksheet", sheet: Sheet, bold: object, day: object) -> None:
    if len(sheet.rows) >= MOST_ROWS:
        raise Refusal(SHEET_TOO_LONG.format(limit=MOST_ROWS))
    page.write_row(0, 0, [clean(text) for text in sheet.head], bold)
    for number, row in enumerate(sheet.rows, 1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                page.write_string(number, place, clean(value)[:LONGEST_CELL])
            elif isinstance(value, date):
                page.write_datetime(number, place, value, day)
            elif value is not None:
                page.write_number(number, place, value)
    _make_readable(page, sheet)


def _make_readable(page: "xlsxwriter.worksheet.Worksheet", sheet: Sheet) -> None:
    """Let the head stay in sight, and columns be as wide as what usually stands in them."""
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, len(sheet.rows), max(0, len(sheet.head) - 1))
    for place, head in enumerate(sheet.head):
        longest = max([len(head) + 3, *(len(str(row[place])) for row in sheet.rows[:200] if place < len(row))])
        page.set_column(place, place, min(WIDEST, longest + 2))
