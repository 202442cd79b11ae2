"""The principal gives Tett the school's own plan, and the year is there."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.cast import World
from tests.walks.conftest import DESK, PHONE, Enter, two_steps
from tett.config.worker import Loop
from tett.people.models import Login
from tett.plan.models import Commitment, Edition
from tett.plan.words import EditionState, Review
from tett.tasks.models import Task
from tett.year.models import Unfolding

PLAN = Path(__file__).parents[3] / "src/tett/plan/tests/documents/jonsberg-2025.txt"


def test_the_school_year_is_there_from_log_in_to_board(
    school: World,
    live_server: LiveServer,
    page: Page,
    accessible: Callable[[Page], None],
) -> None:
    _log_in(page, live_server, accessible)
    two_steps(page, "et langt og godt passord")
    page.goto(f"{live_server.url}/min-dag/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hei, Rita Prøve")
    accessible(page)
    page.get_by_role("link", name="Les inn planen").click()
    accessible(page)
    page.get_by_label("Velg fil").set_input_files(PLAN)
    page.get_by_role("button", name="Les planen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Har Tett forstått planen rett?")
    accessible(page)
    _go_through(page)
    page.get_by_role("link", name="Videre til vedtak").click()
    accessible(page)
    page.get_by_role("button", name="Vedta planen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Planen er vedtatt")
    accessible(page)
    page.get_by_role("link", name="Se skoleåret").click()
    accessible(page)
    page.get_by_role("button", name="Legg ut skoleåret").click()
    expect(page.get_by_role("status").filter(has_text="Skoleåret er lagt ut")).to_be_visible()
    accessible(page)
    page.get_by_role("link", name="Tavla").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Holder vi det vi har lovet?")
    accessible(page)
    assert Edition.objects.get().state == EditionState.ADOPTED
    assert Unfolding.objects.count() == 1
    assert Task.objects.count() > 100


def _log_in(page: Page, server: LiveServer, accessible: Callable[[Page], None]) -> None:
    login = Login.objects.get(username="rita")
    login.set_password("et langt og godt passord")
    login.save()
    page.set_viewport_size(DESK)
    page.goto(f"{server.url}/logg-inn/")
    accessible(page)
    page.get_by_label("Brukernavn").fill("rita")
    page.get_by_label("Passord").fill("et langt og godt passord")
    page.get_by_role("button", name="Logg inn").click()


def _go_through(page: Page) -> None:
    """Accept what is clear, say who has what nobody has, and accept the rest as it stands."""
    page.get_by_role("button", name="uten merknad").click()
    while Commitment.objects.filter(bearer="", review=Review.PROPOSED).exists():
        row = Commitment.objects.filter(bearer="", review=Review.PROPOSED).order_by("order")[0]
        card = page.locator(f"#c-{row.public_id}")
        card.get_by_role("link", name="Endre").click()
        page.get_by_label("Hvem har ansvaret?").select_option("contact_teacher")
        page.get_by_role("button", name="Lagre").click()
    for public_id in Commitment.objects.filter(review=Review.PROPOSED).values_list("public_id", flat=True):
        card = page.locator(f"#c-{public_id}")
        card.get_by_role("button", name="Godta").click()
        expect(card.get_by_text("godtatt")).to_be_visible()


def test_what_tett_misread_is_put_right(school: World, enter: Enter, accessible: Callable[[Page], None]) -> None:
    page = _read(enter)
    row = Commitment.objects.get(code="K2")
    card = page.locator(f"#c-{row.public_id}")
    card.get_by_role("link", name="Del opp").click()
    accessible(page)
    page.get_by_label("Den første").fill("Gjennomføre bli kjent samtale med alle sine elever.")
    page.get_by_label("Den andre").fill("Gjennomføre andre elevsamtaler med alle sine elever.")
    page.get_by_role("button", name="Del opp").click()
    expect(page.locator("main")).to_contain_text("Gjennomføre andre elevsamtaler")
    card = page.locator(f"#c-{row.public_id}")
    card.get_by_role("link", name="Endre").click()
    accessible(page)
    page.get_by_label("Når?").select_option("months")
    page.get_by_label("Måned", exact=True).select_option("8")
    page.get_by_label("Til og med måned (hvis flere)").select_option("9")
    page.get_by_role("button", name="Lagre").click()
    expect(page.locator(f"#c-{row.public_id}")).to_contain_text("august")
    page.locator(f"#c-{row.public_id}").get_by_role("button", name="Ikke en forpliktelse").or_(
        page.locator(f"#c-{row.public_id}").get_by_role("button", name="Angre")
    ).first.click()
    expect(page.locator("main")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("tom.txt", b"", "tom"),
        ("plan.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        ("brev.txt", "Kjære alle sammen. Takk for i fjor.".encode(), "ingen forpliktelser"),
    ],
)
def test_what_is_no_plan_gets_a_sentence_and_leaves_nothing(
    school: World, enter: Enter, accessible: Callable[[Page], None], name: str, body: bytes, says: str
) -> None:
    page = enter("rita", "/planen/les-inn/", PHONE)
    file = FilePayload(name=name, mimeType="text/plain", buffer=body)
    page.get_by_label("Velg fil").set_input_files(file)
    page.get_by_role("button", name="Les planen").click()
    if name.endswith(".pdf"):  # what isn't plain text is read by a job
        Loop().worker.run()
        page.goto(page.url)
    expect(page.locator("main")).to_contain_text(says)
    accessible(page)
    assert not Edition.objects.exists()


def _read(enter: Enter) -> Page:
    page = enter("rita", "/planen/les-inn/")
    page.get_by_label("Velg fil").set_input_files(PLAN)
    page.get_by_role("button", name="Les planen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Har Tett forstått planen rett?")
    return page
