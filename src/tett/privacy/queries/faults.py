"""What people tell of faults."""

from dataclasses import dataclass
from datetime import datetime

from tett.access.rules import Actor
from tett.people.access import current
from tett.people.models import Assignment
from tett.privacy.access import KEEPERS, may_read_faults
from tett.privacy.models import Fault

SHOWN = 100


@dataclass(frozen=True)
class Faults:
    """What is new, and what has been read."""

    new: tuple[Fault, ...]
    read: tuple[Fault, ...]


def faults(actor: Actor) -> Faults:
    """Give what has been told, newest first."""
    rows = list(may_read_faults.filter(actor, Fault.objects.order_by("-at", "-pk"))[:SHOWN])
    new = tuple(row for row in rows if row.read_at is None)
    return Faults(new, tuple(row for row in rows if row.read_at is not None))


def fault_for(actor: Actor, public_id: str) -> Fault | None:
    """Give one, or None to those who may not read it."""
    return may_read_faults.filter(actor, Fault.objects.filter(public_id=public_id)).first()


def told_since(_actor: Actor, since: datetime) -> int:
    """Tell how many have come since then, from everybody together."""
    return Fault.objects.filter(at__gte=since).count()


def keepers(actor: Actor) -> list[int]:
    """Give those who look after the system today, by number."""
    rows = Assignment.objects.filter(current(actor), role__in=KEEPERS)
    return sorted(set(rows.values_list("person_id", flat=True)))
