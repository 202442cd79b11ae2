"""Everything that a list would change, as rows to write and as lines to read."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from tett.roster.rules.said import Id, OddRow, Told
from tett.roster.words import Kind, Mark

#: Marks that ask people to look, whatever else the line says.
TO_LOOK_AT = frozenset({
    Mark.LINKED, Mark.KEPT_BY_HAND, Mark.ENDED_BY_HAND, Mark.PROTECTED_KEPT, Mark.TWIN, Mark.ONLY_IN_TETT,
    Mark.ODD_KEPT,
})  # fmt: skip
#: A person: the number in Tett, or below zero one who is new (the place among the new ones, counted from -1).
Ref = int
DEFAULT_SHARE, FEW = 20, 5


class Line(NamedTuple):
    """A line of the dry run: where it stands in the list, whom it is about, what would happen and what is told."""

    line: int
    file: str
    kind: str
    odd: bool
    name: str
    where: str
    told: tuple[Told, ...]


class NewClass(NamedTuple):
    """A class that isn't there yet; its department may be new as well."""

    name: str
    level: str
    programme: str
    department: str


class NewPerson(NamedTuple):
    """Somebody who isn't there yet."""

    given: str
    family: str
    preferred: str
    born: date | None
    language: str
    protected: bool


class NewEnrolment(NamedTuple):
    """A place in a class, by the class's name without case."""

    who: Ref
    class_key: str
    starts: date
    ends: date | None
    basis: str
    lodging: str


class NewRole(NamedTuple):
    """A role for somebody, for the school, a class or a department (by name without case)."""

    who: Ref
    role: str
    class_key: str
    department_key: str
    starts: date
    ends: date | None


class NewRight(NamedTuple):
    """What an adult is to a student."""

    guardian: Ref
    student: Ref
    right: str
    source: str
    starts: date
    ends: date | None


class Ending(NamedTuple):
    """A row that gets a last day; ``absent`` when the list doesn't say so, but no longer has the person."""

    id: int
    day: date
    absent: bool


@dataclass
class Plan:
    """What would be written, in the order it has to be, and the lines that tell of it."""

    departments: list[str] = field(default_factory=list)
    classes: list[NewClass] = field(default_factory=list)
    people: list[NewPerson] = field(default_factory=list)
    facts: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    protect: list[int] = field(default_factory=list)
    reach: list[tuple[Ref, tuple[str, str, str], bool]] = field(default_factory=list)
    ids: list[tuple[Ref, Id]] = field(default_factory=list)
    dropped_ids: list[tuple[int, Id]] = field(default_factory=list)
    enrolments: list[NewEnrolment] = field(default_factory=list)
    enrolment_facts: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    enrolment_ends: list[Ending] = field(default_factory=list)
    roles: list[NewRole] = field(default_factory=list)
    role_ends: list[Ending] = field(default_factory=list)
    rights: list[NewRight] = field(default_factory=list)
    right_facts: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    right_ends: list[Ending] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    #: Who is touched, by which changes, and whether only for not being in the list; for the log.
    touched: list[tuple[Ref, tuple[str, ...], bool]] = field(default_factory=list)
    #: How many rows of the list are as Tett has it already.
    same: int = 0
    #: How many students and roles there are, of which a list could end some.
    living: int = 0

    def tell(self, line: int, name: str, where: str, told: list[Told], kind: Kind | None, file: str = "") -> None:
        """Add a line; one that changes nothing and has nothing to look at is only counted."""
        look = bool(told) and any(mark in TO_LOOK_AT for mark, _ in told)
        if kind is None and not look:
            self.same += 1
        else:
            self.lines.append(Line(line, file, kind or Kind.ODD, look or kind is None, name, where, tuple(told)))

    def touch(self, who: Ref, told: list[Told], *, absent: bool = False) -> None:
        """Note that somebody is changed, and by what."""
        self.touched.append((who, tuple([mark for mark, _ in told]), absent))

    def tell_odd(self, row: OddRow) -> None:
        """Add a line that can't be used."""
        self.lines.append(Line(row.line, row.file, Kind.ODD, True, row.name, "", row.told))  # noqa: FBT003 - a field

    @property
    def writes(self) -> bool:
        """Tell whether confirming would change anything."""
        return any((
            self.departments, self.classes, self.people, self.facts, self.protect, self.reach, self.ids,
            self.dropped_ids, self.enrolments, self.enrolment_facts, self.enrolment_ends, self.roles, self.role_ends,
            self.rights, self.right_facts, self.right_ends,
        ))  # fmt: skip

    @property
    def absent(self) -> int:
        """Tell how many would end only because they aren't in the list."""
        return sum(one.absent for ends in (self.enrolment_ends, self.role_ends, self.right_ends) for one in ends)

    @property
    def ending(self) -> int:
        """Tell how many would end at all."""
        return len(self.enrolment_ends) + len(self.role_ends) + len(self.right_ends)

    @property
    def unusual(self) -> bool:
        """Tell whether so many would end that the list is probably wrong or only a part: a twentieth, and a few."""
        return self.ending > FEW and self.ending * DEFAULT_SHARE > self.living

    def without_absent(self) -> "Plan":
        """Give the plan in which those who aren't in the list stay."""
        kept: dict[str, Any] = {
            name: [one for one in getattr(self, name) if not one.absent]
            for name in ("enrolment_ends", "role_ends", "right_ends")
        }
        kept["touched"] = [one for one in self.touched if not one[2]]
        return Plan(**{**self.__dict__, **kept})
