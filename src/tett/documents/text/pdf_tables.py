"""The ruled tables of a PDF: cells between lines, merged ones told by what they cover, rows made whole over pages."""

from dataclasses import dataclass
from typing import Any

from tett.documents.shapes import Cell, Table

#: Points within which two edges are one.
NEAR = 3.0
LEAST_ROWS, LEAST_COLUMNS = 2, 2


@dataclass(frozen=True)
class PageTable:
    """A table where it stands on its page."""

    table: Table
    top: float
    bottom: float
    edges: tuple[float, ...]


def tables_of_page(page: Any) -> list[PageTable]:  # noqa: ANN401 - pdfplumber's pages have no type
    """Read the tables of a page; a frame around text is none."""
    return [_table(found) for found in page.find_tables() if _is_table(found)]


def _is_table(found: Any) -> bool:  # noqa: ANN401 - pdfplumber's tables have no type
    columns = max((len(row.cells) for row in found.rows), default=0)
    return columns >= LEAST_COLUMNS and len(found.rows) >= 1 and any(map(any, found.extract()))


def _table(found: Any) -> PageTable:  # noqa: ANN401 - as above
    texts = found.extract()
    edges = sorted({round(cell[0]) for row in found.rows for cell in row.cells if cell})
    boxes = [cell for cell in found.cells if cell]
    rows = tuple(
        tuple(_cell(text, row, place, found, boxes) for place, text in enumerate(line))
        for row, line in zip(found.rows, texts, strict=True)
    )
    return PageTable(Table(rows), found.bbox[1], found.bbox[3], tuple(edges))


def _cell(text: str | None, row: Any, place: int, found: Any, boxes: list[Any]) -> Cell:  # noqa: ANN401 - as above
    if row.cells[place] is not None:
        return Cell(tuple(_pieces(text or "")))
    column = found.columns[place].bbox
    middle = (column[0] + column[2]) / 2, (row.bbox[1] + row.bbox[3]) / 2
    cover = next((box for box in boxes if _covers(box, *middle)), None)
    above = cover is not None and cover[1] < row.bbox[1] - NEAR
    return Cell((), above=above, left=cover is not None and cover[0] < column[0] - NEAR)


def _covers(box: tuple[float, float, float, float], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _pieces(text: str) -> list[str]:
    """Give a cell's words; what was wrapped there is one line, and a divided word is made whole."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    whole = ""
    for line in filter(None, lines):
        divided = whole.endswith("-") and whole[-2:-1].isalpha() and line[0].islower() and not line.startswith("og ")
        whole = whole[:-1] + line if divided else f"{whole} {line}".strip()
    return [whole] if whole else []


def goes_on(before: PageTable, after: PageTable) -> bool:
    """Tell whether a table at the top of a page is the one from the foot of the page before."""
    same = len(before.edges) == len(after.edges)
    return same and all(abs(a - b) <= NEAR for a, b in zip(before.edges, after.edges, strict=True))


def put_together(before: Table, after: Table) -> Table:
    """Put the two halves of a table together: its head is said once, and a row that was cut is made whole."""
    rows = after.rows
    if rows and [c.text for c in rows[0]] == [c.text for c in before.rows[0]]:
        rows = rows[1:]
    if rows and _was_cut(rows[0], before.rows[-1]):
        whole = tuple(_joined(a, b) for a, b in zip(before.rows[-1], rows[0], strict=True))
        return Table((*before.rows[:-1], whole, *rows[1:]))
    return Table((*before.rows, *rows))


def _was_cut(row: tuple[Cell, ...], before: tuple[Cell, ...]) -> bool:
    """Tell whether a row goes on with the one above: no cell of it begins anew, and some are empty."""
    if len(row) != len(before):
        return False
    begins = [cell.text for cell in row if cell.text]
    ended = all(a.text for a, b in zip(before, row, strict=True) if b.text)
    return bool(begins) and len(begins) < len(row) and ended and not row[0].text


def _joined(a: Cell, b: Cell) -> Cell:
    return Cell(tuple(filter(None, [f"{a.text} {b.text}".strip()])), a.above, a.left)
