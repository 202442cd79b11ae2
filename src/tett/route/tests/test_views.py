"""The pages of the route: who sees what, and what a principal does on a day."""

import csv
import io
from datetime import date
from typing import Any

import icalendar
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import NOW
from tett.calendar.actions import write_layer
from tett.calendar.models import SpecialDay
from tett.calendar.rules import Layer, Special
from tett.calendar.words import DayKind
from tett.people.models import Login, School
from tett.route.models import Amendment
from tett.route.tests.conftest import WINTER, Routes
from tett.route.words import Standing
from tett.year.tests.routes import PLANNING

WEEK = {"kind": "free", "name": "elevfri uke", "first": "2027-04-12", "last": "2027-04-16"}


def browser(who: str) -> Client:
    """Give somebody's browser."""
    client = Client()
    client.force_login(Login.objects.get(username=who))
    return client


def year(routes: Routes, who: str = "rita", starts_in: int = 2026) -> str:
    """Give the address of a year."""
    return reverse("route:place", args=[routes.place(who).public_id, starts_in])


def page(routes: Routes, who: str, address: str = "", **asked: Any) -> Any:
    """Show somebody the school's year, or a page beneath it."""
    return browser(who).get(f"{year(routes)}{address}", **asked)


@pytest.mark.parametrize("who", ["rita", "kari", "ola", "guro", "carl"])
def test_everybody_at_the_school_and_the_county_sees_when_there_is_school(monday: Routes, who: str) -> None:
    answer = page(monday, who)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Vinterferie" in text
    assert "fra fylkeskommunen" in text
    assert ("Legg til en dag" in text) == (who == "rita")


@pytest.mark.parametrize("who", ["petra", "adam", "vera"])
def test_others_see_nothing(monday: Routes, who: str) -> None:
    assert page(monday, who).status_code in {403, 404}


def test_the_page_leads_everybody_to_their_own(monday: Routes) -> None:
    for who, of in (("ola", monday.world.school), ("carl", monday.world.owner)):
        answer = browser(who).get("/skolen/skoleruta/")
        assert answer["Location"] == f"/skolen/skoleruta/{of.public_id}/2026/"


def test_it_is_counted_and_held_against_the_act(monday: Routes) -> None:
    text = page(monday, "ola").content.decode()
    assert "Opplæringslova § 14-1" in text
    assert "skoledager" in text


def test_a_year_that_nobody_has_begun_says_what_to_do(monday: Routes) -> None:
    answer = browser("rita").get(year(monday, starts_in=2027))
    assert "Begynn på skoleruta" in answer.content.decode()
    assert "Begynn på skoleruta" not in browser("ola").get(year(monday, starts_in=2027)).content.decode()
    assert browser("rita").get(year(monday, starts_in=2090)).status_code == 404


def test_a_month_shows_its_days_and_leads_to_its_neighbours_within_the_year(monday: Routes) -> None:
    text = page(monday, "rita", "maned/2/").content.decode()
    assert "Vinterferie" in text
    assert "Januar" in text
    assert "maned/7/" not in page(monday, "rita", "maned/8/").content.decode()
    for wrong in ("maned/0/", "maned/13/"):
        assert page(monday, "rita", wrong).status_code == 404


def test_a_principal_sees_what_a_change_does_and_then_makes_it_and_undoes_it(monday: Routes) -> None:
    rita = browser("rita")
    answer = rita.post(f"{year(monday)}ny/", WEEK, follow=True)
    text = answer.content.decode()
    assert "Skal vi gjøre denne endringen?" in text
    assert "Ingenting er endret ennå" in text
    row = Amendment.objects.get()
    address = reverse("route:amendment", args=[row.public_id])
    done = rita.post(address, follow=True)
    assert "Skoleruta er endret" in done.content.decode()
    assert "Elevfri uke" in done.content.decode()
    undone = rita.post(reverse("route:undo", args=[row.public_id]), follow=True)
    assert "Angret" in undone.content.decode()
    assert "Elevfri uke" not in undone.content.decode()
    row.refresh_from_db()
    assert row.standing == Standing.UNDONE


def test_what_is_written_wrong_is_said_and_what_was_written_is_kept(monday: Routes) -> None:
    answer = browser("rita").post(f"{year(monday)}ny/", {**WEEK, "last": "2027-04-10"})
    assert answer.status_code == 422
    assert "Bytt om de to datoene" in answer.content.decode()
    assert 'value="elevfri uke"' in answer.content.decode()


def test_the_countys_days_are_not_changed_at_a_school(monday: Routes) -> None:
    winter = SpecialDay.objects.get(first=WINTER.first)
    school, county = monday.place().public_id, monday.place("carl").public_id
    address = reverse("route:day", args=[school, winter.public_id])
    assert browser("rita").get(address).status_code == 404
    assert browser("carl").get(address).status_code == 404
    assert browser("carl").get(reverse("route:day", args=[county, winter.public_id])).status_code == 200
    assert winter.public_id not in page(monday, "rita").content.decode()


def test_the_county_is_told_by_school_in_numbers(monday: Routes) -> None:
    winter = SpecialDay.objects.get(first=WINTER.first)
    address = reverse("route:day", args=[monday.place("carl").public_id, winter.public_id])
    moved = {"kind": "break", "name": "vinterferie", "first": "2027-03-01", "last": "2027-03-05"}
    text = browser("carl").post(address, moved, follow=True).content.decode()
    assert "Slik blir det på 1 skole" in text
    assert "Jonsberg vgs" in text
    assert "Løfte K3" not in text


