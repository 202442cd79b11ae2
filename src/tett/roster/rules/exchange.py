"""What the exchange formats have in common: many files that point to each other, gathered to rows of our own lists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tett.documents.tables import Row, Table
from tett.roster.rules.lists import Written, read_list
from tett.roster.rules.said import OddRow, Reading, Told
from tett.roster.words import Holds, Mark


@dataclass(frozen=True)
class Where:
    """The school that the rows shall be of: how files name it, and the year."""

    org_number: str
    name: str
    starts_in: int


@dataclass
class Gathered:
    """Rows of text in our own columns, by whom they are about, with where they stood."""

    rows: dict[Holds, list[tuple[int, Mapping[str, str]]]] = field(default_factory=lambda: {h: [] for h in Holds})
    odd: list[OddRow] = field(default_factory=list)
    holds: set[Holds] = field(default_factory=set)
    #: Rows of other schools in the same file.
    elsewhere: int = 0

    def add(self, holds: Holds, line: int, cells: Mapping[str, Any]) -> None:
        """Keep a row."""
        self.rows[holds].append((line, {name: str(text) for name, text in cells.items() if text}))

    def tell(self, line: int, name: str, told: Told, file: str) -> None:
        """Keep what is odd."""
        self.odd.append(OddRow(line, name, (told,), file=file))

    def reading(self, written: Written, source: str, file: str) -> Reading:
        """Read the rows as any list of ours."""
        whole = Reading(frozenset(h.value for h in self.holds), source=source, odd=list(self.odd))
        for holds, rows in self.rows.items():
            if rows:
                part = read_list(_table(rows), _fields(rows), holds, written)
                whole.rows += [row._replace(file=file) for row in part.rows]
                whole.odd += [row._replace(file=file) for row in part.odd]
                whole.lines += part.lines
        if self.elsewhere:
            whole.odd.append(OddRow(0, "", ((Mark.OTHER_SCHOOL, {"number": self.elsewhere}),), file=file))
        return whole


def _fields(rows: Iterable[tuple[int, Mapping[str, str]]]) -> list[str]:
    return sorted({name for _, cells in rows for name in cells})


def _table(rows: list[tuple[int, Mapping[str, str]]]) -> Table:
    fields = _fields(rows)
    return Table(tuple(fields), tuple(Row(line, tuple(cells.get(name, "") for name in fields)) for line, cells in rows))
