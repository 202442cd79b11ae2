"""A table as it is read: rows of cells by column, however it was flattened."""

import re
from dataclasses import dataclass, field

from tett.plan.rules.columns import Column, Head
from tett.plan.rules.headings import begins_section
from tett.plan.rules.stretch import Line, Stretch

#: A line of prose is longer than this; a line of a cell is shorter.
PROSE = 95
WIDE, NARROW = 60, 45
#: No cell has more lines than this.
LONGEST_BLOCK = 60
_BULLET = re.compile(r"\s*(?:[•▪●◦‣➢✓\uf0b7\uf0a7\uf0d8\uf0fc]|\*|(?:[-–]\s))")
_REVISION = re.compile(
    r"(?:sist\s(?:revidert|oppdatert)|(?:handlings)?planen\s(?:er|skal|blir|vert)?\s?(?:revider|evaluer))",
    re.IGNORECASE,
)


@dataclass
class Row:
    """One row: the pieces of each cell, and which row above it shares its first cell with."""

    number: int
    logical: int
    cells: dict[int, list[Stretch]] = field(default_factory=dict)
    shared: dict[int, list[Stretch]] = field(default_factory=dict)
    doubtful: bool = False

    def pieces(self, column: int) -> list[Stretch]:
        """Give what stands in a column, also when the cell is merged over several rows."""
        return self.cells.get(column) or self.shared.get(column) or []


@dataclass
class Table:
    """A table's columns and rows."""

    heads: tuple[Head, ...]
    rows: list[Row]

    def columns(self, *meanings: Column) -> list[int]:
        """Tell which columns say one of these things."""
        return [n for n, h in enumerate(self.heads) if h.meaning in meanings]


def ends_table(lines: list[Line], place: int, widest: int) -> bool:
    """Tell whether the table is over before this line, which stands after an empty line."""
    line = lines[place]
    if _BULLET.match(line.raw) or _REVISION.match(line.text) or begins_section(line.text):
        return True
    block = block_at(lines, place, LONGEST_BLOCK)
    if any(len(other.text) > PROSE for other in block):
        return True
    if len(block) > 1 and sum(len(other.text) > WIDE for other in block) > len(block) // 2 and widest < NARROW:
        return True
    after = place + len(block)
    return len(block) == 1 and after < len(lines) and bool(_BULLET.match(lines[after].raw))


def block_at(lines: list[Line], place: int, most: int | None = None) -> list[Line]:
    """Give the lines from here to the next empty line, or so many of them."""
    end = place + 1
    stop = len(lines) if most is None else min(len(lines), place + most)
    while end < stop and not lines[end].blanks:
        end += 1
    return lines[place:end]
