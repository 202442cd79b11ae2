"""What stands under every room: ids, locks, many rows at once, refusals and the clock."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import gettext_lazy
from pytest_django import Settings

from tett.base.actions import change_rows, forget, insert_rows, remember, settle
from tett.base.clock import now, real_now
from tett.base.models import Submission, new_public_id, new_public_ids
from tett.base.queries import answer_to, locked
from tett.base.rules import Refusal

AT = "2026-09-14 08:00:00+00:00"
NAMES = ["sender", "key", "answered", "at"]


def rows_of(number: int) -> list[tuple[Any, ...]]:
    """Give rows as the database stores them."""
    return [(f"login:{n}", "k" * 16, "", AT) for n in range(number)]


@pytest.mark.parametrize("ids", [[new_public_id() for _ in range(2000)], new_public_ids(2000)])
def test_ids_in_addresses_are_all_different_and_fit_an_address(ids: list[str]) -> None:
    assert len(set(ids)) == 2000
    assert {len(one) for one in ids} == {16}
    letters = set("".join(ids))
    assert letters <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert len(letters) == 64


def test_no_ids_are_no_ids() -> None:
    assert new_public_ids(0) == []


@pytest.mark.django_db
@pytest.mark.parametrize("number", [0, 1, 500])
def test_many_rows_are_stored_as_they_were_given(number: int) -> None:
    assert insert_rows(Submission, NAMES, rows_of(number)) == number
    stored = Submission.objects.order_by("pk")
    assert [(row.sender, row.key, row.answered) for row in stored] == [row[:3] for row in rows_of(number)]
    assert {row.at for row in stored} <= {datetime(2026, 9, 14, 8, tzinfo=UTC)}


@pytest.mark.django_db
def test_many_rows_are_stored_all_or_not_at_all() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(Submission, NAMES, [*rows_of(3), *rows_of(1)])
    assert not Submission.objects.exists()


@pytest.mark.django_db
def test_each_row_gets_its_own_new_value_unless_it_has_become_something_else() -> None:
    insert_rows(Submission, NAMES, rows_of(3))
    first, second, third = Submission.objects.order_by("pk")
    settle(third.sender, third.key, "/taken/")
    changes = [(f"/{row.pk}/", row.pk) for row in (first, third)]
    assert change_rows(Submission, ["answered"], {"answered": ""}, changes) == 1
    assert change_rows(Submission, ["answered"], {}, []) == 0
    answers = dict(Submission.objects.values_list("pk", "answered"))
    assert answers == {first.pk: f"/{first.pk}/", second.pk: "", third.pk: "/taken/"}


@pytest.mark.django_db
def test_values_are_never_read_as_sentences_of_sql() -> None:
    odd = "login:1'); DELETE FROM base_submission; -- %s\\n\t"
    insert_rows(Submission, NAMES, [(odd, "k" * 16, "", AT)])
    row = Submission.objects.get()
    change_rows(Submission, ["answered"], {"sender": odd}, [(odd, row.pk)])
    row.refresh_from_db()
    assert (row.sender, row.answered) == (odd, odd)


@pytest.mark.django_db
def test_a_row_is_read_again_and_held() -> None:
    group = Group.objects.create(name="one")
    Group.objects.update(name="two")
    with CaptureQueriesContext(connection) as asked, transaction.atomic():
        assert locked(group).name == "two"
    held = any("FOR UPDATE" in one["sql"] for one in asked.captured_queries)
    assert held is (connection.vendor == "postgresql")
    assert group.name == "one"


@pytest.mark.django_db
def test_a_form_is_remembered_until_it_is_let_go() -> None:
    assert answer_to("login:1", "k" * 16) is None
    remember("login:1", "k" * 16)
    settle("login:1", "k" * 16, "/there/")
    assert answer_to("login:1", "k" * 16) == "/there/"
    assert answer_to("login:2", "k" * 16) is None
    with pytest.raises(IntegrityError), transaction.atomic():
        remember("login:1", "k" * 16)
    forget("login:1", "k" * 16)
    assert answer_to("login:1", "k" * 16) is None


def test_a_refusal_is_read_in_the_readers_language() -> None:
    refusal = Refusal(gettext_lazy("September"))
    said = set()
    for language in ("en", "nb"):
        with translation.override(language):
            said.add(str(refusal))
    assert said == {"September", "september"}


@pytest.mark.parametrize("shift", [timedelta(), timedelta(days=-30)])
def test_the_schools_clock_goes_as_the_machines_moved_as_the_demo_was_told(
    settings: Settings, shift: timedelta
) -> None:
    settings.CLOCK_SHIFT = shift
    before, told, after = real_now(), now(), real_now()
    assert before <= told - shift <= after
    assert str(told.tzinfo) == "Europe/Oslo"
