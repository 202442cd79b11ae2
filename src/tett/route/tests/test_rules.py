"""Counting, drawing and moving school days, over the turn of the year and when the clocks change."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tett.calendar.rules import Days, Layer, Special, lay
from tett.calendar.tests.years import any_year, shipped
from tett.calendar.words import DayKind, Level
from tett.route.rules.edits import next_year
from tett.route.rules.marks import months
from tett.route.rules.snapshot import from_data, to_data
from tett.route.rules.told import differences
from tett.route.rules.totals import totals
from tett.route.words import Mark

DAY = timedelta(days=1)


def test_the_routes_that_are_shipped_have_the_190_days_the_act_asks_for() -> None:
    for year in (2024, 2025, 2026):
        found = totals(shipped(year))
        assert (found.days, found.short, found.too_long) == (190, 0, 0)
        assert found.autumn + found.spring == found.days
        assert found.within <= 45


def test_a_year_that_is_too_short_or_too_long_says_by_how_much() -> None:
    found = totals(shipped(2026, Special(DayKind.FREE, date(2027, 4, 12), date(2027, 4, 16))))
    assert found.short == 5
    whole = lay(2026, [Layer(date(2026, 8, 3), date(2027, 7, 2))])
    assert whole is not None
    assert totals(whole).too_long == 3


def test_each_level_is_counted_when_one_begins_later() -> None:
    found = totals(shipped(2026, level_starts=((Level.VG3, date(2026, 8, 19)),)))
    assert found.levels == ((Level.VG1, 190), (Level.VG2, 190), (Level.VG3, 188))


def _cells(days: Days) -> dict[date, Mark]:
    return {c.day: c.mark for month in months(days) for week in month.weeks for c in week.cells if c.inside}


def test_every_kind_of_day_is_drawn_as_what_it_is() -> None:
    marks = _cells(shipped(2026, Special(DayKind.PLANNING, date(2026, 8, 13), date(2026, 8, 14))))
    assert marks[date(2026, 8, 13)] == Mark.PLANNING
    assert marks[date(2026, 8, 17)] == Mark.SCHOOL
    assert marks[date(2026, 10, 5)] == Mark.BREAK
    assert marks[date(2026, 11, 27)] == Mark.FREE
    assert marks[date(2027, 5, 17)] == Mark.HOLIDAY
    assert marks[date(2026, 10, 3)] == Mark.WEEKEND
    assert marks[date(2027, 6, 21)] == Mark.OUTSIDE


def test_the_days_when_the_clocks_change_are_days_like_others() -> None:
    cells = _cells(shipped(2026))
    for sunday in (date(2026, 10, 25), date(2027, 3, 28)):
        assert {cells[sunday - DAY], cells[sunday + DAY]} <= {Mark.WEEKEND, Mark.SCHOOL, Mark.BREAK, Mark.HOLIDAY}
        assert sunday in cells


@given(any_year())
def test_each_day_is_drawn_once_and_school_days_as_such(days: Days) -> None:
    drawn = [c.day for month in months(days) for week in month.weeks for c in week.cells if c.inside]
    assert drawn == sorted(set(drawn))
    cells = _cells(days)
    school = {day for day, mark in cells.items() if mark in {Mark.SCHOOL, Mark.ANYWAY}}
    found = set(days.school_days(date(days.starts_in, 8, 1)))  # a level can't begin before the year does
    assert found <= school
    assert all(cells[day] == Mark.ANYWAY for day in school - found)
    assert sum(month.school_days for month in months(days)) == len(found)


def layer_of(days: Days) -> Layer:
    """Give a drawn year as a calendar says it."""
    return Layer(days.first_day, days.last_day, days.level_starts, days.special, days.standing, "prøve")


@given(any_year())
def test_what_is_kept_is_read_as_it_was(days: Days) -> None:
    layer = layer_of(days)
    assert to_data(from_data(to_data(layer))) == to_data(layer)
    assert list(differences(layer, from_data(to_data(layer)))) == []


@given(any_year())
def test_the_next_year_lies_within_itself_on_the_same_weekdays(days: Days) -> None:
    new = next_year(layer_of(days), days.starts_in + 1)
    assert new.first_day is not None
    assert new.first_day.weekday() == days.first_day.weekday()
    assert len(new.special) == len(days.special)
    for was, now in zip(days.special, new.special, strict=True):
        assert was.first.weekday() == now.first.weekday()
        assert was.last - was.first == now.last - now.first
        assert timedelta(days=300) < now.first - was.first < timedelta(days=430)


def test_a_break_that_has_moved_is_told_as_one_thing() -> None:
    was, now = (
        Special(DayKind.BREAK, date(2027, m, d), date(2027, m, d + 4), "vinterferie") for m, d in ((2, 22), (3, 1))
    )
    (found,) = differences(Layer(None, None, (), (was,)), Layer(None, None, (), (now,)))
    assert (found.was, found.now, found.name) == (was, now, "vinterferie")


@given(st.dates(date(2026, 8, 1), date(2027, 7, 31)))
def test_a_day_that_is_new_or_gone_is_told_as_such(day: date) -> None:
    row = Special(DayKind.FREE, day, day)
    (new,) = differences(None, Layer(None, None, (), (row,)))
    (gone,) = differences(Layer(None, None, (), (row,)), None)
    assert (new.was, new.now, gone.was, gone.now) == (None, row, row, None)
