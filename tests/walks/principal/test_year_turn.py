"""The principal turns the year: prepares in June, looks over, does it, undoes it, does it again, and it is August."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from tests.cast import World
from tests.walks.conftest import DESK, PHONE, Enter
from tett.base.clock import real_now
from tett.people.models import Assignment, Enrolment
from tett.turn.models import Turn
from tett.turn.tests.years import AUGUST, FIRST, JUNE, class_on, held_on
from tett.turn.words import Stage


@pytest.fixture
def june(running: World, settings: Settings) -> World:
    """Let the school's year be nearly over."""
    _let_it_be(JUNE, settings)
    return running


def _let_it_be(at: datetime, settings: Settings) -> None:
    settings.CLOCK_SHIFT = at - real_now()


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def _heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def test_a_whole_turn_of_the_year(
    june: World,
    settings: Settings,
    enter: Enter,
    accessible: Callable[[Page], None],
    picture: Callable[[Page, str], None],
) -> None:
    page = enter("rita", "/skolen/arsskiftet/", DESK)
    _heading(page, "Er dere klare for 2027/28?")
    accessible(page)
    _press(page, "Begynn")
    _bring_the_calendar(page, accessible)
    _send_classes(page, accessible, picture)
    _make_exceptions(page, accessible)
    _choose_roles(page, accessible)
    _choose_what_is_carried_over(page, accessible)
    _look_over_and_do(page, accessible, picture)
    assert class_on(june.per, FIRST) == "1NAB"
    assert class_on(june.siri, FIRST) == "2NAA"
    assert class_on(june.ola, FIRST) == ""
    assert held_on(june.kari, FIRST) == [("subject_teacher", None)]
    _undo_and_do_again(page, june)
    _let_it_be(AUGUST, settings)
    _look_around_in_august(page, june, accessible)


def _bring_the_calendar(page: Page, accessible: Callable[[Page], None]) -> None:
    _heading(page, "Når er det skole i 2027/28?")
    accessible(page)
    _press(page, "Lag et forslag etter ruta for i år")
    expect(page.get_by_role("status")).to_contain_text("Skoleruta for 2027/28 er lagt inn")
    expect(page.get_by_role("main")).to_contain_text("Ruta er et forslag")
    accessible(page)
    _press(page, "Videre til klassene")


def _send_classes(page: Page, accessible: Callable[[Page], None], picture: Callable[[Page, str], None]) -> None:
    _heading(page, "Hvor går klassene i 2027/28?")
    accessible(page)
    picture(page, "arsskiftet-klassene")
    page.get_by_role("link", name="Legg til en klasse").click()
    accessible(page)
    page.get_by_label("Navn").fill("2NAA")
    page.get_by_label("Trinn").select_option("vg2")
    _press(page, "Lagre")
    expect(page.get_by_role("main")).to_contain_text("allerede en klasse som heter «2NAA»")
    page.get_by_label("Navn").fill("2HEA")
    _press(page, "Lagre")
    page.get_by_role("link", name="2HEA").click()
    _heading(page, "2HEA i 2027/28")
    accessible(page)
    _press(page, "Ta bort 2HEA")
    expect(page.get_by_role("status")).to_contain_text("2HEA er tatt bort")
    _press(page, "Lagre, og videre til elevene")


def _make_exceptions(page: Page, accessible: Callable[[Page], None]) -> None:
    _heading(page, "Hvem gjør noe annet enn klassen?")
    accessible(page)
    page.get_by_role("link", name="1NAA").click()
    page.get_by_label("Ola Prøve").check()
    page.get_by_label("Hva skal skje").select_option(label="går ut i lære")
    accessible(page)
    _press(page, "Lagre for de valgte")
    expect(page.get_by_role("status")).to_contain_text("Lagret for 1 elev")
    page.get_by_label("Finn en elev").fill("per")
    _press(page, "Søk")
    page.get_by_label("Per Prøve").check()
    page.get_by_label("Hva skal skje").select_option(label="1NAB")
    _press(page, "Lagre for de valgte")
    expect(page.get_by_role("main")).to_contain_text("2 gjør noe annet enn klassen")
    _press(page, "Videre til rollene")


