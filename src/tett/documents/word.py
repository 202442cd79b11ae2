"""Documents to work on: Word (DOCX) with heading styles, real lists and tables whose heads are said again on each page.

It is made to be changed and given back: it reads as what it was made of.
"""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tett.documents.paper import clean, span_of, widths
from tett.documents.shapes import Block, Cell, Heading, Item, Lines, Link, Paragraph, Publication, Table

GREEN, QUIET = RGBColor(0x1F, 0x5C, 0x3A), RGBColor(0x56, 0x5F, 0x5B)
TEXT_WIDTH = 16.0
DEEPEST = 3
SIZES = {1: 17, 2: 13, 3: 11}
#: What Word calls the languages we write.
TAGS = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def docx(publication: Publication, made: datetime) -> bytes:
    """Write a publication, and give the file."""
    document = Document()
    _set_up(document, publication, made)
    with translation.override(publication.language):
        _title(document, publication)
        for block in publication.blocks:
            _write(document, block)
        _foot(document, publication)
    kept, write = BytesIO(), document.save  # by another name: nothing is stored here
    write(kept)
    return kept.getvalue()


def _set_up(document: WordDocument, publication: Publication, made: datetime) -> None:
    about = document.core_properties
    about.title, about.author, about.subject = clean(publication.title), clean(publication.owner), publication.kind
    about.language = TAGS[publication.language]
    about.created = about.modified = made.replace(tzinfo=None)
    about.last_modified_by, about.comments, about.revision = "", "", 1
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    _set_language(document, TAGS[publication.language])
    _set_styles(document)


def _set_language(document: WordDocument, tag: str) -> None:
    """Let the whole document be in one language, so that it is read aloud and checked as such."""
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), tag)


def _set_styles(document: WordDocument) -> None:
    styles: Any = document.styles
    styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(11)
    styles["Normal"].paragraph_format.space_after = Pt(8)
    for level, size in SIZES.items():
        font = styles[f"Heading {level}"].font
        font.size, font.color.rgb, font.name = Pt(size), GREEN, "Calibri"
        _plain_font(styles[f"Heading {level}"])
    styles["Title"].font.color.rgb, styles["Title"].font.size = GREEN, Pt(26)
    styles["Title"].font.name = "Calibri"
    _plain_font(styles["Title"])


def _plain_font(style: Any) -> None:  # noqa: ANN401 - python-docx types no style as what it is
    """Take away the theme's own font, which goes before the one that is named."""
    fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    for name in list(fonts.attrib):
        if "heme" in name:
            del fonts.attrib[name]


def _title(document: WordDocument, publication: Publication) -> None:
    document.add_paragraph(clean(publication.title), style="Title")
    for said in publication.motto:
        document.add_paragraph(clean(said))
    if publication.mark:
        document.sections[0].header.paragraphs[0].text = publication.mark


def _write(document: WordDocument, block: Block) -> None:
    match block:
        case Heading(text, level):
            document.add_heading(clean(text), min(level, DEEPEST))
        case Paragraph(text):
            document.add_paragraph(clean(text))
        case Item(text):
            document.add_paragraph(clean(text), style="List Bullet")
        case Lines(lines):
            document.add_paragraph(clean("\n".join(lines)))
        case Link(text, address):
            _link(document, clean(text), clean(address))
        case Table(rows, room):
            _table(document, rows, room or widths(rows))
        case _:
            return


def _table(document: WordDocument, rows: Sequence[tuple[Cell, ...]], room: Sequence[float]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    table.autofit = False
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            span = span_of(rows, number, place)
            if not span:
                continue
            target = table.cell(number, place)
            if span["rows"] > 1 or span["cols"] > 1:
                target = target.merge(table.cell(number + span["rows"] - 1, place + span["cols"] - 1))
            _cell(target, cell, head=number == 0)
            target.width = Cm(TEXT_WIDTH * sum(room[place : place + span["cols"]]) / sum(room))
    _repeat_head(table)
    document.add_paragraph()


def _cell(target: Any, cell: Cell, *, head: bool) -> None:  # noqa: ANN401 - python-docx gives its cells no public type
    first, *more = cell.pieces or ("",)
    target.text = clean(first)
    for piece in more:
        target.add_paragraph(clean(piece))
    for paragraph in target.paragraphs:
        paragraph.paragraph_format.space_after = Pt(2)
        for run in paragraph.runs:
            run.bold = head or None


def _repeat_head(table: Any) -> None:  # noqa: ANN401 - as above
    """Mark the first row as the table's head, and let no row be cut by the end of a page."""
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no public way to a row's properties
        for tag in ("w:cantSplit", *(["w:tblHeader"] if number == 0 else [])):
            properties.append(OxmlElement(tag))


def _link(document: WordDocument, text: str, address: str) -> None:
    """Write a line that can be followed, its address for those who have it on paper."""
    line = document.add_paragraph(style="List Bullet")
    where = document.part.relate_to(address, f"{RELATIONS}/hyperlink", is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), where)
    run = line.add_run(text)
    run.font.underline, run.font.color.rgb = True, GREEN
    link.append(run._r)  # noqa: SLF001 - python-docx can't make links itself
    line._p.append(link)  # noqa: SLF001 - as above


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _foot(document: WordDocument, publication: Publication) -> None:
    line = document.sections[0].footer.paragraphs[0]
    line.add_run(f"{clean(publication.owner)} · {clean(publication.title)} · {_('Side')} ")
    _field(line, "PAGE")
    for run in line.runs:
        run.font.size, run.font.color.rgb = Pt(9), QUIET


def _field(line: Any, what: str) -> None:  # noqa: ANN401 - as above
    """Let Word itself write something, such as the page's number."""
    run = line.add_run()
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    field.append(run._r)  # noqa: SLF001 - as above
    line._p.append(field)  # noqa: SLF001 - as above
