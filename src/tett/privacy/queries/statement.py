"""What is stored, told to everybody, with what the owner has decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from tett.access.rules import Actor
from tett.people.models import Owner
from tett.privacy.access import may_state
from tett.privacy.models import Statement
from tett.privacy.words import DECIDED_BY_OWNER, KEPT, About, Keeps, Table
from tett.privacy.words.tables import ALL


@dataclass(frozen=True)
class Kept:
    """A kind of keeping, and how many months the owner has decided, if any."""

    keeps: Keeps
    months: int | None

    @property
    def label(self) -> object:
        """Say what it is that is kept."""
        return KEPT[self.keeps]


@dataclass(frozen=True)
class Said:
    """What an owner says of itself; empty where nobody has filled it in."""

    owner: Owner
    officer: str
    accessibility: str
    kept: tuple[Kept, ...]


def declared(_actor: Actor) -> tuple[Table, ...]:
    """Give the declarations that tell of somebody."""
    return tuple(table for table in ALL.values() if table.about != About.NOBODY)


def statements(_actor: Actor) -> tuple[Said, ...]:
    """Give what the owners here say (two queries); open to everybody."""
    owners = list(Owner.objects.order_by("name"))
    stored = {row.owner_id: row for row in Statement.objects.filter(owner__in=owners)}
    return tuple(_said(owner, stored.get(owner.pk)) for owner in owners)


def _said(owner: Owner, row: Statement | None) -> Said:
    row = row or Statement(owner=owner)
    return Said(owner, row.officer, row.accessibility, tuple(_kept(row.months, DECIDED_BY_OWNER)))


def _kept(months: dict[str, int], kinds: Iterable[Keeps]) -> Iterable[Kept]:
    """Tell what is decided of each kind."""
    return (Kept(kind, months.get(kind.value)) for kind in kinds)


def statement_for(actor: Actor) -> tuple[Owner, Statement] | None:
    """Give what somebody may fill in for their owner, or None."""
    owner = may_state.filter(actor, Owner.objects.all()).order_by("pk").first()
    if owner is None:
        return None
    return owner, Statement.objects.filter(owner=owner).first() or Statement(owner=owner)
