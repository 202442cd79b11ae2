"""What a calendar holds at most, and how often an address that leads nowhere may be tried before one has to wait."""

from collections import OrderedDict
from datetime import datetime, timedelta

#: How long what should have been done stays in a calendar, and how much it holds at most.
LATE = timedelta(days=60)
MOST = 2_000
WINDOW = timedelta(minutes=10)
MISSES = 600
#: Places that are remembered at a time; those that were quiet longest are forgotten first.
REMEMBERED = 2_000


class Misses:
    """Counts misses by place, in this process alone: it saves work and guards no secret, which nobody can guess."""

    def __init__(self, limit: int = MISSES) -> None:
        """Begin with none."""
        self.limit = limit
        self._counts: OrderedDict[str, tuple[datetime, int]] = OrderedDict()

    def one_more(self, place: str, at: datetime) -> bool:
        """Count a miss; tell whether there have been too many."""
        began, number = self._counts.pop(place, (at, 0))
        if at - began > WINDOW:
            began, number = at, 0
        self._counts[place] = (began, number + 1)
        while len(self._counts) > REMEMBERED:
            self._counts.popitem(last=False)
        return number + 1 > self.limit
