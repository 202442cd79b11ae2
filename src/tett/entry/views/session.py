"""What a session remembers of how somebody came in, and the steps between; shared by the pages."""

import base64
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar, cast

from django.conf import settings
from django.contrib.auth import login as begin_session
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from tett.base.clock import real_now
from tett.base.seals import seal, unseal
from tett.entry.actions.visits import move_visit, note_visit
from tett.entry.queries.factors import has_factor
from tett.entry.queries.logins import login_by_id
from tett.entry.rules.factors import BETWEEN_MINUTES, STRONG
from tett.entry.words import HOW, How
from tett.people.models import Login
from tett.people.queries import actor_for
from tett.ui.http import Request
from tett.ui.steps import PROVED

BACKEND = "django.contrib.auth.backends.ModelBackend"
#: Somebody who has taken the first of two steps.
PENDING = "pending"
V = TypeVar("V", bound=Callable[..., HttpResponse])


def on_the_way(view: V) -> V:
    """Let a page be met by those who haven't set up their second step yet."""
    view.on_the_way = True  # type: ignore[attr-defined] # read by the middleware
    return view


def onwards(request: Request, wanted: str) -> str:
    """Give the page somebody wanted, if it is one of ours, else their day."""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return wanted if safe else reverse("overview:my_day")


def arrive(request: Request, login: Login, how: How, wanted: str) -> HttpResponse:
    """Go on after a first step: to the second if the login has one, else in."""
    if how not in STRONG and has_factor(request.actor, login):
        request.session.cycle_key()
        pending = {"login": login.pk, "how": how.value, "at": real_now().isoformat(), "next": onwards(request, wanted)}
        request.session[PENDING] = pending
        return redirect("entry:second")
    begin(request, login, how)
    return HttpResponseRedirect(onwards(request, wanted))


def begin(request: Request, login: Login, how: How) -> None:
    """Let somebody in, under a new key; what lay in the session before is of no use any more."""
    for name in (PENDING, "ticket", "asked", "journey"):
        request.session.pop(name, None)
    begin_session(request, login, backend=BACKEND)
    at = real_now()
    request.session[HOW], request.session[PROVED] = how.value, at.isoformat()
    agent = request.headers.get("User-Agent", "")
    who = actor_for(login, request.now)
    note_visit(login, str(request.session.session_key), agent, how, by=who, at=real_now())


def prove(request: Request, how: How) -> None:
    """Remember that somebody showed again who they are; it counts as no less than what they came in by."""
    said = request.session.get(HOW, "")
    counts = how if how in STRONG or said not in STRONG else How(said)
    before = str(request.session.session_key)
    request.session.cycle_key()
    request.session[HOW], request.session[PROVED] = counts.value, real_now().isoformat()
    move_visit(before, str(request.session.session_key), counts, by=request.actor)


def stay(request: Request, login: Login) -> None:
    """Stay in where one is after the password was changed, which ends all other sessions."""
    before = str(request.session.session_key)
    how = request.session.get(HOW, "")
    update_session_auth_hash(request, login)
    move_visit(before, str(request.session.session_key), How(how or How.PASSWORD), by=request.actor)


def pending(request: Request) -> tuple[Login, How, str] | None:
    """Give who has taken the first step, how, and where they wanted to go; nobody when they waited too long."""
    said = request.session.get(PENDING)
    if not said or real_now() - datetime.fromisoformat(said["at"]) > timedelta(minutes=BETWEEN_MINUTES):
        return None
    login = login_by_id(request.actor, said["login"])
    return (login, How(said["how"]), said["next"]) if login else None


def keep_secret(request: Request, name: str, secret: bytes) -> None:
    """Keep something in the session that the database must not tell."""
    row = f"{name}:{request.actor.login_id}"
    request.session[name] = base64.b64encode(seal(secret, "session", row)).decode()


def kept_secret(request: Request, name: str) -> bytes | None:
    """Read what was kept so."""
    kept = cast("str | None", request.session.get(name))
    return unseal(base64.b64decode(kept), "session", f"{name}:{request.actor.login_id}") if kept else None


def in_demo(request: Request) -> bool:
    """Tell whether somebody chose in the demo whom to be."""
    return bool(settings.DEMO) and request.session.get(HOW) == How.DEMO
