"""Looking at a year that is over: as it was laid out, by those who see how it goes."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from pytest_django.fixtures import Settings

from tests.cast import NOW, World
from tett.base.clock import real_now
from tett.tasks.actions import complete
from tett.year.queries import duty_page, year_page
from tett.year.tests.plans import adopted, lay_out, tasks
from tett.year.tests.test_views import client, read

#: A Monday in the year after.
LATER = datetime(2027, 9, 13, 6, 0, tzinfo=UTC)


@pytest.fixture
def later(monday: World, settings: Settings) -> World:
    """Let a year pass in which one thing was done, and another plan come in force."""
    adopted(monday, "K1", "D1")
    lay_out(monday)
    done = tasks(monday, "K1", school_class=monday.classes["1NAA"])[0]
    complete(done, happened_on=done.due, by=monday.actor("kari", LATER), at=LATER)
    adopted(monday, "F6", number=2)
    settings.CLOCK_SHIFT = LATER - real_now()
    return monday


def test_last_year_is_shown_by_the_plan_it_was_laid_out_by(later: World) -> None:
    page = year_page(later.actor("rita", LATER), later.school, 2026)
    assert (page.name, page.sight.edition, page.sight.earlier) == ("2026/27", 1, True)
    assert {thing.code for thing in page.sight.things} == {"K1", "D1"}
    assert sum(thing.tally.done for thing in page.sight.things) == 1


def test_the_years_there_are_stand_on_the_page_with_their_addresses(later: World) -> None:
    page = read(later, "rita", "year:wheel")
    assert "2027/28" in page
    assert "?ar=2026" in page
    last = client(later, "rita").get(reverse("year:wheel"), {"ar": "2026"}).content.decode()
    assert "Løfte K1" in last
    assert "Løfte F6" not in last


def test_a_promise_of_last_year_shows_last_year(later: World) -> None:
    duty = tasks(later, "K1")[0].duty
    page = duty_page(later.actor("rita", LATER), duty.public_id, 2026)
    assert page is not None
    assert page.thing.tally.done == 1
    assert duty_page(later.actor("rita", LATER), duty.public_id) is None
    address = reverse("year:duty", args=[duty.public_id])
    assert client(later, "rita").get(address, {"ar": "2026"}).status_code == 200
    assert client(later, "rita").get(address).status_code == 404


@pytest.mark.parametrize("asked", ["2019", "2030", "x", "20267", "٢٠٢٦", "2026 "])
def test_a_year_that_is_not_there_is_not_found(later: World, asked: str) -> None:
    assert client(later, "rita").get(reverse("year:wheel"), {"ar": asked}).status_code == 404


@pytest.mark.parametrize("name", ["ola", "guro"])
def test_those_who_learn_there_see_this_year(later: World, name: str) -> None:
    assert "?ar=2026" not in read(later, name, "year:wheel")
    assert client(later, name).get(reverse("year:wheel"), {"ar": "2026"}).status_code == 404


def test_in_its_first_year_a_school_has_no_other(monday: World) -> None:
    adopted(monday, "K1")
    lay_out(monday, NOW)
    assert "?ar=" not in read(monday, "rita", "year:wheel")
