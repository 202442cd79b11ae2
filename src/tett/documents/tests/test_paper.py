"""Papers: everybody can read them, words are words, and the same content gives the same file."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf
import pytest
from pdfua import validate

from tett.documents.paper import pdf, span_of, widths
from tett.documents.shapes import Cell, Heading, Paragraph, Publication, Table, row
from tett.documents.tests.samples import MADE, TRICKS, publication


def text_of(data: bytes) -> str:
    """Give the words of a PDF, on one line."""
    with pdfplumber.open(BytesIO(data)) as document:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in document.pages)


def tags_of(data: bytes) -> list[str]:
    """Give the kinds of things that a screen reader meets, in order."""
    with pikepdf.open(BytesIO(data)) as document:
        found: list[str] = []
        _walk(document.Root.StructTreeRoot.K, found)
        return found


def _walk(thing: Any, found: list[str]) -> None:
    if isinstance(thing, pikepdf.Array):
        for each in thing:
            _walk(each, found)
    elif isinstance(thing, pikepdf.Dictionary) and "/S" in thing:
        found.append(str(thing.S).removeprefix("/"))
        if "/K" in thing:
            _walk(thing.K, found)


@pytest.mark.parametrize("mark", ["", "Utkast – ikke vedtatt"])
def test_no_rule_of_accessible_pdf_that_can_be_checked_is_broken(tmp_path: Path, mark: str) -> None:
    file = tmp_path / "plan.pdf"
    file.write_bytes(pdf(publication(*TRICKS, mark=mark), MADE))
    assert [str(finding) for finding in validate(str(file)).findings] == []


@pytest.mark.parametrize(("language", "tag"), [("nb", "nb-NO"), ("nn", "nn-NO"), ("en", "en-GB")])
def test_a_paper_says_its_language_its_title_and_that_it_is_tagged(language: str, tag: str) -> None:
    with pikepdf.open(BytesIO(pdf(publication(language=language), MADE))) as document:
        assert str(document.Root.Lang).lower() == tag.lower()
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as about:
            assert about["dc:title"] == "Plan for et trygt skolemiljø"
            assert about["pdfuaid:part"] == "1"


def test_headings_lists_tables_and_figures_are_told_as_such() -> None:
    tags = tags_of(pdf(publication(), MADE))
    assert {"H1", "H2", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Link", "TOC", "TOCI"} <= set(tags)
    assert tags.count("TH") == 3


def test_what_people_wrote_is_never_read_as_markup() -> None:
    said = text_of(pdf(publication(*TRICKS), MADE))
    assert all(trick in said for trick in TRICKS)


@pytest.mark.parametrize(
    "odd", ["Hei 😀 på 日本 deg", "a\x00b\x07c", "\ud800", "x" * 4000, "\ufeff\u200b", "č š ŋ đ", "a\nb"]
)
def test_signs_of_all_kinds_can_be_printed(odd: str) -> None:
    assert pdf(publication(odd), MADE).startswith(b"%PDF-")


def test_a_sign_that_no_font_has_leaves_a_box_and_the_rest_stands() -> None:
    assert "Hei □ på deg" in text_of(pdf(publication("Hei 😀 på deg"), MADE))


def test_the_same_content_gives_the_same_file() -> None:
    assert pdf(publication("Likt"), MADE) == pdf(publication("Likt"), MADE.replace(hour=11))


def test_what_is_not_settled_says_so_on_every_page() -> None:
    with pdfplumber.open(BytesIO(pdf(publication(mark="Utkast – ikke vedtatt"), MADE))) as document:
        assert all("Utkast – ikke vedtatt" in (page.extract_text() or "") for page in document.pages)


def test_a_table_that_goes_over_pages_says_its_head_again() -> None:
    many = [row(f"Tiltak {n}", "Rektor", "Hver uke") for n in range(120)]
    whole = Publication(
        "Lang plan", "Prøve", "", "nb", (), (Heading("Tiltak"), Table((row("Hva", "Hvem", "Når"), *many)))
    )
    with pdfplumber.open(BytesIO(pdf(whole, MADE))) as document:
        pages = [page.extract_text() or "" for page in document.pages if "Tiltak 1" in (page.extract_text() or "")]
    assert len(pages) > 1
    assert all("Hva" in page for page in pages)


def test_a_publication_of_nothing_but_a_title_is_a_paper_too() -> None:
    bare = Publication("Tom plan", "Prøve", "", "nb", (), (Heading("Innhold følger"), Paragraph("")))
    assert pdf(bare, MADE).startswith(b"%PDF-")


def test_a_cell_that_others_are_merged_with_covers_them() -> None:
    rows = (row("A", "B"), (Cell(("C",)), Cell(("D",))), (Cell((), above=True), Cell(("E",))))
    assert span_of(rows, 1, 0) == {"rows": 2, "cols": 1}
    assert span_of(rows, 2, 0) == {}
    across = (row("A", "B"), (Cell(("C",)), Cell((), left=True)))
    assert span_of(across, 1, 0) == {"rows": 1, "cols": 2}


def test_a_column_of_long_texts_gets_more_room_but_not_all() -> None:
    short, long = widths((row("Når", "Hvordan"), row("Uke 41", "Ord " * 60)))
    assert short < long <= 3 * short
