"""School days and school weeks."""

from datetime import date, timedelta

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from tett.base.rules import Refusal
from tett.calendar.rules import Days, Layer, Special, Week, lay, public_holidays, school_year_name, school_year_of
from tett.calendar.rules.years import require_span, require_year
from tett.calendar.tests.years import any_year, shipped
from tett.calendar.words import DayKind, Level, PublicHoliday, Standing


@pytest.mark.parametrize("year", range(1950, 2100))
def test_public_holidays_are_those_of_the_holidays_library(year: int) -> None:
    assert {day for day, _ in public_holidays(year)} == set(country_holidays("NO", years=year))


def test_two_holidays_on_one_day_are_both_told() -> None:
    told = [name for day, name in public_holidays(2027) if day == date(2027, 5, 17)]
    assert told == [PublicHoliday.CONSTITUTION_DAY, PublicHoliday.WHIT_MONDAY]


@pytest.mark.parametrize(("starts_in", "weeks"), [(2022, 40), (2023, 40), (2024, 40), (2025, 40), (2026, 39)])
def test_every_shipped_year_has_190_school_days(starts_in: int, weeks: int) -> None:
    days = shipped(starts_in)
    assert (len(days.school_days()), len(days.school_weeks())) == (190, weeks)


@pytest.mark.parametrize(
    ("day", "school"),
    [
        (date(2026, 8, 16), False),  # before the first day
        (date(2026, 8, 17), True),
        (date(2026, 9, 12), False),  # a Saturday
        (date(2026, 10, 5), False),  # autumn break, week 41
        (date(2026, 11, 23), True),
        (date(2026, 11, 27), False),  # a single free day
        (date(2027, 5, 6), False),  # Ascension Day
        (date(2027, 5, 17), False),
        (date(2027, 6, 18), True),
        (date(2027, 6, 21), False),  # after the last day
    ],
)
def test_a_school_day_is_a_weekday_within_the_year_that_is_not_free(day: date, *, school: bool) -> None:
    assert shipped(2026).is_school_day(day) is school


def test_a_school_can_have_school_on_a_saturday_and_in_spite_of_the_county() -> None:
    open_day = Special(DayKind.SCHOOL, date(2026, 11, 27), date(2026, 11, 28))
    days = shipped(2026, open_day)
    assert days.is_school_day(date(2026, 11, 27))
    assert days.is_school_day(date(2026, 11, 28))


def test_a_planning_day_is_no_school_day() -> None:
    planning = date(2026, 11, 23)
    days = shipped(2026, Special(DayKind.PLANNING, planning, planning))
    assert not days.is_school_day(planning)
    assert days.planning_days == (planning,)


def test_the_neighbours_of_a_break_are_found_across_it() -> None:
    days = shipped(2026)
    assert days.next_school_day(date(2026, 10, 2)) == date(2026, 10, 12)
    assert days.previous_school_day(date(2026, 10, 12)) == date(2026, 10, 2)
    assert days.school_day_from(date(2026, 10, 12)) == date(2026, 10, 12)
    assert days.school_day_until(date(2026, 10, 11)) == date(2026, 10, 2)


def test_beyond_the_year_nothing_is_guessed() -> None:
    days = shipped(2026)
    assert days.next_school_day(date(2027, 6, 18)) is None
    assert days.previous_school_day(date(2026, 8, 17)) is None
    assert days.add_school_weeks(date(2027, 6, 14), 1) is None
    assert days.add_school_weeks(date(2026, 8, 17), -1) is None


def test_school_days_between_two_days_include_both() -> None:
    found = shipped(2026).school_days(date(2026, 10, 1), date(2026, 10, 13))
    assert found == (date(2026, 10, 1), date(2026, 10, 2), date(2026, 10, 12), date(2026, 10, 13))


def test_a_break_is_no_school_week_but_a_week_with_one_school_day_is() -> None:
    days = shipped(2026, Special(DayKind.FREE, date(2026, 9, 15), date(2026, 9, 18)))
    assert (2026, 38) in days.school_weeks()
    assert (2026, 41) not in days.school_weeks()


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2026, 8, 17), 1),
        (date(2026, 8, 30), 2),  # the Sunday belongs to its week
        (date(2026, 10, 2), 7),
        (date(2026, 10, 7), None),
        (date(2026, 10, 12), 8),
        (date(2026, 8, 10), None),
        (date(2027, 7, 1), None),
    ],
)
def test_school_weeks_are_numbered_without_the_breaks(day: date, number: int | None) -> None:
    assert shipped(2026).school_week_number(day) == number


