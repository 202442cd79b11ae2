"""Proving again who one is, before what is most sensitive; a second lock behind a door (``ui.doors``)."""

import base64
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from tett.base.clock import real_now
from tett.base.seals import seal, unseal
from tett.ui.http import Request, way_back

P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponse]
#: When somebody last showed who they are, and what they had sent when they were asked to.
PROVED, HELD = "proved_at", "held"
#: What belongs to the form and not to what somebody wrote; its key is used up by the answer that asks.
OF_THE_FORM = ("csrfmiddlewaretoken", "nokkel")
#: More than any page of ours asks people to write; a file is chosen again.
LONGEST_HELD = 200_000


def stepped_up(minutes: int = 15) -> Callable[[View[P]], View[P]]:
    """Let in those who have shown who they are within so many minutes; others are asked, and come back afterwards.

    Stands below the door. What was sent is kept, and is sent when they come back.
    """

    def lock(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: Request, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if proved_within(request, minutes):
                if request.method == "POST":
                    request.session.pop(HELD, None)
                return view(request, *args, **kwargs)
            return _ask(request)

        return cast("View[P]", guarded)

    return lock


def proved_within(request: Request, minutes: int) -> bool:
    """Tell whether somebody showed who they are so lately."""
    said: str = request.session.get(PROVED, "")
    return bool(said) and real_now() - datetime.fromisoformat(said) < timedelta(minutes=minutes)


def _ask(request: Request) -> HttpResponse:
    to = way_back(request)
    if request.method == "POST":
        _hold(request)
        to = reverse("entry:resume")
    if not url_has_allowed_host_and_scheme(to, {request.get_host()}, request.is_secure()):
        to = "/"
    asked = f"{reverse('entry:prove')}?{urlencode({'next': to})}"
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": asked})
    return HttpResponseRedirect(asked)


def _hold(request: Request) -> None:
    """Keep what was sent, sealed: it lies in the session, and may be about anybody."""
    sent = request.POST.copy()
    for name in OF_THE_FORM:
        sent.pop(name, None)
    written = sent.urlencode().encode()
    if len(written) <= LONGEST_HELD:
        sealed = seal(written, "held", _row(request))
        kept = {"to": request.path, "from": way_back(request), "sent": base64.b64encode(sealed).decode()}
        request.session[HELD] = kept


def held(request: Request) -> dict[str, Any] | None:
    """Give what was sent before somebody was asked: where to, where from, and the fields in their order."""
    kept = request.session.get(HELD)
    opened = unseal(base64.b64decode(kept["sent"]), "held", _row(request)) if kept else None
    if not kept or opened is None:
        return None
    fields = [(name, value) for name, values in QueryDict(opened).lists() for value in values]
    return {"to": kept["to"], "from": kept["from"], "fields": fields}


def _row(request: Request) -> str:
    return f"login:{request.actor.login_id}"
