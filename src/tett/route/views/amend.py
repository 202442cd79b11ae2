"""Looking at what a change does, and deciding."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tett.route.actions import settle
from tett.route.models import Amendment
from tett.route.queries import amendment_of, amendment_page
from tett.ui.doors import signed_in
from tett.ui.http import Request


def _found(request: Request, public_id: str) -> Amendment:
    row = amendment_of(request.actor, public_id)
    if row is None:
        raise Http404
    return row


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def amendment(request: Request, public_id: str) -> HttpResponse:
    """Show what a change does, or make it; htmx asks for the part that tells how far it has come."""
    row = _found(request, public_id)
    if request.method == "POST":
        done = settle.settle(row, by=request.actor, at=request.now)
        messages.success(request, _("Skoleruta er endret."))
        return _after(done)
    page = "route/amendment.html#gang" if request.htmx else "route/amendment.html"
    shown = amendment_page(request.actor, row)
    return render(request, page, {"page": shown, "place_id": _place(row)})


@signed_in
@require_POST
def drop(request: Request, public_id: str) -> HttpResponse:
    """Let a change go."""
    row = settle.drop(_found(request, public_id), by=request.actor, at=request.now)
    messages.success(request, _("Endringen er forkastet. Skoleruta er som før."))
    return redirect("route:place", _place(row), row.starts_in)


@signed_in
@require_POST
def undo(request: Request, public_id: str) -> HttpResponse:
    """Undo the newest change."""
    row = settle.undo(_found(request, public_id), by=request.actor, at=request.now)
    messages.success(request, _("Angret. Skoleruta er som før, og oppgavene følger etter."))
    return _after(row)


def _after(row: Amendment) -> HttpResponse:
    """Lead to the year; where many schools follow, to how far they have come."""
    if row.school_id is None and row.schools:
        return redirect("route:amendment", row.public_id)
    return redirect("route:place", _place(row), row.starts_in)


def _place(row: Amendment) -> str:
    return row.school.public_id if row.school else row.owner.public_id
