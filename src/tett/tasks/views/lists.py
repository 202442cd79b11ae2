"""My tasks and the team's."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tett.tasks.queries import Filters, my_tasks, team
from tett.tasks.words import Show
from tett.ui.doors import signed_in
from tett.ui.http import Request

LAST_PAGE = 10_000


@signed_in
@require_safe
def mine(request: Request) -> HttpResponse:
    """Show what one has to do this week, and then the rest."""
    return render(request, "tasks/mine.html", {"mine": my_tasks(request.actor, _page(request))})


@signed_in
@require_safe
def team_page(request: Request) -> HttpResponse:
    """Show leaders what their people have to do."""
    found = team(request.actor, _filters(request))
    if found is None:
        raise Http404
    return render(request, "tasks/team.html", {"team": found})


def _filters(request: Request) -> Filters:
    asked = request.GET
    return Filters(
        show=Show(asked["vis"]) if asked.get("vis") in Show.values else Show.LATE,
        department=asked.get("avdeling", ""),
        school_class=asked.get("klasse", ""),
        person=asked.get("person", ""),
        page=_page(request),
    )


def _page(request: Request) -> int:
    asked = request.GET.get("side", "")
    return int(asked) if asked.isascii() and asked.isdigit() and 0 < int(asked) <= LAST_PAGE else 1
