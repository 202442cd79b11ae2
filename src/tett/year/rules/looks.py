"""How one occurrence of something promised looks from today."""

from datetime import date

from tett.tasks.rules import Tally
from tett.year.words import Look


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
