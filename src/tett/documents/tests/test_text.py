"""Reading documents: in order, whatever they are wrapped in."""

from pathlib import Path
from typing import Any

import typst
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tett.documents.paper import pdf
from tett.documents.shapes import Cell, Heading, Item, Lines, Link, Paragraph, Table
from tett.documents.tests.samples import MADE, publication, word
from tett.documents.text import read_text
from tett.documents.text.pdf import read_pdf
from tett.documents.text.word import read_word

CONTROL = "<w:sdt {0}><w:sdtContent><w:p><w:r><w:t>I en kontroll</w:t></w:r></w:p></w:sdtContent></w:sdt>"
CONTENTS = (
    '<w:sdt {0}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>Rektor 3</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
CHANGED = (
    "<w:p {0}><w:r><w:t>Vi </w:t></w:r><w:del><w:r><w:delText>ikke </w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>ser alle</w:t></w:r></w:ins></w:p>"
)


def test_headings_paragraphs_lists_and_tables_come_in_order() -> None:
    def write(document: Any) -> None:
        document.add_heading("Plan", 0)
        document.add_heading("Rektor", 2)
        document.add_paragraph("Rektor har ansvaret.")
        document.add_paragraph("Første", style="List Bullet")
        document.add_paragraph("Andre", style="List Number")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Hva", "Når"
        document.add_paragraph("Etter tabellen.")

    assert read_word(word(write)) == [
        Heading("Plan", 1), Heading("Rektor", 2), Paragraph("Rektor har ansvaret."), Item("Første"), Item("Andre"),
        Table(((Cell(("Hva",)), Cell(("Når",))),)), Paragraph("Etter tabellen."),
    ]  # fmt: skip


def test_merged_cells_are_told_apart_from_empty_ones() -> None:
    def write(document: Any) -> None:
        table = document.add_table(3, 3)
        for number, text in enumerate(("Hva", "Hvem", "Når")):
            table.cell(0, number).text = text
        table.cell(1, 0).merge(table.cell(2, 0)).text = "Begge"
        table.cell(1, 1).merge(table.cell(1, 2)).text = "Over to"

    [table] = read_word(word(write))
    assert isinstance(table, Table)
    assert table.rows[1] == (Cell(("Begge",)), Cell(("Over to",)), Cell((), left=True))
    assert table.rows[2] == (Cell((), above=True), Cell(()), Cell(()))


def test_a_short_line_in_bold_is_a_heading_and_a_bold_sentence_is_not() -> None:
    def write(document: Any) -> None:
        document.add_paragraph().add_run("Rektors oppgaver").bold = True
        document.add_paragraph().add_run("Dette er viktig for oss alle.").bold = True

    assert read_word(word(write)) == [Heading("Rektors oppgaver", 3), Paragraph("Dette er viktig for oss alle.")]


def test_a_cell_keeps_its_paragraphs_and_a_table_within_it_is_read_there() -> None:
    def write(document: Any) -> None:
        cell = document.add_table(1, 2).cell(0, 0)
        cell.text = "Ledelsen"
        cell.add_paragraph("Kontaktlærere")
        cell.add_table(1, 1).cell(0, 0).text = "Inni"

    [table] = read_word(word(write))
    assert isinstance(table, Table)
    assert table.rows[0][0].pieces == ("Ledelsen", "Kontaktlærere", "Inni")


def test_controls_insertions_and_frames_are_read_but_not_the_list_of_contents_nor_what_was_deleted() -> None:
    def write(document: Any) -> None:
        body = document.element.body
        for xml in (CONTROL, CONTENTS, CHANGED):
            body.insert(len(body) - 1, parse_xml(xml.format(nsdecls("w"))))

    assert read_word(word(write)) == [Paragraph("I en kontroll"), Paragraph("Vi ser alle")]


def test_a_paragraph_that_is_a_link_keeps_where_it_leads() -> None:
    def write(document: Any) -> None:
        where = document.part.relate_to(
            "https://lovdata.no/x",
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
            is_external=True,
        )
        line = document.add_paragraph()
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), where)
        link.append(line.add_run("Loven")._r)
        line._p.append(link)

    assert read_word(word(write)) == [Link("Loven", "https://lovdata.no/x")]


RULED = """#set page(height: 12cm, numbering: "1")
#lorem(10)
#table(columns: 3, stroke: 0.5pt, [Hva], [Hvem], [Når],
  table.cell(rowspan: 2)[Informasjon], [Ledelsen #parbreak() Kontaktlærere], [Ved skole- \\ start], [Rektor], [],
  ..range(40).map(n => ([Tiltak #n], [Rektor], [Uke 41])).flatten())
Etter tabellen.
"""


def test_a_pdf_gives_its_ruled_tables_as_tables_over_all_pages_and_tells_of_each(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    file = tmp_path / "plan.typ"
    file.write_text(RULED)
    blocks = read_pdf(typst.compile(str(file)), lambda page, of: told.append((page, of)))
    [table] = [block for block in blocks if isinstance(block, Table)]
    assert [cell.text for cell in table.rows[0]] == ["Hva", "Hvem", "Når"]
    assert table.rows[1] == (Cell(("Informasjon",)), Cell(("Ledelsen", "Kontaktlærere")), Cell(("Ved skolestart",)))
    assert table.rows[2] == (Cell((), above=True), Cell(("Rektor",)), Cell(()))
    assert [row[0].text for row in table.rows[3:]] == [f"Tiltak {n}" for n in range(40)]
    assert len(told) > 2
    assert told == [(n, len(told)) for n in range(1, len(told) + 1)]
    assert isinstance(blocks[-1], Lines)
    assert blocks[-1].lines[0] == "Etter tabellen."


def test_a_head_alone_between_rules_is_no_table() -> None:
    blocks = read_pdf(pdf(publication(), MADE), lambda _page, _of: None)
    assert not [block for block in blocks if isinstance(block, Table)]
    assert any("Vi ser hver elev" in line for block in blocks if isinstance(block, Lines) for line in block.lines)


def test_a_document_is_read_in_a_process_apart_and_comes_back_the_same() -> None:
    data = word(_one_line)
    assert read_text(data) == [Paragraph("Rektor ser alle.")]


def _one_line(document: Any) -> None:
    document.add_paragraph("Rektor ser alle.")
