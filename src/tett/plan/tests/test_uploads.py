"""The plans as Word documents and as PDFs, ruled and flattened: they promise what they promise as text."""

from functools import cache

import pytest

from tett.documents.shapes import Block, Cell, Heading, Item, Lines, Link, NewPage, Paragraph, Table, row
from tett.documents.text.pdf import read_pdf
from tett.documents.text.word import read_word
from tett.plan.rules.reading import ReadPlan, read_plan
from tett.plan.rules.uploads import text_of
from tett.plan.tests.documents import plan
from tett.plan.tests.papers import as_pdf, as_word, pieces_of
from tett.plan.tests.test_other_plans import NAMES
from tett.plan.tests.test_promises import PROMISES, ROWS

KINDS = ("word", "ruled", "flat")
#: One word of a flattened cell is lost to its neighbour: "sosialpedagogisk" stands a line above "rådgiver".
LOST = {("granlia", "flat"): {"F4"}}


@cache
def read(name: str, kind: str) -> ReadPlan:
    """Give a plan as it is read from a document of a kind."""
    return read_plan(text_of(blocks(name, kind)))


def blocks(name: str, kind: str) -> list[Block]:
    """Give the blocks of a plan's document."""
    pieces = pieces_of(plan(name))
    if kind == "word":
        return read_word(as_word(pieces))
    return read_pdf(as_pdf(pieces, ruled=kind == "ruled"), lambda _page, _of: None)


def said(found: ReadPlan) -> dict[str, tuple[object, ...]]:
    """Give what each commitment says."""
    return {
        one.code: (one.bearer, one.co_bearers, one.audience, one.levels, one.schedule, one.evidence)
        for one in found.commitments
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_promise_of_the_real_plan_is_found_by_its_id(kind: str) -> None:
    codes = {one.code.partition(".")[0] for one in read("jonsberg-2025", kind).commitments}
    assert codes == set(PROMISES)


@pytest.mark.parametrize("kind", KINDS)
def test_the_real_plan_promises_the_same_from_a_document_as_from_text(kind: str) -> None:
    found = said(read("jonsberg-2025", kind))
    wanted = {
        row.code: (row.bearer, row.together, row.audience, row.levels, row.schedule, row.evidence) for row in ROWS
    }
    assert found == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_real_plan_says_of_itself_is_found(kind: str) -> None:
    found = read("jonsberg-2025", kind)
    assert found.title == "Handlingsplan trygt, godt og inkluderende skolemiljø"
    assert (str(found.last_revised), found.revision_month) == ("2025-10-06", 8)
    assert "https://lovdata.no/dokument/NL/lov/2023-06-09-30" in {link.address for link in found.references}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "jonsberg-2025"])
def test_the_other_plans_promise_the_same_from_a_document_as_from_text(name: str, kind: str) -> None:
    found, wanted = said(read(name, kind)), said(plan(name))
    lost = LOST.get((name, kind), set())
    assert found.keys() == wanted.keys()
    assert {code for code in wanted if found[code] != wanted[code]} == lost


def test_blocks_are_written_as_the_reader_reads_them() -> None:
    written = text_of([
        Heading("Rektor"), Item("Ser alle"), Paragraph("En linje\nog en til"), Link("Loven", "https://lovdata.no"),
        NewPage(), Lines(("Hva    Når", "Møte   Uke 41")),
    ])  # fmt: skip
    first, second = written.split("\f")
    assert first == "# Rektor\n\n• Ser alle\n\nEn linje\nog en til\n\n• [Loven](https://lovdata.no)\n"
    assert second == "\nHva    Når\nMøte   Uke 41\n"


def test_a_cell_that_would_be_divided_stands_in_quotation_marks() -> None:
    table = Table((row("Tiltak", "Ansvar", "Når"), row("Møte; med kake | kaffe", "Rektor", 'Uke "41"')))
    found = read_plan(text_of([Heading("Plan"), table]))
    assert [(one.title, one.bearer) for one in found.commitments] == [("Møte; med kake | kaffe", "principal")]


def test_what_holds_for_several_rows_is_said_in_each_but_the_duty_itself_is_not() -> None:
    table = Table((
        row("Når", "Tiltak", "Ansvar"), row("August", "Møte med alle", "Rektor"),
        (Cell((), above=True), Cell(("Tur for klassen",)), Cell(("Kontaktlærer",))),
    ))  # fmt: skip
    found = read_plan(text_of([Heading("Plan"), table]))
    assert [one.schedule.months for one in found.commitments] == [((8, 8),), ((8, 8),)]


def test_a_line_across_all_columns_is_a_heading_over_what_follows() -> None:
    across = (Cell(("Oktober",)), Cell((), left=True), Cell((), left=True))
    table = Table((row("Tiltak", "Målgruppe", "Ansvar"), across, row("Møte", "Vg1", "Rektor")))
    assert text_of([table]) == "# Oktober\n\nTiltak\tMålgruppe\tAnsvar\nMøte\tVg1\tRektor\n"


@pytest.mark.parametrize(
    "table", [Table(()), Table(((),)), Table((row("", ""), row("", ""))), Table((row("Bare én"), row("og én til")))]
)
def test_a_table_that_is_none_is_no_trouble(table: Table) -> None:
    assert "\t" not in text_of([Paragraph("Plan"), table])
