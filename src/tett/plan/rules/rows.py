"""Proposals out of the rows of a table."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tett.plan.rules.bearers import read_owner
from tett.plan.rules.columns import Column
from tett.plan.rules.deciding import is_standing
from tett.plan.rules.owners import responsible
from tett.plan.rules.proposals import Proposal
from tett.plan.rules.sentences import by_time
from tett.plan.rules.stretch import Stretch, joined
from tett.plan.rules.tables import Row, Table
from tett.plan.rules.times import FoundTime, only_time, read_time
from tett.plan.rules.titles import row_title
from tett.plan.words import Remark

_EMPTY = re.compile(r"[\W_]*$")
_WEEKS = re.compile(r"(?:uke|veke|uker|veker)(?:\s?nr\.?)?", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,2}(?:\s?(?:-|–|/|,|og|\+|til)\s?\d{1,2})*")
_STANDING = re.compile(r"\btilgjengel\w+|\btilgjengeleg\w*", re.IGNORECASE)


@dataclass(frozen=True)
class _Cells:
    """A row's cells as one text each."""

    what: Stretch
    who: Stretch
    when: Stretch
    goal: Stretch
    owners: tuple[Stretch, ...]
    #: Numbers in the cell of time are weeks, since the column is called so.
    weeks: bool = False


def read_rows(table: Table, ordinal: int, document: str, number: Callable[[Stretch], int]) -> list[Proposal]:
    """Read a table into proposals; rows that share their first cell share their number, counted on from ``ordinal``."""
    found: list[Proposal] = []
    siblings, usual = Counter(row.logical for row in table.rows), _usually_filled(table)
    for row in table.rows:
        cells = _cells(table, row)
        if cells.what or cells.who or cells.goal:
            own = [number(piece) for pieces in _in_order(table, row) for piece in pieces]
            proposals = _read_row(cells, ordinal + row.logical, document, alone=siblings[row.logical] == 1)
            for proposal in proposals:
                proposal.passages = tuple(dict.fromkeys(own))
                _remark(proposal, row, usual)
            found += proposals
    return found


def _cells(table: Table, row: Row) -> _Cells:
    def text(*meanings: Column) -> Stretch:
        pieces = [piece for column in table.columns(*meanings) for piece in row.pieces(column)]
        whole = joined(pieces)
        return Stretch("", ()) if _EMPTY.match(whole.text) else whole

    owners = [piece for column in table.columns(Column.OWNER) for piece in row.pieces(column)]
    return _Cells(
        text(Column.WHAT), text(Column.WHO, Column.HOW), text(Column.WHEN), text(Column.GOAL),
        tuple(piece for piece in owners if not _EMPTY.match(piece.text)),
        any(_WEEKS.fullmatch(table.heads[column].words.text.strip(" :")) for column in table.columns(Column.WHEN)),
    )  # fmt: skip


def _in_order(table: Table, row: Row) -> list[list[Stretch]]:
    """Give the row's own cells, that of the duty first, and then what it shares with the rows above."""
    what = table.columns(Column.WHAT)
    own = sorted(row.cells, key=lambda column: (column not in what, column))
    return [*(row.cells[column] for column in own), *row.shared.values()]


def _read_row(cells: _Cells, ordinal: int, document: str, *, alone: bool) -> list[Proposal]:
    times = _times(cells)
    proposals = []
    for number, (part, time) in enumerate(times):
        proposal = _proposal(cells, part, ordinal, alone=alone, several=len(times) > 1)
        proposal.part = part.text if len(times) > 1 else ""
        _say_when(proposal, cells, part, time, document)
        _say_who(proposal, cells, number if len(times) == len(cells.owners) else 0, document)
        proposal.standing = is_standing(cells.what.text or cells.who.text, proposal.bearer) or _available(
            proposal, cells, document
        )
        proposals.append(proposal)
    return proposals


