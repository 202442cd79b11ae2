"""What a document is made of, whether it is read or made: headings, paragraphs, items of lists, tables, figures."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a chapter's."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; line breaks inside it are kept."""

    text: str


@dataclass(frozen=True)
class Item:
    """An item of a list."""

    text: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table, by its paragraphs; one that is merged is told by what it is merged with."""

    pieces: tuple[str, ...]
    #: Part of the cell over it, or of the one to its left.
    above: bool = False
    left: bool = False

    @property
    def text(self) -> str:
        """Give its words on one line."""
        return " ".join(self.pieces)


@dataclass(frozen=True)
class Table:
    """A table; each row has a cell in every column."""

    rows: tuple[tuple[Cell, ...], ...]
    #: How much room each column gets, where it isn't for the table itself to find out.
    room: tuple[float, ...] = ()


@dataclass(frozen=True)
class Lines:
    """Lines as they stand on a page, with the room between the words kept."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class NewPage:
    """Where a page ends and the next begins."""


@dataclass(frozen=True)
class Link:
    """A line that leads to an address."""

    text: str
    address: str


@dataclass(frozen=True)
class Figure:
    """A drawing, with words for those who don't see it."""

    svg: str
    alt: str
    caption: str = ""


Block = Heading | Paragraph | Item | Table | Lines | NewPage | Link | Figure


def row(*texts: str) -> tuple[Cell, ...]:
    """Make a table's row of plain texts."""
    return tuple(Cell((text,) if text else ()) for text in texts)


@dataclass(frozen=True)
class Publication:
    """A document to be made: what its cover says, and what is in it."""

    title: str
    #: Whose it is, and what kind of thing it is: above and below the title.
    owner: str
    kind: str
    language: str
    #: What one wants to know of it at once, as (what, what it is).
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    #: What the owner says of itself under the title.
    motto: tuple[str, ...] = ()
    #: Said on every page of what isn't settled yet, e.g. "Utkast".
    mark: str = ""
    #: Where it can be read on a screen.
    address: str = ""