def _choose_roles(page: Page, accessible: Callable[[Page], None]) -> None:
    _heading(page, "Hvem er hva neste år?")
    accessible(page)
    page.get_by_label("Kari Prøve").select_option(label="blir på skolen, uten klasse")
    _press(page, "Lagre, og videre")


def _choose_what_is_carried_over(page: Page, accessible: Callable[[Page], None]) -> None:
    _heading(page, "Hva følger med inn i det nye året?")
    accessible(page)
    page.get_by_label("Tas med inn i det nye året").check()
    page.goto(page.url)  # goes away, and comes back another day
    page.get_by_role("link", name="Årsskiftet til 2027/28").click()
    page.get_by_role("link", name="Gå videre med: det som følger med").click()
    page.get_by_label("Tas med inn i det nye året").check()
    _press(page, "Lagre, og se over alt")


def _look_over_and_do(page: Page, accessible: Callable[[Page], None], picture: Callable[[Page, str], None]) -> None:
    _heading(page, "Slik blir 2027/28")
    expect(page.get_by_role("main")).to_contain_text("3 elever får ny klasse, 1 er ikke på skolen lenger")
    page.evaluate("scrollTo(0, 0)")
    picture(page, "arsskiftet-se-over")
    for summary in page.locator("details > summary").all():
        summary.click()
    accessible(page)
    _press(page, "Gjennomfør årsskiftet")
    _heading(page, "Årsskiftet til 2027/28 er gjort")
    accessible(page)


def _undo_and_do_again(page: Page, world: World) -> None:
    page.get_by_role("link", name="Klassene", exact=True).click()
    expect(page.get_by_role("main")).to_contain_text("1NAA")  # it is still June
    page.go_back()
    _press(page, "Angre årsskiftet")
    expect(page.get_by_role("status")).to_contain_text("Alt er som det var")
    assert not Enrolment.objects.filter(starts=FIRST).exists()
    assert not Assignment.objects.filter(starts=FIRST).exists()
    page.get_by_role("link", name="Se over alt").click()
    _press(page, "Gjennomfør årsskiftet")
    _heading(page, "Årsskiftet til 2027/28 er gjort")
    assert Turn.objects.get().stage == Stage.DONE
    assert class_on(world.per, FIRST) == "1NAB"


def _look_around_in_august(page: Page, world: World, accessible: Callable[[Page], None]) -> None:
    """Everything that follows the year is there, and nothing is as in an empty school."""
    home = page.url.split("/skolen/")[0]
    page.goto(f"{home}/klasser/")
    page.get_by_role("link", name="2NAA").click()
    expect(page.get_by_role("main")).to_contain_text(world.siri.name)
    page.goto(f"{home}/aret/")
    expect(page.get_by_role("main")).to_contain_text("2027/28")
    accessible(page)
    page.goto(f"{home}/tavla/")
    expect(page.get_by_role("main")).to_contain_text("2NAA")
    page.goto(f"{home}/min-dag/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Rita")
    accessible(page)


def test_in_september_the_turn_can_be_rehearsed_on_a_phone(
    school: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    page = enter("dag", "/skolen/arsskiftet/", PHONE)
    expect(page.get_by_role("main")).to_contain_text("Dere kan øve til da")
    accessible(page)
    _press(page, "Øv på årsskiftet")
    page.goto(page.url.replace("skoleruta", "se-over"))
    expect(page.get_by_role("main")).to_contain_text("Årsskiftet kan gjøres fra 1. juni 2027 til 31. august 2027")
    expect(page.get_by_role("button", name="Gjennomfør årsskiftet")).to_have_count(0)
    accessible(page)
    assert class_on(school.ola, FIRST) == "1NAA"


def test_between_the_first_of_august_and_the_turn_pages_say_what_to_do(
    running: World, settings: Settings, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    _let_it_be(AUGUST, settings)
    page = enter("rita", "/min-dag/", PHONE)
    accessible(page)
    page.get_by_role("link", name="Gjør årsskiftet").first.click()
    _heading(page, "Er dere klare for 2027/28?")
    home = page.url.split("/skolen/")[0]
    for address in ("/klasser/", "/aret/", "/tavla/", "/slik-gar-det/", "/oppgaver/"):
        page.goto(f"{home}{address}")
        accessible(page)
