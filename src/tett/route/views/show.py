"""Looking at school routes, and taking them along as files."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tett.calendar.rules import school_year_of
from tett.route import exports
from tett.route.queries import choices, first_place, month_page, year_page
from tett.route.views.common import found
from tett.route.words import Mark
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
@require_safe
def own(request: Request) -> HttpResponse:
    """Lead to the place one belongs to, this school year."""
    place = first_place(request.actor)
    if place is None:
        raise Http404
    return redirect("route:place", place, school_year_of(request.actor.day))


@signed_in
@require_safe
def year(request: Request, place: str, starts_in: int) -> HttpResponse:
    """Show a whole year."""
    page = year_page(request.actor, found(request, place, starts_in), starts_in)
    others = choices(request.actor)
    marks = [mark for mark in Mark if mark != Mark.OUTSIDE]
    return render(request, "route/year.html", {"page": page, "choices": others, "marks": marks})


@signed_in
@require_safe
def month(request: Request, place: str, starts_in: int, number: int) -> HttpResponse:
    """Show a month, large."""
    seen = found(request, place, starts_in)
    page = month_page(request.actor, seen, starts_in, number) if 1 <= number <= 12 else None  # noqa: PLR2004 - months
    if page is None:
        raise Http404
    return render(request, "route/month.html", {"page": page})


@signed_in
@require_safe
def ical(request: Request, place: str, starts_in: int) -> HttpResponse:
    """Give the year to a calendar program."""
    page = year_page(request.actor, found(request, place, starts_in), starts_in)
    body = exports.as_ical(request.actor, page, request.get_host())
    return _file(body, "text/calendar; charset=utf-8", f"skoleruta-{starts_in}.ics")


@signed_in
@require_safe
def table(request: Request, place: str, starts_in: int) -> HttpResponse:
    """Give the year as a table."""
    page = year_page(request.actor, found(request, place, starts_in), starts_in)
    return _file(exports.as_table(request.actor, page), "text/csv; charset=utf-8", f"skoleruta-{starts_in}.csv")


def _file(body: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
