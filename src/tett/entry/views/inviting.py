"""Letting people in, and helping those who can't get in."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from tett.base.clock import real_now
from tett.entry.actions.invitations import give_new_way_in, invite_by_mail, invite_on_paper
from tett.entry.actions.logins import close_login, open_login
from tett.entry.actions.recovery import reset_factors
from tett.entry.exports import square
from tett.entry.queries.invitations import (
    GroupPage,
    Helped,
    Slip,
    helped,
    invite_group,
    invite_groups,
    slip_of,
    slips_of,
)
from tett.entry.words import SAID_CLOSED, SAID_FACTOR_RESET, SAID_MAILED, SAID_OPENED, Way
from tett.ui.doors import signed_in
from tett.ui.http import Request
from tett.ui.steps import stepped_up


@signed_in
@require_safe
def groups(request: Request) -> HttpResponse:
    """Show whom one may invite, and how far they have come."""
    lines = invite_groups(request.actor, real_now())
    if not lines:
        raise Http404
    return render(request, "entry/groups.html", {"lines": lines})


@signed_in
@require_safe
def group(request: Request, key: str) -> HttpResponse:
    """Show the people of a group."""
    return render(request, "entry/group.html", {"page": _group(request, key)})


@signed_in
@require_POST
def invite(request: Request, key: str) -> HttpResponse:
    """Invite all of a group who aren't yet, by e-mail or on paper."""
    page = _group(request, key)
    if request.POST.get("way") == Way.PAPER:
        invite_on_paper(page.to_print, by=request.actor, at=real_now())
        return redirect("entry:slips", key=key)
    sent = invite_by_mail(page.to_mail, by=request.actor, at=real_now())
    said = ngettext("%(n)d invitasjon er sendt.", "%(n)d invitasjoner er sendt.", len(sent)) % {"n": len(sent)}
    messages.success(request, said)
    return redirect("entry:group", key=key)


@signed_in
@never_cache
@stepped_up(15)
@require_safe
def slips(request: Request, key: str) -> HttpResponse:
    """Show slips of paper to print, with the codes: whoever has one can come in as that person."""
    found = slips_of(request.actor, key, real_now())
    if found is None:
        raise Http404
    name, rows = found
    return _printed(request, rows, reverse("entry:group", args=[key]), name)


@signed_in
@never_cache
@stepped_up(15)
@require_safe
def slip(request: Request, public_id: str) -> HttpResponse:
    """Show one person's slip of paper."""
    rows = slip_of(request.actor, public_id, real_now())
    if rows is None:
        raise Http404
    return _printed(request, rows, reverse("entry:help", args=[public_id]), None)


def _printed(request: Request, rows: list[Slip], back: str, name: object) -> HttpResponse:
    address = request.build_absolute_uri(reverse("entry:welcome"))
    shown = [(slip, square(f"{address}?kode={slip.code}")) for slip in rows]
    page = {"slips": shown, "back": back, "group": name, "address": address, "apart": "hvert" in request.GET}
    return render(request, "entry/slips.html", page)


@signed_in
@never_cache
@require_safe
def help_in(request: Request, public_id: str) -> HttpResponse:
    """Show how far somebody has come on the way in, and what one can do about it."""
    return render(request, "entry/help.html", {"page": _helped(request, public_id)})


@signed_in
@require_POST
def invite_one(request: Request, public_id: str) -> HttpResponse:
    """Invite one person."""
    page = _helped(request, public_id)
    if request.POST.get("way") == Way.PAPER:
        invite_on_paper([page.line.person], by=request.actor, at=real_now())
        return redirect("entry:slip", public_id=public_id)
    invite_by_mail([page.line.person], by=request.actor, at=real_now())
    messages.success(request, SAID_MAILED)
    return redirect("entry:help", public_id=public_id)


@signed_in
@stepped_up(15)
@require_POST
def way_in(request: Request, public_id: str) -> HttpResponse:
    """Make a slip for somebody who can't get in any more."""
    give_new_way_in(_helped(request, public_id).line.person, by=request.actor, at=real_now())
    return redirect("entry:slip", public_id=public_id)


@signed_in
@stepped_up(15)
@require_POST
def reset(request: Request, public_id: str) -> HttpResponse:
    """Let somebody who has lost their second step set it up anew."""
    reset_factors(_to_help(request, public_id).line.person, by=request.actor, at=request.now)
    messages.success(request, SAID_FACTOR_RESET)
    return redirect("entry:help", public_id=public_id)


@signed_in
@stepped_up(15)
@require_POST
def turn(request: Request, public_id: str) -> HttpResponse:
    """Close somebody's login, or open it again."""
    person, opens = _to_help(request, public_id).line.person, request.POST.get("open") == "1"
    act = open_login if opens else close_login
    act(person, by=request.actor, at=request.now)
    messages.success(request, SAID_OPENED if opens else SAID_CLOSED)
    return redirect("entry:help", public_id=public_id)


def _group(request: Request, key: str) -> GroupPage:
    page = invite_group(request.actor, key, real_now())
    if page is None:
        raise Http404
    return page


def _helped(request: Request, public_id: str) -> Helped:
    page = helped(request.actor, public_id, real_now())
    if page is None:
        raise Http404
    return page


def _to_help(request: Request, public_id: str) -> Helped:
    page = _helped(request, public_id)
    if not page.may_help:
        raise Http404
    return page
