"""The one place where the clock is read."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.utils import timezone


def real_now() -> datetime:
    """Tell the time of the machine, in UTC; for sessions, throttling and other matters of security."""
    return datetime.now(UTC)


def now() -> datetime:
    """Tell what time it is for the school; in a demo started with ``--at`` another day, moving on as time does."""
    shift: timedelta = settings.CLOCK_SHIFT
    return timezone.localtime(real_now() + shift)
