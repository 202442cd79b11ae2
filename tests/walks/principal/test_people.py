"""The principal keeps people: a temp in and out again, a student to another class, somebody new."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.fixtures import Settings

from tests.cast import NOW, TODAY, World
from tests.walks.conftest import PHONE, Enter
from tett.base.clock import real_now
from tett.people.models import Login, Person
from tett.tasks.models import Task

Look = Callable[[Page], None]


def test_a_temp_comes_in_with_roles_and_tasks_and_is_out_the_day_after(
    running: World, enter: Enter, accessible: Look, settings: Settings
) -> None:
    task = Task.objects.filter(responsible=running.kari, state="open").order_by("due")[0]
    page = enter("rita", "/skolen/folk/")
    accessible(page)
    page.get_by_label("Navn eller deler av navn").press_sequentially("kar")
    expect(page.get_by_role("link", name="Kari Prøve")).to_be_visible()
    expect(page.locator(".people-list li")).to_have_count(1)
    page.get_by_role("link", name="Kari Prøve").click()
    accessible(page)
    page.get_by_role("link", name="Vikar inn mens personen er borte").click()
    accessible(page)
    page.get_by_label("Navn eller deler av navn").fill("vera")
    page.get_by_role("button", name="Søk").click()
    accessible(page)
    page.get_by_role("link", name="Vera Prøve").click()
    expect(page.get_by_label("kontaktlærer, 1NAA")).to_be_checked()
    accessible(page)
    page.get_by_label("Til og med").fill((TODAY + timedelta(days=4)).isoformat())
    page.get_by_role("button", name="Ta inn vikaren").click()
    expect(page.get_by_role("status").filter(has_text="Vikaren er inne")).to_be_visible()
    assert _status("vera", f"/oppgaver/{task.public_id}/") == 200
    settings.CLOCK_SHIFT = NOW + timedelta(days=5) - real_now()
    assert _status("vera", f"/oppgaver/{task.public_id}/") == 403
    assert _status("kari", f"/oppgaver/{task.public_id}/") == 200


def _status(name: str, address: str) -> int:
    """Ask as somebody who is logged in already."""
    client = Client()
    client.force_login(Login.objects.get(username=name))
    return client.get(address).status_code


def test_a_student_changes_class_and_the_history_stays(running: World, enter: Enter, accessible: Look) -> None:
    page = enter("rita", f"/folk/{running.ola.public_id}/", PHONE)
    page.get_by_role("link", name="Bytt klasse").click()
    accessible(page)
    page.get_by_label("Ny klasse").select_option("1NAB")
    page.get_by_role("button", name="Bytt klasse").click()
    expect(page.get_by_role("status").filter(has_text="Ola Prøve bytter klasse")).to_be_visible()
    expect(page.locator(".page-head .lead")).to_have_text("elev, 1NAB")
    page.get_by_text("Tidligere", exact=True).click()
    expect(page.get_by_text("Elev, 1NAA")).to_be_visible()
    accessible(page)


def test_somebody_new_is_written_down_and_a_mistake_is_said_where_it_is(
    running: World, enter: Enter, accessible: Look
) -> None:
    page = enter("rita", "/skolen/folk/ny-elev/")
    accessible(page)
    page.get_by_label("Fornavn").fill("Ola")
    page.get_by_label("Etternavn").fill("Prøve")
    page.get_by_label("Fødselsdato").fill("2010-05-01")
    page.get_by_label("Klasse").select_option("1NAB")
    page.get_by_role("button", name="Legg til").click()
    expect(page.get_by_role("alert")).to_contain_text("Skolen kjenner allerede Ola Prøve")
    accessible(page)
    page.get_by_label("Dette er en annen").check()
    page.get_by_role("button", name="Legg til").click()
    expect(page.get_by_role("status").filter(has_text="Ola er lagt til")).to_be_visible()
    assert Person.objects.filter(given_name="Ola", family_name="Prøve").count() == 2


def test_who_leaves_is_seen_beforehand_and_done_in_one_step(running: World, enter: Enter, accessible: Look) -> None:
    page = enter("rita", f"/folk/{running.kari.public_id}/slutter/")
    expect(page.get_by_text("Ingen andre har dette dagen etter: kontaktlærer, 1NAA.")).to_be_visible()
    expect(page.locator("strong", has_text="Hanne Prøve")).to_be_visible()
    accessible(page)
    page.get_by_label("Gi de åpne oppgavene til").select_option("Sven Prøve")
    page.get_by_role("button", name="Siste dag er").click()
    expect(page.get_by_role("status").filter(has_text="Kari Prøve slutter")).to_be_visible()
    assert not Task.objects.filter(responsible=running.kari, state="open", staff=None).exists()


def test_a_protected_address_is_shown_to_the_few_who_are_named(running: World, enter: Enter, accessible: Look) -> None:
    page = enter("rita", f"/folk/{running.ola.public_id}/skjerming/")
    accessible(page)
    page.get_by_role("button", name="Skjerm adressen").click()
    expect(page.get_by_text("Heller ikke rektor ser")).to_be_visible()
    page.get_by_label("Hvem skal kunne se").select_option("Sven Prøve")
    page.get_by_role("button", name="Før opp").click()
    expect(page.get_by_role("button", name=re.compile("Ta bort.*Sven Prøve"))).to_be_visible()
    accessible(page)


@pytest.mark.parametrize("role", ["", "principal", "guardian", "administrator"])
def test_who_may_what_can_be_read_by_anybody(running: World, enter: Enter, accessible: Look, role: str) -> None:
    page = enter("rita", f"/skolen/hvem-kan-hva/?rolle={role}")
    expect(page.get_by_role("heading", name="Folk, klasser og kontaktinformasjon")).to_be_visible()
    accessible(page)
