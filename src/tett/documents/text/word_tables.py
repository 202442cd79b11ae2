"""A Word document's tables, with what is merged told apart from what is empty."""

from collections.abc import Iterator

from docx.oxml.ns import qn

from tett.documents.shapes import Cell, Table
from tett.documents.text.word_text import PARAGRAPH, Element, text_of

#: No table of people has more columns than this; Word allows 63.
WIDEST = 63


def table_of(table: Element) -> Table:
    """Read a table; rows that are shorter than the others get empty cells at their end."""
    rows = [_row(row) for row in _own(table, "w:tr")]
    width = max((len(row) for row in rows), default=0)
    return Table(tuple(tuple(row + [Cell(())] * (width - len(row))) for row in rows))


def _row(row: Element) -> list[Cell]:
    cells: list[Cell] = [Cell(())] * _number(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
    for cell in _own(row, "w:tc"):
        cells += _cell(cell)
    return cells[:WIDEST]


def _cell(cell: Element) -> list[Cell]:
    """Give a cell, and a merged one for each further column that it covers."""
    merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
    above = merged is not None and merged.get(qn("w:val")) != "restart"
    first = Cell(() if above else tuple(_words(cell)), above=above)
    wide = _number(cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), 1)
    return [first, *[Cell((), above=above, left=True)] * (min(wide, WIDEST) - 1)]


def _words(cell: Element) -> Iterator[str]:
    """Give each paragraph of a cell, those of a table within it too."""
    for paragraph in cell.iter(PARAGRAPH):
        if text := text_of(paragraph):
            yield " ".join(text.split())


def _own(element: Element, tag: str) -> Iterator[Element]:
    """Give a table's rows or a row's cells, but not those of a table within; some are wrapped in a control."""
    for child in element:
        if child.tag == qn(tag):
            yield child
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins")}:
            yield from _own(child, tag)


def _number(element: Element | None, default: int) -> int:
    value = element.get(qn("w:val")) if element is not None else None
    return int(value) if value and value.isdigit() else default
