"""The guide, and beginning it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from tett.turn import actions, queries
from tett.turn.views.common import PAGES, school_of
from tett.turn.words import Step
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
@require_safe
def guide(request: Request) -> HttpResponse:
    """Show where the school is in its turn, and what comes next."""
    found = queries.guide_of(request.actor, school_of(request))
    return render(request, "turn/guide.html", {"guide": found, "pages": PAGES})


@signed_in
@require_POST
def start(request: Request) -> HttpResponse:
    """Begin to prepare the turn."""
    school = school_of(request)
    found = queries.guide_of(request.actor, school)
    actions.begin(school, found.starts_in, by=request.actor, at=request.now)
    return redirect(PAGES[Step.CALENDAR])