@pytest.mark.parametrize(
    ("day", "weeks", "expected"),
    [
        (date(2026, 9, 30), 1, date(2026, 10, 14)),  # across the autumn break
        (date(2026, 10, 14), -1, date(2026, 9, 30)),
        (date(2026, 10, 7), 0, date(2026, 10, 14)),  # from within the break
        (date(2026, 11, 20), 1, date(2026, 11, 26)),  # the Friday is free: the nearest school day of that week
        (date(2027, 4, 29), 1, date(2027, 5, 5)),  # Thursday is Ascension Day and Friday free
        (date(2026, 12, 14), 1, date(2027, 1, 4)),
    ],
)
def test_school_weeks_are_added_to_the_same_weekday(day: date, weeks: int, expected: date) -> None:
    assert shipped(2026).add_school_weeks(day, weeks) == expected


def test_each_level_has_its_own_first_day() -> None:
    days = shipped(2026, level_starts=((Level.VG2, date(2026, 8, 18)), (Level.VG3, date(2026, 8, 14))))
    assert days.for_level(Level.VG1).school_days()[0] == date(2026, 8, 17)
    assert days.for_level(Level.VG2).school_days()[0] == date(2026, 8, 18)
    assert days.for_level(Level.VG3).school_days()[0] == date(2026, 8, 14)
    assert days.school_days()[0] == date(2026, 8, 14)
    assert days.for_level(None) is days


def test_days_are_named() -> None:
    days = shipped(2026)
    named = [days.name_of(day) for day in (date(2026, 10, 7), date(2027, 5, 6), date(2026, 11, 23))]
    assert named == ["høstferie", "Kristi himmelfartsdag", ""]


def test_breaks_and_free_days_are_told_apart() -> None:
    days = shipped(2026)
    assert [row.name for row in days.breaks] == ["høstferie", "juleferie", "vinterferie", "påskeferie"]
    assert [row.first for row in days.free] == [date(2026, 11, 27), date(2027, 5, 7)]


def test_the_schools_own_days_lie_on_top_of_the_countys() -> None:
    free = date(2026, 11, 27)
    county = Layer(
        date(2026, 8, 17), date(2027, 6, 18), ((Level.VG1, date(2026, 8, 18)),), (Special(DayKind.FREE, free, free),)
    )
    own = Layer(None, None, ((Level.VG1, date(2026, 8, 17)),), (Special(DayKind.SCHOOL, free, free),))
    days = lay(2026, [county, own])
    assert days is not None
    assert days.first_day == date(2026, 8, 17)
    assert days.level_starts == ((Level.VG1, date(2026, 8, 17)),)
    assert days.is_school_day(free)


def test_without_a_first_day_there_is_no_year() -> None:
    assert lay(2026, []) is None
    assert lay(2026, [Layer(None, None)]) is None


def test_a_year_is_proposed_as_long_as_one_layer_is() -> None:
    county = Layer(date(2026, 8, 17), date(2027, 6, 18), standing=Standing.PROPOSED, source="kommunen")
    days = lay(2026, [county, Layer(None, None, source="skolen")])
    assert days is not None
    assert (days.standing, days.sources) == (Standing.PROPOSED, ("kommunen", "skolen"))


def test_a_school_year_runs_from_august_through_july() -> None:
    assert [school_year_of(day) for day in (date(2026, 7, 31), date(2026, 8, 1))] == [2025, 2026]
    assert [school_year_name(year) for year in (2026, 2099)] == ["2026/27", "2099/00"]


def test_days_in_the_wrong_order_or_year_are_refused_with_what_to_do() -> None:
    with pytest.raises(Refusal, match="Bytt om"):
        require_span(2026, date(2026, 10, 2), date(2026, 10, 1))
    with pytest.raises(Refusal, match=r"2026/27 går fra 1\. august"):
        require_span(2026, date(2026, 7, 31), date(2026, 8, 1))
    with pytest.raises(Refusal, match="både første og siste"):
        require_year(2026, date(2026, 8, 17), None)


@given(any_year())
def test_school_weeks_hold_every_school_day_once(days: Days) -> None:
    within = [days.school_days(first, last) for _, first, last in days.weeks()]
    assert [day for week in within for day in week] == list(days.school_days())
    assert [span.week for span in days.weeks()] == sorted(set(days.school_weeks()))
    assert all(Week.of(day) == span.week for span, week in zip(days.weeks(), within, strict=True) for day in week)


@given(any_year(), st.integers(0, 330), st.integers(-12, 12))
def test_added_school_weeks_can_be_counted(days: Days, offset: int, number: int) -> None:
    day = days.first_day + timedelta(days=offset)
    at = days.school_week_number(day)
    found = days.add_school_weeks(day, number)
    if found is not None:
        assert days.is_school_day(found)
        assert at is None or days.school_week_number(found) == at + number
