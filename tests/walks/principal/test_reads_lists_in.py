"""The principal reads the school's lists in: columns, looking over, yes, and what was put right by hand."""

import os
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from tests.cast import NOW, World
from tests.walks.conftest import DESK, PHONE, Enter
from tett.people.actions.corrections import note_corrections
from tett.people.models import Enrolment, Person
from tett.roster.models import Import

HEAD = "Elevnr;Fornavn;Etternavn;Født;Basisgruppe;Nivå;Avd"
ROWS = [
    "1;Eva;Demo;01.05.2010;1NAA;Vg1;Naturbruk",
    "2;Emil;Demo;31.12.2009;1XXA;Vg1;Naturbruk",
    "3;Else;Demo;05/06/2010;1NAB;Vg1;Naturbruk",
    "4;Per;Prøve;01.05.2010;1NAA;Vg1;Naturbruk",
    "5;Edel;Demo;01.02.2010;1NAA;Vg1;Naturbruk",
    "5;Edel;Annen;01.02.2010;1NAB;Vg1;Naturbruk",
]


def _list(*rows: str) -> FilePayload:
    return FilePayload(name="elever.csv", mimeType="text/csv", buffer="\n".join([HEAD, *rows]).encode())


def test_a_list_with_other_headings_becomes_students(
    school: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    page = enter("rita", "/skolen/import/")
    _look(page, "tom")
    accessible(page)
    page.get_by_role("link", name="Les inn den første listen").click()
    accessible(page)
    _look(page, "ny")
    page.get_by_label("Fil").set_input_files(_list(*ROWS))
    page.get_by_role("button", name="Les listen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hva er kolonnene?")
    _look(page, "kolonner")
    accessible(page)
    page.get_by_label("Avd", exact=True).select_option(label="Avdeling")
    page.get_by_role("button", name="Les listen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stemmer dette?")
    _look(page, "dry")
    accessible(page)
    page.get_by_role("navigation", name="Velg hva du vil se").get_by_role("link", name="Rart").click()
    expect(page.get_by_text("kan leses på to måter")).to_be_visible()
    page.get_by_label("Finn navn eller klasse").fill("Else")
    page.keyboard.press("Enter")
    expect(page.get_by_role("list", name="Linjer").get_by_text("linje 4")).to_be_visible()
    assert not Person.objects.filter(given_name="Eva").exists()
    page.get_by_role("button", name="Ja, skriv det inn").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Listen er lest inn")
    _look(page, "done")
    accessible(page)
    assert Enrolment.objects.get(student__given_name="Emil").school_class.name == "1XXA"
    page.get_by_role("link", name="Lister inn").click()
    accessible(page)
    _look(page, "lister")
    page.get_by_role("link", name="Les inn en liste").click()
    page.get_by_label("Fil").set_input_files(_list(ROWS[0], ROWS[1], ROWS[3]))
    page.get_by_role("button", name="Les listen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alt i listen står i Tett fra før")
    _look(page, "same")
    assert Import.objects.count() == 2


def test_what_was_put_right_by_hand_is_seen_and_released(
    school: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    note_corrections(school.ola, ["family_name"], by=school.actor("rita"), at=NOW)
    page = enter("rita", "/skolen/import/rettet/", PHONE)
    accessible(page)
    _look(page, "rettet")
    page.get_by_role("button", name="Slipp etternavn for Ola Prøve").click()
    expect(page.get_by_text("Neste liste bestemmer igjen over etternavn for Ola Prøve.")).to_be_visible()
    accessible(page)


def test_the_columns_are_told_on_a_page_of_their_own(
    school: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    page = enter("rita", "/skolen/import/kolonner/")
    accessible(page)
    _look(page, "om")
    with page.expect_download() as got:
        page.get_by_role("link", name="Last ned en tom liste").first.click()
    assert got.value.suggested_filename == "tett-students.xlsx"


def _look(page: Page, name: str) -> None:
    if folder := os.environ.get("LOOK_AT"):
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            page.screenshot(path=Path(folder) / f"{name}-{size['width']}.png", full_page=True)
