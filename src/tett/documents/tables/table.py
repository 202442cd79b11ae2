"""What a table is once it has been read."""

from dataclasses import dataclass
from typing import NamedTuple


class Row(NamedTuple):
    """One row: the line it begins on in the file, and its cells as text, as many as the header has."""

    line: int
    cells: tuple[str, ...]


class Odd(NamedTuple):
    """A line that can't be used, and why, as a sentence."""

    line: int
    why: object


@dataclass(frozen=True)
class Table:
    """A header, the rows under it, and the lines that couldn't be read as rows."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    odd: tuple[Odd, ...] = ()
    #: The line of the header.
    line: int = 1
    #: The name of the sheet it was read from, where there were several.
    sheet: str = ""
