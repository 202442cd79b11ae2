"""A temp in for somebody, and somebody out."""

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tett.access.words import Role
from tett.people.models import Assignment, Person, School
from tett.people.queries.everybody import some
from tett.people.queries.person import person_to_look_up
from tett.tasks.actions.temps import let_leave, take_in, take_in_new
from tett.tasks.forms import LeaveForm, NewTempForm, TempForm
from tett.tasks.queries import colleagues, person_at_work
from tett.tasks.queries.leaving import Leaving, absent_person, leaving
from tett.ui.answers import done, status_of, tried
from tett.ui.doors import signed_in
from tett.ui.http import Request

BOTH = ["GET", "HEAD", "POST"]
LEADS = (Role.PRINCIPAL, Role.DEPUTY)
TWO_WEEKS = timedelta(days=13)
Absent = tuple[Person, School, tuple[Assignment, ...]]


@signed_in
@require_http_methods(BOTH)
def temp(request: Request) -> HttpResponse:
    """Take in a temp, in three steps that are addresses: for whom, who, and how long."""
    if not request.actor.schools(*LEADS):
        raise Http404
    absent = absent_person(request.actor, request.GET.get("for", ""))
    if absent is None:
        return _for_whom(request)
    found = person_to_look_up(request.actor, request.GET.get("hvem", ""))
    if found is None and "ny" not in request.GET:
        return _who(request, absent[0])
    return _how_long(request, absent, found)


def _for_whom(request: Request) -> HttpResponse:
    shown = {"people": colleagues(request.actor, me_too=True)}
    return render(request, "tasks/temp_for.html", shown)


def _who(request: Request, absent: Person) -> HttpResponse:
    asked = request.GET.get("q", "")
    hits = [hit for hit in some(request.actor, asked) if hit.person != absent]
    return render(request, "tasks/temp_who.html", {"absent": absent, "asked": asked, "hits": hits})


def _how_long(request: Request, absent: Absent, found: Person | None) -> HttpResponse:
    person, _school, roles = absent
    sent = request.POST if request.method == "POST" else None
    first = {"starts": request.actor.day, "ends": request.actor.day + TWO_WEEKS}
    form = (TempForm if found else NewTempForm)(sent, roles=roles, initial=first)
    if form.is_bound and tried(form, lambda: _take_in(request, form, absent, found)):
        said = _("Vikaren er inne. Tilgangen slutter av seg selv dagen etter siste dag.")
        return done(request, said, reverse("people:person", args=[person.public_id]))
    shown = {"form": form, "absent": person, "temp": found}
    return render(request, "tasks/temp.html", shown, status=status_of(form))


def _take_in(request: Request, form: TempForm, absent: Absent, found: Person | None) -> None:
    person, school, roles = absent
    said: dict[str, Any] = form.cleaned_data
    chosen = [row for row in roles if row.public_id in said["roles"]]
    if found:
        take_in(found, person, school, said["starts"], said["ends"], chosen, by=request.actor, at=request.now)
        return
    if isinstance(form, NewTempForm):
        take_in_new(
            **form.basics, absent=person, school=school, starts=said["starts"], ends=said["ends"], roles=chosen,
            by=request.actor, at=request.now,
        )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def leave(request: Request, public_id: str) -> HttpResponse:
    """Show what ends when somebody leaves with a day, and do it."""
    sent = request.method == "POST"
    page = leaving(request.actor, public_id, _day(request))
    if page is None:
        raise Http404
    first = {"last_day": page.last_day}
    people = [one for one in colleagues(request.actor, me_too=True) if one.public_id != public_id]
    form = LeaveForm(request.POST if sent else None, colleagues=tuple(people), initial=first)
    if sent and tried(form, lambda: _leave(request, form, page)):
        said = _("%(name)s slutter. Tilgangen er borte dagen etter siste dag.") % {"name": page.person.name}
        return done(request, said, reverse("people:person", args=[public_id]))
    return render(request, "tasks/leaving.html", {"form": form, "page": page}, status=status_of(form))


def _day(request: Request) -> date:
    """Give the day that is looked at: the one sent, else the one asked for, else today."""
    asked = request.POST.get("last_day") or request.GET.get("dag") or ""
    try:
        return parse_date(asked) or request.actor.day
    except ValueError:
        return request.actor.day


def _leave(request: Request, form: LeaveForm, page: Leaving) -> None:
    said = form.cleaned_data
    to = person_at_work(request.actor, said["to"]) if said["to"] else None
    let_leave(page.person, page.school, said["last_day"], to, by=request.actor, at=request.now)
