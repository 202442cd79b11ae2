"""One's own ways in, and where one is in."""

import os
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from tett.base.clock import real_now
from tett.base.rules import Refusal
from tett.entry.actions.codeapp import add_app, remove_app
from tett.entry.actions.logins import change_password, check_again
from tett.entry.actions.recovery import make_codes
from tett.entry.actions.visits import end_other_visits, end_visit, end_weak_visits
from tett.entry.exports import square
from tett.entry.forms import AppForm, ChangePasswordForm, NewPasswordForm
from tett.entry.queries.factors import factors_of, must_have_factor, must_set_up, own_login
from tett.entry.queries.visits import own_visit, visits_of
from tett.entry.rules.codes import grouped
from tett.entry.rules.totp import SEED_BYTES, as_address, as_text
from tett.entry.views.session import in_demo, keep_secret, kept_secret, on_the_way, prove, stay
from tett.entry.words import (
    HOW,
    SAID_APP_ADDED,
    SAID_APP_REMOVED,
    SAID_PASSWORD_CHANGED,
    SAID_VISIT_ENDED,
    SAID_VISITS_ENDED,
    How,
)
from tett.people.models import Login
from tett.ui.doors import signed_in
from tett.ui.http import Request
from tett.ui.steps import stepped_up

SEED, CODES = "seed", "codes"


@signed_in
@never_cache
@require_safe
def security(request: Request) -> HttpResponse:
    """Show everything about coming in on one page."""
    login = own_login(request.actor)
    page = {
        "login": login,
        "factors": factors_of(request.actor, login),
        "visits": visits_of(request.actor, str(request.session.session_key), real_now()),
        "two_steps": must_have_factor(request.actor),
        "demo_only": in_demo(request),
    }
    return render(request, "entry/security.html", page)


@on_the_way
@signed_in
@never_cache
@require_safe
def set_up(request: Request) -> HttpResponse:
    """Say why a second step is needed, and which there are; whoever has one is asked for it."""
    login = own_login(request.actor)
    wanted = request.GET.get("next", "")
    if not must_set_up(request.actor, request.session.get(HOW, "")):
        return redirect("entry:security")
    if factors_of(request.actor, login).number:
        return redirect(f"{reverse('entry:prove')}?{urlencode({'next': wanted})}")
    return render(request, "entry/set_up.html", {"next": wanted})


@on_the_way
@signed_in
@never_cache
@stepped_up(15)
def app(request: Request) -> HttpResponse:
    """Show the square that an app reads, and take the first code."""
    login = own_login(request.actor)
    seed = _seed(request)
    form = AppForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _added(request, login, seed, form):
        request.session.pop(SEED)
        prove(request, How.CODE)
        end_weak_visits(login, by=request.actor)
        messages.success(request, SAID_APP_ADDED)
        return redirect("entry:security" if factors_of(request.actor, login).codes_left else "entry:codes")
    address = as_address(seed, login.username)
    page = {"form": form, "address": address, "square": square(address), "text": as_text(seed)}
    return render(request, "entry/app.html", page, status=422 if form.errors else 200)


def _added(request: Request, login: Login, seed: bytes, form: AppForm) -> bool:
    try:
        add_app(login, seed, form.cleaned_data["code"], by=request.actor, at=real_now())
    except Refusal as refusal:
        form.add_error("code", str(refusal))
    return not form.errors


def _seed(request: Request) -> bytes:
    """Give the seed that is being set up: the same until it is in use, so that the page can be loaded again."""
    seed = kept_secret(request, SEED)
    if seed is None:
        seed = os.urandom(SEED_BYTES)
        keep_secret(request, SEED, seed)
    return seed


@signed_in
@stepped_up(15)
@require_POST
def app_off(request: Request) -> HttpResponse:
    """Use the app no longer."""
    remove_app(own_login(request.actor), by=request.actor, at=request.now)
    messages.success(request, SAID_APP_REMOVED)
    return redirect("entry:security")


@on_the_way
@signed_in
@never_cache
@stepped_up(15)
@require_safe
def codes(request: Request) -> HttpResponse:
    """Show new codes for paper until somebody says that they have them, else ask whether to make some."""
    kept = kept_secret(request, CODES)
    shown = [grouped(code) for code in kept.decode().split()] if kept else []
    return render(
        request, "entry/codes.html", {"codes": shown, "factors": factors_of(request.actor, own_login(request.actor))}
    )


@on_the_way
@signed_in
@stepped_up(15)
@require_POST
def codes_new(request: Request) -> HttpResponse:
    """Make new codes for paper."""
    made = make_codes(own_login(request.actor), by=request.actor, at=request.now)
    keep_secret(request, CODES, " ".join(made).encode())
    return redirect("entry:codes")


@on_the_way
@signed_in
@require_POST
def codes_kept(request: Request) -> HttpResponse:
    """Never show the codes again."""
    request.session.pop(CODES, None)
    return redirect("overview:my_day")


@signed_in
@never_cache
@sensitive_post_parameters("old", "new", "again")
@stepped_up(15)
def password(request: Request) -> HttpResponse:
    """Change the password, or choose a first one."""
    login = own_login(request.actor)
    ask = ChangePasswordForm if login.has_usable_password() else NewPasswordForm
    form = ask(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _changed(request, login, form):
        messages.success(request, SAID_PASSWORD_CHANGED)
        return redirect("entry:security")
    page = {"form": form, "login": login}
    return render(request, "entry/password.html", page, status=422 if form.errors else 200)


def _changed(request: Request, login: Login, form: NewPasswordForm) -> bool:
    here, at = str(request.session.session_key), request.now
    try:
        if "old" in form.cleaned_data:
            check_again(login, form.cleaned_data["old"], by=request.actor, at=real_now())
        changed = change_password(login, form.cleaned_data["new"], here=here, by=request.actor, at=at)
        stay(request, changed)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


@signed_in
@require_POST
def visit_end(request: Request, public_id: str) -> HttpResponse:
    """End one of one's log-ins."""
    visit = own_visit(request.actor, public_id)
    if visit is None:
        raise Http404
    end_visit(visit, by=request.actor, at=request.now)
    messages.success(request, SAID_VISIT_ENDED)
    return redirect("entry:security")


@signed_in
@require_POST
def visits_end(request: Request) -> HttpResponse:
    """End all of one's log-ins but this one."""
    end_other_visits(str(request.session.session_key), by=request.actor, at=request.now)
    messages.success(request, SAID_VISITS_ENDED)
    return redirect("entry:security")
