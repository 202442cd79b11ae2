"""From bytes to a table: which kind of file it is, and what all kinds have in common."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from tett.base.rules import Refusal
from tett.documents.tables import words
from tett.documents.tables.limits import CELL, MEGABYTE, Limits
from tett.documents.tables.sheet import Formula, read_sheet
from tett.documents.tables.table import Odd, Row, Table
from tett.documents.tables.text import read_text

PACKED, OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
#: How files begin that people take for lists.
NEVER_A_TABLE = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
#: What stands for a letter that was lost on the way; a printable sign, though nobody writes it.
LOST = "\ufffd"
#: Control characters other than tab and line breaks, and lost letters.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ufffd]")


def read_table(data: bytes, name: str = "", limits: Limits | None = None) -> Table:
    """Read a list of whatever usual kind: by what is in it, never by what it is called.

    Raises ``Refusal`` when nothing of it can be used; single lines that can't be are told in ``Table.odd``.
    """
    limits = limits or Limits()
    if len(data) > limits.bytes:
        raise Refusal(words.TOO_BIG.format(limit=limits.bytes // MEGABYTE))
    if not data.strip():
        raise Refusal(words.EMPTY)
    if data.startswith(PACKED):
        return _table(*read_sheet(data, limits), limits)
    if data.startswith(OLD_OFFICE):
        raise Refusal(words.OLD_EXCEL)
    if data.startswith(NEVER_A_TABLE) or name.lower().endswith((".doc", ".docx", ".pdf", ".ods")):
        raise Refusal(words.NOT_A_TABLE)
    return _table(read_text(data), [], "", limits)


def _table(lines: Iterable[Row], formulas: list[Formula], sheet: str, limits: Limits) -> Table:
    """Take the first line with something on it as the header, and check the rest against it."""
    filled = (row for row in lines if "".join(row.cells).strip())
    header = next(filled, None)
    if header is None:
        raise Refusal(words.EMPTY)
    names = _names(header, limits)
    rows = list(islice(filled, limits.rows + 1))
    if len(rows) > limits.rows:
        raise Refusal(words.TOO_MANY_ROWS.format(limit=limits.rows))
    if not rows:
        raise Refusal(words.ONLY_HEADER)
    wrong = {odd.line: odd for odd in [*_checked(rows, names), *(_formula(place, names) for place in formulas)]}
    width = len(names)
    fit = (row if len(row.cells) == width else Row(row.line, _fitted(row.cells, width)) for row in rows)
    kept = tuple(row for row in fit if row.line not in wrong) if wrong else tuple(fit)
    return Table(names, kept, tuple(wrong[line] for line in sorted(wrong)), header.line, sheet)


def _names(header: Row, limits: Limits) -> tuple[str, ...]:
    cells = list(header.cells)
    while cells and not cells[-1].strip():
        cells.pop()
    if len(cells) > limits.columns:
        raise Refusal(words.TOO_MANY_COLUMNS.format(line=header.line, limit=limits.columns))
    if any(CONTROL.search(cell) for cell in cells):
        raise Refusal(words.UNREADABLE.format(line=header.line))
    names = tuple(" ".join(cell.split()) for cell in cells)
    if any(len(name) > CELL for name in names):
        raise Refusal(words.NO_HEADER)
    return names


def _fitted(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells[:width] + ("",) * (width - len(cells))


def _checked(rows: list[Row], names: tuple[str, ...]) -> Iterator[Odd]:
    """Find lines with more cells than names, and cells that are too long or hold what isn't text."""
    width = len(names)
    for row in rows:
        line, cells = row
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            yield Odd(line, words.MORE_CELLS)
            continue
        whole = "".join(cells)
        if len(whole) <= CELL and whole.isprintable() and LOST not in whole:
            continue
        if (wrong := _wrong_cell(cells, names)) is not None:
            yield Odd(line, wrong)


def _wrong_cell(cells: tuple[str, ...], names: tuple[str, ...]) -> object | None:
    for name, cell in zip(names, cells, strict=False):
        if len(cell) > CELL:
            return words.CELL_TOO_LONG.format(column=name, limit=CELL)
        if CONTROL.search(cell):
            return words.CONTROL.format(column=name)
    return None


def _formula(place: Formula, names: tuple[str, ...]) -> Odd:
    line, column = place
    return Odd(line, words.FORMULA.format(column=names[column] if column < len(names) else column + 1))
