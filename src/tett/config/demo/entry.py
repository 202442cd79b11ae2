"""One tap to be somebody else, in the demo only."""

import json
from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_POST

from tett.entry.views.session import begin
from tett.entry.words import How
from tett.people.models import Login
from tett.ui.doors import open_page
from tett.ui.http import Request


class CastMiddleware:
    """Let the log-in page show whom one can be."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the cast, read when a page asks for it."""
        request.demo_cast = SimpleLazyObject(groups)  # type: ignore[attr-defined] # read by the log-in page
        return self.get_response(request)


def _cast() -> set[str]:
    """Give the names of those whom the demo has invented; nobody else is entered so."""
    return {row["username"] for row in _rows()}


def _rows() -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(settings.DATA.joinpath("parts.json").read_text("utf-8"))
    return rows


def groups() -> list[tuple[str, list[dict[str, Any]]]]:
    """Give the cast by school and group, with the names they have."""
    rows = _rows()
    logins = Login.objects.select_related("person").in_bulk([r["username"] for r in rows], field_name="username")
    shown = [row | {"name": logins[row["username"]].person.name} for row in rows if row["username"] in logins]
    return [(heading, list(found)) for heading, found in groupby(shown, key=lambda row: row["heading"])]


@open_page
@require_POST
def become(request: Request, username: str) -> HttpResponse:
    """Log in as one of the cast."""
    if not settings.DEMO:
        raise Http404
    login = Login.objects.filter(username=username).first() if username in _cast() else None
    if login is None:
        raise Http404
    begin(request, login, How.DEMO)
    return redirect("overview:my_day")


urlpatterns = [path("demo/bli/<str:username>/", become, name="become")] if settings.DEMO else []
