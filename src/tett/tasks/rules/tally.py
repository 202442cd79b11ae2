"""How many tasks have come how far."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """Tasks by what has become of them; ``late`` and ``holes`` are among ``open``."""

    done: int = 0
    open: int = 0
    late: int = 0
    holes: int = 0
    settled: int = 0

    @property
    def all(self) -> int:
        """Give every task that counts, those put aside as not done or not relevant too."""
        return self.done + self.open + self.settled

    def __add__(self, other: "Tally") -> "Tally":
        """Put two tallies together."""
        return Tally(
            self.done + other.done,
            self.open + other.open,
            self.late + other.late,
            self.holes + other.holes,
            self.settled + other.settled,
        )
