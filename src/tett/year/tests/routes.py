"""The school year of the cast's school."""

from datetime import date

from tests.cast import NOW, World
from tett.calendar.actions import lay_out_year, open_calendar
from tett.calendar.rules import Special
from tett.calendar.words import DayKind

BREAKS = (
    Special(DayKind.BREAK, date(2026, 10, 5), date(2026, 10, 9), "høstferie"),
    Special(DayKind.BREAK, date(2026, 12, 21), date(2027, 1, 1), "juleferie"),
    Special(DayKind.BREAK, date(2027, 2, 22), date(2027, 2, 26), "vinterferie"),
    Special(DayKind.BREAK, date(2027, 3, 22), date(2027, 3, 29), "påskeferie"),
)
PLANNING = (Special(DayKind.PLANNING, date(2026, 8, 13), date(2026, 8, 14), "planleggingsdag"),)


def write_year(world: World, *more: Special) -> None:
    """Write the school's year down, with more days on top."""
    calendar = world.school.calendar
    assert calendar is not None
    lay_out_year(
        calendar, 2026, date(2026, 8, 17), date(2027, 6, 18), by=None, at=NOW, days=[*BREAKS, *PLANNING, *more]
    )


def with_year(world: World) -> World:
    """Give the cast's school its year."""
    world.school.calendar = open_calendar("Prøve", by=None, at=NOW)
    world.school.save(update_fields=["calendar"])
    write_year(world)
    return world
