"""The places somebody may go to, by what they are today."""

from collections.abc import Callable
from functools import lru_cache
from typing import cast

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from tett.access.rules import Actor
from tett.access.words import LEADERS, STAFF_ROLES, STUDENT_OFFICES, Role
from tett.ui.context import Place
from tett.ui.http import Request

#: (label, name of the address, picture, has room on a phone, roles); the order is the order on the page.
PLACES = (
    (_("Min dag"), "overview:my_day", "home", True, tuple(Role)),
    (_("Oppgaver"), "tasks:mine", "tasks", True, (*STAFF_ROLES, *STUDENT_OFFICES)),
    (_("Tavla"), "overview:board", "board", True, LEADERS),
    (_("Teamet"), "tasks:team", "people", False, LEADERS),
    (_("Skolene"), "overview:county", "board", True, (Role.COUNTY_OFFICER,)),
    (_("Klasser"), "people:classes", "people", False, (*STAFF_ROLES, Role.STUDENT)),
    (_("Skolen"), "overview:school", "school", False, STAFF_ROLES),
    (_("Skoleeier"), "overview:school", "school", True, (Role.COUNTY_OFFICER, Role.ADMINISTRATOR)),
    (_("Året"), "year:wheel", "wheel", True, (*STAFF_ROLES, Role.STUDENT, Role.GUARDIAN)),
    (_("Planen"), "plan:in_force", "book", True, (*STAFF_ROLES, Role.STUDENT, Role.GUARDIAN)),
    (_("Slik går det"), "overview:coverage", "leaf", False, STAFF_ROLES),
)


class PlacesMiddleware:
    """Set ``request.places``, which the shell shows; worked out only when a page asks."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        """Answer with the places set."""
        request.places = cast("tuple[Place, ...]", SimpleLazyObject(lambda: places_of(request.actor)))
        return self.get_response(request)


def places_of(actor: Actor) -> tuple[Place, ...]:
    """Give the places of somebody with a role today; nobody else has any."""
    if not actor.known:
        return ()
    return _places(frozenset(held.role for held in actor.held))


@lru_cache(maxsize=256)
def _places(held: frozenset[Role]) -> tuple[Place, ...]:
    """Work them out once for those who are the same: every page has them, and labels wait for their language."""
    mine = [row for row in PLACES if held.intersection(row[4])]
    return tuple(Place(label, reverse(name), icon, first) for label, name, icon, first, _roles in mine)
