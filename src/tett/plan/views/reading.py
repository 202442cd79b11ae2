"""The plan for those who have logged in."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tett.plan import queries
from tett.plan.exports import FORMS
from tett.plan.queries.editions import my_school, school_to_plan
from tett.plan.queries.mine import my_commitments
from tett.plan.words import Evidence
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
@require_safe
def in_force(request: Request) -> HttpResponse:
    """Show the plan in force with one's own part in it, and the editions there have been."""
    school = my_school(request.actor)
    if school is None:
        raise Http404
    edition = queries.edition_in_force(request.actor, school)
    page = {
        "school": school,
        "edition": edition,
        "mine": my_commitments(request.actor, edition) if edition else (),
        "forms": FORMS,
        "editions": queries.editions_of(request.actor, school),
        "owns": school_to_plan(request.actor) == school,
    }
    return render(request, "plan/in_force.html", page)


@signed_in
@require_safe
def my_role(request: Request) -> HttpResponse:
    """Show what the plan always asks of somebody in one's roles."""
    school = my_school(request.actor)
    if school is None:
        raise Http404
    edition = queries.edition_in_force(request.actor, school)
    mine = my_commitments(request.actor, edition) if edition else ()
    always = [commitment for commitment in mine if commitment.evidence == Evidence.ALWAYS]
    return render(request, "plan/my_role.html", {"edition": edition, "always": always})
