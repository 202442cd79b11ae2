"""The history of imports, taking a new list in, and what its columns are."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from tett.base.rules import Refusal
from tett.roster import exports
from tett.roster.actions.check import check
from tett.roster.actions.receive import map_columns, receive
from tett.roster.forms import ColumnsForm, ListForm
from tett.roster.models import Import
from tett.roster.queries import pages
from tett.roster.queries.reading import columns_asked
from tett.roster.rules.headings import columns_of
from tett.roster.views.common import Later, asks, found, waits
from tett.roster.words import Holds, State
from tett.ui.doors import signed_in
from tett.ui.http import Request

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def imports(request: Request) -> HttpResponse:
    """Show what has been read in, by whom, and what it changed."""
    if not pages.schools_to_import(request.actor):
        raise Http404
    page = pages.imports_of(request.actor, request.GET.get("side"))
    waiting = pages.next_step(list(page.object_list)) if page.number == 1 else None
    return render(request, "roster/imports.html", {"page": page, "waiting": waiting})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, later: Later) -> HttpResponse:
    """Take a list in."""
    form = _form(request)
    refused: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        holds = Holds(data["holds"]) if data["holds"] else None
        try:
            imported = receive(
                data["school"], data["starts_in"], form.sent_files, holds, data.get("department"),
                by=request.actor, at=request.now,
            )  # fmt: skip
        except Refusal as why:
            refused = why
        else:
            return _go_on(request, imported, later)
    status = 422 if request.method == "POST" else 200
    return render(request, "roster/new.html", {"form": form, "refused": refused}, status=status)


def _form(request: Request) -> ListForm:
    schools = pages.schools_to_import(request.actor)
    if not schools:
        raise Http404
    offers: dict[str, Any] = {
        "schools": schools,
        "years": pages.year_choices(request.actor),
        "departments": pages.departments_of(request.actor, schools[0]),
    }
    return ListForm(request.POST, request.FILES, **offers) if request.method == "POST" else ListForm(**offers)


def _go_on(request: Request, imported: Import, later: Later) -> HttpResponse:
    """Read it: now when it is short, by a worker when it is long."""
    if imported.state == State.CHECKING and waits(imported):
        later(imported.pk, asks(request))
    elif imported.state == State.CHECKING:
        check(imported, by=request.actor, at=request.now)
    return redirect("roster:one", imported.public_id)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: Request, public_id: str, later: Later) -> HttpResponse:
    """Say what each column is; it is remembered until the next time."""
    imported = found(request, public_id)
    asked = request.POST.get("holds") or request.GET.get("om") or imported.holds
    holds = Holds(asked) if asked in Holds.values else None
    page: dict[str, Any] = {"imported": imported, "holds": holds, "kinds": Holds, "form": None, "refused": None}
    if holds is not None:
        header, fields = columns_asked(request.actor, imported, holds)
        form = ColumnsForm(request.POST or None, header=header, fields=fields, holds=holds)
        page |= {"form": form, "columns": columns_of(holds)}
        if request.method == "POST" and form.is_valid():
            try:
                mapped = map_columns(imported, holds, form.chosen, by=request.actor, at=request.now)
                return _go_on(request, mapped, later)
            except Refusal as why:
                page["refused"] = why
    return render(request, "roster/columns.html", page, status=422 if request.method == "POST" else 200)


@signed_in
@require_safe
def about_columns(request: Request) -> HttpResponse:
    """Tell which columns our own lists have."""
    if not pages.schools_to_import(request.actor):
        raise Http404
    lists = [(holds, columns_of(holds)) for holds in Holds]
    return render(request, "roster/about_columns.html", {"lists": lists, "roles": pages.roles_by_list()})


@signed_in
@require_safe
def empty_list(request: Request, holds: str) -> HttpResponse:
    """Give an empty list to fill in."""
    if holds not in Holds.values or not pages.schools_to_import(request.actor):
        raise Http404
    answer = HttpResponse(exports.empty_list(Holds(holds), request.now), content_type=SHEET)
    answer["Content-Disposition"] = f'attachment; filename="tett-{holds}.xlsx"'
    return answer
