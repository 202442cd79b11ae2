"""What differs between two ways a calendar may speak of a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tett.calendar.rules import Layer, Special
from tett.route.rules.edits import SILENT
from tett.route.rules.snapshot import in_order


@dataclass(frozen=True)
class Difference:
    """One thing that differs: a day before and after, or where the year begins or ends."""

    was: Special | None = None
    now: Special | None = None
    #: ``first_day``, ``last_day``, a level's value, ``standing`` or ``source``, when it isn't about a day.
    about: str = ""
    before: date | None = None
    after: date | None = None

    @property
    def name(self) -> str:
        """Give what the day is called."""
        row = self.now or self.was
        return (row.name or str(row.kind.label)) if row else ""


def differences(before: Layer | None, after: Layer | None) -> Iterator[Difference]:
    """Give what differs, by date; a day that has only moved or changed name is one thing and not two."""
    was, now = before or SILENT, after or SILENT
    for about in ("first_day", "last_day"):
        if getattr(was, about) != getattr(now, about):
            yield Difference(about=about, before=getattr(was, about), after=getattr(now, about))
    yield from _levels(was, now)
    for about in ("standing", "source"):
        if getattr(was, about) != getattr(now, about):
            yield Difference(about=about)
    yield from _days(was, now)


def _levels(was: Layer, now: Layer) -> Iterator[Difference]:
    old, new = dict(was.level_starts), dict(now.level_starts)
    for level in sorted({*old, *new}):
        if old.get(level) != new.get(level):
            yield Difference(about=level.value, before=old.get(level), after=new.get(level))


def _days(was: Layer, now: Layer) -> Iterator[Difference]:
    gone = in_order(tuple(row for row in was.special if row not in now.special))
    new = in_order(tuple(row for row in now.special if row not in was.special))
    for row in new:
        same = next((old for old in gone if _alike(old, row)), None)
        if same is not None:
            gone.remove(same)
        yield Difference(was=same, now=row)
    yield from (Difference(was=row) for row in gone)


def _alike(old: Special, new: Special) -> bool:
    same_span = (old.first, old.last) == (new.first, new.last)
    same_name = (old.kind, old.name.casefold()) == (new.kind, new.name.casefold())
    return same_span or same_name
