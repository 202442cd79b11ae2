"""A Word document as blocks, in order: headings, lists and real tables, whatever they are wrapped in."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from tett.documents.shapes import Block, Heading, Item, Link, Paragraph
from tett.documents.text.limits import Told, Unreadable, check_package
from tett.documents.text.word_styles import Styles
from tett.documents.text.word_tables import table_of
from tett.documents.text.word_text import PARAGRAPH, Element, frames_of, is_bold, text_of
from tett.documents.words import Trouble

#: A paragraph that is bold all through and no longer than this is a heading, whatever its style is called.
LONGEST_HEADING = 14
#: The level of a heading that was made by hand.
BY_HAND = 3
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml")}
_CONTENTS = "Table of Contents"


def read_word(data: bytes, _told: Told | None = None) -> list[Block]:
    """Read a Word document, which has no pages to tell of; raises ``Unreadable`` when it can't be."""
    check_package(data)
    try:
        document = Document(BytesIO(data))
        return list(_Reader(document.part).blocks(document.element.body))
    except Exception as why:
        # A broken part makes the library raise anything from KeyError to XMLSyntaxError.
        raise Unreadable(Trouble.BROKEN_WORD) from why


def _numbering(part: Element) -> Element | None:
    """Give the document's lists, where it has any."""
    found = [
        rel.target_part for rel in part.rels.values() if rel.reltype.endswith("/numbering") and not rel.is_external
    ]
    return found[0].element if found else None


def _lists_contents(element: Element) -> bool:
    """Tell whether a control is Word's own list of contents, which says again what stands below."""
    gallery = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == _CONTENTS


class _Reader:
    """Goes through a document's body, knowing its styles, lists and links."""

    def __init__(self, part: Element) -> None:
        """Look at what the body refers to."""
        self.styles = Styles(part.document.styles.element, _numbering(part))
        self.links = {key: rel.target_ref for key, rel in part.rels.items() if rel.is_external}

    def blocks(self, body: Element) -> Iterator[Block]:
        """Give the blocks of the body, or of something it wraps."""
        for child in body:
            if child.tag == PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield table_of(child)
            elif child.tag in _WRAPPERS and not _lists_contents(child):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        if text := text_of(paragraph):
            yield self._block(paragraph, text)
        for frame in frames_of(paragraph):
            yield from self.blocks(frame)

    def _block(self, paragraph: Element, text: str) -> Block:
        line, style = " ".join(text.split()), self.styles.of(paragraph)
        if style.level:
            return Heading(line, style.level)
        if _stands_as_heading(paragraph, line) and (not style.listed or self.styles.is_numbered(style)):
            return Heading(line, BY_HAND)
        if address := self._leads_to(paragraph, text):
            return Link(line, address)
        return Item(line) if style.listed else Paragraph(text)

    def _leads_to(self, paragraph: Element, text: str) -> str:
        """Give the address of a paragraph that is a link and nothing else."""
        links = paragraph.findall(qn("w:hyperlink"))
        if len(links) != 1 or text_of(links[0]) != text:
            return ""
        address = self.links.get(links[0].get(qn("r:id")), "")
        return address if address.startswith(("http://", "https://")) and address != text else ""


def _stands_as_heading(paragraph: Element, line: str) -> bool:
    """Tell whether a paragraph was made a heading by making it bold."""
    short = len(line.split()) <= LONGEST_HEADING and not line.endswith((".", ",", ";"))
    return short and any(letter.isalpha() for letter in line) and is_bold(paragraph)
