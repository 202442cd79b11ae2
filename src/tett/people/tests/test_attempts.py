"""How many tries are too many: a name rests, an address alone never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.people.rules.attempts import BUSY_ADDRESS, PER_NAME, PER_NAME_WHEN_BUSY, too_many


@pytest.mark.parametrize(
    ("for_name", "from_address", "rests"),
    [
        (0, 0, False),
        (PER_NAME - 1, 0, False),
        (PER_NAME, 0, True),
        (PER_NAME - 1, BUSY_ADDRESS - 1, False),
        (PER_NAME_WHEN_BUSY - 1, BUSY_ADDRESS, False),
        (PER_NAME_WHEN_BUSY, BUSY_ADDRESS, True),
    ],
)
def test_a_name_rests_after_some_tries_and_sooner_where_many_fail(
    for_name: int, from_address: int, rests: bool
) -> None:
    assert too_many(for_name, from_address) is rests


@given(from_address=st.integers(0, 10**9))
def test_a_whole_school_behind_one_address_is_never_shut_out(from_address: int) -> None:
    assert not too_many(0, from_address)
    assert too_many(PER_NAME, from_address)
