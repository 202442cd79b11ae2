"""In and out."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout as end_session
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from tett.base.clock import real_now
from tett.base.rules import Refusal
from tett.entry.actions.codeapp import try_code
from tett.entry.actions.logins import try_password
from tett.entry.forms import CodeForm, LogInForm
from tett.entry.queries.factors import factors_of
from tett.entry.queries.providers import provider_of, providers, way_out
from tett.entry.rules.tokens import FEIDE, IDPORTEN
from tett.entry.views.session import arrive, pending
from tett.entry.words import HOW, WAITED_TOO_LONG, How
from tett.people.models import Login
from tett.ui.doors import open_page
from tett.ui.http import Request

#: Which provider a session came by.
CAME_BY = {How.FEIDE: FEIDE, How.FEIDE_TWO: FEIDE, How.IDPORTEN: IDPORTEN}


@open_page
@never_cache
@sensitive_post_parameters("password")
def log_in(request: Request) -> HttpResponse:
    """Ask for name and password, or another way in; in the demo one may also choose whom to be."""
    form = LogInForm(request.POST if request.method == "POST" else None)
    found = _tried(request, form) if form.is_bound and form.is_valid() else None
    if found:
        return arrive(request, found, How.PASSWORD, request.POST.get("next", ""))
    page = {
        "form": form, "next": request.POST.get("next") or request.GET.get("next", ""), "cast": _cast(request),
        "providers": providers(request.actor),
    }  # fmt: skip
    return render(request, "entry/log_in.html", page, status=422 if form.errors else 200)


def _tried(request: Request, form: LogInForm) -> Login | None:
    try:
        address = request.META.get("REMOTE_ADDR", "")
        return try_password(request, **form.cleaned_data, address=address, by=request.actor, at=real_now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return None


@open_page
@never_cache
@sensitive_post_parameters("code")
def second(request: Request) -> HttpResponse:
    """Ask for the second step of who has taken the first."""
    waiting = pending(request)
    if waiting is None:
        messages.warning(request, WAITED_TOO_LONG)
        return redirect("login")
    login, _first, wanted = waiting
    form = CodeForm(request.POST if request.method == "POST" else None)
    how = _second(request, login, form) if form.is_bound and form.is_valid() else None
    if how:
        return arrive(request, login, how, wanted)
    page = {"form": form, "factors": factors_of(request.actor, login)}
    return render(request, "entry/second.html", page, status=422 if form.errors else 200)


def _second(request: Request, login: Login, form: CodeForm) -> How | None:
    try:
        address = request.META.get("REMOTE_ADDR", "")
        return try_code(login, form.cleaned_data["code"], address=address, by=request.actor, at=real_now())
    except Refusal as refusal:
        form.add_error("code", str(refusal))
        return None


@open_page
@require_POST
def log_out(request: Request) -> HttpResponse:
    """End the session; the browser is told to forget what it kept."""
    came_by = CAME_BY.get(How(request.session[HOW])) if request.session.get(HOW) else None
    end_session(request)
    elsewhere = provider_of(request.actor, came_by) if came_by else None
    return redirect("entry:left", provider=elsewhere.key) if elsewhere else redirect("overview:start")


@open_page
@require_safe
def left(request: Request, provider: str) -> HttpResponse:
    """Say that one may still be logged in elsewhere, and lead there."""
    found = provider_of(request.actor, provider)
    if found is None:
        raise Http404
    address = way_out(request.actor, found, request.build_absolute_uri("/"), real_now())
    return render(request, "entry/left.html", {"provider": found, "address": address})


def _cast(request: Request) -> object:
    """Give whom one can be, put there by the demo (and by nothing else)."""
    return getattr(request, "demo_cast", ()) if settings.DEMO else ()
