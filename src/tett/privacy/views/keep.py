"""For those who act for the owner: what people tell of faults, and what the owner says."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tett.privacy import actions, queries
from tett.privacy.access import KEEPERS
from tett.privacy.forms import StatementForm
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
@require_safe
def faults(request: Request) -> HttpResponse:
    """Show what people have told of."""
    if not request.actor.holds(*KEEPERS):
        raise Http404
    return render(request, "privacy/faults.html", {"faults": queries.faults(request.actor)})


@signed_in
@require_POST
def read_fault(request: Request, public_id: str) -> HttpResponse:
    """Write down that somebody has taken care of it."""
    found = queries.fault_for(request.actor, public_id)
    if found is None:
        raise Http404
    actions.read_fault(found, by=request.actor, at=request.now)
    return redirect("privacy:faults")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def state(request: Request) -> HttpResponse:
    """Ask what the owner answers for."""
    found = queries.statement_for(request.actor)
    if found is None:
        raise Http404
    owner, said = found
    form = StatementForm(request.POST if request.method == "POST" else None, said=said)
    if form.is_bound and form.is_valid():
        written = {name: form.cleaned_data[name] for name in ("officer", "accessibility")}
        actions.state(owner, **written, months=form.months(), by=request.actor, at=request.now)
        messages.success(request, _("Lagret. Sidene som er åpne for alle, viser det nå."))
        return redirect("privacy:state")
    return render(request, "privacy/state.html", {"form": form, "owner": owner}, status=422 if form.errors else 200)
