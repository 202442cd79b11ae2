"""Text documents in: a Word document or a PDF as blocks, in order."""

from tett.base.rules import Refusal
from tett.documents.shapes import Block, NewPage
from tett.documents.text.apart import read_apart
from tett.documents.text.limits import OLD_OFFICE, Told, Unreadable, check_old_office
from tett.documents.words import Trouble

__all__ = ["kind_of", "read_text"]

#: Some programs write a few bytes of their own before a PDF begins.
PDF_BEGINS_WITHIN = 1024


def kind_of(data: bytes) -> str:
    """Tell by its first bytes what a file is: ``pdf``, ``word``, ``old``, or nothing of these."""
    if b"%PDF-" in data[:PDF_BEGINS_WITHIN]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "word"
    return "old" if data.startswith(OLD_OFFICE) else ""


def read_text(data: bytes, told: Told = lambda _page, _of: None) -> list[Block]:
    """Read a Word document or a PDF, in a process apart; ``told`` hears of each page.

    Raises ``Refusal`` with a sentence when it can't be read.
    """
    try:
        if kind_of(data) == "old":
            check_old_office(data)
        blocks = read_apart(kind_of(data) or "word", data, told)
    except Unreadable as why:
        raise Refusal(why.trouble.label) from why
    if all(isinstance(block, NewPage) for block in blocks):
        raise Refusal(Trouble.EMPTY.label)
    return blocks
