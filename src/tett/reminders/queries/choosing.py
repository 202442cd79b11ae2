"""What somebody has chosen to get, and where it would be sent."""

from collections.abc import Collection
from dataclasses import dataclass

from tett.access.rules import Actor
from tett.calendar.rules import Routine
from tett.notify.queries import is_closed
from tett.people.access import may_reach
from tett.people.models import Contact, School
from tett.people.queries.reachable import addresses_of
from tett.reminders.access import may_choose_days
from tett.reminders.models import Choice
from tett.reminders.queries.crowd import FIELDS, wish
from tett.reminders.rules import Wish


@dataclass(frozen=True)
class Chosen:
    """The page on which somebody chooses: what is chosen now, and what their address is and does."""

    wish: Wish
    email: str
    closed: bool
    #: The address is there, but protected and also another's: nothing is sent to it.
    shared: bool
    leads: bool


def wish_of(actor: Actor) -> Wish:
    """Give what the actor has chosen, or what is usual (one query)."""
    row = Choice.objects.filter(pk=actor.person_id or 0).values_list(*FIELDS).first()
    return wish(*row) if row else Wish()


def own_address(actor: Actor) -> str:
    """Give the actor's own e-mail address as the school knows it, or nothing (one query)."""
    rows = may_reach.filter(actor, Contact.objects.filter(pk=actor.person_id or 0))
    return rows.values_list("email", flat=True).first() or ""


def chosen_of(actor: Actor) -> Chosen:
    """Give what the page shows (four queries)."""
    email = own_address(actor)
    usable = bool(email) and bool(addresses_of(actor, [actor.person_id or 0]))
    closed = bool(email) and is_closed(actor, email)
    return Chosen(wish_of(actor), email, closed, shared=bool(email) and not usable, leads=actor.leads)


def moved_unwanted(_actor: object, persons: Collection[int]) -> set[int]:
    """Give those of some people who don't want to be told when something is moved (one query)."""
    return set(Choice.objects.filter(pk__in=persons, moved=False).values_list("pk", flat=True))


def school_led(actor: Actor) -> tuple[School, int] | None:
    """Give the school whose number of days the actor may choose, with the number now (one query), or None."""
    school = may_choose_days.filter(actor, School.objects.all()).order_by("pk").first()
    return (school, Routine.from_data(school.routine).climb_days) if school else None
