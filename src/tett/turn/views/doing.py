"""Looking over everything, doing it, and undoing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tett.base.rules import Refusal
from tett.turn import actions, queries
from tett.turn.views.common import school_of, turn_of
from tett.turn.words import NOT_TURNED
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
def look_over(request: Request) -> HttpResponse:
    """Show exactly what will be done, and do it."""
    turn = turn_of(request)
    if turn is None:
        return redirect("turn:guide")
    if request.method == "POST":
        actions.turn_over(turn, request.POST.get("seen", ""), by=request.actor, at=request.now)
        messages.success(request, _("Årsskiftet til %(year)s er gjort.") % {"year": turn.year})
        return redirect("turn:guide")
    found = queries.preview(request.actor, turn)
    return render(request, "turn/preview.html", {"turn": turn, "preview": found})


@signed_in
@require_POST
def undo(request: Request) -> HttpResponse:
    """Put everything back."""
    turn = queries.last_done(request.actor, school_of(request))
    if turn is None:
        raise Refusal(NOT_TURNED)
    back = actions.turn_back(turn, by=request.actor, at=request.now)
    messages.success(request, _("Årsskiftet er angret. Alt er som det var."))
    if back.left:
        said = ngettext(
            "%(n)d person er endret etter årsskiftet, og står slik dere endret det.",
            "%(n)d personer er endret etter årsskiftet, og står slik dere endret det.",
            back.left,
        )
        messages.warning(request, said % {"n": back.left})
    return redirect("turn:guide")
