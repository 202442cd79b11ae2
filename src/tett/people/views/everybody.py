"""Everybody one may look up."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tett.people.queries.everybody import everybody
from tett.people.words import Kind
from tett.ui.doors import signed_in
from tett.ui.http import Request

LONGEST_SEARCH = 80


@signed_in
@require_safe
def page(request: Request) -> HttpResponse:
    """Show a page of the list, searched as one types or by a button; only the hits when that is all one asks for."""
    if not request.actor.works_at_school:
        raise Http404
    asked, kind = request.GET.get("q", "")[:LONGEST_SEARCH], request.GET.get("vis", "")
    found = everybody(request.actor, asked, kind, _number(request.GET.get("side", "")))
    shown = {"found": found, "asked": asked, "kind": kind if kind in found.kinds else Kind.ALL}
    template = "people/parts/hits.html" if request.htmx and not request.htmx.boosted else "people/everybody.html"
    return render(request, template, shown)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= len("9999") else 1
