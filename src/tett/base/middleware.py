"""One submit makes one record: a form that arrives twice is answered as the first time, and done once.

Every form carries a key made when the page was rendered (``{% idempotency_key %}``). The key is stored in the same
transaction as what the form did. A second arrival waits for the first, then gets its answer. Forms that log in or out
carry no key, since the sender changes on the way.

An answer that leads elsewhere, or a part of a page that htmx asked for, means that something was done. Anything else (a
form shown again with what is wrong, status 422) lets the key go, so that it can be sent again when mended.
"""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from tett.base.actions import forget, remember, settle
from tett.base.queries import answer_to

FIELD = "nokkel"
KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
Answer = Callable[[HttpRequest], HttpResponse]


class IdempotencyMiddleware:
    """Do what a form asks once, however often it arrives."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, in one transaction with the form's key if it has one."""
        key = request.POST.get(FIELD, "") if request.method == "POST" else ""
        if not KEY.fullmatch(key):
            return self.get_response(request)
        return self._once(request, _sender(request), key)

    def _once(self, request: HttpRequest, sender: str, key: str) -> HttpResponse:
        try:
            with transaction.atomic():
                remember(sender, key)
                response = self.get_response(request)
                _conclude(request, response, sender, key)
                return response
        except IntegrityError:
            answered = answer_to(sender, key)
            if answered is None:
                raise  # it was something else that was there already
            return _again(request, answered)


def _conclude(request: HttpRequest, response: HttpResponse, sender: str, key: str) -> None:
    """Keep the key if something was done, let it go if not, and undo everything after an error."""
    if response.status_code >= 500:  # noqa: PLR2004 - the server's own errors
        transaction.set_rollback(True)
    elif _done(request, response):
        settle(sender, key, _leads_to(response) or _came_from(request))
    else:
        forget(sender, key)


def _done(request: HttpRequest, response: HttpResponse) -> bool:
    part = "HX-Request" in request.headers and 200 <= response.status_code < 300  # noqa: PLR2004 - HTTP's successes
    return part or bool(_leads_to(response))


def _leads_to(response: HttpResponse) -> str:
    return response.headers.get("HX-Redirect") or response.headers.get("Location") or ""


def _again(request: HttpRequest, answered: str) -> HttpResponse:
    """Lead to where the first answer led; htmx follows its own header."""
    if "HX-Request" in request.headers:
        return HttpResponse(status=204, headers={"HX-Redirect": answered})
    return HttpResponseRedirect(answered, status=303)


def _came_from(request: HttpRequest) -> str:
    """Give the page of ours that the form stood on."""
    page = urlsplit(request.headers.get("HX-Current-URL") or request.headers.get("Referer") or "")
    own = page.netloc == request.get_host() and page.path.startswith("/") and not page.path.startswith("//")
    return (page.path + (f"?{page.query}" if page.query else "")) if own else "/"


def _sender(request: HttpRequest) -> str:
    """Tell who sends: the login, else the session; a stranger without one is known by the key alone."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return f"login:{user.pk}"
    return f"session:{request.session.session_key or ''}"
