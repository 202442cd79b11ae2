"""Nobody with a role that asks for two steps comes further on one."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tett.entry.queries.factors import must_set_up
from tett.entry.words import HOW
from tett.ui.http import Request, way_back


class TwoStepsMiddleware:
    """Lead those whose role asks for two steps to where they are set up, whatever page they wanted."""

    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        """Answer as always."""
        return self.get_response(request)

    def process_view(self, request: Request, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:  # noqa: ANN401 - as Django calls it
        """Look at who comes, once it is known which page; open pages and those on the way are for all."""
        if getattr(view, "door", "") != "signed_in" or getattr(view, "on_the_way", False) or not request.actor.known:
            return None
        if not must_set_up(request.actor, request.session.get(HOW, "")):
            return None
        to = f"{reverse('entry:set_up')}?{urlencode({'next': way_back(request)})}"
        return HttpResponse(status=204, headers={"HX-Redirect": to}) if request.htmx else redirect(to)
