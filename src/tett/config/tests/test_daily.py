"""Daily jobs: once a day, through clocks that jump and nights that are too short or too long (S8)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tett.config.actions import start_daily
from tett.config.models import DailyRun
from tett.config.rules import Daily

pytestmark = pytest.mark.django_db
#: The nights when summer time begins and ends in Norway: an hour is left out, an hour comes twice.
SPRING, AUTUMN = datetime(2027, 3, 28, tzinfo=UTC), datetime(2026, 10, 25, tzinfo=UTC)


def _minutes(night: datetime) -> Iterator[datetime]:
    """Give the local time every five minutes from the evening before to the evening after."""
    begun = night - timedelta(hours=4)
    return (timezone.localtime(begun + timedelta(minutes=5 * n)) for n in range(12 * 28))


@pytest.mark.parametrize("night", [SPRING, AUTUMN])
@pytest.mark.parametrize("hour", [0, 1, 2, 3, 4])
def test_a_night_with_another_number_of_hours_starts_each_job_once_for_each_day(night: datetime, hour: int) -> None:
    started: list[datetime] = []
    now: list[datetime] = []
    job = Daily("count", hour, lambda: started.append(now[-1]))
    for at in _minutes(night):
        now.append(at)
        start_daily([job], at)
    days = [at.date() for at in started]
    assert len(days) == len(set(days))
    assert night.date() in days
    assert all(at.hour >= hour for at in started)


@pytest.mark.parametrize("days", [3, -3])
def test_a_clock_that_jumps_and_is_put_right_starts_no_day_twice(days: int) -> None:
    """What a wrong clock has started for a day that came later isn't started again: better a night without than two."""
    day = timezone.make_aware(datetime(2026, 9, 14, 8, 0))  # noqa: DTZ001 - made aware in the same breath
    started: list[str] = []
    job = Daily("count", 3, lambda: started.append("x"))
    for at in (day, day + timedelta(days=days), day + timedelta(minutes=1), *_days_after(day, 5)):
        start_daily([job], at)
    assert len(started) == DailyRun.objects.filter(name="count").count() == (6 if days > 0 else 7)


def _days_after(day: datetime, number: int) -> Iterator[datetime]:
    return (day + timedelta(days=n) for n in range(1, number + 1))


def test_another_machine_a_minute_ahead_at_midnight_starts_nothing_twice() -> None:
    before = timezone.make_aware(datetime(2026, 9, 14, 23, 59, 30))  # noqa: DTZ001 - made aware in the same breath
    started: list[str] = []
    job = Daily("count", 0, lambda: started.append("x"))
    start_daily([job], before)
    start_daily([job], before + timedelta(minutes=1))
    start_daily([job], before)
    start_daily([job], before + timedelta(minutes=1))
    assert len(started) == 2
