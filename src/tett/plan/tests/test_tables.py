"""Tables as they come out of Word, PDF, Excel and Markdown: the same rows, however they were flattened."""

from collections.abc import Callable

import pytest

from tett.access.words import Group, Role
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.reading import read_plan
from tett.plan.rules.shapes import ReadCommitment
from tett.plan.words import PassageKind, Remark

HEADS = ("Hva", "Hvem og hvordan", "Når", "Ansvar")
ROWS = (
    ("Elevsamtaler", "Samtale med hver elev", "Innen 1. oktober", "Kontaktlærer"),
    ("Temadag", "Foredrag for alle elever", "Uke 41", "Rådgiver"),
    ("Klassens time", "Alle klasser lager en plan", "Hver uke", "Kontaktlærer og elever"),
    ("Elevrådsmøter", "Tillitselevene møtes", "Månedlig", "Elevrådsstyret"),
)
WHEN = {
    "Elevsamtaler": Schedule(Rhythm.BY_DATE, month=10, day=1), "Temadag": Schedule(Rhythm.ISO_WEEKS, weeks=((41, 41),)),
    "Klassens time": Schedule(Rhythm.WEEKS), "Elevrådsmøter": Schedule(Rhythm.MONTHLY),
}  # fmt: skip
WHO = {
    "Elevsamtaler": Role.CONTACT_TEACHER, "Temadag": Role.COUNSELLOR, "Klassens time": Role.CONTACT_TEACHER,
    "Elevrådsmøter": Role.COUNCIL_BOARD,
}  # fmt: skip
TITLE = "Handlingsplan\n\nTiltak gjennom året\n\n"


def table(order: tuple[int, ...], cell: str, row: str, before: str = "", after: str = "") -> str:
    """Write the table with its columns in an order, and cells and rows divided by something."""
    lines = [[line[n] for n in order] for line in (HEADS, *ROWS)]
    return TITLE + row.join(before + cell.join(line) + after for line in lines) + "\n"


def in_place(order: tuple[int, ...]) -> str:
    """Write the table with columns that stand under each other."""
    return TITLE + "\n\n".join("".join(line[n].ljust(30) for n in order) for line in (HEADS, *ROWS)) + "\n"


def markdown(order: tuple[int, ...]) -> str:
    """Write the table as Markdown does."""
    head, *rest = table(order, " | ", "\n", "| ", " |")[len(TITLE) :].splitlines()
    return TITLE + "\n".join([head, "|---|:--:|---|---|", *rest]) + "\n"


ORDERS = [(0, 1, 2, 3), (0, 3, 2, 1), (2, 0, 1, 3), (3, 2, 0, 1), (2, 0, 3, 1)]
WRITTEN: dict[str, Callable[[tuple[int, ...]], str]] = {
    "tabs": lambda order: table(order, "\t", "\n"), "semicolons": lambda order: table(order, ";", "\n"),
    "bars": lambda order: table(order, " | ", "\n"), "Markdown": markdown, "in place": in_place,
    "one cell a line": lambda order: table(order, "\n", "\n"), "cells apart": lambda order: table(order, "\n\n",
    "\n\n"),
    "Windows' line ends": lambda order: table(order, "\t", "\r\n"),
    "quoted": lambda order: TITLE + "\n".join(";".join(f'"{line[n]}"' for n in order) for line in (HEADS, *ROWS)),
}  # fmt: skip


def titled(text: str) -> dict[str, ReadCommitment]:
    """Give what was found by its title."""
    return {one.title: one for one in read_plan(text).commitments}


@pytest.mark.parametrize("order", ORDERS, ids=str)
@pytest.mark.parametrize("way", WRITTEN)
def test_rows_are_read_however_they_are_written_and_in_any_order(way: str, order: tuple[int, ...]) -> None:
    found = titled(WRITTEN[way](order))
    assert {title: one.schedule for title, one in found.items()} == WHEN
    assert {title: one.bearer for title, one in found.items()} == WHO


