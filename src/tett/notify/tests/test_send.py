"""Letters over a real SMTP line: sent once, kept while the server is away, and in doubt when a sender dies."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail as django_mail
from pytest_django.fixtures import Settings

from tett.notify.actions import forget_old, post, send_unsure
from tett.notify.actions.outcome import ended
from tett.notify.actions.send import _take
from tett.notify.models import Line, Mail
from tett.notify.queries import health, is_due
from tett.notify.rules import LEASE
from tett.notify.tests.letters import ANNA, BY, LETTER, NOW, post_some, send, states
from tett.notify.tests.server import PostOffice
from tett.notify.words import State

pytestmark = pytest.mark.django_db


def test_a_letter_comes_as_it_was_written_with_all_its_norwegian_letters(office: PostOffice) -> None:
    post_some()
    send()
    (got,) = office.got
    text, html = (got.get_body([kind]) for kind in ("plain", "html"))
    assert text is not None
    assert html is not None
    assert got["Subject"] == "Du har noe å gjøre i Tett"
    for body in (text.get_content(), html.get_content()):
        assert "Hilsen Ærlig Øye på Ås." in body
        assert "http://localhost:8000/min-dag/" in body
        assert "logge inn" not in body
    assert states() == [State.SENT]


def test_a_letter_says_that_a_machine_sent_it(office: PostOffice) -> None:
    post_some()
    send()
    (got,) = office.got
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["Message-ID"] == f"<{Mail.objects.get().message_id}@localhost>"
    assert (got["To"], got["List-Unsubscribe"]) == (ANNA, None)


def test_somebody_of_the_house_is_told_to_log_in_and_where_one_chooses(
    office: PostOffice, known: dict[int, str]
) -> None:
    known[7] = ANNA
    post_some(replace(LETTER, to="", person_id=7))
    send()
    (got,) = office.got
    assert got["List-Unsubscribe"] == "<http://localhost:8000/meg/varsler/>"
    for kind in ("plain", "html"):
        body = got.get_body([kind])
        assert body is not None
        assert "Du må logge inn for å se mer." in body.get_content()
        assert "http://localhost:8000/meg/varsler/" in body.get_content()


def test_a_letter_is_written_in_its_language(office: PostOffice) -> None:
    post_some(replace(LETTER, language="en", lines=("See <b>it</b>.",)))
    send()
    html = office.got[0].get_body(["html"])
    assert html is not None
    assert '<html lang="en">' in html.get_content()
    assert "See &lt;b&gt;it&lt;/b&gt;." in html.get_content()


def test_what_is_sent_is_forgotten_but_for_its_id(office: PostOffice) -> None:
    post_some()
    send()
    row = Mail.objects.get()
    assert (row.to, row.subject, row.lines, row.address) == ("", "", [], "")
    assert row.ended_at == NOW


def test_a_letter_is_sent_once_however_often_it_is_asked_for(office: PostOffice) -> None:
    for _ in range(3):
        post_some()
        while send():
            pass
    assert len(office.got) == 1


def test_many_letters_go_over_one_line(office: PostOffice) -> None:
    post_some(*[replace(LETTER, key=f"letter:{n}") for n in range(45)])
    assert [send(), send(), send(), send()] == [20, 20, 5, 0]
    assert len({letter["Message-ID"] for letter in office.got}) == 45


def test_a_person_is_reached_as_the_letter_is_sent(office: PostOffice, known: dict[int, str]) -> None:
    post_some(replace(LETTER, to="", person_id=7))
    known[7] = "sju@example.invalid"
    send()
    assert office.got[0]["To"] == "sju@example.invalid"


def test_while_the_server_is_away_nothing_is_lost_and_it_shows(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "tett.notify.actions.smtp.Backend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    post_some(*[replace(LETTER, key=f"letter:{n}") for n in range(3)])
    assert send() == 0
    found = health(BY, NOW + timedelta(hours=2))
    assert (found.waiting, found.oldest, found.failed, found.unsure) == (3, NOW, 0, 0)
    assert (found.failing_since, found.trouble) == (NOW, "ConnectionRefusedError")
    assert Mail.objects.filter(attempts=0).count() == 3


def test_a_server_that_is_away_is_asked_more_and_more_seldom(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "tett.notify.actions.smtp.Backend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    post_some()
    asked = []
    for minute in range(60):
        at = NOW + timedelta(minutes=minute)
        if is_due(BY, at):
            asked.append(minute)
            send(at)
    assert asked == [0, 1, 6, 21, 36, 51]


def test_when_the_server_is_back_everything_goes(office: PostOffice, settings: Settings) -> None:
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    post_some(*[replace(LETTER, key=f"letter:{n}") for n in range(3)])
    send()
    settings.EMAIL_PORT = there
    assert send(NOW + timedelta(minutes=1)) == 3
    assert len(office.got) == 3
    assert health(BY, NOW).failing_since is None


def test_a_clock_that_ran_ahead_keeps_no_letter_waiting(office: PostOffice, settings: Settings) -> None:
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    post_some()
    send(NOW + timedelta(days=3))
    settings.EMAIL_PORT = there
    send(NOW)
    assert len(office.got) == 1


def test_a_letter_held_by_a_clock_that_ran_ahead_is_taken_up_again(office: PostOffice) -> None:
    post_some()
    _take("dead", BY, NOW + timedelta(days=3))
    send(NOW)
    assert len(office.got) == 1


def test_two_senders_never_hold_the_same_letter() -> None:
    post_some(*[replace(LETTER, key=f"letter:{n}") for n in range(30)])
    first, second = _take("first", BY, NOW), _take("second", BY, NOW)
    assert (len(first), len(second)) == (20, 10)
    assert not {row.pk for row in first} & {row.pk for row in second}


def test_who_died_before_the_letter_left_is_followed_by_another(office: PostOffice) -> None:
    post_some()
    _take("dead", BY, NOW)
    assert send(NOW + LEASE) == 0
    assert send(NOW + LEASE + timedelta(seconds=1)) == 1
    assert len(office.got) == 1


def test_who_died_as_the_letter_left_leaves_a_doubt_that_shows_and_is_not_sent_again(office: PostOffice) -> None:
    post_some()
    _take("dead", BY, NOW)
    Mail.objects.update(state=State.LEAVING)
    later = NOW + LEASE + timedelta(seconds=1)
    assert send(later) == 0
    assert (states(), office.got) == ([State.UNSURE], [])
    assert health(BY, later).unsure == 1


def test_a_doubt_is_sent_again_only_when_somebody_says_so_and_with_the_same_id(office: PostOffice) -> None:
    post_some()
    _take("dead", BY, NOW)
    Mail.objects.update(state=State.UNSURE, ended_at=NOW)
    known_as = Mail.objects.get().message_id
    assert send_unsure(by=BY, at=NOW) == 1
    send()
    assert office.got[0]["Message-ID"] == f"<{known_as}@localhost>"


def test_a_slow_sender_that_was_thought_dead_sends_nothing_twice(office: PostOffice) -> None:
    post_some()
    (slow,) = _take("slow", BY, NOW)
    later = NOW + LEASE + timedelta(seconds=1)
    assert send(later) == 1
    ended(slow, State.SENT, later)
    assert Mail.objects.get().holder != "slow"
    assert len(office.got) == 1


def test_a_line_that_breaks_while_the_server_thinks_leaves_a_doubt(office: PostOffice, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 1
    office.may_answer.clear()
    post_some(LETTER, replace(LETTER, key="letter:2"))
    send()
    assert states() == [State.UNSURE, State.WAITING]
    assert Line.objects.get().trouble in {"TimeoutError", "SMTPServerDisconnected"}


def test_the_oldest_go_first(office: PostOffice) -> None:
    post(replace(LETTER, key="new", subject="Ny"), by=BY, at=NOW)
    post(replace(LETTER, key="old", subject="Gammel"), by=BY, at=NOW - timedelta(hours=1))
    send()
    assert [letter["Subject"] for letter in office.got] == ["Gammel", "Ny"]


def test_without_a_server_letters_lie_in_a_folder(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    post_some()
    assert send() == 1
    assert [letter.subject for letter in django_mail.outbox] == ["Du har noe å gjøre i Tett"]
    assert states() == [State.SENT]
    assert not health(BY, NOW).by_server


def test_what_is_old_is_thrown_away_and_what_waits_is_not() -> None:
    post_some(*[replace(LETTER, key=f"letter:{n}") for n in range(3)])
    waiting, sent, unsure = Mail.objects.order_by("pk")
    Mail.objects.filter(pk=sent.pk).update(state=State.SENT, ended_at=NOW)
    Mail.objects.filter(pk=unsure.pk).update(state=State.UNSURE, ended_at=NOW)
    forget_old(by=BY, at=NOW + timedelta(days=15))
    assert Mail.objects.get(pk=unsure.pk).address == ""
    forget_old(by=BY, at=NOW + timedelta(days=91))
    assert list(Mail.objects.all()) == [waiting]
