"""Counting tasks in the database, for the pages that look over many: numbers only, never a name."""

from django.db.models import Count, Q

from tett.access.rules import Actor
from tett.tasks.words import State

OPEN, DONE = Q(state=State.OPEN), Q(state=State.DONE)
HOLES = OPEN & (Q(stands_in=True) | Q(responsible=None))
PUT_ASIDE = Q(state__in=[State.NOT_DONE, State.NOT_RELEVANT])


def numbers(actor: Actor) -> dict[str, Count]:
    """Give what to annotate a grouped query with: the numbers of a ``Tally``, in its order, as of the actor's day."""
    return {
        "n_done": Count("pk", filter=DONE),
        "n_open": Count("pk", filter=OPEN),
        "n_late": Count("pk", filter=OPEN & Q(due__lt=actor.day)),
        "n_holes": Count("pk", filter=HOLES),
        "n_settled": Count("pk", filter=PUT_ASIDE),
    }
