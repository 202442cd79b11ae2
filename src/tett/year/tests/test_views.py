"""The pages of the year."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from tests.cast import NOW, World
from tett.people.models import School
from tett.plan.words import EditionState
from tett.tasks.actions import complete
from tett.tasks.models import Duty, Task
from tett.year.models import Unfolding
from tett.year.queries import year_page
from tett.year.tests.plans import adopted, lay_out, tasks, written

KEY = "k" * 22
PROMISES = ("A1", "K1", "K2", "K3", "D1", "F6")


def client(world: World, name: str) -> Client:
    """Give somebody's browser, logged in."""
    browser = Client()
    browser.force_login(world.people[name].login)
    return browser


def read(world: World, name: str, page: str, *args: str) -> str:
    """Give what somebody reads on a page that opens."""
    answer = client(world, name).get(reverse(page, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def laid(monday: World) -> World:
    """Give the school a year that was laid out in August."""
    adopted(monday, *PROMISES)
    lay_out(monday)
    return monday


def test_the_principal_sees_what_the_year_becomes_and_lays_it_out_with_one_tap(monday: World) -> None:
    adopted(monday, *PROMISES)
    page = read(monday, "rita", "year:preview")
    assert "Ingenting skjer før du legger dem ut" in page
    assert "1NAB mangler kontaktlærer" in page
    answer = client(monday, "rita").post(reverse("year:preview"), {"nokkel": KEY}, follow=True)
    assert answer.redirect_chain == [(reverse("year:wheel"), 302)]
    done = Unfolding.objects.get()
    assert f"Skoleåret er lagt ut: {done.created} nye oppgaver." in answer.content.decode()


def test_a_double_tap_lays_out_once(monday: World) -> None:
    adopted(monday, *PROMISES)
    rita = client(monday, "rita")
    answers = [rita.post(reverse("year:preview"), {"nokkel": KEY}) for _ in range(2)]
    assert {answer["Location"] for answer in answers} == {reverse("year:wheel")}
    assert Unfolding.objects.count() == 1


def test_laying_out_what_is_laid_out_says_so(laid: World) -> None:
    lay_out(laid, NOW)  # takes along the temp who left yesterday
    before = Unfolding.objects.count()
    answer = client(laid, "dag").post(reverse("year:preview"), {"nokkel": KEY}, follow=True)
    assert "Alt var lagt ut fra før." in answer.content.decode()
    assert Unfolding.objects.count() == before


def test_without_a_calendar_laying_out_is_refused_with_a_sentence(monday: World) -> None:
    School.objects.update(calendar=None)
    adopted(monday, "K1")
    assert "mangler skolerute" in read(monday, "rita", "year:preview")
    answer = client(monday, "rita").post(reverse("year:preview"), {"nokkel": KEY})
    assert answer.status_code == 422
    assert "mangler skolerute" in answer.content.decode()


@pytest.mark.parametrize("name", ["hanne", "kari", "ola", "carl"])
def test_nobody_else_lays_out_the_year(monday: World, name: str) -> None:
    adopted(monday, "K1")
    assert client(monday, name).post(reverse("year:preview"), {"nokkel": KEY}).status_code == 404
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("name", "says", "leads_to"),
    [
        ("rita", "Ingen plan er vedtatt ennå", "plan:read_in"),
        ("kari", "Når ledelsen har vedtatt handlingsplanen", ""),
        ("ola", "Når ledelsen har vedtatt handlingsplanen", ""),
    ],
)
def test_before_there_is_a_plan_the_page_says_what_comes(monday: World, name: str, says: str, leads_to: str) -> None:
    page = read(monday, name, "year:wheel")
    assert says in page
    assert not leads_to or reverse(leads_to) in page


@pytest.mark.parametrize(("name", "leads_to"), [("rita", "/aret/forhandsvis/"), ("kari", "/jonsberg/planen/")])
def test_before_the_year_is_laid_out_the_page_says_what_comes(monday: World, name: str, leads_to: str) -> None:
    adopted(monday, "K1")
    page = read(monday, name, "year:wheel")
    assert "Skoleåret er ikke lagt ut ennå" in page
    assert f'href="{leads_to}"' in page


def test_wheel_table_and_months_tell_the_same_promises(laid: World) -> None:
    page = read(laid, "kari", "year:wheel")
    wheel, rest = page.split("</svg>\n", maxsplit=1)
    months, table = rest.split('id="tabell"')
    for duty in Duty.objects.all():
        address = reverse("year:duty", args=[duty.public_id])
        assert wheel.count(f'href="{address}"') == 1
        assert f'href="{address}"' in months
        assert f'href="{address}"' in table


def test_each_mark_of_the_wheel_can_be_reached_and_says_what_it_is(laid: World) -> None:
    page = read(laid, "kari", "year:wheel")
    labels = re.findall(r'class="wheel-thing" href="[^"]+" aria-label="([^"]+)"', page)
    assert len(labels) == len(PROMISES)
    assert "K3 Løfte K3, hver skoleuke, 0 av 117 gjort" in labels


def test_numbers_in_the_picture_are_numbers_in_every_language(laid: World) -> None:
    with translation.override("nb"):
        page = read(laid, "kari", "year:wheel")
    picture = page[page.index('<svg class="wheel"') : page.index("</svg>\n")]
    assert re.findall(r'\b(?:r|x|y|cx|cy|x1|y1)="[^"]*,', picture) == []


def test_a_state_shows_by_shape_and_not_by_colour_alone(laid: World) -> None:
    page = read(laid, "rita", "year:wheel")
    late, waiting = (page[page.index(f"wheel-dot state-{state}") :] for state in ("late", "waiting"))
    assert late[: late.index("</g></g>")] != waiting[: waiting.index("</g></g>")]


def test_breaks_and_the_day_of_today_are_in_the_months(laid: World) -> None:
    page = read(laid, "kari", "year:wheel")
    assert "Høstferie 5.–9. oktober" in page
    assert "Juleferie 21. desember–1. januar" in page
    assert "Planleggingsdag 13.–14. august" in page
    september = page[page.index("September 2026") :]
    assert "nå</span>" in september[:120]


def test_what_returns_often_is_told_once_and_not_in_every_month(laid: World) -> None:
    page = year_page(laid.actor("kari"), laid.school)
    assert [thing.code for thing in page.steady] == ["K3"]
    lines = {month.name: [line.thing.code for line in month.lines] for month in page.months}
    assert lines["Oktober"] == ["D1", "F6", "K2"]
    assert not any("K3" in codes for codes in lines.values())


def test_a_promise_has_its_own_page_with_when_how_far_and_what_is_mine(laid: World) -> None:
    first = tasks(laid, "K3", school_class=laid.classes["1NAA"])[0]
    complete(first, happened_on=date(2026, 8, 20), by=laid.actor("kari"), at=NOW)
    duty = Duty.objects.get(title="Løfte K3")
    page = read(laid, "kari", "year:duty", duty.public_id)
    assert "17.–21. august" in page
    assert "1/3" in page
    assert "Dette har du å gjøre" in page
    mine = [task.public_id for task in tasks(laid, "K3", responsible=laid.kari, state="open")]
    assert [key for key in mine if reverse("tasks:task", args=[key]) in page] == mine[:3]
    assert reverse("overview:line", args=[duty.public_id]) not in page
    assert reverse("overview:line", args=[duty.public_id]) in read(laid, "hanne", "year:duty", duty.public_id)


def test_the_county_chooses_a_school_first(laid: World) -> None:
    page = read(laid, "carl", "year:wheel")
    assert reverse("year:school", args=["jonsberg"]) in page
    assert "ikke lagt ut" in page
    assert "lagt ut 10. aug" in page
    assert "Hva skjer når?" in read(laid, "carl", "year:school", "jonsberg")


def test_the_preview_of_a_draft_has_no_button(laid: World) -> None:
    written(laid, "K1", number=2, state=EditionState.DRAFT)
    page = read(laid, "rita", "year:preview_draft")
    assert "Blir avlyst" in page
    assert 'action="/aret/forhandsvis/"' not in page
    assert client(laid, "rita").post(reverse("year:preview_draft"), {"nokkel": KEY}).status_code == 405


@pytest.mark.parametrize("name", ["rita", "kari", "ola", "guro", "carl"])
def test_the_year_asks_as_often_for_many_students_as_for_few(laid: World, name: str) -> None:
    browser, counts = client(laid, name), set()
    address = reverse("year:school", args=["jonsberg"])
    for number in (0, 30):
        for n in range(number):
            laid.student(f"ny{n}", "1NAA")
        lay_out(laid, NOW)
        browser.get(address)
        with CaptureQueriesContext(connection) as asked:
            browser.get(address)
        counts.add(len(asked))
    assert len(counts) == 1
    assert max(counts) <= 8


def test_the_preview_asks_as_often_for_many_students_as_for_few(monday: World) -> None:
    adopted(monday, *PROMISES)
    browser, counts = client(monday, "rita"), set()
    for number in (0, 30):
        for n in range(number):
            monday.student(f"ny{n}", "1NAA")
        browser.get(reverse("year:preview"))
        with CaptureQueriesContext(connection) as asked:
            browser.get(reverse("year:preview"))
        counts.add(len(asked))
    assert len(counts) == 1
