"""The pages of imports: for those who lead the school, in the same few queries however long the list is."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from python_calamine import CalamineWorkbook

from tests.cast import World
from tett.base.clock import now
from tett.people.actions.corrections import note_corrections
from tett.people.models import Correction, Login, Person
from tett.roster import jobs
from tett.roster.actions.tidy import KEEP, tidy_lists
from tett.roster.models import Heading, Import, Line, Upload
from tett.roster.tests.lists import EMIL, EVA, STUDENTS, csv
from tett.roster.views.common import AT_ONCE
from tett.roster.words import Holds, State

HOME = "/skolen/import/"


@pytest.fixture
def rita(today: World, client: Client) -> Client:
    """Log the principal in."""
    client.force_login(Login.objects.get(username="rita"))
    return client


def _send(client: Client, world: World, data: bytes, **more: Any) -> Any:
    year = world.classes["1NAA"].starts_in
    form = {"sent": SimpleUploadedFile("elever.csv", data), "school": world.school.pk, "starts_in": year, **more}
    return client.post(f"{HOME}ny/", form)


def _sent(client: Client, world: World, data: bytes) -> Import:
    answer = _send(client, world, data)
    assert answer.status_code == 302, answer.content.decode()
    return Import.objects.order_by("-pk")[0]


def _page(client: Client, imported: Import, rest: str = "") -> str:
    return client.get(f"{HOME}{imported.public_id}/{rest}").content.decode()


def test_a_short_list_is_read_while_one_waits_and_written_after_a_yes(rita: Client, today: World) -> None:
    imported = _sent(rita, today, csv(STUDENTS, EVA, EMIL))
    assert "Eva Ny" in _page(rita, imported)
    assert not Person.objects.filter(given_name="Eva").exists()
    rita.post(f"{HOME}{imported.public_id}/bekreft/")
    assert "Listen er lest inn" in _page(rita, imported)
    assert Person.objects.filter(given_name="Eva").exists()
    assert "2 lagt til" in rita.get(HOME).content.decode()


def test_a_long_list_is_read_and_written_by_a_worker_with_the_page_telling_how_far_it_has_come(
    rita: Client, today: World
) -> None:
    rows = [f"{n};Navn{n};Ny;01.05.2010;1NAA;;;;;" for n in range(AT_ONCE + 1)]
    imported = _sent(rita, today, csv(STUDENTS, *rows))
    assert imported.state == State.CHECKING
    assert "linjer blir lest" in _page(rita, imported)
    login = Login.objects.get(username="rita").pk
    jobs.read_list.func(imported.pk, login)
    waiting = rita.get(f"{HOME}{imported.public_id}/", headers={"HX-Request": "true"})
    assert (waiting.status_code, waiting.headers.get("HX-Refresh")) == (204, "true")
    assert "Side 1 av" in _page(rita, imported)
    rita.post(f"{HOME}{imported.public_id}/bekreft/")
    imported.refresh_from_db()
    assert (imported.state, Person.objects.filter(family_name="Ny").count()) == (State.WRITING, 0)
    for _ in range(2):  # a job that is taken up again does nothing the second time
        jobs.write_list.func(imported.pk, login)
    assert Person.objects.filter(family_name="Ny").count() == AT_ONCE + 1


def test_what_has_waited_for_long_can_be_asked_for_again(rita: Client, today: World) -> None:
    rows = [f"{n};Navn{n};Ny;01.05.2010;1NAA;;;;;" for n in range(AT_ONCE + 1)]
    imported = _sent(rita, today, csv(STUDENTS, *rows))
    assert "Prøv igjen" not in _page(rita, imported)
    Import.objects.update(since=now() - timedelta(minutes=6))
    assert "Prøv igjen" in _page(rita, imported)
    assert rita.post(f"{HOME}{imported.public_id}/igjen/").status_code == 302


def test_other_headings_are_asked_about_once(rita: Client, today: World) -> None:
    data = csv("Kode;For;Etter;Gruppe;Merknad", "1;Eva;Ny;1NAA;x")
    imported = _sent(rita, today, data)
    assert "Hvem er listen om?" in _page(rita, imported, "kolonner/")
    address = f"{HOME}{imported.public_id}/kolonner/"
    chosen = {"holds": "students", "c0": "own", "c1": "given", "c2": "given", "c3": "class_name", "c4": ""}
    assert "valgt for flere kolonner" in rita.post(address, chosen).content.decode()
    assert "Si hvilken kolonne" in rita.post(address, {**chosen, "c2": ""}).content.decode()
    assert rita.post(address, {**chosen, "c2": "family"}).status_code == 302
    assert "Eva Ny" in _page(rita, imported)
    assert Heading.objects.get(heading="merknad").field == ""
    again = _send(rita, today, data, holds=Holds.STUDENTS.value)
    assert Import.objects.order_by("-pk")[0].state == State.READY
    assert again.status_code == 302


def test_a_broken_file_is_refused_on_the_page_it_was_sent_from(rita: Client, today: World) -> None:
    answer = _send(rita, today, b'A;B\n1;"2\n')
    assert (answer.status_code, "Linje 2 har et anførselstegn" in answer.content.decode()) == (422, True)
    assert Import.objects.count() == 0


def test_lines_are_found_by_kind_and_by_name(rita: Client, today: World) -> None:
    imported = _sent(rita, today, csv(STUDENTS, EVA, EMIL, "9;;;;;;;;;"))
    odd = _page(rita, imported, "?vis=odd")
    assert ("Fornavn eller etternavn mangler" in odd, "Eva Ny" in odd) == (True, False)
    found = _page(rita, imported, "?sok=emil")
    assert ("Emil Ny" in found, "Eva Ny" in found) == (True, False)


def test_what_was_odd_is_taken_along_as_text_and_never_as_formulas(rita: Client, today: World) -> None:
    imported = _sent(rita, today, csv(STUDENTS, "9;=1+1;Ny;;1NAA;;;;;"))
    answer = rita.get(f"{HOME}{imported.public_id}/rart.xlsx")
    rows = CalamineWorkbook.from_object(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert any("begynner som en formel" in str(row[3]) for row in rows)
    assert b"<f>" not in answer.content


def test_the_empty_list_is_one_that_can_be_read_in(rita: Client, today: World) -> None:
    data = rita.get(f"{HOME}mal/students.xlsx").content
    imported = _sent(rita, today, data)
    assert (imported.holds, imported.state) == (Holds.STUDENTS, State.READY)


def test_a_list_can_be_thrown_away_and_nothing_is_kept(rita: Client, today: World) -> None:
    imported = _sent(rita, today, csv(STUDENTS, EVA))
    rita.post(f"{HOME}{imported.public_id}/forkast/")
    assert (Upload.objects.count(), Line.objects.count()) == (0, 0)
    assert "Listen er forkastet" in _page(rita, imported)


def test_what_nobody_confirmed_is_gone_after_a_week(rita: Client, today: World) -> None:
    _sent(rita, today, csv(STUDENTS, EVA))
    by = today.actor("rita", now())
    assert tidy_lists(by=by, at=now()) == 0
    assert tidy_lists(by=by, at=now() + KEEP + timedelta(minutes=1)) == 1
    assert (Upload.objects.count(), Line.objects.count(), Import.objects.get().state) == (0, 0, State.DROPPED)


def test_what_was_put_right_by_hand_is_released_from_its_page(rita: Client, today: World) -> None:
    note_corrections(today.ola, ["family_name"], by=today.actor("rita", now()), at=now())
    assert "Ola Prøve" in rita.get(f"{HOME}rettet/").content.decode()
    rita.post(f"{HOME}rettet/{Correction.objects.get().public_id}/slipp/")
    assert Correction.objects.count() == 0


@pytest.mark.parametrize("name", ["kari", "hanne", "petra", "carl", "adam", "ola"])
def test_strangers_to_the_schools_lists_find_nothing_there(rita: Client, today: World, name: str) -> None:
    imported = _sent(rita, today, csv(STUDENTS, EVA))
    rita.force_login(Login.objects.get(username=name))
    one = f"{HOME}{imported.public_id}/"
    assert [rita.get(a).status_code for a in (one, f"{one}kolonner/", f"{one}rart.xlsx")] == [404] * 3
    assert [rita.post(f"{one}{a}/").status_code for a in ("bekreft", "forkast", "igjen")] == [404] * 3


def test_the_page_asks_as_many_questions_for_one_line_as_for_many(
    rita: Client,
    today: World,
    django_assert_num_queries: Callable[..., Any],
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    imported = _sent(rita, today, csv(STUDENTS, EVA))
    many = _sent(rita, today, csv(STUDENTS, *(f"{n};Navn{n};Ny;01.05.2010;1NAA;;;;;" for n in range(200))))
    address = "{}{}/?vis=add"
    with django_assert_max_num_queries(14) as one:
        rita.get(address.format(HOME, imported.public_id))
    with django_assert_num_queries(len(one)):
        rita.get(address.format(HOME, many.public_id))
