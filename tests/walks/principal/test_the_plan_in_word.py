"""A school that has its plan in Word gives it to Tett as it is, and anybody prints it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdfplumber
from django_tasks_db.models import DBTaskResult
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.cast import World
from tests.running import TEXT
from tests.walks.conftest import PHONE, Enter
from tett.plan.jobs import make_paper, read_document
from tett.plan.models import Reading
from tett.plan.rules.reading import read_plan
from tett.plan.tests.papers import as_word, pieces_of


def work() -> None:
    """Do what was put off, as the worker beside the web server does."""
    for job in (read_document, make_paper):
        for waiting in DBTaskResult.objects.filter(task_path=job.module_path):
            job.func(*waiting.args_kwargs["args"])


def test_a_word_document_is_given_read_and_looked_at(
    school: World, enter: Enter, accessible: Callable[[Page], None], tmp_path: Path
) -> None:
    file = tmp_path / "Handlingsplan.docx"
    file.write_bytes(as_word(pieces_of(read_plan(TEXT))))
    page = enter("rita", "/planen/les-inn/")
    page.get_by_label("Velg fil").set_input_files(file)
    page.get_by_role("button", name="Les planen").press("Enter")
    expect(page.get_by_role("heading", name="Tett leser planen deres")).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Handlingsplan.docx")).to_be_visible()
    accessible(page)
    work()
    expect(page.get_by_role("heading", name="Har Tett forstått planen rett?")).to_be_visible()
    expect(page.get_by_text("Ha klassens time med klassen hver uke").first).to_be_visible()


def test_a_document_that_cannot_be_read_says_so_where_one_chooses_another(
    school: World, enter: Enter, accessible: Callable[[Page], None], tmp_path: Path
) -> None:
    file = tmp_path / "halv.docx"
    file.write_bytes(as_word(pieces_of(read_plan(TEXT)))[:4000])
    page = enter("rita", "/planen/les-inn/", PHONE)
    page.get_by_label("Velg fil").set_input_files(file)
    page.get_by_label("… eller lim inn teksten").fill("Det vi hadde skrevet.")
    page.get_by_role("button", name="Les planen").click()
    expect(page.get_by_role("heading", name="Tett leser planen deres")).to_be_visible()
    work()
    expect(page.get_by_role("alert")).to_contain_text("Word-dokumentet er ødelagt.")
    expect(page.get_by_label("… eller lim inn teksten")).to_have_value("Det vi hadde skrevet.")
    assert Reading.objects.get().content is None
    accessible(page)


def test_anybody_has_the_plan_made_and_takes_it_home_on_a_phone(
    running: World, live_server: LiveServer, page: Page, accessible: Callable[[Page], None]
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{live_server.url}/jonsberg/planen/")
    page.get_by_role("link", name="Last ned (PDF)").click()
    accessible(page)
    page.get_by_role("button", name="Lag filen (PDF)").click()
    expect(page.get_by_text("Filen lages nå.")).to_be_visible()
    accessible(page)
    work()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Last ned (PDF)").click()
    assert taken.value.suggested_filename == "handlingsplan-jonsberg-1.pdf"
    with pdfplumber.open(BytesIO(taken.value.path().read_bytes())) as paper:
        assert "Handlingsplan for et trygt skolemiljø" in " ".join((paper.pages[0].extract_text() or "").split())
