"""When somebody is reminded, and when something climbs: the rules alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.base.rules import Refusal
from tett.calendar.rules import Days, Special
from tett.calendar.words import DayKind
from tett.reminders.rules import LEAST_DAYS, MOST_DAYS, Slot, Wish, check_days, is_time, is_wanted, late_before, since
from tett.reminders.words import Rhythm

DAYS = Days(
    2026,
    date(2026, 8, 17),
    date(2027, 6, 18),
    special=(
        Special(DayKind.BREAK, date(2026, 9, 28), date(2026, 10, 2), "høstferie"),
        Special(DayKind.PLANNING, date(2026, 10, 5), date(2026, 10, 5)),
        Special(DayKind.FREE, date(2026, 11, 2), date(2026, 11, 2)),
    ),
)
DAILY, WEEKLY = Wish(Rhythm.DAILY), Wish(Rhythm.WEEKLY)
BREAK = [date(2026, 9, 28) + timedelta(days=n) for n in range(5)]


def _days(wish: Wish, first: date, last: date, days: Days | None = DAYS) -> list[date]:
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [day for day in span if is_wanted(wish, days, day)]


def test_every_school_day_means_no_weekend_and_no_break() -> None:
    wanted = _days(DAILY, date(2026, 9, 21), date(2026, 10, 6))
    assert wanted == [*(date(2026, 9, day) for day in range(21, 26)), date(2026, 10, 5), date(2026, 10, 6)]


def test_a_day_on_which_staff_plan_is_a_day_of_work() -> None:
    assert is_wanted(DAILY, DAYS, date(2026, 10, 5))


def test_once_a_week_is_the_first_day_of_work() -> None:
    wanted = _days(WEEKLY, date(2026, 9, 21), date(2026, 11, 8))
    assert wanted == [date(2026, 9, 21), date(2026, 10, 5), date(2026, 10, 12), date(2026, 10, 19), date(2026, 10, 26),
                      date(2026, 11, 3)]  # fmt: skip


def test_summer_is_quiet() -> None:
    assert _days(DAILY, date(2027, 6, 19), date(2027, 7, 31)) == []


def test_who_wants_it_on_free_days_too_gets_it_then() -> None:
    assert _days(Wish(Rhythm.DAILY, free_days=True), BREAK[0], BREAK[-1]) == BREAK
    assert _days(Wish(Rhythm.WEEKLY, free_days=True), BREAK[0], BREAK[-1]) == BREAK[:1]


def test_never_is_never() -> None:
    assert _days(Wish(Rhythm.NEVER, free_days=True), date(2026, 8, 1), date(2027, 7, 31)) == []


def test_a_school_without_a_calendar_has_ordinary_weeks() -> None:
    week = _days(DAILY, date(2026, 9, 21), date(2026, 9, 27), None)
    assert week == [date(2026, 9, day) for day in range(21, 26)]
    assert _days(WEEKLY, date(2026, 9, 21), date(2026, 9, 27), None) == [date(2026, 9, 21)]


@given(st.dates(date(2026, 8, 1), date(2027, 7, 31)))
def test_once_a_week_is_at_most_once_and_only_on_a_day_that_every_day_would_be(day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    weekly = _days(WEEKLY, monday, monday + timedelta(days=6))
    daily = _days(DAILY, monday, monday + timedelta(days=6))
    assert weekly == daily[:1]


@pytest.mark.parametrize(
    ("hour", "minute", "right"), [(6, 59, False), (7, 0, True), (11, 0, True), (11, 1, False), (23, 0, False)]
)
def test_an_hour_is_caught_up_for_four_hours_and_never_before_it_comes(hour: int, minute: int, *, right: bool) -> None:
    slot = Slot(date(2026, 9, 14), 7)
    assert is_time(slot, datetime(2026, 9, 14, hour, minute, tzinfo=UTC)) == right
    assert not is_time(slot, datetime(2026, 9, 15, 7, tzinfo=UTC))


def test_on_a_monday_what_came_since_friday_is_new() -> None:
    monday = datetime(2026, 9, 14, 7, tzinfo=UTC)
    assert since(Rhythm.DAILY, monday) == monday - timedelta(days=3)
    assert since(Rhythm.DAILY, monday + timedelta(days=1)) == monday
    assert since(Rhythm.WEEKLY, monday) == monday - timedelta(days=7)


@given(st.integers(LEAST_DAYS, MOST_DAYS), st.dates(date(2026, 8, 17), date(2027, 6, 18)))
def test_what_climbs_has_had_so_many_school_days_since_its_day(number: int, today: date) -> None:
    before = late_before(DAYS, today, number)
    if before is not None:
        assert len(DAYS.school_days(before, today)) == number
        assert DAYS.is_school_day(today)


def test_nothing_climbs_on_a_day_without_school_or_before_there_have_been_enough() -> None:
    assert late_before(DAYS, date(2026, 9, 29), 5) is None
    assert late_before(DAYS, date(2026, 8, 20), 5) is None
    assert late_before(DAYS, date(2026, 8, 21), 5) == date(2026, 8, 17)


def test_a_break_is_no_time_to_do_things_in() -> None:
    assert late_before(DAYS, date(2026, 10, 6), 5) == date(2026, 9, 22)


@pytest.mark.parametrize("number", [LEAST_DAYS - 1, MOST_DAYS + 1, -3])
def test_a_number_of_days_that_makes_no_sense_is_refused(number: int) -> None:
    with pytest.raises(Refusal, match="fra 1 til 40"):
        check_days(number)
