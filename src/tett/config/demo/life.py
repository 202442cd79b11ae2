"""A school year that is under way."""

from collections.abc import Callable
from datetime import datetime

from tett.people.models import School


def live(school: School, *, at: datetime, say: Callable[[str], object]) -> None:
    """Read, adopt and unfold the school's plan, and do what should have been done by now."""
    say(f"{school.short_name} {at:%Y}")