def _times(cells: _Cells) -> list[tuple[Stretch, FoundTime | None]]:
    """Cut the cell of time into its times."""
    if not cells.when:
        return [(cells.when, None)]
    if cells.weeks and _NUMBERS.fullmatch(cells.when.text):
        found = read_time(f"uke {cells.when.text}")
        return [(cells.when, replace(found, starts=0, ends=len(cells.when.text)))]
    return by_time(cells.when, cell=True)


def _proposal(cells: _Cells, part: Stretch, ordinal: int, *, alone: bool, several: bool) -> Proposal:
    # Rows under a merged cell are told apart by their goals if by nothing else.
    cells = cells if alone or cells.who else replace(cells, who=cells.goal)
    what, who = cells.what.text, cells.who.text
    text = f"{what}: {who}" if what and who else what or who
    title = row_title(what or who, "" if alone or not what else who, part.text if several else "")
    return Proposal(ordinal, text, title, _focus(cells, part, alone=alone, several=several))


def _focus(cells: _Cells, part: Stretch, *, alone: bool, several: bool) -> tuple[Stretch, ...]:
    """Judge a row by what is to be done, but a row under a merged cell by what is its own."""
    order = [cells.what, cells.who] if alone else [cells.who, cells.what]
    return tuple(words for words in ([part, cells.when, *order] if several else [*order, part]) if words)


def _say_when(proposal: Proposal, cells: _Cells, part: Stretch, time: FoundTime | None, document: str) -> None:
    if time is not None and (len(part.text.split()) <= LONG_TIME or only_time(part.text)):
        proposal.happens(time, part, document)
    elif part:
        proposal.remark(Remark.TIME_NOT_UNDERSTOOD)
        proposal.explain("schedule", part, 0, len(part.text), document)
    else:
        _say_when_elsewhere(proposal, cells, document)


def _say_when_elsewhere(proposal: Proposal, cells: _Cells, document: str) -> None:
    """Take a time from the other cells where the table has none."""
    for words in (cells.what, cells.who):
        for where, time in by_time(words)[:1] if words else ():
            if time is not None and not proposal.has_time and not time.frame:
                proposal.happens(time, where, document)


def _say_who(proposal: Proposal, cells: _Cells, first: int, document: str) -> None:
    order = [*cells.owners[first:], *cells.owners[:first]]
    for cell in order:
        owner = read_owner(cell.text)
        proposal.give(owner.found, cell, document)
        for starts, ends in owner.strange:
            proposal.remark(Remark.OWNER_NOT_UNDERSTOOD)
            proposal.explain("not_understood", cell, starts, ends, document)
    if not cells.owners:
        _say_who_elsewhere(proposal, (cells.what, cells.who), document)


def _say_who_elsewhere(proposal: Proposal, places: Sequence[Stretch], document: str) -> None:
    for words in places:
        who = responsible(words.text) if words else None
        if who and who.people and not proposal.bearer:
            proposal.give(who.people, words, document)


def _available(proposal: Proposal, cells: _Cells, document: str) -> bool:
    """See that services which are to be available are a duty that always holds."""
    match = _STANDING.search(cells.what.text)
    if match and not proposal.has_time:
        proposal.explain("schedule", cells.what, *match.span(), document)
    return bool(match)


def _usually_filled(table: Table) -> list[int]:
    """Tell which columns most rows have something in, so that an empty cell is worth a look."""
    others = table.columns(Column.WHAT, Column.WHO, Column.HOW, Column.GOAL)
    return [column for column in others if sum(bool(r.pieces(column)) for r in table.rows) * 2 > len(table.rows)]


def _remark(proposal: Proposal, row: Row, usual: list[int]) -> None:
    if row.doubtful:
        proposal.remark(Remark.ROW_NOT_UNDERSTOOD)
    if any(not row.pieces(column) for column in usual):
        proposal.remark(Remark.CELL_MISSING)


LONG_TIME = 14
