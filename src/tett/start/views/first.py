"""Before anybody can log in: the first person proves who they are by a code."""

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from tett.access.words import Role
from tett.base.clock import real_now
from tett.base.rules import Refusal
from tett.entry.actions.visits import note_visit
from tett.entry.words import HOW, How
from tett.people.actions.first import begin
from tett.people.models import Login
from tett.people.queries import actor_for
from tett.start import queries
from tett.start.forms import FirstForm
from tett.start.words import WRONG_CODE
from tett.ui.doors import open_page
from tett.ui.http import Request
from tett.ui.steps import PROVED


@open_page
@never_cache
@sensitive_post_parameters("password", "code")
def first(request: Request) -> HttpResponse:
    """Ask for the owner and the first person; once somebody can log in, this page isn't there."""
    if not queries.nobody_yet(request.actor):
        raise Http404
    form = FirstForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _begun(request, form):
        return redirect("start:guide")
    return render(request, "start/first.html", {"form": form}, status=422 if form.errors else 200)


def _begun(request: Request, form: FirstForm) -> bool:
    data = form.cleaned_data
    if not queries.code_is_right(request.actor, data["code"]):
        form.add_error("code", str(WRONG_CODE))
        return False
    try:
        role = Role(data["role"])
        login = begin(
            form.owner_facts, form.newcomer, role, data["username"], data["password"], by=request.actor, at=request.now
        )
    except Refusal as refusal:
        form.add_error("password", str(refusal))
        return False
    _come_in(request, login)
    return True


def _come_in(request: Request, login: Login) -> None:
    """Let the first one in as by a password, which was chosen just now."""
    begin_session(request, login, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session.update({HOW: How.PASSWORD.value, PROVED: real_now().isoformat()})
    key, agent = str(request.session.session_key), request.headers.get("User-Agent", "")
    note_visit(login, key, agent, How.PASSWORD, by=actor_for(login, request.now), at=real_now())
