"""What the shell of every page needs to know."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise

SCHEMES = ("auto", "light", "dark")
SCHEME_COOKIE = "tett-scheme"


@dataclass(frozen=True)
class Place:
    """An item of the navigation."""

    label: str | Promise
    address: str
    icon: str
    #: Shown in the bar at the bottom of a phone, which has room for five.
    first: bool = True


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give the places (set by a middleware of an upper room), the colour scheme and whether this is a demo."""
    scheme = request.COOKIES.get(SCHEME_COOKIE, "auto")
    return {
        "places": getattr(request, "places", ()),
        "colour_scheme": scheme if scheme in SCHEMES else "auto",
        "demo": settings.DEMO,
    }
