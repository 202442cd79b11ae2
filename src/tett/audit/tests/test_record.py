"""Lines in the database: written with what they tell of, numbered once each, and looked after."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from tett.access.rules import Actor
from tett.audit.actions import record, record_all
from tett.audit.models import Event, Head
from tett.audit.queries import broken_line, head_of
from tett.audit.rules import link_of
from tett.base.rules import Refusal

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 9, 14, 8, tzinfo=UTC)
SOMEBODY = Actor(day=NOW.date(), now=NOW, person_id=7, login_id=8)


def log(number: int = 1) -> list[Event]:
    """Write some lines about a group, which stands for anything."""
    group, _new = Group.objects.get_or_create(name="one")
    return [record("group.founded", group, by=SOMEBODY, at=NOW, facts={"n": n}) for n in range(number)]


def test_a_line_says_what_was_done_to_what_by_whom_and_when() -> None:
    (line,) = log()
    line.refresh_from_db()
    assert (line.what, line.thing, line.facts) == ("group.founded", "auth.Group", {"n": 0})
    assert (line.person_id, line.login_id, line.at, line.school_id) == (7, 8, NOW, None)
    assert (line.serial, line.previous) == (1, "")


def test_each_line_follows_from_the_one_before() -> None:
    first, second = log(2)
    assert (second.serial, second.previous) == (2, first.link)
    assert head_of(SOMEBODY) == (2, second.link)
    assert broken_line(SOMEBODY) is None


def test_a_log_that_nobody_has_written_in_is_whole() -> None:
    assert (head_of(SOMEBODY), broken_line(SOMEBODY)) == ((0, ""), None)


def test_the_hour_is_the_same_wherever_it_was_told() -> None:
    group = Group.objects.create(name="one")
    record("group.founded", group, by=SOMEBODY, at=NOW.astimezone(timezone(timedelta(hours=2))))
    assert broken_line(SOMEBODY) is None


def test_many_lines_take_as_many_queries_as_one() -> None:
    things = [(Group.objects.create(name=f"{n}"), {"n": n}) for n in range(30)]
    log()
    counts = set()
    for some in (things[:1], things):
        with CaptureQueriesContext(connection) as asked:
            record_all("group.founded", some, by=SOMEBODY, at=NOW)
        counts.add(len(asked))
    assert len(counts) == 1
    assert broken_line(SOMEBODY) is None
    assert record_all("group.founded", [], by=SOMEBODY, at=NOW) == []


def test_what_is_undone_leaves_no_line() -> None:
    log()
    before = head_of(SOMEBODY)
    with pytest.raises(Refusal):
        _refused_after_all()
    assert (Event.objects.count(), head_of(SOMEBODY), broken_line(SOMEBODY)) == (1, before, None)


@transaction.atomic
def _refused_after_all() -> None:
    log()
    raise Refusal("Ikke likevel.")


def test_an_edit_in_the_database_is_found() -> None:
    log(5)
    Event.objects.filter(serial=3).update(person_id=9)
    assert broken_line(SOMEBODY) == 3


@pytest.mark.parametrize("field", ["what", "thing", "thing_id", "school_id", "person_id", "login_id", "facts", "at"])
def test_no_field_can_be_changed_unseen(field: str) -> None:
    log(3)
    other = {"facts": {}, "at": NOW + timedelta(microseconds=1)}
    Event.objects.filter(serial=2).update(**{field: other.get(field, "99")})
    assert broken_line(SOMEBODY) == 2


def test_a_line_that_is_taken_out_is_found() -> None:
    log(5)
    Event.objects.filter(serial=3).delete()
    assert broken_line(SOMEBODY) == 3
    Event.objects.filter(serial__gt=3).update(serial=F("serial") - 1)
    assert broken_line(SOMEBODY) == 3


def test_lines_that_change_places_are_found() -> None:
    log(5)
    for old, new in ((3, 99), (4, 3), (99, 4)):
        Event.objects.filter(serial=old).update(serial=new)
    assert broken_line(SOMEBODY) == 3


def test_a_line_put_in_at_the_end_is_found() -> None:
    last = log(3)[-1]
    Event.objects.create(serial=4, at=NOW, what="x", thing="y", thing_id="z", previous=last.link, link="0" * 64)
    assert broken_line(SOMEBODY) == 4
    Event.objects.filter(serial=4).update(link=_right_link())
    assert broken_line(SOMEBODY) == 4


def _right_link() -> str:
    line = Event.objects.get(serial=4)
    return link_of(line.previous, line.content())


def test_a_tail_that_is_cut_is_found() -> None:
    log(5)
    Event.objects.filter(serial__gt=3).delete()
    assert broken_line(SOMEBODY) == 4


def test_a_tail_that_is_cut_together_with_the_head_is_found_by_a_head_that_was_kept() -> None:
    lines = log(5)
    kept = dict([head_of(SOMEBODY)])
    Event.objects.filter(serial__gt=3).delete()
    Head.objects.update(serial=3, link=lines[2].link)
    assert broken_line(SOMEBODY) is None
    assert broken_line(SOMEBODY, kept) == 4


@pytest.mark.parametrize("everything", [True, False])
def test_a_log_without_its_head_is_found(everything: bool) -> None:
    log(2)
    kept = dict([head_of(SOMEBODY)])
    Head.objects.all().delete()
    if everything:
        Event.objects.all().delete()
    assert broken_line(SOMEBODY) == (None if everything else 1)
    assert broken_line(SOMEBODY, kept) == 1


def test_nothing_more_can_be_written_over_a_line_that_is_there() -> None:
    log(2)
    Head.objects.update(serial=1)
    with pytest.raises(Exception, match=r"(?i)unique"), transaction.atomic():
        log()


@pytest.mark.django_db(transaction=True)
def test_those_who_write_at_once_get_a_number_each() -> None:
    def write(number: int) -> None:
        try:
            log(3)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(24)))
    assert sorted(Event.objects.values_list("serial", flat=True)) == list(range(1, 73))
    assert broken_line(SOMEBODY) is None
