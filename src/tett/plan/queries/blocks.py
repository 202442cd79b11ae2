"""A document as blocks to be shown: headings, paragraphs, lists and tables."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from tett.plan.models import Commitment, Edition, Passage, Section
from tett.plan.words import PassageKind


@dataclass(frozen=True)
class Row:
    """A row of a table: its cells by column, and the commitments that stand in it."""

    number: int
    cells: tuple[str, ...]
    pieces: tuple[tuple[Passage, ...], ...]
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True)
class Block:
    """One thing on the page: a paragraph, a list's bullet or a whole table."""

    kind: str
    passage: Passage | None
    commitments: tuple[Commitment, ...]
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Chapter:
    """A section with its blocks."""

    section: Section
    blocks: tuple[Block, ...]

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """Give every commitment of the section, in order."""
        found = [c for b in self.blocks for c in (*b.commitments, *(x for r in b.rows for x in r.commitments))]
        return tuple(sorted(found, key=lambda c: (c.order, c.pk)))


def chapters(edition: Edition, commitments: Iterable[Commitment]) -> tuple[Chapter, ...]:
    """Lay out an edition, given its commitments (two queries)."""
    by_passage: dict[int, list[Commitment]] = defaultdict(list)
    for commitment in commitments:
        by_passage[commitment.passage_id].append(commitment)
    passages: dict[int, list[Passage]] = defaultdict(list)
    for passage in edition.passages.order_by("number"):
        passages[passage.section_id].append(passage)
    sections = edition.sections.order_by("number")
    return tuple(Chapter(s, tuple(_blocks(passages[s.pk], by_passage))) for s in sections)


def _blocks(passages: list[Passage], found: dict[int, list[Commitment]]) -> Iterable[Block]:
    for in_table, run in groupby(passages, key=lambda p: p.kind in {PassageKind.CELL, PassageKind.COLUMN}):
        if in_table:
            yield from (_table(table, found) for table in _tables(run))
        else:
            shown = (p for p in run if p.kind != PassageKind.HEADING)
            yield from (Block(p.kind, p, tuple(found.get(p.pk, ()))) for p in shown)


def _tables(passages: Iterable[Passage]) -> Iterable[list[Passage]]:
    """Part tables that stand right under each other: a heading of a column after cells begins the next."""
    table: list[Passage] = []
    for passage in passages:
        if table and passage.kind == PassageKind.COLUMN and table[-1].kind == PassageKind.CELL:
            yield table
            table = []
        table.append(passage)
    yield table


def _table(passages: list[Passage], found: dict[int, list[Commitment]]) -> Block:
    columns = tuple(p.text for p in passages if p.kind == PassageKind.COLUMN)
    cells = [p for p in passages if p.kind == PassageKind.CELL]
    width = max([len(columns), *((p.column or 0) + 1 for p in cells)])
    rows = tuple(_row(n or 0, list(run), width, found) for n, run in groupby(cells, key=lambda p: p.row))
    return Block("table", None, (), columns, rows)


def _row(number: int, cells: list[Passage], width: int, found: dict[int, list[Commitment]]) -> Row:
    pieces = tuple(tuple(cell for cell in cells if (cell.column or 0) == column) for column in range(width))
    texts = tuple(" ".join(cell.text for cell in column) for column in pieces)
    return Row(number, texts, pieces, tuple(c for cell in cells for c in found.get(cell.pk, ())))
