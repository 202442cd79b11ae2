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
    """Give the places and the bell (set by upper rooms), the languages, the colours and whether this is a demo."""
    scheme = request.COOKIES.get(SCHEME_COOKIE, "auto")
    return {
        "places": getattr(request, "places", ()),
        "bell": getattr(request, "bell", None),
        # Each by its own name, whatever is read now: somebody who doesn't understand the page looks for theirs.
        "languages": settings.LANGUAGES,
        "colour_scheme": scheme if scheme in SCHEMES else "auto",
        "demo": settings.DEMO,
    }
