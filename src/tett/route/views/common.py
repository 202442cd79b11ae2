"""What the pages of routes have in common."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from tett.base.rules import Refusal
from tett.route.models import Amendment
from tett.route.queries import Place, may_look_at, place_of
from tett.route.words import Standing
from tett.ui.http import Request

#: The form was understood and can't be done: it is shown again with what is wrong.
UNPROCESSABLE = 422


def found(request: Request, place: str, starts_in: int | None = None) -> Place:
    """Give the place, or the same 404 whether it is hidden, not there, or the year is too far away."""
    seen = place_of(request.actor, place)
    if seen is None or (starts_in is not None and not may_look_at(request.actor, starts_in)):
        raise Http404
    return seen


def edited(request: Request, place: str, starts_in: int | None = None) -> Place:
    """Give a place that the actor may change; those who only may look get no such page."""
    seen = found(request, place, starts_in)
    if not seen.may_edit:
        raise Http404
    return seen


def tried(form: forms.Form, act: Callable[[], Amendment]) -> Amendment | None:
    """Act if the form is sound; a refusal becomes an error of the form, so that nothing written is lost."""
    if not form.is_valid():
        return None
    try:
        return act()
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


def onwards(request: Request, place: Place, row: Amendment) -> HttpResponse:
    """Lead to what a change does, or say that it is done when it touched nothing."""
    if row.standing == Standing.PROPOSED:
        return redirect("route:amendment", row.public_id)
    messages.success(request, _("Lagret. Ingen oppgaver får andre dager av det."))
    return redirect("route:place", place.public_id, row.starts_in)
