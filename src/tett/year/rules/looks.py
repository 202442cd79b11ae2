"""How one occurrence of something promised looks from today."""

from dataclasses import dataclass
from datetime import date

from tett.year.words import Look


@dataclass(frozen=True)
class Tally:
    """An occurrence's tasks by what has become of them; ``late`` and ``holes`` are among ``open``."""

    done: int = 0
    open: int = 0
    late: int = 0
    holes: int = 0
    settled: int = 0

    @property
    def all(self) -> int:
        """Give every task that counts."""
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


def look_of(tally: Tally, opens: date, today: date) -> Look:
    """Judge by the tasks: what nobody at all answers for comes first, then what is late."""
    if not tally.all:
        return Look.NOTHING
    if tally.open and tally.holes == tally.open:
        return Look.HOLE
    if tally.late:
        return Look.LATE
    if not tally.open:
        return Look.DONE if tally.done else Look.ASIDE
    return Look.WAITING if opens > today else Look.ON_TRACK


def pace_of(opens: date, due: date, today: date) -> Look:
    """Tell only whether the time has been, is now or comes, to those who see no tasks."""
    if due < today:
        return Look.PAST
    return Look.COMING if opens > today else Look.NOW
