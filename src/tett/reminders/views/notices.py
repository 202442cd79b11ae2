"""What one has been told: a list, and each notice as the door to what it is about."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tett.notify.actions import mark_all_read, mark_read
from tett.notify.queries import notices_of
from tett.ui.doors import signed_in
from tett.ui.http import Request

PAGE, LAST_PAGE = 30, 10_000


@signed_in
@require_safe
def mine(request: Request) -> HttpResponse:
    """Show what one has been told, the newest first."""
    asked = request.GET.get("side", "")
    page = int(asked) if asked.isascii() and asked.isdigit() and 0 < int(asked) <= LAST_PAGE else 1
    told = notices_of(request.actor, (page - 1) * PAGE, PAGE + 1)
    shown = {"told": told[:PAGE], "new": any(one.new for one in told), "page": page, "more": len(told) > PAGE}
    return render(request, "reminders/notices.html", {**shown, "previous": page - 1, "next": page + 1})


@signed_in
@require_POST
def look(request: Request, public_id: str) -> HttpResponse:
    """Go where a notice leads, having read it."""
    address = mark_read(public_id, by=request.actor, at=request.now)
    if address is None or not url_has_allowed_host_and_scheme(address, None):
        raise Http404
    return HttpResponseRedirect(address)


@signed_in
@require_POST
def read_all(request: Request) -> HttpResponse:
    """Have read them all."""
    mark_all_read(by=request.actor, at=request.now)
    messages.success(request, _("Alt er merket som lest."))
    return redirect("reminders:notices")
