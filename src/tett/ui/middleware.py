"""What is asked in ways that no page knows, and refusals that become pages."""

from collections.abc import Callable
from urllib.parse import unquote

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from tett.base.rules import Refusal
from tett.ui.errors import bad_request
from tett.ui.http import way_back

#: Pages are read and forms are sent; nothing here is put or deleted by address.
METHODS = ("GET", "HEAD", "POST")
#: The one character that PostgreSQL keeps in no text; forms refuse it by themselves.
NUL = "\0"


class MethodsMiddleware:
    """Refuse what pages and forms never ask, before anybody looks at who it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 405, the same for addresses that exist and those that don't; and 400 to what no keyboard writes."""
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if NUL in request.path_info or NUL in unquote(request.META.get("QUERY_STRING", "")):
            return bad_request(request)
        return self.get_response(request)


class RefusalMiddleware:
    """Show the sentence of a refusal, with a way back; as a part of the page when htmx asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let everything else through; an address that is only sent to, and is asked for, gets a page that says so."""
        answer = self.get_response(request)
        if request.method == "GET" and isinstance(answer, HttpResponseNotAllowed):
            return render(request, "ui/errors/404.html", status=answer.status_code)
        return answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 422 to a refusal; anything else is a bug, and loud."""
        if not isinstance(exception, Refusal):
            return None
        page = "ui/parts/refusal.html" if "HX-Request" in request.headers else "ui/refusal.html"
        return render(request, page, {"sentence": exception, "back": way_back(request)}, status=422)
