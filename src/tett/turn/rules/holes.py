"""What a school route still lacks, before a year is laid out by it."""

from tett.calendar.rules import Days
from tett.calendar.words import DayKind, Standing
from tett.turn.words import Hole

#: § 14-1 of the Act: at least 38 weeks of school, which is 190 days.
SCHOOL_DAYS = 190
#: The months in which a break begins, in every school route there is.
BREAKS = {"autumn": (9, 10), "christmas": (12,), "winter": (2, 3)}


def holes_in(days: Days | None) -> tuple[Hole, ...]:
    """Give everything that a year's route lacks."""
    if days is None:
        return (Hole.NO_ROUTE,)
    begun = {special.first.month for special in days.special if special.kind == DayKind.BREAK}
    found = [Hole(name) for name, months in BREAKS.items() if not begun.intersection(months)]
    if not any(special.kind == DayKind.PLANNING for special in days.special):
        found.append(Hole.PLANNING)
    if len(days.school_days()) < SCHOOL_DAYS:
        found.append(Hole.FEW_DAYS)
    return (Hole.PROPOSED, *found) if days.standing == Standing.PROPOSED else tuple(found)
