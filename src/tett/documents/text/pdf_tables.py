"""The ruled tables of a PDF: cells between lines, merged ones told by what they cover, rows made whole over pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from tett.documents.shapes import Cell, Table
from tett.documents.text.pdf_lines import PageLine, blanks_between, is_divided, lines_of_page, usual_step

#: pdfplumber's words, and its frames (left, top, right, bottom).
Word: TypeAlias = dict[str, Any]
Box: TypeAlias = tuple[float, float, float, float]

#: Points within which two edges are one.
NEAR = 3.0
LEAST_COLUMNS = 2


@dataclass(frozen=True)
class PageTable:
    """A table where it stands on its page."""

    table: Table
    top: float
    bottom: float
    edges: tuple[float, ...]


def tables_of_page(page: Any, first: float) -> list[PageTable]:  # noqa: ANN401 - pdfplumber's pages have no type
    """Read the tables of a page, whose words begin at ``first``; a frame around a line of text is none.

    One row alone is a table only at the top, where it may be the last of the page before.
    """
    found = [
        table for table in page.find_tables()
        if max(len(row.cells) for row in table.rows) >= LEAST_COLUMNS
        and (len(table.rows) > 1 or table.bbox[1] <= first + NEAR)
    ]  # fmt: skip
    words = page.extract_words(extra_attrs=["size", "fontname"], x_tolerance=1.5) if found else []
    tables = [_table(table, words) for table in found]
    return [one for one in tables if any(cell.pieces for row in one.table.rows for cell in row)]


def _table(found: Any, words: list[Word]) -> PageTable:  # noqa: ANN401 - pdfplumber's tables have no type
    edges = sorted({round(cell[0]) for row in found.rows for cell in row.cells if cell})
    boxes = [cell for cell in found.cells if cell]
    rows = tuple(tuple(_cell(row, place, found, boxes, words) for place in range(len(row.cells))) for row in found.rows)
    return PageTable(Table(rows), found.bbox[1], found.bbox[3], tuple(edges))


def _cell(row: Any, place: int, found: Any, boxes: list[Box], words: list[Word]) -> Cell:  # noqa: ANN401 - as above
    own = row.cells[place]
    if own is not None:
        return Cell(tuple(_pieces([word for word in words if _covers(own, *_middle(word))], own)))
    column = found.columns[place].bbox
    middle = (column[0] + column[2]) / 2, (row.bbox[1] + row.bbox[3]) / 2
    cover = next((box for box in boxes if _covers(box, *middle)), None)
    above = cover is not None and cover[1] < row.bbox[1] - NEAR
    return Cell((), above=above, left=cover is not None and cover[0] < column[0] - NEAR)


def _middle(word: Word) -> tuple[float, float]:
    return (word["x0"] + word["x1"]) / 2, (word["top"] + word["bottom"]) / 2


def _covers(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _pieces(words: list[Word], box: Box) -> Iterator[str]:
    """Give a cell's paragraphs; what was wrapped is one line again, and a divided word is whole."""
    lines = lines_of_page(words)
    usual, whole = usual_step(lines), ""
    for number, line in enumerate(lines):
        text = " ".join(line.text.split())
        if number and (blanks_between(lines[number - 1], line, usual) or _was_ended(lines[number - 1], line, box)):
            yield whole
            whole = text
        else:
            whole = whole[:-1] + text if is_divided(whole, text) else f"{whole} {text}".strip()
    if whole:
        yield whole


def _was_ended(before: PageLine, line: PageLine, box: Box) -> bool:
    """Tell whether a line ended though the next word, which begins anew, had room on it."""
    first = line.text.split()[0]
    room = box[2] - before.right - (line.left - box[0])
    return not first[0].islower() and line.letter * (len(first) + 1) < room


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
