"""From counts to a judgement."""

from collections.abc import Iterable
from dataclasses import dataclass

from tett.overview.words import Health


@dataclass(frozen=True)
class Count:
    """Tasks by what has become of them; ``late`` and ``holes`` are among ``open``, ``due`` is done or late."""

    done: int = 0
    open: int = 0
    late: int = 0
    holes: int = 0
    settled: int = 0

    @property
    def all(self) -> int:
        """Give every task that still counts, those put aside as not done or not relevant too."""
        return self.done + self.open + self.settled

    @property
    def due(self) -> int:
        """Give what should have been done by today."""
        return self.done + self.late

    def __add__(self, other: "Count") -> "Count":
        """Put two counts together."""
        return Count(
            self.done + other.done,
            self.open + other.open,
            self.late + other.late,
            self.holes + other.holes,
            self.settled + other.settled,
        )


def health(count: Count) -> Health:
    """Judge a count; what nobody answers for comes first, then what is late."""
    if not count.all:
        return Health.NOTHING
    if count.holes:
        return Health.HOLE
    if count.late:
        return Health.LATE
    if not count.open:
        return Health.DONE if count.done else Health.SETTLED
    return Health.ON_TRACK if count.done else Health.WAITING


def total(counts: Iterable[Count]) -> Count:
    """Put many counts together."""
    return sum(counts, Count())
