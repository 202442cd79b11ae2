"""The request as Tett's views meet it."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from tett.access.rules import Actor


class Request(HttpRequest):
    """A request on which the middleware has set who acts, what time it is and whether htmx asked."""

    actor: Actor
    now: datetime
    htmx: HtmxDetails
    #: Where somebody may go (``ui.context.Place``), worked out when a page asks.
    places: tuple[Any, ...]
    #: Where the notices are, and whether one is new; asked when a page does.
    bell: Any


def way_back(request: HttpRequest) -> str:
    """Give the page to come back to: the one asked for, or the one that something was sent from."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    sent_from = urlsplit(request.headers.get("Referer", ""))
    if sent_from.netloc != request.get_host():
        return "/"
    return f"{sent_from.path}?{sent_from.query}" if sent_from.query else sent_from.path
