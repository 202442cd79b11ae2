"""What a list says, whatever format it came in: one row is one person in one place."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

#: A kind of identifier and its value as stored (``people.rules.identifiers``).
Id = tuple[str, str]
#: A mark (``words.Mark``) and what its sentence tells.
Told = tuple[str, dict[str, Any]]


class Said(NamedTuple):
    """One row of a list, understood; what it doesn't say is empty."""

    line: int
    holds: str
    ids: tuple[Id, ...]
    given: str
    family: str
    preferred: str = ""
    born: date | None = None
    language: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    protected: bool = False
    class_name: str = ""
    level: str = ""
    programme: str = ""
    department: str = ""
    starts: date | None = None
    ends: date | None = None
    basis: str = ""
    lodging: str = ""
    role: str = ""
    right: str = ""
    source: str = ""
    student: tuple[Id, ...] = ()
    file: str = ""

    @property
    def name(self) -> str:
        """Give the name as people read it."""
        return f"{self.given} {self.family}"


class OddRow(NamedTuple):
    """A row that can't be used: where, whose as far as one sees, and what is wrong."""

    line: int
    name: str
    told: tuple[Told, ...]
    #: Whoever these belong to is in the list all the same, and hasn't left because a line is wrong.
    ids: tuple[Id, ...] = ()
    file: str = ""


@dataclass
class Reading:
    """A list that has been read: the rows that can be used, those that can't, and whom it is about."""

    holds: frozenset[str]
    rows: list[Said] = field(default_factory=list)
    odd: list[OddRow] = field(default_factory=list)
    #: How many lines the list has in all.
    lines: int = 0
    #: Where identifiers come from (``people.words.IdentifierSource``).
    source: str = "list"
