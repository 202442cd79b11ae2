"""Classes."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tett.calendar.rules import school_year_of
from tett.people.actions.openings import note_class_opened
from tett.people.queries.classes import class_lines, class_page
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
@require_safe
def classes(request: Request) -> HttpResponse:
    """Show the classes that somebody may see."""
    lines = class_lines(request.actor, school_year_of(request.actor.day))
    return render(request, "people/classes.html", {"lines": lines})


@signed_in
@require_safe
def one_class(request: Request, public_id: str) -> HttpResponse:
    """Show a class with its people."""
    page = class_page(request.actor, public_id)
    if page is None:
        raise Http404
    if page.shows_contacts:
        note_class_opened(page.school_class, by=request.actor, at=request.now)
    return render(request, "people/class.html", {"page": page})


@signed_in
@require_safe
def paper(request: Request, public_id: str) -> HttpResponse:
    """Show a class list to print, to those who work there: names and offices, and no way to reach anybody."""
    page = class_page(request.actor, public_id)
    if page is None or not request.actor.works_at_school:
        raise Http404
    return render(request, "people/class_list.html", {"page": page})
