"""The guide through the start, one school at a time."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tett.people.actions.places import change_school, open_school
from tett.people.models import School
from tett.start import queries
from tett.start.actions import take_routes
from tett.start.forms import SchoolForm
from tett.start.views.common import asked, found_school
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
@require_safe
def guide(request: Request) -> HttpResponse:
    """Show the schools that somebody starts; with one school and no owner to run, that school's guide."""
    schools = queries.schools_to_start(request.actor)
    owners = list(queries.owners_to_run(request.actor))
    guides = queries.guide_of(request.actor, schools)
    if not guides and not owners:
        raise Http404
    if len(guides) == 1 and not owners:
        return redirect("start:school", slug=guides[0].school.slug)
    return render(request, "start/schools.html", {"guides": guides, "owners": owners})


@signed_in
@require_safe
def school(request: Request, slug: str) -> HttpResponse:
    """Show how far a school has come, and what is next."""
    here = found_school(request, slug)
    (found,) = queries.guide_of(request.actor, queries.schools_to_start(request.actor).filter(pk=here.pk))
    return render(request, "start/guide.html", {"guide": found})


@signed_in
def new_school(request: Request, public_id: str) -> HttpResponse:
    """Set up one more school of an owner."""
    owner = queries.owner_to_run(request.actor, public_id)
    if owner is None:
        raise Http404
    form = SchoolForm(request.POST or None)
    made: list[School] = []
    if asked(form, lambda: made.append(open_school(owner, form.facts, by=request.actor, at=request.now))):
        return redirect("start:school", slug=made[0].slug)
    page = {"form": form, "owner": owner}
    return render(request, "start/about.html", page, status=422 if form.errors else 200)


@signed_in
def about(request: Request, slug: str) -> HttpResponse:
    """Correct what is said of a school."""
    here = found_school(request, slug)
    facts = {name: getattr(here, name) for name in SchoolForm.base_fields}
    form = SchoolForm(request.POST or None, initial=facts)
    if asked(form, lambda: change_school(here, form.facts, by=request.actor, at=request.now)):
        messages.success(request, _("Lagret."))
        return redirect("start:school", slug=form.facts.slug)
    page = {"form": form, "school": here}
    return render(request, "start/about.html", page, status=422 if form.errors else 200)


@signed_in
@require_safe
def route(request: Request, slug: str) -> HttpResponse:
    """Offer the school routes that Tett brings, or the school's own calendar."""
    here = found_school(request, slug)
    (found,) = queries.guide_of(request.actor, queries.schools_to_start(request.actor).filter(pk=here.pk))
    return render(request, "start/route.html", {"school": here, "guide": found})


@signed_in
@require_POST
def take_route(request: Request, slug: str) -> HttpResponse:
    """Take the routes that Tett brings."""
    here = found_school(request, slug)
    take_routes(here, by=request.actor, at=request.now)
    messages.success(request, _("Skoleruta er lagt inn. Se over den, og legg til skolens egne dager."))
    return redirect("start:school", slug=slug)
