"""The pages people meet first, and the leaders' overviews."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tett.overview import queries
from tett.start.queries import nobody_yet
from tett.ui.doors import open_page, signed_in
from tett.ui.http import Request


@open_page
@require_safe
def start(request: Request) -> HttpResponse:
    """Send people to their day, and strangers to the school (or the choice of schools)."""
    if request.actor.known:
        return redirect("overview:my_day")
    schools = list(queries.schools_in_use(request.actor))
    if not schools and nobody_yet(request.actor):
        return redirect("start:first")
    if len(schools) == 1:
        return redirect("front", school=schools[0].slug)
    return render(request, "overview/schools.html", {"schools": schools})


@open_page
@require_safe
def front(request: Request, school: str) -> HttpResponse:
    """Show a school's doors: the plan, how to say from, who can help."""
    found = queries.front_of(request.actor, school)
    if found is None:
        raise Http404
    return render(request, "overview/front.html", {"front": found})


@signed_in
@require_safe
def my_day(request: Request) -> HttpResponse:
    """Show what matters now to whoever asks."""
    return render(request, "overview/my_day.html", {"today": queries.today(request.actor)})


@signed_in
@require_safe
def board(request: Request) -> HttpResponse:
    """Show the leaders what was promised, by class."""
    if not request.actor.leads:
        raise Http404
    return render(request, "overview/board.html", {"board": queries.my_board(request.actor)})


@signed_in
@require_safe
def behind(request: Request, duty: str, column: str = "") -> HttpResponse:
    """Show the tasks and the evidence behind a cell, or behind a whole line."""
    found = queries.tasks_behind(request.actor, duty, column)
    if found is None:
        raise Http404
    return render(request, "overview/behind.html", {"behind": found})


@signed_in
@require_safe
def coverage(request: Request) -> HttpResponse:
    """Show the plan's own text with how it goes at each sentence."""
    if not request.actor.works_at_school:
        raise Http404
    return render(request, "overview/coverage.html", {"coverage": queries.my_coverage(request.actor)})


@signed_in
@require_safe
def county(request: Request) -> HttpResponse:
    """Show the school owner numbers per school."""
    schools = queries.schools_of(request.actor)
    if not schools:
        raise Http404
    return render(request, "overview/county.html", {"schools": schools})


@signed_in
@require_safe
def school(request: Request) -> HttpResponse:
    """Show the doors to running a school, for those who do and those who work there."""
    doors = queries.doors_of_school(request.actor)
    if not doors:
        raise Http404
    return render(request, "overview/doors.html", {"doors": doors, "of": "school"})


@signed_in
@require_safe
def me(request: Request) -> HttpResponse:
    """Show the doors to one's own things."""
    return render(request, "overview/doors.html", {"doors": queries.my_doors(request.actor), "of": "me"})
