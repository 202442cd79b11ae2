"""Doors: every page says who may knock."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import render

from tett.ui.http import Request, way_back

P = ParamSpec("P")
UNAUTHORIZED = 401
View = Callable[Concatenate[Request, P], HttpResponse]


def open_page(view: View[P]) -> View[P]:
    """Let everybody in."""
    view.door = "open"  # type: ignore[attr-defined] # read by the list of doors in the tests
    return view


def signed_in(view: View[P]) -> View[P]:
    """Let in those who have logged in and hold a role today; others are asked to log in, or told they have no role."""

    @wraps(view)
    def guarded(request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.actor.known:
            return view(request, *args, **kwargs)
        if request.actor.login_id is None and request.htmx:
            # A page to log in on has no place in a part of a page; the script says what happened.
            return HttpResponse(status=UNAUTHORIZED)
        if request.actor.login_id is None:
            return redirect_to_login(way_back(request), login_url="login")
        return render(request, "ui/no_role.html", status=403)

    guarded.door = "signed_in"  # type: ignore[attr-defined] # read by the list of doors in the tests
    return cast("View[P]", guarded)
