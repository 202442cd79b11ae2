"""Where one is logged in: seen, and ended."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.cast import World
from tett.base.clock import now
from tett.entry.models import Visit
from tett.entry.tests.conftest import PASSWORD, Come, enter, login_of
from tett.people.models import Assignment
from tett.people.tests.saying import said

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604"
NEW = "en ny og lang setning"


@pytest.fixture
def two(school: World) -> tuple[Client, Client]:
    """Let Kari be in on a PC and on a phone."""
    desk, phone = Client(), Client(headers={"User-Agent": PHONE})
    for browser in (desk, phone):
        enter(browser)
    return desk, phone


def is_in(browser: Client) -> bool:
    """Tell whether somebody is in."""
    return browser.get("/min-dag/").status_code == 200


def test_one_sees_on_what_and_never_from_where(two: tuple[Client, Client]) -> None:
    page = two[0].get("/meg/innlogging/").content.decode()
    assert "Safari på iPhone" in page
    assert "127.0.0.1" not in page
    assert page.count("Logg ut der") == 1
    assert not any("address" in field.name or field.name == "ip" for field in Visit._meta.get_fields())


def test_one_log_in_is_ended_and_the_other_stays(school: World, two: tuple[Client, Client]) -> None:
    desk, phone = two
    visit = Visit.objects.get(system="iPhone")
    assert desk.post(f"/meg/innlogging/steder/{visit.public_id}/avslutt/").status_code == 302
    assert (is_in(desk), is_in(phone)) == (True, False)
    assert ("session.ended", school.kari.pk) in said(school.kari)


def test_all_others_are_ended_at_once(two: tuple[Client, Client]) -> None:
    desk, phone = two
    desk.post("/meg/innlogging/steder/avslutt/")
    assert (is_in(desk), is_in(phone)) == (True, False)
    assert Visit.objects.count() == 1


def test_nobody_ends_anothers(two: tuple[Client, Client], come: Come) -> None:
    visit = Visit.objects.get(system="iPhone")
    assert come("rita").post(f"/meg/innlogging/steder/{visit.public_id}/avslutt/").status_code == 404
    assert is_in(two[1])


def test_a_new_password_ends_all_others_and_keeps_this_one(school: World, two: tuple[Client, Client]) -> None:
    desk, phone = two
    form = {"old": PASSWORD, "new": NEW, "again": NEW}
    assert desk.post("/meg/innlogging/passord/", form | {"old": "feil"}).status_code == 422
    assert desk.post("/meg/innlogging/passord/", form | {"again": "noe annet enn det"}).status_code == 422
    assert desk.post("/meg/innlogging/passord/", form | {"new": "kort", "again": "kort"}).status_code == 422
    assert is_in(phone)
    assert desk.post("/meg/innlogging/passord/", form).status_code == 302
    assert (is_in(desk), is_in(phone)) == (True, False)
    assert "her, nå" in desk.get("/meg/innlogging/").content.decode()
    assert ("password.changed", school.kari.pk) in said(school.kari)
    assert enter(Client(), password=PASSWORD).status_code == 422
    assert enter(Client(), password=NEW).status_code == 302


def test_a_login_that_is_closed_is_out_everywhere_at_once_and_comes_back_when_opened(
    school: World, two: tuple[Client, Client], come: Come
) -> None:
    address = f"/skolen/innlogging/{school.kari.public_id}/steng/"
    assert come("sven").post(address).status_code == 404
    assert come("rita").post(address).status_code == 302
    assert not any(is_in(browser) for browser in two)
    assert not Visit.objects.filter(login=login_of("kari")).exists()
    assert enter(Client()).status_code == 422
    come("rita").post(address, {"open": "1"})
    assert enter(Client()).status_code == 302
    assert [what for what, _ in said(school.kari) if what.startswith("login.") and what != "login.used"] == [
        "login.closed", "login.opened",
    ]  # fmt: skip


def test_nobody_closes_their_own(school: World, come: Come) -> None:
    assert come("rita").post(f"/skolen/innlogging/{school.rita.public_id}/steng/").status_code == 404
    assert login_of("rita").is_active


def test_a_role_that_ends_ends_what_every_open_log_in_shows(school: World, two: tuple[Client, Client]) -> None:
    Assignment.objects.filter(person=school.kari).update(ends=now().date() - timedelta(days=1))
    assert [browser.get("/meg/innlogging/").status_code for browser in two] == [403, 403]


def test_log_ins_that_are_over_are_forgotten(school: World, two: tuple[Client, Client]) -> None:
    two[0].post("/logg-ut/")
    assert "Logg ut der" not in two[1].get("/meg/innlogging/").content.decode()
    enter(Client())
    assert Visit.objects.count() == 2


def test_the_list_asks_as_much_for_one_as_for_thirty(
    school: World, two: tuple[Client, Client], django_assert_max_num_queries: object
) -> None:
    for _ in range(28):
        enter(Client())
    with django_assert_max_num_queries(14):  # type: ignore[operator] # a fixture of pytest-django
        assert two[0].get("/meg/innlogging/").content.decode().count("Logg ut der") == 29
