"""Showing again who one is, and coming back to what one was doing."""

import json

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from tett.base.clock import real_now
from tett.base.rules import Refusal
from tett.entry.actions.codeapp import try_code
from tett.entry.actions.logins import check_again
from tett.entry.actions.passkeys import ask_to_use, use_passkey
from tett.entry.forms import CodeForm, PasswordForm
from tett.entry.queries.factors import factors_of, own_login
from tett.entry.queries.providers import providers
from tett.entry.views.session import in_demo, on_the_way, prove
from tett.entry.words import PASSKEY_FAILED, How
from tett.people.models import Login
from tett.ui.doors import signed_in
from tett.ui.http import Request
from tett.ui.steps import held

ASKED = "asked"


@on_the_way
@signed_in
@never_cache
@sensitive_post_parameters("code", "password")
def again(request: Request) -> HttpResponse:
    """Ask who it is: by the second step if there is one, else by the password."""
    login = own_login(request.actor)
    factors = factors_of(request.actor, login)
    ask = CodeForm if factors.number else PasswordForm
    form = ask(request.POST if request.method == "POST" and not in_demo(request) else None)
    if _shown(request, login, form):
        return HttpResponseRedirect(_next(request))
    page = {
        "form": form, "factors": factors, "next": _next(request), "demo_only": in_demo(request),
        "providers": providers(request.actor) if not factors.number and not factors.has_password else [],
    }  # fmt: skip
    return render(request, "entry/again.html", page, status=422 if form.errors else 200)


def _shown(request: Request, login: Login, form: CodeForm | PasswordForm) -> bool:
    if in_demo(request) and request.method == "POST":
        prove(request, How.DEMO)
        return True
    if not form.is_bound or not form.is_valid():
        return False
    at, by, address = real_now(), request.actor, request.META.get("REMOTE_ADDR", "")
    try:
        if isinstance(form, CodeForm):
            prove(request, try_code(login, form.cleaned_data["code"], address=address, by=by, at=at))
        else:
            check_again(login, form.cleaned_data["password"], by=by, at=at)
            prove(request, How.PASSWORD)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


@on_the_way
@signed_in
@require_POST
def passkey_asked(request: Request) -> HttpResponse:
    """Give the browser what a passkey of one's own shall sign."""
    asked, kept = ask_to_use(own_login(request.actor), by=request.actor)
    request.session[ASKED] = kept
    return JsonResponse(asked)


@on_the_way
@signed_in
@require_POST
def passkey_shown(request: Request) -> HttpResponse:
    """Take what one's passkey has signed."""
    kept = request.session.pop(ASKED, None)
    login = use_passkey(kept or {}, answer_of(request), by=request.actor, at=real_now())
    if login.pk != request.actor.login_id:
        raise Refusal(PASSKEY_FAILED)
    prove(request, How.PASSKEY)
    return HttpResponseRedirect(_next(request))


@on_the_way
@signed_in
@require_safe
def done(request: Request) -> HttpResponse:
    """Go on after having been to Feide or ID-porten."""
    return HttpResponseRedirect(_next(request))


@on_the_way
@signed_in
@never_cache
@require_safe
def resume(request: Request) -> HttpResponse:
    """Show that what was sent is still there, and send it at a tap."""
    kept = held(request)
    if kept is None:
        return redirect("overview:my_day")
    return render(request, "entry/resume.html", kept)


def answer_of(request: Request) -> dict[str, object]:
    """Read what a browser's passkey answered."""
    try:
        said = json.loads(request.POST.get("answer", ""))
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise Refusal(PASSKEY_FAILED)
    return said


def _next(request: Request) -> str:
    wanted = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe else "/"
