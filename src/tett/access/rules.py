"""Who acts, and rules of access as sets of rows."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from tett.access.words import LEADERS, STAFF_ROLES, Role

M = TypeVar("M", bound=Model)

NOTHING = Q(pk__in=[])
#: An empty ``Q()`` would do alone, but Django drops it when it is combined, and negated it is still everything.
EVERYTHING = ~NOTHING


@dataclass(frozen=True)
class Held:
    """A role held today, and where it counts."""

    role: Role
    owner_id: int | None = None
    school_id: int | None = None
    department_id: int | None = None
    class_id: int | None = None


@dataclass(frozen=True)
class Actor:
    """Somebody who acts on a day: a person with the roles held that day, or a stranger."""

    day: date
    now: datetime
    person_id: int | None = None
    login_id: int | None = None
    name: str = ""
    held: tuple[Held, ...] = ()
    wards: frozenset[int] = field(default_factory=frozenset)

    @property
    def known(self) -> bool:
        """Tell whether somebody has logged in and holds something today."""
        return self.person_id is not None and bool(self.held)

    def holds(self, *roles: Role) -> bool:
        """Tell whether one of the roles is held today, anywhere."""
        return any(held.role in roles for held in self.held)

    def schools(self, *roles: Role) -> frozenset[int]:
        """Give the schools where one of the roles (any role, if none is named) is held."""
        return frozenset(h.school_id for h in self.held if h.school_id and (not roles or h.role in roles))

    def departments(self, *roles: Role) -> frozenset[int]:
        """Give the departments where one of the roles is held."""
        return frozenset(h.department_id for h in self.held if h.department_id and h.role in roles)

    def classes(self, *roles: Role) -> frozenset[int]:
        """Give the classes where one of the roles is held."""
        return frozenset(h.class_id for h in self.held if h.class_id and h.role in roles)

    def owners(self, *roles: Role) -> frozenset[int]:
        """Give the school owners for whom one of the roles is held."""
        return frozenset(h.owner_id for h in self.held if h.owner_id and h.role in roles)

    @property
    def leads(self) -> bool:
        """Tell whether the actor leads a school or a department today."""
        return self.holds(*LEADERS)

    @property
    def works_at_school(self) -> bool:
        """Tell whether the actor works at a school today."""
        return self.holds(*STAFF_ROLES)


@dataclass(frozen=True)
class Rule:
    """A named set of rows for each actor; lists, pages and actions all ask the same one.

    What stands on the other side of a to-many relation is asked for by ``pk__in`` and a query of its own: joined, two
    conditions would have to hold for the same related row, and ``&`` and ``~`` would no longer be those of sets.
    """

    name: str
    rows: Callable[[Actor], Q]
    #: What the rule means to somebody at school, in a sentence; marked with ``gettext_noop``, read in one's language.
    tells: str = ""
    #: The rules of which any one is enough, when it is made of several.
    parts: tuple["Rule", ...] = ()

    def filter(self, actor: Actor, rows: "QuerySet[M]") -> "QuerySet[M]":
        """Keep the rows that the actor may have."""
        return rows.filter(self.rows(actor))

    def allows(self, actor: Actor, row: Model) -> bool:
        """Tell whether this row is among the actor's."""
        manager = type(row)._default_manager  # noqa: SLF001 - Django's documented way to the manager of any model
        return manager.filter(self.rows(actor), pk=row.pk).exists()

    def __or__(self, other: "Rule") -> "Rule":
        """Allow what either allows."""
        either = (*self.alternatives, *other.alternatives)
        return Rule(f"{self.name} | {other.name}", lambda actor: self.rows(actor) | other.rows(actor), parts=either)

    def __and__(self, other: "Rule") -> "Rule":
        """Allow what both allow."""
        return Rule(f"{self.name} & {other.name}", lambda actor: self.rows(actor) & other.rows(actor))

    def __invert__(self) -> "Rule":
        """Allow what this forbids."""
        return Rule(f"~({self.name})", lambda actor: ~self.rows(actor))

    @property
    def alternatives(self) -> tuple["Rule", ...]:
        """Give the rules of which any one is enough; one that isn't made of several is the only one."""
        return self.parts or (self,)

    def explained(self, sentence: str) -> "Rule":
        """Give the same rule with what it means to somebody at school."""
        return replace(self, tells=sentence)

    def called(self, name: str) -> "Rule":
        """Give the same rows under one name of their own, where how they are combined says little to a reader."""
        return replace(self, name=name, parts=())
