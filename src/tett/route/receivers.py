"""What follows by a job when a change reaches many schools."""

from collections.abc import Callable
from typing import Any

from tett.route.actions import many_to_count, many_to_follow


def listen(count: Callable[[int], object], follow: Callable[[int], object]) -> None:
    """Let changes be counted and followed by what is given: jobs."""

    def hear_to_count(amendment_id: int, **_told: Any) -> None:
        count(amendment_id)

    def hear_to_follow(amendment_id: int, **_told: Any) -> None:
        follow(amendment_id)

    many_to_count.connect(hear_to_count, weak=False, dispatch_uid="route.count")
    many_to_follow.connect(hear_to_follow, weak=False, dispatch_uid="route.follow")
