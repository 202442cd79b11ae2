"""A principal makes a week without school, sees what that does to the tasks, and says yes; the county moves a break."""

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

from tests.cast import NOW, World
from tests.walks.conftest import PHONE, Enter
from tett.calendar.actions import open_calendar
from tett.people.models import Owner, School
from tett.route.jobs import follow
from tett.route.models import Amendment
from tett.tasks.models import Task
from tett.tasks.words import State

WINTER, LATER = ((date(2027, 2, 22), date(2027, 2, 26)), (date(2027, 3, 1), date(2027, 3, 5)))


def _share(world: World) -> None:
    """Let the county own the calendar, and the school have days of its own on top."""
    shared = world.school.calendar
    Owner.objects.filter(pk=world.owner.pk).update(calendar=shared)
    own = open_calendar("Jonsberg", parent=shared, by=None, at=NOW)
    School.objects.filter(pk=world.school.pk).update(calendar=own)


def _due(days: tuple[date, date]) -> int:
    return Task.objects.filter(state=State.OPEN, slot__startswith="2026:2027-W", due__range=days).count()


def test_a_week_without_school_and_back_again(running: World, enter: Enter, accessible: Callable[[Page], None]) -> None:
    _share(running)
    week = (date(2027, 4, 12), date(2027, 4, 16))
    before = _due(week)
    assert before > 0
    page = enter("rita", "/skolen/skoleruta/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Når er det skole i 2026/27?")
    accessible(page)
    page.get_by_role("link", name="april 2027").first.click()
    accessible(page)
    page.get_by_role("link", name="Legg til 12. apr").click()
    accessible(page)
    page.get_by_label("Navn").fill("elevfri uke")
    page.get_by_label("Til og med").fill("2027-04-16")
    page.get_by_role("button", name="Lagre").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Skal vi gjøre denne endringen?")
    expect(page.locator("main")).to_contain_text("Ha klassens time med klassen hver uke")
    accessible(page)
    assert _due(week) == before
    page.get_by_role("button", name="Gjør endringen").click()
    expect(page.get_by_role("status").filter(has_text="Skoleruta er endret")).to_be_visible()
    accessible(page)
    assert _due(week) == 0
    page.get_by_role("button", name="Angre").click()
    expect(page.get_by_role("status").filter(has_text="Angret")).to_be_visible()
    assert _due(week) == before


def test_the_county_moves_the_winter_break_for_all_its_schools(
    running: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    _share(running)
    assert (_due(WINTER) == 0, _due(LATER) > 0) == (True, True)
    page = enter("carl", "/skolen/skoleruta/")
    accessible(page)
    page.get_by_role("link", name="Vinterferie").click()
    page.get_by_label("Fra og med").fill(LATER[0].isoformat())
    page.get_by_label("Til og med").fill(LATER[1].isoformat())
    page.get_by_role("button", name="Lagre").click()
    expect(page.locator("main")).to_contain_text("Slik blir det på 1 skole")
    accessible(page)
    page.get_by_role("button", name="Gjør endringen").click()
    expect(page.get_by_text("0 av 1 skoler er ferdige")).to_be_visible()
    accessible(page)
    follow.call(Amendment.objects.get().pk)
    expect(page.get_by_text("skoler er ferdige")).to_have_count(0)
    assert (_due(WINTER) > 0, _due(LATER) == 0) == (True, True)
    page = enter("rita", "/skolen/skoleruta/", PHONE)
    expect(page.locator("main")).to_contain_text("1. mar til 5. mar")
    expect(page.get_by_role("link", name="Vinterferie")).to_have_count(0)


def test_a_file_is_looked_over_before_it_is_taken_in(
    running: World, enter: Enter, accessible: Callable[[Page], None]
) -> None:
    _share(running)
    page = enter("rita", "/skolen/skoleruta/")
    page.get_by_role("link", name="Les inn en fil").click()
    accessible(page)
    table = "Type;Navn;Fra;Til\nferie;Vinterferie;01.03.2027;05.03.2027\nplanleggingsdag;Kursdag;29.01.2027;\n"
    page.get_by_label("Velg fil").set_input_files(
        {"name": "rute.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )
    page.get_by_role("button", name="Se hva som står i den").click()
    expect(page.locator("main")).to_contain_text("1 linje leses ikke inn")
    accessible(page)
    page.get_by_role("button", name="Ta det inn").click()
    expect(page.locator("main")).to_contain_text("Kursdag")
