"""A Word document as blocks, in order: headings, lists and real tables, whatever they are wrapped in."""

from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn

from tett.documents.shapes import Block, Heading, Item, Paragraph
from tett.documents.text.limits import Unreadable, check_package
from tett.documents.text.word_styles import Style, Styles
from tett.documents.text.word_tables import table_of
from tett.documents.text.word_text import PARAGRAPH, Element, frames_of, is_bold, text_of
from tett.documents.words import Trouble

#: A paragraph that is bold all through and no longer than this is a heading, whatever its style is called.
LONGEST_HEADING = 14
_WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml")}
_CONTENTS = "Table of Contents"


def read_word(data: bytes) -> list[Block]:
    """Read a Word document; raises ``Unreadable`` when it is none, or none that can be read."""
    check_package(data)
    try:
        document = Document(BytesIO(data))
        styles = Styles(document.styles.element, _numbering(document.part))
        return list(_blocks(document.element.body, styles))
    except Exception as why:
        # A broken part makes the library raise anything from KeyError to XMLSyntaxError.
        raise Unreadable(Trouble.BROKEN_WORD) from why


def _numbering(part: Element) -> Element | None:
    """Give the document's lists, where it has any."""
    found = [
        rel.target_part for rel in part.rels.values() if rel.reltype.endswith("/numbering") and not rel.is_external
    ]
    return found[0].element if found else None


def _blocks(body: Element, styles: Styles) -> Iterator[Block]:
    for child in body:
        if child.tag == PARAGRAPH:
            yield from _paragraph(child, styles)
        elif child.tag == qn("w:tbl"):
            yield table_of(child)
        elif child.tag in _WRAPPERS and not _lists_contents(child):
            yield from _blocks(child, styles)


def _lists_contents(element: Element) -> bool:
    """Tell whether a control is Word's own list of contents, which says again what stands below."""
    gallery = element.find(f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}")
    return gallery is not None and gallery.get(qn("w:val")) == _CONTENTS


def _paragraph(paragraph: Element, styles: Styles) -> Iterator[Block]:
    text, style = text_of(paragraph), styles.of(paragraph)
    if text:
        yield _block(paragraph, text, style, numbered=styles.is_numbered(style))
    for frame in frames_of(paragraph):
        yield from _blocks(frame, styles)


def _block(paragraph: Element, text: str, style: Style, *, numbered: bool) -> Block:
    line = " ".join(text.split())
    if style.level:
        return Heading(line, style.level)
    if _stands_as_heading(paragraph, line) and (numbered or not style.listed):
        return Heading(line, 3)
    return Item(line) if style.listed else Paragraph(text)


def _stands_as_heading(paragraph: Element, line: str) -> bool:
    """Tell whether a paragraph was made a heading by making it bold."""
    short = len(line.split()) <= LONGEST_HEADING and not line.endswith((".", ",", ";"))
    return short and any(letter.isalpha() for letter in line) and is_bold(paragraph)
