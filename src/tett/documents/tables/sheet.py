"""Lists as a sheet. What is packed is looked at before it is unpacked, and unpacked by us, within bounds."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from tett.base.rules import Refusal
from tett.documents.tables import words
from tett.documents.tables.limits import Limits
from tett.documents.tables.table import Row

#: The parts of a workbook that hold the list; pictures, macros and links to elsewhere are never opened.
NEEDED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(_rels/)?workbook\.xml(\.rels)?|xl/(sharedStrings|styles)\.xml"
    r"|xl/worksheets/[^/]+\.xml|xl/worksheets/_rels/[^/]+\.rels|xl/theme/[^/]+\.xml",
    re.IGNORECASE,
)
WORKBOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
ENCRYPTED = 1
#: Empty lines around a list that count for nothing.
AROUND = 1_000
SHEET, LINK = re.compile(rb"<sheet\b[^>]*>"), re.compile(rb"<Relationship\b[^>]*>")
ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
PLACE = re.compile(rb'\br="([A-Z]{0,4})([0-9]{1,9})"')
FORMULA = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,4})([0-9]{1,9})"[^>]*>\s*<f\b')
#: A cell as the library gives it, and where a formula stands: its line and its column.
Cell = Any
Formula = tuple[int, int]


def read_sheet(data: bytes, limits: Limits) -> tuple[Iterator[Row], list[Formula], str]:
    """Give the lines of the first sheet that has any, the places of its formulas, and its name if there are others."""
    parts = _unpacked(data, limits)
    try:
        with CalamineWorkbook.from_object(_packed(parts)) as book:
            shown = [(n, s.name) for n, s in enumerate(book.sheets_metadata) if s.visible == SheetVisibleEnum.Visible]
            for number, name in shown:
                if rows := book.get_sheet_by_name(name).to_python(skip_empty_area=False):
                    return _rows(rows), _formulas(parts, number), name if len(shown) > 1 else ""
    except PasswordError:
        raise Refusal(words.LOCKED) from None
    except CalamineError:
        raise Refusal(words.BROKEN_SHEET) from None
    raise Refusal(words.NO_SHEET)


def _unpacked(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Unpack what is needed; what says it is small and isn't is found out by counting, not by asking it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            found = packed.infolist()
            if WORKBOOK not in {part.filename for part in found}:
                raise Refusal(words.NOT_A_SHEET)
            if len(found) > limits.parts or any(part.flag_bits & ENCRYPTED for part in found):
                raise Refusal(words.LOCKED if len(found) <= limits.parts else words.UNPACKS_TOO_BIG)
            needed = [part for part in found if NEEDED.fullmatch(part.filename)]
            if sum(part.file_size for part in needed) > limits.unpacked:
                raise Refusal(words.UNPACKS_TOO_BIG)
            parts = {part.filename: packed.read(part) for part in needed}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, EOFError, NotImplementedError, RuntimeError):
        raise Refusal(words.BROKEN_SHEET) from None
    _check_size(parts, limits)
    return parts


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    """Pack again what we unpacked ourselves, so that the library meets nothing that we haven't counted."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as workbook:
        for name, data in parts.items():
            workbook.writestr(name, data)
    packed.seek(0)
    return packed


def _check_size(parts: dict[str, bytes], limits: Limits) -> None:
    """Refuse cells far away: everything between them and the first would be filled in."""
    for name, data in parts.items():
        if name.lower().startswith("xl/worksheets/"):
            places = PLACE.findall(data)
            width = max((_column(letters) for letters, _ in places), default=0) + 1
            height = max((int(number) for _, number in places), default=1)
            if width * height > limits.cells or height > limits.rows + AROUND:
                raise Refusal(words.TOO_WIDE)


def _formulas(parts: dict[str, bytes], number: int) -> list[Formula]:
    """Find the formulas of a sheet by its place in the workbook."""
    sheets = [dict(ATTRIBUTE.findall(tag)) for tag in SHEET.findall(parts[WORKBOOK])]
    links = [dict(ATTRIBUTE.findall(tag)) for tag in LINK.findall(parts.get(LINKS, b""))]
    target = next((link.get(b"Target", b"") for link in links if link.get(b"Id") == sheets[number].get(b"r:id")), b"")
    data = parts.get(f"xl/{target.decode('utf-8', 'replace').removeprefix('/xl/')}", b"")
    return [(int(line), _column(letters)) for letters, line in FORMULA.findall(data)]


def _column(letters: bytes) -> int:
    """Give a column's number, from nothing, for its letters (A, B … AA)."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return max(number - 1, 0)


def _rows(rows: list[list[Cell]]) -> Iterator[Row]:
    for line, cells in enumerate(rows, 1):
        yield Row(line, tuple(cell if cell.__class__ is str else _text(cell) for cell in cells))


def _text(cell: Cell) -> str:
    """Write a cell as people read it: days as 2026-09-14, whole numbers without a point."""
    if isinstance(cell, bool):
        return "ja" if cell else "nei"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)
