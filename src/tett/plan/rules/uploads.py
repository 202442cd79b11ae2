"""A document's blocks as the text that the reader reads: headings marked, items marked, a row of a table a line.

The text is what is kept of an uploaded document, so every word of it is the school's own.
"""

import re
from collections.abc import Iterator, Sequence

from tett.documents.shapes import Block, Cell, Heading, Item, Lines, Link, NewPage, Paragraph, Table
from tett.plan.rules.columns import Column, heads_of_line
from tett.plan.rules.stretch import Line
from tett.plan.rules.table_lines import BETWEEN_PARAGRAPHS

#: Signs that would divide a cell in two; a cell that holds one stands in quotation marks.
_DIVIDES = re.compile(r"[;|\t]| {2,}")
#: An empty heading of a column, and an empty cell at the end of a row, which would else not be seen.
NAMELESS = "–"
PAGE = "\f"


def text_of(blocks: Sequence[Block]) -> str:
    """Write the blocks as text."""
    return "\n\n".join(filter(None, map(_written, blocks))).replace(f"\n\n{PAGE}\n\n", f"\n{PAGE}\n").strip("\n") + "\n"


def _written(block: Block) -> str:
    found = ""
    match block:
        case Heading(text, _level):
            found = f"# {text}"
        case Item(text):
            found = f"• {text}"
        case Paragraph(text):
            found = text
        case Link(text, address):
            found = f"• [{text}]({address})"
        case Lines(lines):
            found = "\n".join(lines)
        case NewPage():
            found = PAGE
        case Table(rows, _):
            found = "\n\n".join(_tables(_whole(rows)))
    return found


def _whole(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Leave out rows and columns in which nothing stands."""
    filled = [row for row in rows if any(cell.pieces for cell in row)]
    width = max(map(len, filled), default=0)
    kept = [place for place in range(width) if any(place < len(row) and row[place].pieces for row in filled)]
    return [tuple(row[place] for place in kept) for row in filled]


def _tables(rows: list[tuple[Cell, ...]]) -> Iterator[str]:
    """Give a table, or several where a line across all columns parts it: that is a heading over what follows."""
    head: tuple[Cell, ...] = ()
    part: list[tuple[Cell, ...]] = []
    for row in rows:
        if len(row) > 1 and _is_across(row):
            yield from _part(head, part) if part else ()
            part = []
            yield f"# {row[0].text}"
        elif not head:
            head = row
        else:
            part.append(row)
    yield from _part(head, part)


def _is_across(row: tuple[Cell, ...]) -> bool:
    return bool(row[0].pieces) and all(cell.left for cell in row[1:])


def _part(head: tuple[Cell, ...], rows: list[tuple[Cell, ...]]) -> Iterator[str]:
    if not head or not rows:
        if head and not rows:
            yield "\n\n".join(cell.text for cell in head if cell.pieces)
        return
    if len(head) == 1:
        yield "\n\n".join(row[0].text for row in (head, *rows))
        return
    titles = "\t".join(_cell(cell) or NAMELESS for cell in head)
    merged = _merged(titles)
    above: tuple[Cell, ...] = ()
    lines = [titles]
    for row in rows:
        above = tuple(_filled(cell, above[n] if above else None, n in merged) for n, cell in enumerate(row))
        lines.append("\t".join("" if cell.above else _cell(cell) for cell in above).rstrip("\t"))
    yield "\n".join(lines)


def _merged(titles: str) -> set[int]:
    """Tell which column stays empty under a merged cell: that of the duty, by which rows are kept together."""
    heads = heads_of_line(Line(titles, 0))
    return {n for n, head in enumerate(heads) if head.meaning is Column.WHAT} or {0}


def _filled(cell: Cell, above: Cell | None, keeps_merged: bool) -> Cell:  # noqa: FBT001 - one column's answer
    """Say again in each row what holds for several, but not the duty itself."""
    if not cell.above or cell.left or above is None or keeps_merged:
        return cell
    return Cell(above.pieces)


def _cell(cell: Cell) -> str:
    plain = BETWEEN_PARAGRAPHS.join(" ".join(piece.split()) for piece in cell.pieces)
    return '"' + plain.replace('"', "”") + '"' if _DIVIDES.search(plain) or plain.startswith('"') else plain
