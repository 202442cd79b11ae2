"""Seeing the year, and laying it out."""

import re

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from tett.calendar.rules import school_year_name, school_year_of
from tett.people.models import School
from tett.ui.doors import signed_in
from tett.ui.http import Request
from tett.year import queries
from tett.year.actions import unfold
from tett.year.models import Unfolding


@signed_in
@require_safe
def wheel(request: Request, slug: str = "") -> HttpResponse:
    """Show a school's year; those who see several and belong to none choose first."""
    choice = queries.school_choice(request.actor, slug)
    if choice.school is None and choice.others:
        return render(request, "year/schools.html", {"schools": queries.statuses(request.actor)})
    if choice.school is None:
        raise Http404
    starts_in = _year_asked_for(request)
    page = queries.year_page(request.actor, choice.school, starts_in)
    if page.sight.starts_in not in page.sight.years:
        raise Http404
    years = [(year, school_year_name(year)) for year in page.sight.years] if len(page.sight.years) > 1 else []
    return render(request, "year/wheel.html", {"page": page, "choice": choice, "years": years})


def _year_asked_for(request: Request) -> int | None:
    """Give the school year in the address by the calendar year it starts in; without one it is this year."""
    said = request.GET.get("ar", "")
    if not said:
        return None
    if not re.fullmatch(r"20\d\d", said):
        raise Http404
    return int(said)


@signed_in
@require_safe
def duty(request: Request, public_id: str) -> HttpResponse:
    """Show one promise through the year."""
    page = queries.duty_page(request.actor, public_id, _year_asked_for(request))
    if page is None:
        raise Http404
    return render(request, "year/duty.html", {"page": page})


def _school(request: Request) -> School:
    school = queries.school_to_lay_out(request.actor)
    if school is None:
        raise Http404
    return school


@signed_in
def preview(request: Request) -> HttpResponse:
    """Show what laying out the year will do, and do it."""
    school = _school(request)
    if request.method == "POST":
        before = queries.last_unfolding(request.actor, school)
        done = unfold(school, school_year_of(request.actor.day), by=request.actor, at=request.now)
        messages.success(request, _told(done) if done != before else _("Alt var lagt ut fra før."))
        return redirect("year:wheel")
    found = queries.preview(request.actor, school)
    return render(request, "year/preview.html", {"preview": found, "school": school})


def _told(done: Unfolding) -> str:
    """Say what was done in one breath."""
    made = ngettext("%(n)d ny oppgave", "%(n)d nye oppgaver", done.created) % {"n": done.created}
    changed = ngettext("%(n)d endret", "%(n)d endret", done.changed) % {"n": done.changed}
    cancelled = ngettext("%(n)d avlyst", "%(n)d avlyst", done.cancelled) % {"n": done.cancelled}
    parts = [part for part, n in ((made, done.created), (changed, done.changed), (cancelled, done.cancelled)) if n]
    return _("Skoleåret er lagt ut: %(what)s.") % {"what": ", ".join(parts) or _("ingen oppgaver")}


@signed_in
@require_safe
def preview_draft(request: Request) -> HttpResponse:
    """Show what adopting the draft will do to the year."""
    found = queries.preview(request.actor, _school(request), draft=True)
    if found is None:
        raise Http404
    return render(request, "year/preview.html", {"preview": found, "school": found.school})
