"""Coming in for the first time, or anew: by a link or a code that opens once."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tett.base.clock import real_now
from tett.base.rules import Refusal
from tett.entry.actions.attempts import ask_to_wait, count
from tett.entry.actions.forgotten import ask_for_new
from tett.entry.actions.passkeys import ask_to_make
from tett.entry.actions.tickets import accept, accept_with_passkey
from tett.entry.actions.visits import keep_session
from tett.entry.forms import ForgottenForm, NewPasswordForm, PasskeyForm, TypedCodeForm
from tett.entry.models import Ticket
from tett.entry.queries.factors import has_factor
from tett.entry.queries.tickets import login_of, ticket_by_code, ticket_by_id
from tett.entry.views.session import arrive
from tett.entry.views.steps import ASKED, answer_of
from tett.entry.words import ASKED_FOR_NEW, PASSKEY_FAILED, SAID_USERNAME, TICKET_UNKNOWN, How
from tett.ui.doors import open_page
from tett.ui.http import Request

TICKET = "ticket"


def _by_link(request: Request) -> HttpResponse:
    """Take the code out of the address at once, so that it is sent nowhere from the page."""
    ticket = ticket_by_code(request.actor, request.GET["kode"], real_now())
    if ticket is None:
        request.session.pop(TICKET, None)
        return render(
            request, "entry/welcome_code.html", {"form": TypedCodeForm(), "sentence": TICKET_UNKNOWN}, status=422
        )
    request.session[TICKET] = ticket.public_id
    return redirect("entry:welcome")


@open_page
@never_cache
@sensitive_post_parameters("new", "again", "code")
def welcome(request: Request) -> HttpResponse:
    """Ask for the code on a slip, if the link didn't have it; then for a password, or a passkey."""
    if request.method == "GET" and "kode" in request.GET:
        return _by_link(request)
    ticket = _ticket(request)
    if ticket is None:
        return _ask_for_code(request)
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            login = accept(ticket, form.cleaned_data["new"], by=request.actor, at=real_now())
            if login.last_login is None:
                messages.success(request, SAID_USERNAME % {"name": login.username})
            return arrive(request, login, How.PASSWORD, "")
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    login_now = login_of(request.actor, ticket)
    page = {
        "form": form, "ticket": ticket, "login": login_now,
        "may_passkey": login_now is None or not has_factor(request.actor, login_now),
    }  # fmt: skip
    return render(request, "entry/welcome.html", page, status=422 if form.errors else 200)


def _ask_for_code(request: Request) -> HttpResponse:
    form = TypedCodeForm(request.POST if request.method == "POST" and "code" in request.POST else None)
    if form.is_bound and form.is_valid() and _typed(request, form):
        return redirect("entry:welcome")
    return render(request, "entry/welcome_code.html", {"form": form}, status=422 if form.errors else 200)


def _typed(request: Request, form: TypedCodeForm) -> bool:
    """Look a code up; tries are counted by session, and by address only as log-ins are."""
    at, address = real_now(), request.META.get("REMOTE_ADDR", "")
    name = f"slip:{session_of(request)}"
    try:
        ask_to_wait(name, address, by=request.actor, at=at)
    except Refusal as refusal:
        form.add_error("code", str(refusal))
        return False
    ticket = ticket_by_code(request.actor, form.cleaned_data["code"], at)
    if ticket is None:
        count(name, address, by=request.actor, at=at)
        form.add_error("code", str(TICKET_UNKNOWN))
        return False
    request.session[TICKET] = ticket.public_id
    return True


@open_page
@require_POST
def passkey_asked(request: Request) -> HttpResponse:
    """Give the browser what the first passkey of somebody who was invited is for."""
    ticket = _ticket(request)
    if ticket is None:
        raise Refusal(TICKET_UNKNOWN)
    login = login_of(request.actor, ticket)
    name = login.username if login else ticket.person.name
    wanted, kept = ask_to_make(ticket.person, name, login, by=request.actor)
    request.session[ASKED] = kept
    return JsonResponse(wanted)


@open_page
@never_cache
@require_POST
def passkey_made(request: Request) -> HttpResponse:
    """Let somebody who was invited in by a passkey."""
    ticket, form = _ticket(request), PasskeyForm(request.POST)
    if ticket is None or not form.is_valid():
        raise Refusal(PASSKEY_FAILED)
    kept = request.session.pop(ASKED, None) or {}
    name = form.cleaned_data["name"]
    login = accept_with_passkey(ticket, name, kept, answer_of(request), by=request.actor, at=real_now())
    return arrive(request, login, How.PASSKEY, "")


@open_page
@never_cache
def forgotten(request: Request) -> HttpResponse:
    """Ask who forgot; the answer is the same whoever it is."""
    form = ForgottenForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _asked(request, form):
        return render(request, "entry/forgotten.html", {"sentence": ASKED_FOR_NEW})
    return render(request, "entry/forgotten.html", {"form": form}, status=422 if form.errors else 200)


def _asked(request: Request, form: ForgottenForm) -> bool:
    address = request.META.get("REMOTE_ADDR", "")
    try:
        ask_for_new(form.cleaned_data["who"], session_of(request), address, by=request.actor, at=real_now())
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return not form.errors


def session_of(request: Request) -> str:
    """Give the session's key; a stranger gets one when there is something to count."""
    return keep_session(request.session, by=request.actor)


def _ticket(request: Request) -> Ticket | None:
    kept = request.session.get(TICKET, "")
    return ticket_by_id(request.actor, kept, real_now()) if kept else None
