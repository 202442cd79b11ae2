"""The request as Tett's views meet it."""

from datetime import datetime
from typing import Any

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
