"""Papers are ordered once, made once, and thrown away when they have had their time."""

from datetime import timedelta

import pytest

from tests.cast import NOW
from tett.documents.actions import KEEP_PASSING, give_up, keep, order, throw_away
from tett.documents.models import Paper
from tett.documents.queries import content_of, key_of, state_of
from tett.documents.tests.samples import publication
from tett.documents.words import PATIENCE, Making

pytestmark = pytest.mark.django_db
KEY = "k" * 64


def test_a_paper_is_made_by_the_first_who_orders_it() -> None:
    assert order(KEY, at=NOW)
    assert not order(KEY, at=NOW)
    assert state_of(KEY, NOW) == Making.ORDERED
    keep(KEY, b"papir", at=NOW)
    assert not order(KEY, at=NOW)
    assert content_of(KEY) == b"papir"


def test_a_paper_that_never_came_is_ordered_again() -> None:
    order(KEY, at=NOW)
    assert state_of(KEY, NOW + PATIENCE) == ""
    assert order(KEY, at=NOW + PATIENCE)
    give_up(KEY)
    assert state_of(KEY, NOW) == Making.FAILED
    assert order(KEY, at=NOW)


def test_what_is_made_is_not_given_up() -> None:
    keep(KEY, b"papir", at=NOW)
    give_up(KEY)
    assert content_of(KEY) == b"papir"


def test_made_twice_it_is_one_paper() -> None:
    keep(KEY, b"papir", at=NOW)
    keep(KEY, b"papir", at=NOW + timedelta(minutes=1))
    assert Paper.objects.count() == 1


def test_papers_of_what_may_change_are_thrown_away_and_the_lasting_stay() -> None:
    for key, lasting in (("a", True), ("b", False)):
        order(key, at=NOW, lasting=lasting)
        keep(key, b"papir", at=NOW, lasting=lasting)
    order("c", at=NOW, lasting=True)
    throw_away(NOW + KEEP_PASSING)
    assert Paper.objects.count() == 3
    throw_away(NOW + KEEP_PASSING + timedelta(seconds=1))
    assert list(Paper.objects.values_list("key", flat=True)) == ["a"]


def test_the_key_tells_content_form_and_language_apart() -> None:
    keys = {
        key_of(publication(), "pdf"), key_of(publication(), "word"), key_of(publication("Mer"), "pdf"),
        key_of(publication(language="nn"), "pdf"), key_of(publication(mark="Utkast"), "pdf"),
    }  # fmt: skip
    assert len(keys) == 5
    assert key_of(publication(), "pdf") in keys


def test_what_is_not_there_is_nothing() -> None:
    assert content_of(KEY) is None
    assert state_of(KEY, NOW) == ""
