"""Who may what."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from tett.access.words import Role
from tett.people.queries.powers import powers, powers_of
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
@require_safe
def page(request: Request) -> HttpResponse:
    """Tell what the rules let each role do: all of it, or for one role."""
    asked = request.GET.get("rolle", "")
    role = Role(asked) if asked in Role.values else None
    one = powers_of(request.actor, role) if role else None
    shown = {"roles": Role.choices, "role": role, "rooms": powers(request.actor), "one": one}
    return render(request, "people/who_may_what.html", shown)
