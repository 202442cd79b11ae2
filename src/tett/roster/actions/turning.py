"""What a list gave stays the list's when the school year turns."""

from collections.abc import Mapping

from tett.access.rules import Actor
from tett.base.actions import insert_rows
from tett.roster.models import Listed


def pass_on(took_over: Mapping[int, int], *, by: Actor) -> int:  # noqa: ARG001 - the turn has asked, and records it
    """Mark the roles that took over from roles that a list had given, so that the next list may end them too.

    ``took_over`` gives for each new role the old one; tells how many were marked (two queries).
    """
    listed = set(Listed.objects.filter(pk__in=list(took_over.values())).values_list("pk", flat=True))
    return insert_rows(Listed, ("assignment",), [(new,) for new, old in took_over.items() if old in listed])
