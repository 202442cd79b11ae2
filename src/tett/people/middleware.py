"""Read once per request who acts and what time it is."""

from collections.abc import Callable
from typing import cast

from django.http import HttpResponse
from django.utils.functional import SimpleLazyObject

from tett.access.rules import Actor
from tett.base.clock import now
from tett.people.models import Login
from tett.people.queries import actor_for, stranger
from tett.ui.http import Request


class ActorMiddleware:
    """Set ``request.now`` and ``request.actor``; the actor is read when first asked for."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        """Answer with both set."""
        request.now = now()
        request.actor = cast("Actor", SimpleLazyObject(lambda: _actor(request)))
        return self.get_response(request)


def _actor(request: Request) -> Actor:
    login = request.user
    return actor_for(login, request.now) if isinstance(login, Login) else stranger(request.now)
