"""Letters that the server puts off or refuses, and those that nobody shall have any more."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tett.notify.actions import close_address, open_address
from tett.notify.models import ClosedAddress, Mail, Notice
from tett.notify.queries import health, is_closed
from tett.notify.rules import TRIES
from tett.notify.tests.letters import ANNA, BY, LETTER, NOW, post_some, send, states
from tett.notify.tests.server import PostOffice
from tett.notify.words import State

pytestmark = pytest.mark.django_db


def test_who_is_nobody_there_any_more_gets_nothing(office: PostOffice, known: dict[int, str]) -> None:
    post_some(replace(LETTER, to="", person_id=7))
    send()
    assert office.got == []
    assert list(Mail.objects.values_list("state", "trouble")) == [(State.DROPPED, "nobody to reach")]


def test_what_tells_nothing_any_more_is_dropped(office: PostOffice) -> None:
    post_some(replace(LETTER, until=NOW + timedelta(hours=1)))
    send(NOW + timedelta(hours=1))
    assert (office.got, states()) == ([], [State.DROPPED])


def test_a_mailbox_that_is_full_is_tried_again_later_and_in_the_end_given_up(office: PostOffice) -> None:
    office.to_recipient[ANNA] = "452 4.2.2 Mailbox full"
    post_some()
    at, tries = NOW, 0
    while Mail.objects.filter(state=State.WAITING).exists():
        at = max(at, Mail.objects.get().next_at)
        send(at)
        tries += 1
    assert (tries, states()) == (TRIES, [State.GIVEN_UP])
    assert timedelta(days=2) < at - NOW < timedelta(days=4)
    assert health(BY, at).given_up == 1


def test_a_letter_that_the_server_puts_off_leaves_the_others_alone(office: PostOffice) -> None:
    office.to_recipient[ANNA] = "451 4.3.0 Try later"
    post_some(LETTER, replace(LETTER, to="berit@example.invalid", key="letter:2"))
    send()
    assert states() == [State.WAITING, State.SENT]
    assert send(NOW + timedelta(seconds=30)) == 0
    office.to_recipient.clear()
    assert send(NOW + timedelta(minutes=1)) == 1
    assert states() == [State.SENT, State.SENT]


def test_an_address_that_is_not_there_is_closed_and_its_person_told(office: PostOffice, known: dict[int, str]) -> None:
    known[7] = ANNA
    office.to_recipient[ANNA] = "550 5.1.1 No such user"
    post_some(replace(LETTER, to="", person_id=7))
    send()
    assert states() == [State.REFUSED]
    assert list(Notice.objects.values_list("person_id", "kind", "address")) == [(7, "address.refused", "/meg/varsler/")]
    office.to_recipient.clear()
    post_some(replace(LETTER, to="", person_id=7, key="letter:2"))
    send()
    assert office.got == []
    assert Mail.objects.get(key="letter:2").trouble == "address is closed"
    assert health(BY, NOW).refused == 1


def test_a_closed_address_is_kept_as_a_hash_and_opened_by_its_owner(office: PostOffice) -> None:
    close_address(ANNA.upper(), by=BY, at=NOW)
    assert ANNA not in str(list(ClosedAddress.objects.values_list()))
    assert is_closed(BY, ANNA)
    open_address(ANNA, by=BY, at=NOW)
    post_some()
    send()
    assert len(office.got) == 1


@pytest.mark.parametrize("said", ["550 5.7.1 Relaying denied", "554 5.7.1 Blocked", "535 5.7.8 Log in"])
def test_a_server_that_refuses_everybody_closes_nobodys_address(office: PostOffice, said: str) -> None:
    office.to_recipient[ANNA] = said
    post_some()
    send()
    assert (states(), ClosedAddress.objects.count()) == ([State.WAITING], 0)


def test_a_letter_that_the_server_will_not_have_waits(office: PostOffice) -> None:
    office.to_letter = "552 5.3.4 Too big"
    post_some()
    send()
    assert list(Mail.objects.values_list("state", "trouble")) == [(State.WAITING, "552")]


def test_a_letter_that_cannot_be_written_is_given_up_and_stops_no_other(office: PostOffice) -> None:
    post_some(replace(LETTER, to="anna@example.invalid\r\nBcc: b@example.invalid"), replace(LETTER, key="letter:2"))
    send()
    assert states() == [State.GIVEN_UP, State.SENT]
