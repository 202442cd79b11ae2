"""The pages of notices and choices: one's own only, as one chose, and as cheap for many as for few."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.cast import World
from tett.base.clock import now
from tett.notify.actions import close_address, tell
from tett.notify.models import Notice
from tett.notify.queries import is_closed
from tett.people.models import Contact, Login, School
from tett.people.queries import stranger
from tett.reminders.models import Choice

As = Callable[[str], Client]
CHOOSE, NOTICES, DAYS = "/meg/varsler/", "/varsler/", "/skolen/purring/"
CHOICE = {"rhythm": "daily", "hour": "15", "free_days": "on"}


@pytest.fixture
def as_(today: World) -> As:
    """Give a browser in which somebody has logged in."""

    def enter(name: str) -> Client:
        client = Client()
        client.force_login(Login.objects.get(username=name))
        return client

    return enter


def _tell(world: World, name: str, number: int = 1, why: str = "Du har fått en oppgave.") -> None:
    at = now()
    for n in range(number):
        tell([world.people[name].pk], "x", why, "/oppgaver/", key=f"x:{n}", by=stranger(at), at=at)


def test_one_sees_ones_own_notices_and_nobody_elses(today: World, as_: As) -> None:
    _tell(today, "kari")
    _tell(today, "sven", why="Noe annet.")
    page = as_("kari").get(NOTICES)
    assert "Du har fått en oppgave." in page.text
    assert "Noe annet." not in page.text


def test_who_has_no_notices_is_told_what_comes_here_and_led_on(as_: As) -> None:
    page = as_("kari").get(NOTICES).text
    assert "Ingen varsler ennå" in page
    assert 'href="/min-dag/"' in page


def test_a_notice_leads_where_it_is_about_and_is_read_then(today: World, as_: As) -> None:
    _tell(today, "kari")
    notice = Notice.objects.get()
    answer = as_("kari").post(f"/varsler/{notice.public_id}/")
    assert (answer.status_code, answer["Location"]) == (302, "/oppgaver/")
    notice.refresh_from_db()
    assert notice.read_at is not None


@pytest.mark.parametrize("who", ["sven", "rita", "adam"])
def test_anothers_notice_is_not_there(today: World, as_: As, who: str) -> None:
    _tell(today, "kari")
    notice = Notice.objects.get()
    assert as_(who).post(f"/varsler/{notice.public_id}/").status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_looking_at_the_list_reads_nothing(today: World, as_: As) -> None:
    _tell(today, "kari")
    as_("kari").get(NOTICES)
    assert Notice.objects.get().read_at is None


def test_all_can_be_read_at_once_and_only_ones_own(today: World, as_: As) -> None:
    _tell(today, "kari", 3)
    _tell(today, "sven")
    assert "Alt er merket som lest." in as_("kari").post("/varsler/lest/", follow=True).text
    assert list(Notice.objects.filter(read_at=None).values_list("person_id", flat=True)) == [today.sven.pk]


def test_the_bell_says_whether_not_how_many(today: World, as_: As) -> None:
    client = as_("kari")
    assert "bell-new" not in client.get("/min-dag/").text
    _tell(today, "kari", 7)
    bell = re.search(r'<a class="ds-button bell".*?</a>', client.get("/min-dag/").text, re.DOTALL)
    assert bell is not None
    assert "bell-new" in bell[0]
    assert "7" not in re.sub(r"<svg.*?</svg>", "", bell[0])
    client.post("/varsler/lest/")
    assert "bell-new" not in client.get("/min-dag/").text


def test_the_list_turns_its_pages(today: World, as_: As) -> None:
    _tell(today, "kari", 31)
    first, second = (as_("kari").get(NOTICES, {"side": page}).text for page in ("", "2"))
    assert (first.count("notice-row"), second.count("notice-row")) == (30, 1)
    assert "side=2" in first
    assert as_("kari").get(NOTICES, {"side": "-1"}).status_code == 200


@pytest.mark.parametrize("number", [1, 30])
def test_many_notices_cost_as_much_as_one(
    today: World, as_: As, number: int, django_assert_max_num_queries: Any
) -> None:
    _tell(today, "kari", number)
    client = as_("kari")
    with django_assert_max_num_queries(6):
        client.get(NOTICES)


def test_one_chooses_when_and_how_often_and_it_stays_so(today: World, as_: As) -> None:
    client = as_("kari")
    page = client.post(CHOOSE, CHOICE, follow=True).text
    assert "Lagret. Slik blir det fra nå av." in page
    row = Choice.objects.get(person=today.kari)
    assert (row.rhythm, row.hour, row.free_days, row.moved, row.team) == ("daily", 15, True, False, True)
    assert re.search(r'value="15"\s+selected', page)
    client.post(CHOOSE, {**CHOICE, "rhythm": "never"})
    assert Choice.objects.get(person=today.kari).rhythm == "never"


@pytest.mark.parametrize("wrong", [{"hour": "3"}, {"hour": "x"}, {"rhythm": "hourly"}, {"rhythm": ""}])
def test_what_cannot_be_chosen_is_not_kept(as_: As, wrong: dict[str, str]) -> None:
    assert as_("kari").post(CHOOSE, {**CHOICE, **wrong}).status_code == 422
    assert not Choice.objects.exists()


def test_only_leaders_are_asked_about_those_they_lead(today: World, as_: As) -> None:
    assert 'name="team"' in as_("hanne").get(CHOOSE).text
    assert 'name="team"' not in as_("kari").get(CHOOSE).text
    as_("hanne").post(CHOOSE, CHOICE)
    assert not Choice.objects.get(person=today.hanne).team


def test_the_page_says_what_always_comes_and_why(as_: As) -> None:
    for_teacher, for_leader = (as_(name).get(CHOOSE).text for name in ("kari", "hanne"))
    assert "Dette får du alltid, her i Tett" in for_teacher
    assert "hos dem du leder" not in for_teacher
    assert "Da må noen ta tak i det, og det er du." in for_leader


def test_who_has_no_address_is_told(as_: As) -> None:
    assert "Skolen har ingen e-postadresse til deg" in as_("kari").get(CHOOSE).text


def test_who_cannot_be_reached_is_told_and_may_have_it_tried_again(today: World, as_: As) -> None:
    Contact.objects.create(person=today.kari, email="kari@example.invalid")
    by = stranger(now())
    close_address("kari@example.invalid", by=by, at=by.now)
    client = as_("kari")
    assert "Vi når deg ikke på e-post" in client.get(CHOOSE).text
    assert "Vi når deg ikke" not in client.post("/meg/varsler/adresse/", follow=True).text
    assert not is_closed(by, "kari@example.invalid")


def test_a_protected_person_whose_address_is_anothers_too_is_told(today: World, as_: As) -> None:
    for name in ("kari", "sven"):
        Contact.objects.create(person=today.people[name], email="felles@example.invalid")
    today.kari.protected_address = True
    today.kari.save()
    assert "også en annens" in as_("kari").get(CHOOSE).text
    assert "også en annens" not in as_("sven").get(CHOOSE).text


def test_the_principal_chooses_the_schools_own_number_of_days(today: World, as_: As) -> None:
    client = as_("rita")
    assert "Nå: etter 5 skoledager over fristen." in client.get(DAYS).text
    assert "Nå: etter 3 skoledager over fristen." in client.post(DAYS, {"days": "3"}, follow=True).text
    assert School.objects.get(pk=today.school.pk).routine == {"climb_days": 3}
    for wrong in ("0", "41", "tre", ""):
        assert client.post(DAYS, {"days": wrong}).status_code == 422


@pytest.mark.parametrize("who", ["hanne", "kari", "ola", "guro", "carl", "adam"])
def test_the_number_of_days_is_not_there_for_others(as_: As, who: str) -> None:
    assert as_(who).get(DAYS).status_code == 404
    assert as_(who).post(DAYS, {"days": "3"}).status_code == 404
    assert 'href="/skolen/purring/"' not in as_(who).get(CHOOSE).text


def test_the_sentences_are_read_in_the_readers_language_even_when_kept_in_ours(today: World, as_: As) -> None:
    _tell(today, "kari", why="")
    assert as_("kari").get(NOTICES).status_code == 200
