"""What the year hears: a new edition of the plan, and changes among people.

The first time, a leader lays out the year, having seen what it becomes. From then on it follows by itself.
"""

from collections.abc import Callable
from typing import Any

from tett.people.actions import roster_changed
from tett.plan.actions import edition_adopted


def listen(follow: Callable[[int], object]) -> None:
    """Let a school's year follow (by what is given: a job) whenever its plan or its people have changed."""

    def hear(school_id: int, **_told: Any) -> None:
        follow(school_id)

    for news in (edition_adopted, roster_changed):
        news.connect(hear, weak=False, dispatch_uid="year.follow")