@pytest.mark.parametrize("way", [name for name in WRITTEN if name != "quoted"])
def test_every_cell_is_a_passage_with_row_and_column(way: str) -> None:
    found = read_plan(WRITTEN[way](ORDERS[0]))
    cells = {(p.row, p.column): p.text for p in found.passages if p.kind == PassageKind.CELL}
    assert cells == {(n, m): text for n, row in enumerate(ROWS, 1) for m, text in enumerate(row)}
    assert [p.text for p in found.passages if p.kind == PassageKind.COLUMN] == list(HEADS)


MERGED = """Plan

Informasjon

Hva

Hvem

Når

Ansvar

Informasjon om reglene

Informasjon til ansatte

Planleggingsdag

Ledelsen

Informasjon til elever

Skolestart

Kontaktlærer

Livsmestringsdag

Alle elever på
\f
Vg1

Uke 35

Rådgiver
"""


def test_a_merged_cell_holds_for_the_rows_under_it() -> None:
    found = read_plan(MERGED).commitments
    told = [(one.code.partition(".")[0][-1], one.text, one.bearer) for one in found]
    assert told[0] == ("1", "Informasjon om reglene: Informasjon til ansatte", Group.LEADERSHIP)
    assert told[1] == ("1", "Informasjon om reglene: Informasjon til elever", Role.CONTACT_TEACHER)


def test_a_cell_broken_over_a_page_is_one_cell() -> None:
    found = titled(MERGED)["Livsmestringsdag"]
    assert found.text == "Livsmestringsdag: Alle elever på Vg1"
    assert found.bearer == Role.COUNSELLOR


def test_an_empty_first_cell_is_merged_with_the_one_above() -> None:
    text = "Plan\n\nTiltak\tAnsvar\tNår\nElevundersøkelsen\tRektor\tNovember\n\tAvdelingsleder\tJanuar\n"
    first, second = read_plan(text).commitments
    assert (first.code, second.code) == ("F1", "F1.2")
    assert "Elevundersøkelsen" in second.text
    assert second.schedule.months == ((1, 1),)


def test_a_head_that_is_said_again_on_each_page_is_no_row() -> None:
    again = table(ORDERS[0], "\t", "\n") + "\f" + "\t".join(HEADS) + "\nVennedag\tAlle elever\tUke 6\tElevrådet\n"
    found = titled(again)
    assert len(found) == len(ROWS) + 1
    assert found["Vennedag"].bearer == Group.COUNCIL


def test_a_row_without_an_owner_or_a_time_says_so() -> None:
    rows = "Temadag\t\tUke 3\nElevsamtaler\tKontaktlærer\t\nTur\tTurgjengen\tnår snøen smelter\n"
    text = f"Plan\n\nTiltak\tAnsvar\tNår\n{rows}"
    found = titled(text)
    assert Remark.NO_OWNER in found["Temadag"].remarks
    assert Remark.NO_TIME in found["Elevsamtaler"].remarks
    assert {Remark.OWNER_NOT_UNDERSTOOD, Remark.TIME_NOT_UNDERSTOOD} <= set(found["Tur"].remarks)
    assert (found["Tur"].bearer, found["Tur"].schedule.rhythm) == ("", Rhythm.UNKNOWN)


def test_a_table_under_a_role_is_that_roles() -> None:
    text = "Plan\n\nRektor\n\nTiltak\tNår\nMøte i skolemiljøutvalget\tOktober\n"
    (found,) = read_plan(text).commitments
    assert found.bearer == Role.PRINCIPAL
    assert found.reason("bearer") == "Rektor"


def test_two_times_in_a_cell_are_two_commitments_of_one_row() -> None:
    text = "Plan\n\nTiltak\tAnsvar\tNår\nForeldremøte\tRektor\tFor vg1 i august og for alle klasser i januar\n"
    first, second = read_plan(text).commitments
    assert (first.schedule.months, second.schedule.months) == (((8, 8),), ((1, 1),))
    assert (first.levels, second.levels) == (("vg1",), ())


@pytest.mark.parametrize(
    "text",
    [
        "Rektor\t62 00 00 00\nRådgiver\t62 00 00 01\n",
        "Navn\tTelefon\nRektor\t62000000\n",
        "| Ord | Forklaring |\n|---|---|\n| Mobbing | Å plage noen |\n",
    ],
)
def test_lists_of_other_things_are_no_plan(text: str) -> None:
    assert not read_plan(f"Plan for skolen vår\n\nNyttig å vite\n\n{text}").commitments
