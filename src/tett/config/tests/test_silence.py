"""A worker is dead when it has been silent, whatever the clocks say."""

from datetime import UTC, datetime, timedelta

import pytest

from tett.config.silence import SILENT_SECONDS, Watch

AT = datetime(2026, 9, 14, 6, 0, tzinfo=UTC)
LATE = SILENT_SECONDS + 1


def test_one_that_shows_its_pulse_is_alive_however_long_one_watches() -> None:
    watch = Watch()
    for minute in range(10):
        assert watch.silent({"a": AT + timedelta(minutes=minute)}, minute * 60.0) == set()


def test_one_whose_pulse_stays_the_same_is_dead_after_a_while() -> None:
    watch = Watch()
    assert watch.silent({"a": AT}, 0) == set()
    assert watch.silent({"a": AT}, SILENT_SECONDS) == set()
    assert watch.silent({"a": AT}, LATE) == {"a"}


@pytest.mark.parametrize("jump", [timedelta(days=3), timedelta(days=-3), timedelta(hours=1), timedelta(hours=-1)])
def test_a_clock_that_jumps_neither_kills_the_living_nor_spares_the_dead(jump: timedelta) -> None:
    watch = Watch()
    watch.silent({"dead": AT, "alive": AT}, 0)
    after = {"dead": AT, "alive": AT + jump}
    assert watch.silent(after, 60) == set()
    assert watch.silent({**after, "alive": AT + jump + timedelta(minutes=1)}, LATE) == {"dead"}


def test_one_that_left_and_came_back_is_seen_anew() -> None:
    watch = Watch()
    watch.silent({"a": AT}, 0)
    watch.silent({}, 60)
    assert watch.silent({"a": AT}, LATE) == set()
