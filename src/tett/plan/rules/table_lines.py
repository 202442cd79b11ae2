"""A table with one row a line, or with columns that stand in place on the page."""

from collections.abc import Iterator

from tett.plan.rules.columns import Column, Head, heads_of_line, is_rule, split_line
from tett.plan.rules.stretch import Line, Stretch
from tett.plan.rules.tables import Row, Table, block_at, ends_table

SLACK = 2
#: Stands between the paragraphs of a cell, where a document is known to have them; everybody else takes it for a space.
BETWEEN_PARAGRAPHS = "\x1f"


def divided(line: Line) -> bool:
    """Tell whether a line's cells are divided by a sign, and not by the gap between them."""
    return any(sign in line.raw for sign in "\t|;")


def read_divided(lines: list[Line], place: int, heads: tuple[Head, ...]) -> tuple[Table, int]:
    """Read rows whose cells are divided by tabs, bars or semicolons; an empty first cell is the one above."""
    rows: list[Row] = []
    each_tab = "\t\t" not in lines[place - 1].raw
    while place < len(lines):
        line = lines[place]
        if not divided(line):
            if line.blanks or not rows or ends_table(lines, place, 1):
                break
            _add_to_last(rows[-1], line.stretch)
        elif not is_rule(line) and not heads_of_line(line):
            cells = enumerate(split_line(line, each_tab=each_tab))
            _add_row(rows, [(n, list(_paragraphs(cell, line))) for n, (_, cell) in cells], heads)
        place += 1
    return Table(heads, rows), place


def _add_to_last(row: Row, words: Stretch) -> None:
    row.cells.setdefault(max(row.cells, default=0), []).append(words)


def _paragraphs(cell: Stretch, line: Line) -> Iterator[Stretch]:
    """Part a cell at the signs between its paragraphs, of which each often names somebody of their own."""
    words, first = _unquoted(cell), 0
    for place, where in enumerate(words.places):
        if line.raw[where - line.starts] == BETWEEN_PARAGRAPHS:
            yield words.cut(first, place)
            first = place
    if words:
        yield words.cut(first)


def _add_row(rows: list[Row], cells: list[tuple[int, list[Stretch]]], heads: tuple[Head, ...]) -> None:
    filled = {n: cell for n, cell in cells if cell and n < len(heads)}
    if not filled:
        return
    what = next(n for n, head in enumerate(heads) if head.meaning is Column.WHAT)
    number = len(rows) + 1
    doubtful = any(cell and n >= len(heads) for n, cell in cells)
    if what in filled or not rows:
        logical = rows[-1].logical + 1 if rows else 1
        rows.append(Row(number, logical, filled, doubtful=doubtful))
    else:
        shared = {what: rows[-1].pieces(what)}
        rows.append(Row(number, rows[-1].logical, filled, shared, doubtful))


def _unquoted(cell: Stretch) -> Stretch:
    return cell.cut(1, -1) if len(cell.text) > 2 and cell.text[0] == cell.text[-1] == '"' else cell  # noqa: PLR2004 - quotes


def read_in_place(lines: list[Line], place: int, heads: tuple[Head, ...]) -> tuple[Table, int]:
    """Read a table whose columns stand under their headings."""
    edges = [edge for edge, _ in split_line(lines[place - 1])]
    end = _end(lines, place, edges)
    # The gap that the end of a page makes says nothing of the rows.
    spaced = any(line.blanks and not line.new_page for line in lines[place + 1 : end])
    rows: list[Row] = []
    for number, line in enumerate(lines[place:end]):
        cells = [(_column(at, edges), words) for at, words in _fragments(line)]
        if heads_of_line(line):
            continue
        if not rows or (line.blanks and number if spaced and not line.new_page else _begins_row(cells)):
            _begin(rows, dict(cells), heads)
        for column, words in cells:
            rows[-1].cells.setdefault(column, []).append(words)
    return Table(heads, rows), end


def _begin(rows: list[Row], cells: dict[int, Stretch], heads: tuple[Head, ...]) -> None:
    what = next(n for n, head in enumerate(heads) if head.meaning is Column.WHAT)
    number = len(rows) + 1
    if what in cells or not rows:
        rows.append(Row(number, rows[-1].logical + 1 if rows else 1))
    else:
        rows.append(Row(number, rows[-1].logical, shared={what: rows[-1].pieces(what)}))


def _begins_row(cells: list[tuple[int, Stretch]]) -> bool:
    first = [words for column, words in cells if column == 0]
    return bool(first) and first[0].text[0].isupper() and len(cells) > 1


def _fragments(line: Line) -> list[tuple[int, Stretch]]:
    return [(at, words) for at, words in _placed(line) if words]


def _placed(line: Line) -> list[tuple[int, Stretch]]:
    indent = line.indent
    return [(max(at, indent), words) for at, words in split_line(line)]


def _column(at: int, edges: list[int]) -> int:
    return max((n for n, edge in enumerate(edges) if edge <= at + SLACK), default=0)


def _end(lines: list[Line], place: int, edges: list[int]) -> int:
    while place < len(lines):
        block = block_at(lines, place)
        in_place = any(len(_fragments(line)) > 1 or line.indent >= edges[1] - SLACK for line in block)
        # A row of wide cells is as long as prose, but stands in columns all the same.
        columns = sum(len(_fragments(line)) > 1 for line in block) * 2 >= len(block)
        if lines[place].blanks and not columns and (not in_place or ends_table(lines, place, 1)):
            return place
        place += len(block) if in_place or not lines[place].blanks else 1
    return place
