"""Notices and letters: once per key, whoever asks how often, and with what caused them or not at all."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from tett.access.rules import Actor
from tett.notify.actions import letters_posted, post, post_all, tell
from tett.notify.models import Mail, Notice
from tett.notify.rules import Letter
from tett.notify.words import State

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
BY = Actor(day=NOW.date(), now=NOW)
LETTER = Letter("anna@example.invalid", "Du har noe å gjøre i Tett", ("Se hva.",), "/min-dag/", "nb", "letter:1")


def _tell(
    *people: int, key: str = "task:1", why: object = "Du har fått en oppgave.", address: str = "/min-dag/"
) -> None:
    tell(people, "task.given", why, address, key=key, by=BY, at=NOW)


def test_somebody_is_told_once_per_key() -> None:
    _tell(1, 2, 2)
    _tell(2, 3)
    _tell(3, key="task:2")
    assert sorted(Notice.objects.values_list("person_id", "key")) == [
        (1, "task:1"), (2, "task:1"), (3, "task:1"), (3, "task:2"),
    ]  # fmt: skip


def test_a_notice_is_kept_in_the_language_of_the_source() -> None:
    with translation.override("en"):
        _tell(1, why=_("lagret"))
    assert Notice.objects.get().why == "lagret"


@pytest.mark.parametrize(
    "address", ["https://example.invalid/", "//example.invalid/", "/\\example.invalid", "min-dag", "/a\nb"]
)
def test_what_we_send_leads_to_our_own_pages_only(address: str) -> None:
    with pytest.raises(ValueError, match="pages of our own"):
        _tell(1, address=address)
    with pytest.raises(ValueError, match="pages of our own"):
        replace(LETTER, address=address)


def test_a_letter_goes_in_the_outbox_once_per_key() -> None:
    post(LETTER, by=BY, at=NOW)
    post(replace(LETTER, to="berit@example.invalid"), by=BY, at=NOW)
    post_all([LETTER, replace(LETTER, key="letter:2")], by=BY, at=NOW)
    assert list(Mail.objects.order_by("pk").values_list("key", "to", "state")) == [
        ("letter:1", "anna@example.invalid", State.WAITING), ("letter:2", "anna@example.invalid", State.WAITING),
    ]  # fmt: skip


def test_a_subject_is_one_line_whatever_it_was() -> None:
    post(replace(LETTER, subject="Noe å gjøre\r\nBcc: alle@example.invalid"), by=BY, at=NOW)
    assert Mail.objects.get().subject == "Noe å gjøre Bcc: alle@example.invalid"


def test_a_letter_must_go_to_somebody() -> None:
    with pytest.raises(ValueError, match="somebody to go to"):
        replace(LETTER, to="")
    assert replace(LETTER, to="", person_id=7).person_id == 7


def test_what_is_undone_told_nobody() -> None:
    with transaction.atomic():
        _tell(1)
        post(LETTER, by=BY, at=NOW)
        transaction.set_rollback(True)
    assert not Notice.objects.exists()
    assert not Mail.objects.exists()


def test_the_news_of_a_letter_goes_within_the_transaction_that_posts_it() -> None:
    heard: list[bool] = []

    def hear(**_told: Any) -> None:
        heard.append(transaction.get_connection().in_atomic_block)

    letters_posted.connect(hear)
    try:
        post(LETTER, by=BY, at=NOW)
        post_all([], by=BY, at=NOW + timedelta(hours=1))
    finally:
        letters_posted.disconnect(hear)
    assert heard == [True]


@pytest.mark.parametrize("number", [1, 60])
def test_many_are_told_and_written_to_in_the_same_few_queries(number: int, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(4):
        _tell(*range(1, number + 1))
    with django_assert_max_num_queries(6):
        post_all([replace(LETTER, key=f"letter:{at}") for at in range(number)], by=BY, at=NOW)
    assert (Notice.objects.count(), Mail.objects.count()) == (number, number)
