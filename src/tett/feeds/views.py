"""Subscribing to calendars, and serving them to calendar programs."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, parse_http_date_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tett.base.clock import real_now
from tett.base.rules import Refusal
from tett.feeds import words
from tett.feeds.actions import note_fetch, renew, revoke, subscribe
from tett.feeds.models import Feed
from tett.feeds.queries import Served, feed_of, my_feeds, offer_of, served
from tett.feeds.rules.limits import WINDOW, Misses
from tett.ui.doors import open_page, signed_in
from tett.ui.http import Request

#: Kept in the session from when an address is made until it is shown, once.
SHOWN = "feeds.address"
TOO_MANY = 429
_misses = Misses()


@open_page
@require_safe
def feed(request: Request, secret: str) -> HttpResponse:
    """Serve a calendar to whoever knows its secret; the same 404 whatever is the reason that there is none."""
    found = served(request.actor, secret, _origin(request))
    if found is None:
        return _nothing(request)
    changed_at = note_fetch(found, by=found.actor, at=request.now)
    return _answer(request, found, int(changed_at.timestamp()))


def _nothing(request: Request) -> HttpResponse:
    """Answer that there is nothing; after very many such answers to one place, that it may wait."""
    if _misses.one_more(request.META.get("REMOTE_ADDR", ""), real_now()):
        return HttpResponse(status=TOO_MANY, headers={"Retry-After": str(int(WINDOW.total_seconds()))})
    raise Http404


def _answer(request: Request, found: Served, changed: int) -> HttpResponse:
    """Answer that nothing is new without writing the calendar, when the program has it already."""
    tag = f'"{found.tag}"'
    headers = {
        "ETag": tag,
        "Last-Modified": http_date(changed),
        # Its owner's program may keep it, and asks each time whether it still holds; nobody on the way may.
        "Cache-Control": "private, no-cache",
        "X-Robots-Tag": "noindex",
    }
    if get_conditional_response(request, etag=tag, last_modified=changed) is not None and _asks(request):
        return HttpResponseNotModified(headers=headers)
    headers["Content-Disposition"] = 'inline; filename="tett.ics"'
    return HttpResponse(found.body(), content_type="text/calendar; charset=utf-8", headers=headers)


def _asks(request: Request) -> bool:
    """Tell whether the program says what it has already in a way that can be understood."""
    since = request.headers.get("If-Modified-Since")
    return "If-None-Match" in request.headers or (since is not None and parse_http_date_safe(since) is not None)


@signed_in
@require_safe
def mine(request: Request) -> HttpResponse:
    """Show the calendars one may subscribe to; an address that was just made is shown this once."""
    just = request.session.pop(SHOWN, None)
    return render(request, "feeds/mine.html", {"offers": my_feeds(request.actor), "just": just})


@signed_in
@require_POST
def turn_on(request: Request) -> HttpResponse:
    """Give a calendar an address."""
    offer = offer_of(request.actor, request.POST.get("kalender", ""))
    if offer is None:
        raise Refusal(words.NOT_OFFERED)
    made = subscribe(offer, by=request.actor, at=request.now)
    return _show(request, *made)


@signed_in
@require_POST
def give_another(request: Request, public_id: str) -> HttpResponse:
    """Give a calendar another address."""
    return _show(request, *renew(_own(request, public_id), by=request.actor, at=request.now))


@signed_in
@require_POST
def turn_off(request: Request, public_id: str) -> HttpResponse:
    """Turn a calendar off."""
    revoke(_own(request, public_id), by=request.actor, at=request.now)
    messages.success(request, _("Slått av. Adressen virker ikke lenger."))
    return redirect("feeds:mine")


def _own(request: Request, public_id: str) -> Feed:
    found = feed_of(request.actor, public_id)
    if found is None:
        raise Http404
    return found


def _show(request: Request, made: Feed, secret: str) -> HttpResponse:
    """Keep the address until the page that shows it, and no longer."""
    address = _origin(request) + reverse("feeds:feed", args=[secret])
    shown: dict[str, Any] = {
        "feed": made.public_id,
        "address": address,
        "webcal": "webcal" + address[address.index(":") :],
    }
    request.session[SHOWN] = shown
    return redirect(f"{reverse('feeds:mine')}#adresse")


def _origin(request: Request) -> str:
    return f"{request.scheme}://{request.get_host()}"
