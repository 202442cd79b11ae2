"""From counts to a judgement, without a database."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.calendar.tests.years import shipped
from tett.overview.rules import health, quiet_for, total
from tett.overview.words import Health
from tett.tasks.rules import Tally

DAYS = shipped(2026)
counts = st.builds(Tally, *[st.integers(0, 50)] * 5)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (Tally(), Health.NOTHING),
        (Tally(open=3), Health.WAITING),
        (Tally(done=1, open=3), Health.ON_TRACK),
        (Tally(done=4), Health.DONE),
        (Tally(settled=2), Health.SETTLED),
        (Tally(done=1, settled=1), Health.DONE),
        (Tally(done=3, open=1, late=1), Health.LATE),
        (Tally(open=1, holes=1), Health.HOLE),
        (Tally(open=2, late=2, holes=1), Health.HOLE),
    ],
)
def test_a_count_is_judged_by_its_worst(count: Tally, expected: Health) -> None:
    assert health(count) == expected


@given(st.lists(counts, max_size=6))
def test_counts_put_together_lose_nothing(some: list[Tally]) -> None:
    whole = total(some)
    assert whole.all == sum(one.all for one in some)


def test_a_class_is_quiet_by_whole_school_weeks() -> None:
    friday = date(2026, 9, 11)
    assert quiet_for(friday, date(2026, 9, 14), DAYS) == 0
    assert quiet_for(friday, date(2026, 9, 21), DAYS) == 1


def test_a_break_makes_nobody_quiet() -> None:
    before, after = date(2026, 10, 2), date(2026, 10, 19)
    assert quiet_for(before, after, DAYS) == 1


def test_a_class_without_anything_done_counts_from_the_first_day() -> None:
    assert quiet_for(None, date(2026, 9, 14), DAYS) == 4
