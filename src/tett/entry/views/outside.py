"""By way of Feide or ID-porten, and back."""

import hmac
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tett.base.clock import real_now
from tett.base.rules import Refusal
from tett.entry.actions.outside import arrive as arrive_from
from tett.entry.queries.providers import journey, provider_of
from tett.entry.rules.tokens import Provider
from tett.entry.views.session import arrive, prove
from tett.entry.words import OUTSIDE_FAILED
from tett.ui.doors import open_page
from tett.ui.http import Request

JOURNEY = "journey"


@open_page
@never_cache
@require_safe
def leave(request: Request, provider: str) -> HttpResponse:
    """Send somebody to who says who they are; what shall come back lies in the session."""
    found = _found(request, provider)
    again = request.actor.known
    try:
        planned = journey(request.actor, found, _back(request, found), real_now(), again=again)
    except Refusal as refusal:
        return _sorry(request, found, refusal)
    request.session[JOURNEY] = planned.kept | {"next": request.GET.get("next", ""), "again": "1" if again else ""}
    return redirect(planned.address)


@open_page
@never_cache
@require_safe
def back(request: Request, provider: str) -> HttpResponse:
    """Receive somebody who was sent out; only once, and only the one who was sent."""
    found = _found(request, provider)
    kept = request.session.pop(JOURNEY, None)
    try:
        code = _code(request, found, kept)
        arrival = arrive_from(found, code, kept, _back(request, found), by=request.actor, at=real_now())
    except Refusal as refusal:
        return _sorry(request, found, refusal)
    if not kept["again"]:
        return arrive(request, arrival.login, arrival.how, kept["next"])
    if arrival.login.pk != request.actor.login_id:
        return _sorry(request, found, Refusal(OUTSIDE_FAILED))
    prove(request, arrival.how)
    return redirect(f"{reverse('entry:prove_done')}?{urlencode({'next': kept['next']})}")


def _code(request: Request, found: Provider, kept: dict[str, str] | None) -> str:
    state, code = request.GET.get("state", ""), request.GET.get("code", "")
    fits = kept is not None and kept["provider"] == found.key and hmac.compare_digest(kept["state"], state)
    # An issuer that says its name here must be the one we asked (RFC 9207).
    if not fits or not code or request.GET.get("iss", found.issuer) != found.issuer:
        raise Refusal(OUTSIDE_FAILED)
    return code


def _sorry(request: Request, found: Provider, refusal: Refusal) -> HttpResponse:
    return render(request, "entry/not_in.html", {"provider": found, "sentence": refusal}, status=422)


def _found(request: Request, key: str) -> Provider:
    found = provider_of(request.actor, key)
    if found is None:
        raise Http404
    return found


def _back(request: Request, found: Provider) -> str:
    return request.build_absolute_uri(reverse("entry:back", args=[found.key]))
