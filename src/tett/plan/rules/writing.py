"""One part of the document read: its passages, and the proposals in them with their numbers."""

import re
from dataclasses import replace

from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.blocks import Block, Labelled, Piece
from tett.plan.rules.cards import Card, cards_of
from tett.plan.rules.facts import only_addresses
from tett.plan.rules.owners import responsible
from tett.plan.rules.parts import MEASURES, Part, has_content
from tett.plan.rules.proposals import Proposal
from tett.plan.rules.prose import Context, read_prose
from tett.plan.rules.rows import read_rows
from tett.plan.rules.shapes import ReadCommitment, ReadPassage
from tett.plan.rules.stretch import Stretch
from tett.plan.rules.tables import Table
from tett.plan.rules.times import FoundTime, times_in
from tett.plan.words import PassageKind, Remark

__all__ = ["SectionReader", "has_content"]

_WHEN_IT_HAPPENS = re.compile(r"(?:når|dersom|hvis|om|ved)\s(?:en|ein|ei|noen|nokon|du|det|mistanke)\b", re.IGNORECASE)
#: Somebody is given what is listed, whoever it is.
_GIVES = re.compile(r"\b(?:skal|må|har\s(?:\w+\s)?ansvar\w*|er\sansvarl\w+)\b", re.IGNORECASE)
_REFERS = re.compile(
    r"\b(?:referanse\w*|kilder|kjelder|lenker|lenkjer|litteratur\w*|les mer|les meir)\b", re.IGNORECASE
)


class SectionReader:
    """Goes through one part from its first piece to its last."""

    def __init__(self, document: str, part: Part, *, number: int, passages: int, titled: bool) -> None:
        self.document = document
        self.part = part
        self.number = number
        self._titled = titled
        self.passages: list[ReadPassage] = []
        self.words: list[Stretch] = []
        self.proposals: list[Proposal] = []
        self.has_table = any(isinstance(piece, Table) for piece in part.pieces)
        self._counted = passages
        self._ordinal = 0
        self._rows = 0
        self._numbers: dict[int, int] = {}
        self._lead: Context | None = None
        self._refers = bool(_REFERS.search(part.words))

    def read(self) -> "SectionReader":
        """Read the whole part."""
        if self.part.heading and self.part.title:
            self._passage(PassageKind.HEADING, self.part.heading, None, None, self.part.title)
        for group in cards_of(self.part, heading=self._titled):
            if isinstance(group, Card):
                self._card(group)
            elif isinstance(group, Table):
                self._table(group)
            elif isinstance(group, Block):
                self._block(group)
        return self

    def commitments(self, letter: str) -> list[ReadCommitment]:
        """Close the proposals, each with a code: the letter, its number here, and .2 for the second of a number."""
        found: list[ReadCommitment] = []
        times: dict[int, int] = {}
        for proposal in self.proposals:
            times[proposal.ordinal] = nth = times.get(proposal.ordinal, 0) + 1
            code = f"{letter}{proposal.ordinal}" + (f".{nth}" if nth > 1 else "")
            found.append(proposal.finish(code, self.document))
        return found

    # -- passages

    def _passage(
        self, kind: PassageKind, words: Stretch, row: int | None = None, column: int | None = None, *also: Stretch
    ) -> int:
        number = self._counted + len(self.passages) + 1
        self.passages.append(ReadPassage(number, self.number, kind, words.text, words.starts, words.ends, row, column))
        self.words.append(words)
        for one in (words, *also):
            self._numbers.setdefault(one.starts, number)
        return number

    def _number_of(self, words: Stretch) -> int:
        return self._numbers[words.starts]

    # -- paragraphs and bullets

    def _block(self, block: Block) -> None:
        if self._is_reference(block):
            self._passage(PassageKind.REFERENCE, block.words)
            self._ordinal = max(self._ordinal, 1 if self._refers else 0)
            return
        listed = block.kind == PassageKind.BULLET
        number = self._passage(block.kind, block.words)
        found = read_prose(block.words, 0, self._context(listed=listed))
        if block.words.text.endswith(":") and not listed:
            self._lead = self._led(block.words)
            return
        self._lead = self._lead if listed else None
        self._count(found, listed=listed)
        for proposal in found:
            proposal.passages = (number,)
        self.proposals += found

    def _is_reference(self, block: Block) -> bool:
        if only_addresses(block.words.text):
            return True
        listed = block.kind == PassageKind.BULLET
        return self._refers and not read_prose(block.words, 0, self._context(listed=listed))

    def _context(self, *, listed: bool) -> Context:
        return replace(self._lead or self.part.context, listed=True) if listed else self.part.context

    def _led(self, words: Stretch) -> Context:
        """Take who and when from a sentence that ends in a colon, for the list under it."""
        context = replace(self.part.context, measures=bool(MEASURES.search(words.text)) or self.part.context.measures)
        who, times, case = responsible(words.text).people, times_in(words.text), _WHEN_IT_HAPPENS.match(words.text)
        if case:
            context = replace(context, case=FoundTime(Schedule(Rhythm.AS_NEEDED), *case.span()), case_words=words)
        if who:
            context = replace(context, bearer=who, bearer_words=words)
        elif _GIVES.search(words.text):
            context = replace(context, bearer=(), bearer_words=None, stranger=True)
        if times:
            context = replace(context, time=times[0], time_words=words)
        return context

    def _count(self, found: list[Proposal], *, listed: bool) -> None:
        """Give a bullet one number, and a paragraph one for each it obliges in turn; what leads to a table is 0."""
        if not listed and self._before_table():
            return
        if listed:
            self._ordinal += 1
        bearer: str | None = None
        for proposal in found:
            self._ordinal += not listed and proposal.bearer != bearer
            bearer, proposal.ordinal = proposal.bearer, self._ordinal

    def _before_table(self) -> bool:
        return self.has_table and not self._rows and not self._ordinal

    # -- tables

    def _table(self, table: Table) -> None:
        for column, head in enumerate(table.heads):
            self._passage(PassageKind.COLUMN, head.words, None, column)
        for row in table.rows:
            for column, pieces in sorted(row.cells.items()):
                for piece in pieces:
                    self._passage(PassageKind.CELL, piece, self._rows + row.number, column)
        self._rows_of(table)
        self._rows += len(table.rows)

    def _rows_of(self, table: Table) -> None:
        found = read_rows(table, self._ordinal, self.document, self._number_of)
        for proposal in found:
            self._hand_on(proposal)
        self.proposals += found
        self._ordinal += max((row.logical for row in table.rows), default=0)
        self._lead = None

    def _hand_on(self, proposal: Proposal) -> None:
        """Give a row who and when from the heading, where the table has no column for it."""
        context = self.part.context
        nobody = not proposal.bearer and Remark.OWNER_NOT_UNDERSTOOD not in proposal.remarks
        never = not proposal.has_time and Remark.TIME_NOT_UNDERSTOOD not in proposal.remarks
        if nobody and context.bearer and context.bearer_words:
            proposal.give(context.bearer, context.bearer_words, self.document)
        if never and context.time and context.time_words:
            proposal.happens(context.time, context.time_words, self.document)

    # -- labelled lines

    def _card(self, card: Card) -> None:
        for piece in card.pieces:
            self._piece(piece)
        self._rows_of(card.table())

    def _piece(self, piece: Piece) -> None:
        if isinstance(piece, Labelled):
            self._passage(PassageKind.PARAGRAPH, piece.whole, None, None, piece.words)
        elif isinstance(piece, Block):
            self._passage(piece.kind, piece.words)
