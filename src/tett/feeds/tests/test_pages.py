"""Turning calendars on and off: the address is shown once, and only its owner can do anything with it."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import NOW, World
from tett.access.rules import Actor
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.feeds.actions import renew, revoke
from tett.feeds.models import Feed
from tett.feeds.queries import my_feeds
from tett.feeds.tests.conftest import TurnOn, ask
from tett.people.models import Login

MINE = "/meg/kalender/"


@pytest.fixture
def kari(school: World, client: Client) -> Client:
    """Let Kari look."""
    client.force_login(Login.objects.get(username="kari"))
    return client


def test_what_is_offered_is_what_one_is(school: World) -> None:
    offered = {who: [o.name.partition("-")[0] for o in my_feeds(school.actor(who))] for who in school.people}
    assert offered["kari"] == ["mine", "role", "class"]
    assert offered["ola"] == offered["guro"] == ["mine", "class"]
    assert offered["carl"] == offered["adam"] == ["mine"]
    assert offered["vera"] == []
    assert [o.title for o in my_feeds(school.actor("kari"))][1:] == [
        "Kontaktlærer, Jonsberg",
        "Klassens kalender: 1NAA",
    ]


def test_a_stranger_is_offered_nothing(nobody: Actor) -> None:
    assert my_feeds(nobody) == ()


def test_the_address_is_shown_once(kari: Client) -> None:
    answer = kari.post(f"{MINE}pa/", {"kalender": "mine"}, follow=True)
    address = answer.context["just"]["address"]
    assert address in answer.content.decode()
    assert answer.context["just"]["webcal"].startswith("webcal://")
    assert address not in kari.get(MINE).content.decode()
    assert ask(address.partition("testserver")[2]).status_code == 200


def test_pressed_twice_there_is_one_calendar(kari: Client) -> None:
    for _time in range(2):
        kari.post(f"{MINE}pa/", {"kalender": "mine", "nokkel": "x" * 20})
    assert Feed.objects.count() == 1
    assert Event.objects.filter(what="feed.subscribed").count() == 1


def test_turned_off_and_on_again_it_has_another_address(kari: Client) -> None:
    kari.post(f"{MINE}pa/", {"kalender": "mine"})
    feed = Feed.objects.get()
    kari.post(reverse("feeds:turn_off", args=[feed.public_id]))
    assert "Slått av" in kari.get(MINE).content.decode()
    kari.post(f"{MINE}pa/", {"kalender": "mine"})
    again = Feed.objects.get()
    assert again.pk == feed.pk
    assert again.secret not in {None, feed.secret}
    kari.post(reverse("feeds:give_another", args=[feed.public_id]))
    assert Feed.objects.get().secret != again.secret
    names = Event.objects.filter(what__startswith="feed.").order_by("serial").values_list("what", flat=True)
    assert list(names) == ["feed.subscribed", "feed.revoked", "feed.subscribed", "feed.renewed"]


def test_what_is_not_on_offer_is_refused_with_a_sentence(kari: Client) -> None:
    answer = kari.post(f"{MINE}pa/", {"kalender": f"role-{Role.PRINCIPAL}-1"})
    assert answer.status_code == 422
    assert not Feed.objects.exists()


def test_anothers_calendar_is_not_there(kari: Client, school: World, turn_on: TurnOn) -> None:
    feed, _address = turn_on("sven")
    for name in ("feeds:turn_off", "feeds:give_another"):
        assert kari.post(reverse(name, args=[feed.public_id])).status_code == 404
    for act in (renew, revoke):
        with pytest.raises(Refusal):
            act(feed, by=school.actor("kari"), at=NOW)


def test_a_calendar_that_is_off_is_neither_renewed_nor_turned_off(school: World, turn_on: TurnOn) -> None:
    feed, _address = turn_on("kari")
    revoke(feed, by=school.actor("kari"), at=NOW)
    for act in (renew, revoke):
        with pytest.raises(Refusal, match="slått av allerede"):
            act(feed, by=school.actor("kari"), at=NOW)
