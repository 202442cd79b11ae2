"""Letters over a real SMTP line: sent once, put off, refused, lost on the way, and what is known of each."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail as django_mail
from pytest_django.fixtures import Settings

from tett.access.rules import Actor
from tett.notify.actions import close_address, forget_old, open_address, post, post_all, send_some, send_unsure
from tett.notify.actions.outcome import ended
from tett.notify.actions.send import _take
from tett.notify.models import ClosedAddress, Line, Mail, Notice
from tett.notify.queries import health, is_closed, is_due, reach
from tett.notify.rules import LEASE, TRIES, Letter
from tett.notify.tests.server import PostOffice
from tett.notify.words import State

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
BY = Actor(day=NOW.date(), now=NOW)
ANNA = "anna@example.invalid"
LETTER = Letter(ANNA, "Du har noe å gjøre i Tett", ("Se på det når du får tid. Hilsen Ærlig Øye på Ås.",),
                "/min-dag/", "nb", "letter:1")  # fmt: skip


@pytest.fixture
def known() -> Iterator[dict[int, str]]:
    """Give the addresses of persons, as a room above would; only of those who are somebody now."""
    book: dict[int, str] = {}
    asked = reach._resolver

    def resolve(persons: Any, _at: datetime) -> Mapping[int, str]:
        return {person: book[person] for person in persons if person in book}

    reach.by(resolve)
    yield book
    if asked:
        reach.by(asked)


def _post(*letters: Letter) -> None:
    post_all(letters or [LETTER], by=BY, at=NOW)


def _send(at: datetime = NOW) -> int:
    return send_some(by=BY, at=at)


def _states() -> list[str]:
    return [str(state) for state in Mail.objects.order_by("pk").values_list("state", flat=True)]


def test_a_letter_comes_as_it_was_written_with_all_its_norwegian_letters(office: PostOffice) -> None:
    _post()
    _send()
    (got,) = office.got
    text, html = (got.get_body([kind]) for kind in ("plain", "html"))
    assert text is not None
    assert html is not None
    assert got["Subject"] == "Du har noe å gjøre i Tett"
    for body in (text.get_content(), html.get_content()):
        assert "Hilsen Ærlig Øye på Ås." in body
        assert "http://localhost:8000/min-dag/" in body
        assert "http://localhost:8000/meg/varsler/" in body
    assert _states() == [State.SENT]


def test_a_letter_says_that_a_machine_sent_it_and_where_one_chooses(office: PostOffice) -> None:
    _post()
    _send()
    (got,) = office.got
    row = Mail.objects.get()
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["List-Unsubscribe"] == "<http://localhost:8000/meg/varsler/>"
    assert got["Message-ID"] == f"<{row.message_id}@localhost>"
    assert got["To"] == ANNA


def test_a_letter_is_written_in_its_language(office: PostOffice) -> None:
    _post(replace(LETTER, language="en", lines=("See <b>it</b>.",)))
    _send()
    html = office.got[0].get_body(["html"])
    assert html is not None
    assert '<html lang="en">' in html.get_content()
    assert "See &lt;b&gt;it&lt;/b&gt;." in html.get_content()


def test_what_is_sent_is_forgotten_but_for_its_id(office: PostOffice) -> None:
    _post()
    _send()
    row = Mail.objects.get()
    assert (row.to, row.subject, row.lines, row.address) == ("", "", [], "")
    assert row.ended_at == NOW


def test_a_letter_is_sent_once_however_often_it_is_asked_for(office: PostOffice) -> None:
    for _ in range(3):
        _post()
        while _send():
            pass
    assert len(office.got) == 1


def test_many_letters_go_over_one_line(office: PostOffice) -> None:
    _post(*[replace(LETTER, key=f"letter:{n}") for n in range(45)])
    assert [_send(), _send(), _send(), _send()] == [20, 20, 5, 0]
    assert len({letter["Message-ID"] for letter in office.got}) == 45


def test_a_person_is_reached_as_the_letter_is_sent(office: PostOffice, known: dict[int, str]) -> None:
    _post(replace(LETTER, to="", person_id=7))
    known[7] = "sju@example.invalid"
    _send()
    assert office.got[0]["To"] == "sju@example.invalid"


def test_who_is_nobody_there_any_more_gets_nothing(office: PostOffice, known: dict[int, str]) -> None:
    _post(replace(LETTER, to="", person_id=7))
    _send()
    assert office.got == []
    assert list(Mail.objects.values_list("state", "trouble")) == [(State.DROPPED, "nobody to reach")]


def test_what_tells_nothing_any_more_is_dropped(office: PostOffice) -> None:
    _post(replace(LETTER, until=NOW + timedelta(hours=1)))
    _send(NOW + timedelta(hours=1))
    assert (office.got, _states()) == ([], [State.DROPPED])


def test_while_the_server_is_away_nothing_is_lost_and_it_shows(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "tett.notify.actions.smtp.Backend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    _post(*[replace(LETTER, key=f"letter:{n}") for n in range(3)])
    assert _send() == 0
    found = health(BY, NOW + timedelta(hours=2))
    assert (found.waiting, found.oldest, found.failed, found.unsure) == (3, NOW, 0, 0)
    assert (found.failing_since, found.trouble) == (NOW, "ConnectionRefusedError")
    assert Mail.objects.filter(attempts=0).count() == 3


def test_a_server_that_is_away_is_asked_more_and_more_seldom(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "tett.notify.actions.smtp.Backend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    _post()
    asked = []
    for minute in range(60):
        at = NOW + timedelta(minutes=minute)
        if is_due(BY, at):
            asked.append(minute)
            _send(at)
    assert asked == [0, 1, 6, 21, 36, 51]


def test_when_the_server_is_back_everything_goes(office: PostOffice, settings: Settings) -> None:
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    _post(*[replace(LETTER, key=f"letter:{n}") for n in range(3)])
    _send()
    settings.EMAIL_PORT = there
    assert _send(NOW + timedelta(minutes=1)) == 3
    assert len(office.got) == 3
    assert health(BY, NOW).failing_since is None


def test_a_clock_that_ran_ahead_keeps_no_letter_waiting(office: PostOffice, settings: Settings) -> None:
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    _post()
    _send(NOW + timedelta(days=3))
    settings.EMAIL_PORT = there
    _send(NOW)
    assert len(office.got) == 1


def test_a_letter_held_by_a_clock_that_ran_ahead_is_taken_up_again(office: PostOffice) -> None:
    _post()
    _take("dead", BY, NOW + timedelta(days=3))
    _send(NOW)
    assert len(office.got) == 1


def test_a_mailbox_that_is_full_is_tried_again_later_and_in_the_end_given_up(office: PostOffice) -> None:
    office.to_recipient[ANNA] = "452 4.2.2 Mailbox full"
    _post()
    at, tries = NOW, 0
    while Mail.objects.filter(state=State.WAITING).exists():
        at = max(at, Mail.objects.get().next_at)
        _send(at)
        tries += 1
    assert (tries, _states()) == (TRIES, [State.GIVEN_UP])
    assert timedelta(days=2) < at - NOW < timedelta(days=4)
    assert health(BY, at).given_up == 1


def test_a_letter_that_the_server_puts_off_leaves_the_others_alone(office: PostOffice) -> None:
    office.to_recipient[ANNA] = "451 4.3.0 Try later"
    _post(LETTER, replace(LETTER, to="berit@example.invalid", key="letter:2"))
    _send()
    assert _states() == [State.WAITING, State.SENT]
    assert _send(NOW + timedelta(seconds=30)) == 0
    office.to_recipient.clear()
    assert _send(NOW + timedelta(minutes=1)) == 1
    assert _states() == [State.SENT, State.SENT]


def test_an_address_that_is_not_there_is_closed_and_its_person_told(office: PostOffice, known: dict[int, str]) -> None:
    known[7] = ANNA
    office.to_recipient[ANNA] = "550 5.1.1 No such user"
    _post(replace(LETTER, to="", person_id=7))
    _send()
    assert _states() == [State.REFUSED]
    assert list(Notice.objects.values_list("person_id", "kind", "address")) == [(7, "address.refused", "/meg/varsler/")]
    office.to_recipient.clear()
    _post(replace(LETTER, to="", person_id=7, key="letter:2"))
    _send()
    assert office.got == []
    assert Mail.objects.get(key="letter:2").trouble == "address is closed"
    assert health(BY, NOW).refused == 1


def test_a_closed_address_is_kept_as_a_hash_and_opened_by_its_owner(office: PostOffice) -> None:
    close_address(ANNA.upper(), by=BY, at=NOW)
    assert ANNA not in str(list(ClosedAddress.objects.values_list()))
    assert is_closed(BY, ANNA)
    open_address(ANNA, by=BY, at=NOW)
    _post()
    _send()
    assert len(office.got) == 1


@pytest.mark.parametrize("said", ["550 5.7.1 Relaying denied", "554 5.7.1 Blocked", "535 5.7.8 Log in"])
def test_a_server_that_refuses_everybody_closes_nobodys_address(office: PostOffice, said: str) -> None:
    office.to_recipient[ANNA] = said
    _post()
    _send()
    assert (_states(), ClosedAddress.objects.count()) == ([State.WAITING], 0)


def test_a_letter_that_the_server_will_not_have_waits(office: PostOffice) -> None:
    office.to_letter = "552 5.3.4 Too big"
    _post()
    _send()
    assert list(Mail.objects.values_list("state", "trouble")) == [(State.WAITING, "552")]


def test_a_letter_that_cannot_be_written_is_given_up_and_stops_no_other(office: PostOffice) -> None:
    _post(replace(LETTER, to="anna@example.invalid\r\nBcc: b@example.invalid"), replace(LETTER, key="letter:2"))
    _send()
    assert _states() == [State.GIVEN_UP, State.SENT]


def test_two_senders_never_hold_the_same_letter() -> None:
    _post(*[replace(LETTER, key=f"letter:{n}") for n in range(30)])
    first, second = _take("first", BY, NOW), _take("second", BY, NOW)
    assert (len(first), len(second)) == (20, 10)
    assert not {row.pk for row in first} & {row.pk for row in second}


def test_who_died_before_the_letter_left_is_followed_by_another(office: PostOffice) -> None:
    _post()
    _take("dead", BY, NOW)
    assert _send(NOW + LEASE) == 0
    assert _send(NOW + LEASE + timedelta(seconds=1)) == 1
    assert len(office.got) == 1


def test_who_died_as_the_letter_left_leaves_a_doubt_that_shows_and_is_not_sent_again(office: PostOffice) -> None:
    _post()
    _take("dead", BY, NOW)
    Mail.objects.update(state=State.LEAVING)
    later = NOW + LEASE + timedelta(seconds=1)
    assert _send(later) == 0
    assert (_states(), office.got) == ([State.UNSURE], [])
    assert health(BY, later).unsure == 1


def test_a_doubt_is_sent_again_only_when_somebody_says_so_and_with_the_same_id(office: PostOffice) -> None:
    _post()
    _take("dead", BY, NOW)
    Mail.objects.update(state=State.UNSURE, ended_at=NOW)
    known_as = Mail.objects.get().message_id
    assert send_unsure(by=BY, at=NOW) == 1
    _send()
    assert office.got[0]["Message-ID"] == f"<{known_as}@localhost>"


def test_a_slow_sender_that_was_thought_dead_sends_nothing_twice(office: PostOffice) -> None:
    _post()
    (slow,) = _take("slow", BY, NOW)
    later = NOW + LEASE + timedelta(seconds=1)
    assert _send(later) == 1
    ended(slow, State.SENT, later)
    assert Mail.objects.get().holder != "slow"
    assert len(office.got) == 1


def test_a_line_that_breaks_while_the_server_thinks_leaves_a_doubt(office: PostOffice, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 1
    office.may_answer.clear()
    _post(LETTER, replace(LETTER, key="letter:2"))
    _send()
    assert _states() == [State.UNSURE, State.WAITING]
    assert Line.objects.get().trouble in {"TimeoutError", "SMTPServerDisconnected"}


def test_the_oldest_go_first(office: PostOffice) -> None:
    post(replace(LETTER, key="new", subject="Ny"), by=BY, at=NOW)
    post(replace(LETTER, key="old", subject="Gammel"), by=BY, at=NOW - timedelta(hours=1))
    _send()
    assert [letter["Subject"] for letter in office.got] == ["Gammel", "Ny"]


def test_without_a_server_letters_lie_in_a_folder(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    _post()
    assert _send() == 1
    assert [letter.subject for letter in django_mail.outbox] == ["Du har noe å gjøre i Tett"]
    assert _states() == [State.SENT]
    assert not health(BY, NOW).by_server


def test_what_is_old_is_thrown_away_and_what_waits_is_not() -> None:
    _post(*[replace(LETTER, key=f"letter:{n}") for n in range(3)])
    waiting, sent, unsure = Mail.objects.order_by("pk")
    Mail.objects.filter(pk=sent.pk).update(state=State.SENT, ended_at=NOW)
    Mail.objects.filter(pk=unsure.pk).update(state=State.UNSURE, ended_at=NOW)
    forget_old(by=BY, at=NOW + timedelta(days=15))
    assert Mail.objects.get(pk=unsure.pk).address == ""
    forget_old(by=BY, at=NOW + timedelta(days=91))
    assert list(Mail.objects.all()) == [waiting]