def test_a_file_is_told_line_by_line_before_anything_is_changed(monday: Routes) -> None:
    table = "Navn;Fra;Til\nvinterferie;22.02.2027;26.02.2027\nPlanleggingsdag;20.11.2026;\nSkoleball;1.12.2026;\n"
    file = SimpleUploadedFile("rute.csv", table.encode())
    text = browser("rita").post(f"{year(monday)}les-inn/", {"file": file}, follow=True).content.decode()
    assert "1 linje leses inn" in text
    assert "1 linje leses ikke inn" in text
    assert "linje 4" in text
    assert not SpecialDay.objects.filter(first=date(2026, 11, 20)).exists()


@pytest.mark.parametrize(
    ("name", "body", "says"),
    [
        ("tom.ics", b"", "Filen er tom"),
        ("rute.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "slutter på linje 2"),
        ("rute.pdf", b"%PDF-1.7 ...", "ikke en liste"),
        ("rute.csv", b"Navn;Dag\nferie;5\n", "mangler kolonnen"),
        ("stor.csv", b"x" * (1024 * 1024 + 1), "for stor"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(monday: Routes, name: str, body: bytes, says: str) -> None:
    file = SimpleUploadedFile(name, body)
    answer = browser("rita").post(f"{year(monday)}les-inn/", {"file": file})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Amendment.objects.exists()


def test_taken_along_as_a_calendar_and_read_in_again_nothing_is_new(monday: Routes) -> None:
    calendar = monday.world.school.calendar
    assert calendar is not None
    own = Special(DayKind.FREE, date(2027, 1, 29), date(2027, 1, 29), "Rektors dag")
    write_layer(calendar, 2026, Layer(None, None, (), (own, *PLANNING)), by=None, at=NOW)
    body = page(monday, "ola", "skoleruta.ics").content
    found = icalendar.Calendar.from_ical(body).walk("VEVENT")
    assert len(found) == 8
    assert len({str(event["UID"]) for event in found}) == 8
    answer = browser("rita").post(f"{year(monday)}les-inn/", {"file": SimpleUploadedFile("a.ics", body)}, follow=True)
    assert "Alt i filen er i skoleruta fra før" in answer.content.decode()


def test_taken_along_as_a_table_no_cell_is_a_formula(monday: Routes) -> None:
    calendar = monday.world.school.calendar
    assert calendar is not None
    risky = Special(DayKind.FREE, date(2027, 1, 29), date(2027, 1, 29), '=HYPERLINK("x")')
    write_layer(calendar, 2026, Layer(None, None, (), (risky,)), by=None, at=NOW)
    text = page(monday, "ola", "skoleruta.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == ["Type", "Navn", "Fra", "Til", "Kilde"]
    assert ["fridag", '\'=HYPERLINK("x")', "2027-01-29", "2027-01-29", "skolen"] in rows
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    file = SimpleUploadedFile("rute.csv", text.encode())
    answer = browser("rita").post(f"{year(monday)}les-inn/", {"file": file}, follow=True)
    assert "Alt i filen er i skoleruta fra før" in answer.content.decode()


def test_the_same_number_of_questions_for_few_days_and_for_many(monday: Routes) -> None:
    kari, counts = browser("kari"), []
    calendar = monday.world.school.calendar
    assert calendar is not None
    for number in (1, 30):
        some = tuple(
            Special(DayKind.FREE, date(2027, 4, n), date(2027, 4, n), f"dag {n}") for n in range(1, number + 1)
        )
        write_layer(calendar, 2026, Layer(None, None, (), some), by=None, at=NOW)
        with CaptureQueriesContext(connection) as asked:
            kari.get(year(monday))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_new_year_is_begun_by_the_county_and_seen_at_the_school(monday: Routes) -> None:
    answer = browser("carl").post(f"{year(monday, 'carl', 2027)}begynn/", {"source": "before"}, follow=True)
    assert "Forslag, ikke vedtatt ennå" in answer.content.decode()
    assert "Vinterferie" in browser("ola").get(year(monday, starts_in=2027)).content.decode()


def test_first_and_last_day_levels_and_how_sure_it_is_are_written(monday: Routes) -> None:
    sent = {"standing": "proposed", "source": "Vedtak 7", "vg3": "2026-08-18"}
    ends = {"first_day": "2026-08-17", "last_day": "2027-06-18"}
    for who, given in (("carl", {**sent, **ends}), ("rita", sent)):
        address = f"{year(monday, who)}ramme/"
        assert ("first_day" in browser(who).get(address).content.decode()) == (who == "carl")
        answer = browser(who).post(address, given, follow=True)
        assert answer.status_code == 200
        written = Amendment.objects.latest("pk").after or {}
        assert (written["standing"], written["source"]) == ("proposed", "Vedtak 7")
        assert written["levels"] == [["vg3", "2026-08-18"]]
        assert written["first_day"] == given.get("first_day")
    assert Amendment.objects.count() == 2
    assert page(monday, "ola").status_code == 200


def test_a_school_without_a_calendar_says_so(monday: Routes) -> None:
    School.objects.filter(pk=monday.world.school.pk).update(calendar=None)
    assert "ikke lagt inn ennå" in page(monday, "ola").content.decode()
    assert page(monday, "ola", "skoleruta.csv").status_code == 200


def test_how_far_it_has_come_is_a_part_of_the_page(monday: Routes) -> None:
    rita = browser("rita")
    rita.post(f"{year(monday)}ny/", WEEK)
    address = reverse("route:amendment", args=[Amendment.objects.get().public_id])
    part = rita.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith('<div id="gang"')
    assert "<html" not in part
