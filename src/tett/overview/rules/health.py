"""From counts to a judgement."""

from collections.abc import Iterable

from tett.overview.words import Health
from tett.tasks.rules import Tally


def health(count: Tally) -> Health:
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


def total(counts: Iterable[Tally]) -> Tally:
    """Put many counts together."""
    return sum(counts, Tally())
