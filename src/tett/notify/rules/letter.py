"""One e-mail, as the room that posts it writes it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Letter:
    """What is to be sent: no names, no content, no kind of matter; only why, and a link that needs log-in.

    ``to`` is an e-mail address; a letter to a person of the house (``person_id``) leaves it empty, and is addressed as
    it is sent, if the person then still has something to do with the school. Subject and lines are in ``language``.
    ``address`` is the path of the page that the letter leads to. ``until`` is when the letter is of no use any more.
    """

    to: str
    subject: str
    lines: tuple[str, ...]
    address: str
    language: str
    key: str
    person_id: int | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse what could never be sent: it is a slip in the code, and loud."""
        if not self.key or not (self.to or self.person_id):
            raise ValueError("A letter needs a key, and somebody to go to.")
        own_path(self.address)


def as_line(text: object) -> str:
    """Give a text on one line, as subjects must be."""
    return " ".join(str(text).split())


def own_path(address: str) -> str:
    """Give the path of one of our own pages; an address elsewhere is a slip in the code."""
    if not address.startswith("/") or address.startswith(("//", "/\\")) or address != as_line(address):
        raise ValueError("Notices and letters lead to pages of our own.")
    return address
