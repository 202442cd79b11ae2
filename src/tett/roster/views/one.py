"""One import: on its way, to look over, done; and what was put right by hand."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tett.people.actions.corrections import release_corrections
from tett.roster import exports
from tett.roster.actions.tidy import drop as drop_import
from tett.roster.actions.write import confirm as confirm_import
from tett.roster.actions.write import write
from tett.roster.forms import ConfirmForm
from tett.roster.models import Import
from tett.roster.queries import pages
from tett.roster.views.common import Later, asks, found, waits
from tett.roster.views.lists import SHEET
from tett.roster.words import FIELDS, State
from tett.ui.doors import signed_in
from tett.ui.http import Request

#: After so long without an answer, one may ask again; doing it twice does it once.
STUCK = timedelta(minutes=5)
UNDER_WAY = (State.CHECKING, State.WRITING)


@signed_in
@require_safe
def one(request: Request, public_id: str) -> HttpResponse:
    """Show how far an import has come, and what it would do or did."""
    imported = found(request, public_id)
    if imported.state == State.MAPPING:
        return redirect("roster:columns", public_id)
    if imported.state in UNDER_WAY:
        return _under_way(request, imported)
    if request.htmx and not request.GET:  # what was waited for is here: show the whole page of it
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    if imported.state == State.READY:
        asked = request.GET
        run = pages.dry_run(
            request.actor, imported, asked.get("vis", ""), asked.get("sok", "").strip(), asked.get("side")
        )
        return render(request, "roster/dry_run.html", {"run": run, "imported": imported, "asked": asked.get("sok", "")})
    return render(request, "roster/done.html", {"imported": imported})


def _under_way(request: Request, imported: Import) -> HttpResponse:
    page = {"imported": imported, "stuck": request.now - imported.since > STUCK}
    part = "roster/parts/under_way.html" if request.htmx else "roster/under_way.html"
    return render(request, part, page)


@signed_in
@require_POST
def confirm(request: Request, public_id: str, later: Later) -> HttpResponse:
    """Write what was shown."""
    form = ConfirmForm(request.POST)
    form.is_valid()
    imported = confirm_import(
        found(request, public_id), end_absent=form.cleaned_data["end_absent"], sure=form.cleaned_data["sure"],
        by=request.actor, at=request.now,
    )  # fmt: skip
    if waits(imported):
        later(imported.pk, asks(request))
    else:
        write(imported, by=request.actor, at=request.now)
    return redirect("roster:one", public_id)


@signed_in
@require_POST
def again(request: Request, public_id: str, read: Later, writes: Later) -> HttpResponse:
    """Ask a worker again for what hasn't come."""
    imported = found(request, public_id)
    if imported.state in UNDER_WAY and request.now - imported.since > STUCK:
        (read if imported.state == State.CHECKING else writes)(imported.pk, asks(request))
    return redirect("roster:one", public_id)


@signed_in
@require_POST
def drop(request: Request, public_id: str) -> HttpResponse:
    """Throw a list away."""
    drop_import(found(request, public_id), by=request.actor, at=request.now)
    messages.success(request, _("Listen er forkastet. Ingenting er endret."))
    return redirect("roster:imports")


@signed_in
@require_safe
def odd(request: Request, public_id: str) -> HttpResponse:
    """Give what was odd, as a sheet to put right from."""
    imported = found(request, public_id)
    if imported.state != State.READY:
        raise Http404
    lines = pages.odd_lines(request.actor, imported)
    answer = HttpResponse(exports.odd_sheet(lines, request.now), content_type=SHEET)
    answer["Content-Disposition"] = 'attachment; filename="rart-i-listen.xlsx"'
    return answer


@signed_in
@require_safe
def corrections(request: Request) -> HttpResponse:
    """Show what was put right by hand, and lists therefore leave alone."""
    if not pages.schools_to_import(request.actor):
        raise Http404
    page = pages.corrections_of(request.actor, request.GET.get("side"))
    return render(request, "roster/corrections.html", {"page": page, "rows": pages.named(page.object_list)})


@signed_in
@require_POST
def release(request: Request, public_id: str) -> HttpResponse:
    """Let lists decide again over what was put right by hand."""
    row = pages.correction_to_release(request.actor, public_id)
    if row is None:
        raise Http404
    release_corrections(row.person, [row.field], by=request.actor, at=request.now)
    said = _("Neste liste bestemmer igjen over %(field)s for %(name)s.")
    messages.success(request, said % {"field": FIELDS.get(row.field, row.field), "name": row.person.name})
    return redirect("roster:corrections")
