"""Invitations: who may send them, what they open, once, and who has come."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cast import World
from tett.access.rules import Actor
from tett.audit.models import Event
from tett.base.clock import now, real_now
from tett.entry import words
from tett.entry.actions.invitations import invite_by_mail, invite_on_paper
from tett.entry.actions.tickets import accept
from tett.entry.models import Ticket
from tett.entry.queries.invitations import invite_group, invite_groups
from tett.entry.queries.tickets import code_for
from tett.entry.rules.codes import TYPED, grouped
from tett.entry.tests.authenticator import Authenticator
from tett.entry.tests.conftest import PASSWORD, Come, enter, login_of, with_app
from tett.entry.words import Purpose
from tett.notify.models import Mail, Notice
from tett.people.models import Login, Person
from tett.people.queries import actor_for
from tett.people.tests.saying import refused, said

NEW = {"new": PASSWORD, "again": PASSWORD}


def actor(name: str) -> Actor:
    """Give somebody as of today."""
    return actor_for(login_of(name), now())


def invited(world: World, name: str, by: str = "rita", purpose: Purpose = Purpose.PAPER) -> str:
    """Invite somebody, and give the code."""
    make = invite_by_mail if purpose == Purpose.MAIL else invite_on_paper
    ticket = make([world.people[name]], by=actor(by), at=real_now())[0]
    return code_for(None, ticket.public_id, ticket.purpose)


def groups(name: str) -> dict[str, int]:
    """Give the groups that somebody may invite, with how many are in them."""
    return {f"{x.group.kind} {x.group.name}": x.people for x in invite_groups(actor(name), real_now())}


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("kari", {"class 1NAA": 5, "guardians 1NAA": 2}),
        ("kurt", {"class 1TIA": 2}),
        ("sven", {}), ("hanne", {}), ("sofie", {}), ("ola", {}), ("guro", {}), ("vera", {}), ("elin", {}),
        ("adam", {"staff Jonsberg": 12}),
        ("carl", {"owner Prøve fylke": 5}),
        ("otto", {"class 1OA": 1}),
    ],
)  # fmt: skip
def test_everybody_lets_in_those_they_have_to_do_with(crowd: World, who: str, expected: dict[str, int]) -> None:
    assert groups(who) == expected


def test_a_principal_lets_in_the_whole_school_and_no_other(crowd: World) -> None:
    found = groups("rita")
    assert set(found) == {"staff Jonsberg", "class 1NAA", "class 1TIA", "guardians 1NAA"}
    # Anne's and Grete's whereabouts are nobody's to know: they aren't even listed.
    page = invite_group(actor("rita"), f"foresatte-{crowd.classes['1NAA'].public_id}", real_now())
    assert page is not None
    assert {line.person.given_name for line in page.lines} == {"Guro", "Lars"}


def test_a_group_asks_as_much_for_two_as_for_all(crowd: World) -> None:
    counts = set()
    for name in ("kurt", "kari"):
        with CaptureQueriesContext(connection) as asked:
            assert invite_groups(actor(name), real_now())
        counts.add(len(asked))
    assert len(counts) == 1


def test_whoever_may_not_invite_gets_a_refusal_and_nothing_is_made(crowd: World) -> None:
    for who, whom in (("kari", "tiril"), ("adam", "ola"), ("sven", "ola"), ("petra", "ola"), ("kari", "rita")):
        refused(words.NOT_YOURS, lambda who=who, whom=whom: invited(crowd, whom, who))  # type: ignore[misc] # bound now
    assert not Ticket.objects.exists()


def test_an_email_says_why_and_where_and_nothing_of_whom(crowd: World) -> None:
    Login.objects.filter(person=crowd.ola).delete()
    code = invited(crowd, "ola", "kari", Purpose.MAIL)
    letter = Mail.objects.get(to="ola@reach.invalid")
    assert letter.address == f"/velkommen/?kode={code}"
    assert "Ola" not in letter.subject + str(letter.lines)
    assert code not in str(list(Ticket.objects.values())) + str(list(Event.objects.values()))
    assert ("ticket.made", crowd.kari.pk) in said(Ticket.objects.get())


def test_whoever_is_invited_chooses_a_password_and_is_in(crowd: World) -> None:
    Login.objects.filter(person=crowd.ola).delete()
    browser = Client()
    assert browser.get(f"/velkommen/?kode={invited(crowd, 'ola', 'kari')}")["Location"] == "/velkommen/"
    assert "Velkommen, Ola" in browser.get("/velkommen/").content.decode()
    assert browser.post("/velkommen/", {"new": "kort", "again": "kort"}).status_code == 422
    assert browser.post("/velkommen/", NEW)["Location"] == "/min-dag/"
    assert "Brukernavnet ditt er ola.prove" in browser.get("/min-dag/").content.decode()
    login = Login.objects.get(person=crowd.ola)
    assert login.username == "ola.prove"
    assert enter(Client(), "ola.prove").status_code == 302
    assert [what for what, _ in said(crowd.ola)] == ["login.created", "login.used", "login.used"]


@pytest.mark.parametrize("way", ["{code}", "{lower}", "{grouped}", " {spaced} "])
def test_a_code_from_paper_is_typed_as_one_reads_it(crowd: World, way: str) -> None:
    code = invited(crowd, "ola", "kari")
    shown = grouped(code)
    typed = way.format(code=code, lower=code.lower(), grouped=shown, spaced=shown.replace("-", " ").lower())
    assert len(code) == TYPED
    browser = Client()
    assert browser.post("/velkommen/", {"code": typed})["Location"] == "/velkommen/"
    assert browser.post("/velkommen/", NEW)["Location"] == "/min-dag/"


def test_a_code_opens_once(crowd: World) -> None:
    code = invited(crowd, "ola", "kari")
    first, second, late = Client(), Client(), Client()
    for browser in (first, second):
        browser.get(f"/velkommen/?kode={code}")
    assert first.post("/velkommen/", NEW).status_code == 302
    assert second.post("/velkommen/", NEW).status_code == 200
    assert second.get("/min-dag/").status_code == 302
    assert late.get(f"/velkommen/?kode={code}").status_code == 422


@pytest.mark.parametrize("end", ["late", "renewed", "another"])
def test_a_code_that_is_over_opens_nothing(crowd: World, end: str) -> None:
    code = invited(crowd, "ola", "kari")
    if end == "late":
        Ticket.objects.update(expires_at=real_now() - timedelta(seconds=1))
    if end == "renewed":
        invited(crowd, "ola", "kari")
    if end == "another":
        # Who has come in by one way leaves no other open behind.
        mail = Ticket.objects.get(pk=invite_by_mail([crowd.ola], by=actor("kari"), at=real_now())[0].pk)
        accept(mail, PASSWORD, by=actor("ola"), at=real_now())
    answer = Client().get(f"/velkommen/?kode={code}")
    assert answer.status_code == 422
    assert str(words.TICKET_UNKNOWN) in answer.content.decode()


def test_guesses_are_counted_by_session_and_never_close_the_door_for_a_school(crowd: World) -> None:
    code, guesser = invited(crowd, "ola", "kari"), Client()
    answers: list[Any] = [guesser.post("/velkommen/", {"code": "AAAA-AAAA-AAAA"}) for _ in range(9)]
    assert str(words.TICKET_UNKNOWN) in answers[0].content.decode()
    assert str(words.TOO_MANY_TRIES) in answers[-1].content.decode()
    assert Client().post("/velkommen/", {"code": code}).status_code == 302


def test_a_passkey_instead_of_a_password(crowd: World) -> None:
    Login.objects.filter(person=crowd.ola).delete()
    browser, key = Client(), Authenticator()
    browser.get(f"/velkommen/?kode={invited(crowd, 'ola', 'kari')}")
    asked = browser.post("/velkommen/passnokkel/").json()["publicKey"]
    sent = {"name": "mobilen", "answer": key.make(asked)}
    assert browser.post("/velkommen/passnokkel/ny/", sent)["Location"] == "/min-dag/"
    assert browser.get("/min-dag/").status_code == 200
    login = Login.objects.get(person=crowd.ola)
    assert (login.has_usable_password(), login.passkeys.get().name) == (False, "mobilen")
    assert browser.post("/velkommen/passnokkel/ny/", sent).status_code == 422


def test_a_way_in_never_goes_around_the_second_step(crowd: World) -> None:
    with_app("rita")
    ticket = invite_on_paper([crowd.rita], by=actor("dag"), at=real_now())[0]
    browser = Client()
    browser.get(f"/velkommen/?kode={code_for(None, ticket.public_id, ticket.purpose)}")
    asked = browser.post("/velkommen/passnokkel/").json()["publicKey"]
    assert (
        browser.post("/velkommen/passnokkel/ny/", {"name": "x", "answer": Authenticator().make(asked)}).status_code
        == 422
    )
    assert browser.post("/velkommen/", NEW)["Location"] == "/logg-inn/andre-trinn/"
    assert browser.get("/min-dag/").status_code == 302


def test_a_closed_login_is_not_opened_by_a_code(crowd: World) -> None:
    code = invited(crowd, "ola", "kari")
    Login.objects.filter(person=crowd.ola).update(is_active=False)
    browser = Client()
    browser.get(f"/velkommen/?kode={code}")
    assert str(words.TICKET_CLOSED) in browser.post("/velkommen/", NEW).content.decode()


def test_an_invitation_gives_no_role(crowd: World) -> None:
    nils = Person.objects.get(given_name="Nils")
    browser = Client()
    crowd.student("ny", "1NAA")
    code = invited(crowd, "ny", "kari")
    browser.get(f"/velkommen/?kode={code}")
    crowd.ny.enrolments.update(ends=now().date() - timedelta(days=1))
    browser.post("/velkommen/", NEW)
    assert browser.get("/min-dag/").status_code == 403
    assert not actor_for(Login(person=nils), now()).known


def test_a_whole_class_by_email_then_the_rest_on_paper(crowd: World, come: Come) -> None:
    key = f"elever-{crowd.classes['1NAA'].public_id}"
    crowd.ola.contact.email = ""
    crowd.ola.contact.save()
    browser = come("kari")
    browser.post(f"/skolen/invitasjoner/{key}/inviter/", {"way": "mail"})
    assert Ticket.objects.filter(purpose=Purpose.MAIL).count() == Mail.objects.count() == 4
    assert browser.post(f"/skolen/invitasjoner/{key}/inviter/", {"way": "paper"})["Location"].endswith("/lapper/")
    page = browser.get(f"/skolen/invitasjoner/{key}/lapper/").content.decode()
    code = code_for(None, Ticket.objects.get(purpose=Purpose.PAPER).public_id, Purpose.PAPER)
    assert grouped(code) in page
    assert len(re.findall("slip-code", page)) == 1
    # Printed once more it is the same slip; invited once more there is nobody left.
    assert grouped(code) in browser.get(f"/skolen/invitasjoner/{key}/lapper/").content.decode()
    again = browser.post(f"/skolen/invitasjoner/{key}/inviter/", {"way": "mail"})
    assert str(words.NOBODY_LEFT) in again.content.decode()
    shown = browser.get(f"/skolen/invitasjoner/{key}/").content.decode()
    assert shown.count(">invitert<") == 5


def test_slips_are_for_those_who_may_invite(crowd: World, come: Come) -> None:
    key = f"elever-{crowd.classes['1NAA'].public_id}"
    invited(crowd, "ola", "kari")
    for name in ("sven", "kurt", "hanne", "adam", "ola", "petra"):
        assert come(name).get(f"/skolen/invitasjoner/{key}/lapper/").status_code == 404
        assert come(name).get(f"/skolen/innlogging/{crowd.ola.public_id}/lapp/").status_code == 404
    assert come("rita").get(f"/skolen/invitasjoner/{key}/lapper/").status_code == 200


def test_whoever_has_come_in_is_not_invited_but_can_get_a_new_way_in_and_hears_of_it(crowd: World, come: Come) -> None:
    Login.objects.filter(person=crowd.ola).update(last_login=now())
    refused(words.HAS_COME_IN, lambda: invited(crowd, "ola", "kari"))
    browser = come("kari")
    assert browser.post(f"/skolen/innlogging/{crowd.ola.public_id}/ny-vei/")["Location"].endswith("/lapp/")
    assert Notice.objects.get(person_id=crowd.ola.pk).why == str(words.NEW_WAY_IN)
    ticket = Ticket.objects.get()
    inside, other = come("ola"), Client()
    other.get(f"/velkommen/?kode={code_for(None, ticket.public_id, ticket.purpose)}")
    assert "Hei igjen, Ola" in other.get("/velkommen/").content.decode()
    assert other.post("/velkommen/", NEW).status_code == 302
    assert inside.get("/min-dag/").status_code == 302
    for name in ("sven", "adam", "kurt"):
        assert come(name).post(f"/skolen/innlogging/{crowd.ola.public_id}/ny-vei/").status_code == 404


def test_a_slip_that_was_never_needed_opens_nothing_once_its_owner_is_in(crowd: World) -> None:
    code = invited(crowd, "ola", "kari")
    ola = login_of("ola")
    ola.set_password(PASSWORD)
    ola.save()
    assert enter(Client(), "ola").status_code == 302
    assert Client().get(f"/velkommen/?kode={code}").status_code == 422
