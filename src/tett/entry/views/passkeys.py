"""Coming in with a passkey, and making one; a small script lets the browser do its part."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tett.base.clock import real_now
from tett.base.rules import Refusal
from tett.entry.actions.passkeys import (
    add_passkey,
    ask_to_make,
    ask_to_use,
    remove_passkey,
    rename_passkey,
    use_passkey,
)
from tett.entry.actions.visits import end_weak_visits
from tett.entry.forms import PasskeyForm
from tett.entry.models import Passkey
from tett.entry.queries.factors import factors_of, own_login, own_passkey
from tett.entry.views.session import arrive, on_the_way, pending, prove
from tett.entry.views.steps import ASKED, answer_of
from tett.entry.words import PASSKEY_FAILED, SAID_PASSKEY_ADDED, SAID_PASSKEY_REMOVED, SAID_PASSKEY_RENAMED, How
from tett.ui.doors import open_page, signed_in
from tett.ui.http import Request
from tett.ui.steps import stepped_up


@open_page
@require_POST
def asked(request: Request) -> HttpResponse:
    """Give the browser what a passkey shall sign to come in; after a first step only one of that person's."""
    waiting = pending(request)
    wanted, kept = ask_to_use(waiting[0] if waiting else None, by=request.actor)
    request.session[ASKED] = kept
    return JsonResponse(wanted)


@open_page
@never_cache
@require_POST
def come_in(request: Request) -> HttpResponse:
    """Let in whoever has the passkey."""
    waiting = pending(request)
    kept = request.session.pop(ASKED, None)
    login = use_passkey(kept or {}, answer_of(request), by=request.actor, at=real_now())
    if waiting and waiting[0].pk != login.pk:
        raise Refusal(PASSKEY_FAILED)
    return arrive(request, login, How.PASSKEY, waiting[2] if waiting else request.POST.get("next", ""))


@on_the_way
@signed_in
@stepped_up(15)
@require_safe
def new(request: Request) -> HttpResponse:
    """Ask what a new passkey is to be called."""
    return render(request, "entry/passkey_new.html", {"form": PasskeyForm(), "next": request.GET.get("next", "")})


@on_the_way
@signed_in
@stepped_up(15)
@require_POST
def asked_new(request: Request) -> HttpResponse:
    """Give the browser what a new passkey is for."""
    login = own_login(request.actor)
    wanted, kept = ask_to_make(login.person, login.username, login, by=request.actor)
    request.session[ASKED] = kept
    return JsonResponse(wanted)


@on_the_way
@signed_in
@stepped_up(15)
@require_POST
def add(request: Request) -> HttpResponse:
    """Store a new passkey; whoever has no codes on paper yet gets them next."""
    form = PasskeyForm(request.POST)
    if not form.is_valid():
        raise Refusal(PASSKEY_FAILED)
    login = own_login(request.actor)
    kept = request.session.pop(ASKED, None)
    add_passkey(login, form.cleaned_data["name"], kept or {}, answer_of(request), by=request.actor, at=request.now)
    prove(request, How.PASSKEY)
    end_weak_visits(login, by=request.actor)
    messages.success(request, SAID_PASSKEY_ADDED)
    return redirect("entry:security" if factors_of(request.actor, login).codes_left else "entry:codes")


@signed_in
@require_POST
def rename(request: Request, public_id: str) -> HttpResponse:
    """Call a passkey something else."""
    form = PasskeyForm(request.POST)
    passkey = _own(request, public_id)
    if form.is_valid():
        rename_passkey(passkey, form.cleaned_data["name"], by=request.actor, at=request.now)
        messages.success(request, SAID_PASSKEY_RENAMED)
    return redirect("entry:security")


@signed_in
@stepped_up(15)
@require_POST
def remove(request: Request, public_id: str) -> HttpResponse:
    """Use a passkey no longer."""
    remove_passkey(_own(request, public_id), by=request.actor, at=request.now)
    messages.success(request, SAID_PASSKEY_REMOVED)
    return redirect("entry:security")


def _own(request: Request, public_id: str) -> Passkey:
    passkey = own_passkey(request.actor, public_id)
    if passkey is None:
        raise Http404
    return passkey
