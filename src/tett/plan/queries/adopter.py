"""Who adopted an edition, as paper says it."""

from dataclasses import dataclass

from django.utils import timezone

from tett.access.rules import Actor
from tett.access.words import label_of
from tett.people.models import Assignment
from tett.plan.access import OWNERS
from tett.plan.models import Edition


@dataclass(frozen=True)
class Adopter:
    """Somebody's name, and the role they had on the day."""

    name: str
    role: str


def adopter_of(_actor: Actor, edition: Edition) -> Adopter | None:
    """Give who adopted an edition, unless nobody may know their name (one query)."""
    person = edition.adopted_by
    if person is None or edition.adopted_at is None or person.protected_address:
        return None
    day = timezone.localdate(edition.adopted_at)
    held = Assignment.objects.filter(person=person, school=edition.school_id, role__in=OWNERS, starts__lte=day)
    # The last day of a role counts; a role that was over by then says nothing of who somebody was.
    role = held.exclude(ends__lt=day).order_by("starts").values_list("role", flat=True).first()
    return Adopter(person.name, label_of(role) if role else "")
