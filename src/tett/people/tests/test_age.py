"""When somebody is 18: guardians' access ends by itself that day, so no day may be wrong."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tett.people.rules import age_on, born_after_for_minors, eighteenth_birthday, is_adult

BIRTHS = st.dates(date(1940, 1, 1), date(2040, 12, 31))
DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("birth", "adult_from"),
    [
        (date(2008, 9, 14), date(2026, 9, 14)),
        (date(2008, 12, 31), date(2026, 12, 31)),
        (date(2009, 1, 1), date(2027, 1, 1)),
        (date(2008, 2, 28), date(2026, 2, 28)),
        (date(2008, 2, 29), date(2026, 2, 28)),
        (date(2008, 3, 1), date(2026, 3, 1)),
        (date(2010, 2, 28), date(2028, 2, 28)),
        (date(2010, 3, 1), date(2028, 3, 1)),
    ],
)
def test_one_is_18_on_the_birthday_and_never_a_day_later(birth: date, adult_from: date) -> None:
    assert eighteenth_birthday(birth) == adult_from
    assert is_adult(birth, adult_from)
    assert not is_adult(birth, adult_from - timedelta(days=1))


@given(birth=BIRTHS, day=DAYS)
@example(birth=date(2008, 2, 29), day=date(2026, 2, 28))
@example(birth=date(2008, 2, 29), day=date(2026, 2, 27))
@example(birth=date(2010, 3, 1), day=date(2028, 2, 29))
@example(birth=date(2010, 2, 28), day=date(2028, 2, 28))
def test_the_database_and_the_rule_agree_on_who_is_a_minor(birth: date, day: date) -> None:
    assert (birth > born_after_for_minors(day)) is not is_adult(birth, day)


@given(birth=BIRTHS, day=DAYS)
def test_one_is_an_adult_exactly_when_the_age_is_18_or_more(birth: date, day: date) -> None:
    assert is_adult(birth, day) is (age_on(birth, day) >= 18)


@given(birth=BIRTHS, day=DAYS)
def test_nobody_grows_younger_nor_by_more_than_a_year_at_a_time(birth: date, day: date) -> None:
    assert age_on(birth, day + timedelta(days=1)) - age_on(birth, day) in {0, 1}


@given(birth=BIRTHS)
def test_nobody_is_older_than_nought_on_the_day_of_birth(birth: date) -> None:
    assert age_on(birth, birth) == 0


def test_who_was_born_on_an_unknown_day_counts_as_an_adult_since_that_closes_access() -> None:
    assert is_adult(None, date(2026, 9, 14))
