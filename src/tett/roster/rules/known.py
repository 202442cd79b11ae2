"""What is in Tett before a list is read in, as the rules compare with it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tett.roster.rules.said import Id


class Facts(NamedTuple):
    """What is known of a person."""

    given: str
    family: str
    preferred: str
    born: date | None
    language: str
    protected: bool


class Reach(NamedTuple):
    """How a person is reached."""

    email: str
    phone: str
    address: str


class Place(NamedTuple):
    """A class of the school year."""

    id: int
    name: str
    level: str
    department_id: int


class Enrolled(NamedTuple):
    """A student's place in a class."""

    id: int
    class_id: int
    class_name: str
    starts_in: int
    starts: date
    ends: date | None
    basis: str
    lodging: str


class Holding(NamedTuple):
    """A role somebody holds or has held, and whether a list gave it."""

    id: int
    role: str
    class_id: int | None
    department_id: int | None
    starts: date
    ends: date | None
    listed: bool


class Trust(NamedTuple):
    """What an adult is to a student."""

    id: int
    right: str
    source: str
    starts: date
    ends: date | None


@dataclass
class Known:
    """A school and its people, as far as a list may touch them."""

    today: date
    starts_in: int
    classes: Mapping[str, Place] = field(default_factory=dict)
    #: Where new classes go when a list doesn't say.
    usual_department: str = ""
    #: By name, without case.
    departments: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    people: Mapping[int, Facts] = field(default_factory=dict)
    reach: Mapping[int, Reach] = field(default_factory=dict)
    by_id: Mapping[Id, int] = field(default_factory=dict)
    #: Those whom a list has told of before.
    from_lists: frozenset[int] = frozenset()
    corrected: Mapping[int, frozenset[str]] = field(default_factory=dict)
    enrolments: Mapping[int, list[Enrolled]] = field(default_factory=dict)
    roles: Mapping[int, list[Holding]] = field(default_factory=dict)
    trusts: Mapping[tuple[int, int], list[Trust]] = field(default_factory=dict)

    @cached_property
    def ids(self) -> Mapping[int, frozenset[Id]]:
        """Give all identifiers of each person; asked for only where the list has others."""
        own: dict[int, list[Id]] = defaultdict(list)
        for one, person in self.by_id.items():
            own[person].append(one)
        return {person: frozenset(ones) for person, ones in own.items()}

    @cached_property
    def begins(self) -> date:
        """Give the first day of the school year."""
        return date(self.starts_in, 8, 1)

    @cached_property
    def begun(self) -> bool:
        """Tell whether anybody is enrolled this school year already: then who comes now, comes now."""
        return any(one.starts_in == self.starts_in for rows in self.enrolments.values() for one in rows)

    @cached_property
    def staffed(self) -> bool:
        """Tell whether a list has given roles before."""
        return any(one.listed for rows in self.roles.values() for one in rows)

    @cached_property
    def stops(self) -> date:
        """Give the last day of the school year."""
        return date(self.starts_in + 1, 7, 31)


def lives(ends: date | None, today: date) -> bool:
    """Tell whether a period hasn't ended before a day."""
    return ends is None or ends >= today
