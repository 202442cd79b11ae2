"""Measures told by labelled lines: "Tiltak: …", "Ansvarlig: …", "Frist: …"; each becomes a row of a small table."""

from dataclasses import dataclass, field

from tett.plan.rules.blocks import Block, Labelled, Piece
from tett.plan.rules.columns import Column, Head
from tett.plan.rules.parts import Part
from tett.plan.rules.stretch import Stretch
from tett.plan.rules.tables import Row, Table
from tett.plan.words import PassageKind

_ABOUT = frozenset({Column.OWNER, Column.WHEN})
_NEXT_BEST = (Column.HOW, Column.GOAL, Column.WHO)
_NO_WORDS = Stretch("", ())


@dataclass
class Card:
    """What belongs to one measure, in the document's order."""

    pieces: list[Piece] = field(default_factory=list)
    whats: list[Stretch] = field(default_factory=list)
    heading: Stretch | None = None

    @property
    def labels(self) -> list[Labelled]:
        """Give the lines that say what they tell."""
        return [p for p in self.pieces if isinstance(p, Labelled)]

    @property
    def settles(self) -> bool:
        """Tell whether the lines say who or when."""
        return any(label.meaning in _ABOUT for label in self.labels)

    def says(self, meaning: Column) -> bool:
        """Tell whether a line has said this already."""
        return any(label.meaning is meaning for label in self.labels)

    def table(self) -> Table:
        """Give the measure as a table: a row for each thing to do, all with the same who and when."""
        cells: dict[Column, list[Stretch]] = {}
        for label in self.labels:
            cells.setdefault(label.meaning, []).append(label.words)
        whats = [*self.whats, *cells.pop(Column.WHAT, [])]
        if not whats and self.heading is None:
            best = next((meaning for meaning in _NEXT_BEST if meaning in cells), None)
            whats = cells.pop(best) if best else []
        heads = (Head(Column.WHAT, _NO_WORDS), *(Head(meaning, _NO_WORDS) for meaning in cells))
        rest = dict(enumerate(cells.values(), 1))
        if not whats and self.heading:
            return Table(heads, [Row(1, 1, rest, {0: [self.heading]})])
        return Table(heads, [Row(n, n, {0: [what], **rest}) for n, what in enumerate(whats, 1)])


def cards_of(part: Part, *, heading: bool) -> list[Piece | Card]:
    """Give the pieces of a part, and as one card what labelled lines hold together.

    ``heading``: where nothing else says what is to be done, the part's heading does.
    """
    return _Dealer(part, heading=heading).deal()


class _Dealer:
    """Goes through the pieces once."""

    def __init__(self, part: Part, *, heading: bool) -> None:
        self.part = part
        self.heading = part.title if heading else None
        self.found: list[Piece | Card] = []
        self.waiting: list[Block] = []
        self.card: Card | None = None
        first, last = (part.pieces[0], part.pieces[-1]) if part.pieces else (None, None)
        #: Whether who and when stand over what is to be done, and not under it.
        self.leads = isinstance(first, Labelled) and first.meaning in _ABOUT and isinstance(last, Block)

    def deal(self) -> list[Piece | Card]:
        """Take one piece after the other."""
        for piece in self.part.pieces:
            if isinstance(piece, Labelled):
                self._label(piece)
            elif isinstance(piece, Block) and self.card is not None and (self.leads or not self.card.settles):
                self.card.pieces.append(piece)
                self.card.whats.append(piece.words)
            else:
                self._close()
                self._wait(piece)
        self._close()
        return [*self.found, *self.waiting]

    def _wait(self, piece: Piece) -> None:
        if isinstance(piece, Block):
            self.waiting.append(piece)
        else:
            self.found += [*self.waiting, piece]
            self.waiting = []

    def _label(self, label: Labelled) -> None:
        if self.card is not None and (self.card.says(label.meaning) or (self.leads and self.card.whats)):
            self._close()
        if self.card is None:
            self.card = self._open(label)
        self.card.pieces.append(label)

    def _open(self, label: Labelled) -> Card:
        """Begin a card with what stands over its first line and belongs to it."""
        own = [] if label.meaning is Column.WHAT else self._over()
        self.found += self.waiting[: len(self.waiting) - len(own)]
        self.waiting = []
        return Card(list(own), [block.words for block in own], self.heading)

    def _over(self) -> list[Block]:
        """Give the list that stands last, or the paragraph."""
        first = len(self.waiting)
        while first and self.waiting[first - 1].kind == PassageKind.BULLET:
            first -= 1
        return self.waiting[first:] or [b for b in self.waiting[-1:] if not b.words.text.endswith(":")]

    def _close(self) -> None:
        card, self.card = self.card, None
        if card is not None and card.settles:
            self.found.append(card)
        elif card is not None:
            self.found += [_plain(piece) for piece in card.pieces]


def _plain(piece: Piece) -> Piece:
    return Block(PassageKind.PARAGRAPH, piece.whole) if isinstance(piece, Labelled) else piece
