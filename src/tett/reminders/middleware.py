"""The bell in the frame of every page: whether there is something one hasn't read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.http import HttpResponse
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from tett.ui.http import Request


@dataclass(frozen=True)
class Bell:
    """Where the notices are, and whether one is new; how many is nobody else's business who looks at the screen."""

    address: str
    new: bool


class BellMiddleware:
    """Set ``request.bell``, which the shell shows; asked for only when a page does."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        """Answer with the bell set."""
        request.bell = cast("Bell | None", SimpleLazyObject(lambda: _bell_of(request)))
        return self.get_response(request)


def _bell_of(request: Request) -> Bell | None:
    """Give the bell of somebody with a role today; what is new was read together with the login."""
    if not request.actor.known:
        return None
    return Bell(reverse("reminders:notices"), getattr(request.user, "has_news", False))
