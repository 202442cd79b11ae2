"""A first answer to which classes there are next year, and where each of this year's goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tett.calendar.words import Level
from tett.turn.rules.names import NEXT, bump, letters_of
from tett.turn.words import Leaving


class Now(NamedTuple):
    """A class of the year that ends."""

    id: int
    name: str
    level: str
    programme: str
    department_id: int


class Planned(NamedTuple):
    """A class of the year that comes."""

    name: str
    level: str
    programme: str
    department_id: int


@dataclass(frozen=True)
class Proposal:
    """The classes next year by name, where this year's go, and of which it is a guess."""

    planned: dict[str, Planned]
    #: By class: the name of the one it becomes, or why it leaves.
    goes: dict[int, str | Leaving]
    unsure: frozenset[int]


def propose(classes: Iterable[Now]) -> Proposal:
    """Let classes become those of the next level, and let next year have the same classes as this one besides.

    A class keeps its letters where the school has those letters on the next level. Where it hasn't, the programme area
    is chosen anew after Vg1 (as in naturbruk), and most go out as apprentices after Vg2.
    """
    rows = sorted(classes, key=lambda row: (row.level, row.name))
    found = Proposal({}, {}, frozenset())
    unsure = {row.id for row in rows if _go(row, rows, found)}
    for row in rows:
        found.planned.setdefault(row.name, Planned(*row[1:]))
    return Proposal(found.planned, found.goes, frozenset(unsure))


def _go(row: Now, rows: Sequence[Now], found: Proposal) -> bool:
    """Say where one class goes, and tell whether it is a guess."""
    following = NEXT.get(Level(row.level))
    above = [other for other in rows if other.level == following]
    alike = [other for other in above if letters_of(other.name) == letters_of(row.name)]
    near = [other for other in above if other.department_id == row.department_id]
    if following is None:
        found.goes[row.id] = Leaving.FINISHED
    elif alike or (row.level == Level.VG1 and not near):
        name = bump(row.name, row.level)
        programme = alike[0].programme if alike else row.programme
        found.planned[name] = Planned(name, following, programme, row.department_id)
        found.goes[row.id] = name
    elif row.level == Level.VG1:
        found.goes[row.id] = near[_rank(row, rows) % len(near)].name
        return True
    else:
        found.goes[row.id] = Leaving.APPRENTICE
        return True
    return False


def _rank(row: Now, rows: Sequence[Now]) -> int:
    """Give the class's number among those of its level and department, so that they spread over those above."""
    return [o.id for o in rows if (o.level, o.department_id) == (row.level, row.department_id)].index(row.id)
