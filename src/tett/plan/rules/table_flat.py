"""A table whose cells come one after another, as when text is taken out of a PDF.

Cells of one line stand beside each other on a line; others are separated by empty lines. Cells are missing, merged
over rows and broken over pages. Which cell is which is found as the cheapest way through all of them, where a cell
costs more the less it looks like what its column holds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations, pairwise

from tett.plan.rules.bearers import bearers_in, only_bearers
from tett.plan.rules.columns import Column, Head, heads_of_line
from tett.plan.rules.stretch import Line, Stretch, joined
from tett.plan.rules.tables import Row, Table, block_at, ends_table
from tett.plan.rules.times import only_time, times_in

MISSING, SAME_CELL, SAME_OWNER, MERGED, CONTINUED, UNLIKE = 2.5, 3.0, 1.0, 3.0, 1.0, 6.0
CUT, JOINED, JOINED_OTHER = 0.5, 1.2, 3.0
LONG_CELL, LONG_OWNER = 12, 6
LONGEST_CUT_LINE = 90
DOUBTFUL = 7.0
_OPEN_END = re.compile(r"(?:[,–-]|\b(?:og|på|i|av|til|med|for|som|ved|eller|fra|frå|om|der))$")
#: A capital inside a cell, where no sentence or name goes on: here two cells may have run together.
_CAPITAL = re.compile(r"(?<=[^\s.:!?,–/-]\s)(?<!\b[A-ZÆØÅ]\s)[A-ZÆØÅ][a-zæøå]")
_LEADS_ON = re.compile(
    r"(?:[,(/–-]|\b(?:og|eller|av|til|med|for|i|på|ved|fra|frå|om|som|den|det|de|under|hos|mot|mellom))\s$"
)


@dataclass(frozen=True)
class _Chunk:
    """What stands between two empty lines."""

    lines: tuple[Stretch, ...]
    after_gap: bool

    def whole(self) -> Stretch:
        return joined(self.lines)


@dataclass(frozen=True)
class _Step:
    """A cell put in a column; ``turn`` says how it follows the one before."""

    cell: Stretch
    column: int
    turn: str
    cost: float


@dataclass(frozen=True)
class _Path:
    """The cheapest way so far to a cell in this column, and the last cell of each column on it."""

    cost: float
    column: int
    latest: tuple[str, ...]
    step: _Step | None = None
    before: "_Path | None" = None


def read_flat(lines: list[Line], place: int, heads: tuple[Head, ...], *, by_line: bool) -> tuple[Table, int]:
    """Read the cells from here on; gives the table and the line after it."""
    end = _end(lines, place, by_line=by_line)
    chunks = list(_chunks(lines[place:end], by_line=by_line))
    return Table(heads, _rows(_cheapest(chunks, heads))), end


def _end(lines: list[Line], place: int, *, by_line: bool) -> int:
    widest, first = 0, place
    while place < len(lines):
        if (lines[place].blanks or by_line) and ends_table(lines, place, widest or 1):
            return place
        if by_line and place > first and lines[place].blanks:
            return place
        block = block_at(lines, place)
        widest = max(widest, *(len(line.text) for line in block))
        place += 1 if by_line else len(block)
    return place


def _chunks(lines: list[Line], *, by_line: bool) -> Iterator[_Chunk]:
    place = 0
    while place < len(lines):
        block = lines[place : place + 1] if by_line else block_at(lines, place)
        first = block[0]
        if not heads_of_line(first):  # the head is said again on each page
            yield _Chunk(tuple(line.stretch for line in block), first.new_page or first.blanks > 1)
        place += len(block)


# -- the cheapest way ------------------------------------------------------------------------------------------


def _cheapest(chunks: Sequence[_Chunk], heads: tuple[Head, ...]) -> list[_Step]:
    """Find the cheapest way to put all cells in columns."""
    paths = [_Path(0.0, len(heads) - 1, ("",) * len(heads))]
    for chunk in chunks:
        found: dict[int, _Path] = {}
        for cells in _ways_to_cut(chunk, len(heads)):
            for path in _through(paths, cells, chunk.after_gap, heads):
                if path.column not in found or path.cost < found[path.column].cost:
                    found[path.column] = path
        paths = list(found.values())
    best = min(paths, key=lambda path: path.cost)
    return _steps(best)


def _steps(path: _Path) -> list[_Step]:
    steps = []
    last: _Path | None = path
    while last is not None and last.step is not None:
        steps.append(last.step)
        last = last.before
    return steps[::-1]


def _through(paths: list[_Path], cells: tuple[Stretch, ...], gap: bool, heads: tuple[Head, ...]) -> list[_Path]:  # noqa: FBT001 - private
    paths = [replace(path, cost=path.cost + CUT * (len(cells) - 1)) for path in paths]
    for number, cell in enumerate(cells):
        found: dict[int, _Path] = {}
        for path in paths:
            for way in _onward(path, cell, gap and number == 0, heads):
                if way.column not in found or way.cost < found[way.column].cost:
                    found[way.column] = way
        # Cells on one line stand in columns from left to right.
        paths = [path for path in found.values() if number == 0 or path.step is None or path.step.turn == "next"]
    return paths


def _onward(path: _Path, cell: Stretch, gap: bool, heads: tuple[Head, ...]) -> Iterator[_Path]:  # noqa: FBT001 - private
    for column, head in enumerate(heads):
        fits = _fit(cell.text, head.meaning) + _run_together(cell.text)
        for turn, price in _turns(path, column, cell.text, gap, heads):
            cost = fits + price if turn != "continued" else price
            known = ("",) * len(heads) if turn == "row" else path.latest
            latest = (*known[:column], cell.text, *known[column + 1 :])
            stays = path.column if turn == "continued" else column
            yield _Path(path.cost + cost, stays, latest, _Step(cell, column, turn, cost), path)


def _turns(path: _Path, column: int, text: str, gap: bool, heads: tuple[Head, ...]) -> Iterator[tuple[str, float]]:  # noqa: FBT001 - private
    """Give the ways in which a cell in this column can follow the path, and what each costs."""
    last, here = path.column, path.latest[column]
    left_out = MISSING * (len(heads) - 1 - last)
    if column > last:
        yield "next", MISSING * (column - last - 1)
        return
    if column == last:
        owners = heads[column].meaning is Column.OWNER and only_bearers(text)
        yield "same", SAME_OWNER if owners else min(SAME_CELL, _going_on(here, text))
    if gap and here and column < last:
        yield "continued", _going_on(here, text)
    if column == 0:
        yield "row", left_out
    else:
        yield "merged", left_out + (0.2 if _alike(here, text) else MERGED * column)


def _going_on(before: str, text: str) -> float:
    """Give what it costs to take a text for the rest of a cell."""
    if text[0].isupper() or before.endswith((".", ":", "!", "?")):
        return UNLIKE
    return CONTINUED if _OPEN_END.search(before) else CONTINUED + 1.5


def _alike(one: str, other: str) -> bool:
    """Tell whether two cells begin alike, as rows under one merged cell do."""
    first, second = one.split()[:1], other.split()[:1]
    return bool(first) and first == second and len(first[0]) > 2  # noqa: PLR2004 - not "En" or "I"


# -- how well a cell fits --------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _fit(text: str, meaning: Column) -> float:
    """Give what it costs to take a text for a cell of this kind."""
    if text in {"-", "–", "x"}:
        return 0.3
    if meaning is Column.WHEN:
        return 0.0 if only_time(text) else 2.0 if times_in(text) else UNLIKE
    if meaning is Column.OWNER:
        return _fit_owner(text)
    if only_time(text):
        return UNLIKE + 1 if meaning is Column.WHAT else UNLIKE
    if meaning is Column.WHAT:
        return _fit_what(text)
    lower = 1.5 if text[0].islower() else 0.0
    return 0.5 + lower + (0.5 if only_bearers(text) else 0.0)


def _fit_owner(text: str) -> float:
    if only_bearers(text):
        return 0.0
    words = len(text.split())
    if bearers_in(text) and words <= LONG_OWNER:
        return 2.0
    return 5.0 if words <= LONG_OWNER // 2 else UNLIKE + (2.0 if words > LONG_CELL else 0.0)


def _fit_what(text: str) -> float:
    cost = 5.0 if text[0].islower() else 0.0
    if only_bearers(text):
        cost += 4.0
    if len(text.split()) > LONG_CELL:
        cost += 2.0
    return cost + (2.0 if ". " in text else 0.0)


@lru_cache(maxsize=4096)
def _run_together(text: str) -> float:
    """Give what a text costs that looks as if it were several cells."""
    capitals = [m.start() for m in _CAPITAL.finditer(text) if not _LEADS_ON.search(text[: m.start()])]
    others = {t.starts for t in times_in(text)} | {b.starts for b in bearers_in(text)}
    return sum(JOINED_OTHER if place in others else JOINED for place in capitals)


# -- cells that stand beside each other ------------------------------------------------------------------------


def _ways_to_cut(chunk: _Chunk, most: int) -> Iterator[tuple[Stretch, ...]]:
    """Give the ways to see a chunk as cells beside each other: all but the last of them are on its first line."""
    yield (chunk.whole(),)
    first = chunk.lines[0]
    if len(first.text) > LONGEST_CUT_LINE:
        return
    places = _cuts(first.text)
    for number in range(1, min(most, len(places) + 1)):
        for chosen in combinations(places, number):
            edges = [0, *chosen, len(first.text)]
            cells = [first.cut(a, b) for a, b in pairwise(edges)]
            yield (*cells[:-1], joined([cells[-1], *chunk.lines[1:]]))


def _cuts(text: str) -> list[int]:
    """Give the places where a cell may begin: at a capital, at a time and after it, at somebody's name."""
    starts = {m.start() for m in re.finditer(r"(?<=\s)[A-ZÆØÅ]", text)}
    for time in times_in(text):
        starts.add(time.starts)
        starts.add(time.ends + 1)
    starts |= {b.starts for b in bearers_in(text)}
    fit = [p for p in starts if 0 < p < len(text) and text[p - 1] == " " and not _LEADS_ON.search(text[:p])]
    return sorted(fit)[:8]


# -- rows ------------------------------------------------------------------------------------------------------


def _rows(steps: list[_Step]) -> list[Row]:
    rows: list[Row] = []
    for step in steps:
        if step.turn in {"row", "merged"} or not rows:
            rows.append(_new_row(rows, merged=step.turn == "merged", column=step.column))
        rows[-1].cells.setdefault(step.column, []).append(step.cell)
        rows[-1].doubtful |= step.cost >= DOUBTFUL
    return rows


def _new_row(rows: list[Row], *, merged: bool, column: int) -> Row:
    if not rows:
        return Row(1, 1)
    above = rows[-1]
    if not merged:
        return Row(above.number + 1, above.logical + 1)
    shared = {n: above.pieces(n) for n in range(column) if above.pieces(n)}
    return Row(above.number + 1, above.logical, shared=shared)
