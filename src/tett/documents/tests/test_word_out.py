"""Word documents that Tett writes: in the right language, with real headings and tables, and read back as they were."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from tett.documents.shapes import Heading, Item, Link, Table
from tett.documents.tests.samples import MADE, TRICKS, publication
from tett.documents.text.word import read_word
from tett.documents.word import docx


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_a_document_is_in_its_language(language: str, tag: str) -> None:
    document = Document(BytesIO(docx(publication(language=language), MADE)))
    assert {mark.get(qn("w:val")) for mark in document.styles.element.iter(qn("w:lang"))} == {tag}
    assert document.core_properties.language == tag
    assert document.core_properties.title == "Plan for et trygt skolemiljø"


def test_headings_have_the_styles_that_word_finds_its_way_by() -> None:
    document = Document(BytesIO(docx(publication(), MADE)))
    styles = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.text]
    assert styles[0] == ("Title", "Plan for et trygt skolemiljø")
    assert ("Heading 1", "Alles rolle") in styles
    assert ("List Bullet", "Følge med") in styles


def test_the_head_of_a_table_is_said_again_on_each_page_and_no_row_is_cut() -> None:
    [table] = Document(BytesIO(docx(publication(), MADE))).tables
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert heads == [True, False, False]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_what_is_not_settled_says_so_on_every_page() -> None:
    document = Document(BytesIO(docx(publication(mark="Utkast"), MADE)))
    assert document.sections[0].header.paragraphs[0].text == "Utkast"


def test_what_people_wrote_is_text_and_what_no_file_may_hold_is_left_out() -> None:
    texts = [p.text for p in Document(BytesIO(docx(publication(*TRICKS, "a\x00b\x07c"), MADE))).paragraphs]
    assert {*TRICKS, "abc"} <= set(texts)


def test_what_is_written_reads_as_what_it_was_made_of() -> None:
    made = publication()
    found = read_word(docx(made, MADE))
    for kind in (Heading, Item, Link):
        wanted = [block for block in made.blocks if isinstance(block, kind)]
        assert [block for block in found if isinstance(block, kind)][-len(wanted) :] == wanted
    [table] = [block for block in made.blocks if isinstance(block, Table)]
    assert table in found
