"""What is asked in ways that no page knows, and refusals that become pages."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from tett.base.rules import Refusal

#: Pages are read and forms are sent; nothing here is put or deleted by address.
METHODS = ("GET", "HEAD", "POST")


class MethodsMiddleware:
    """Refuse what pages and forms never ask, before anybody looks at who it is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 405, the same for addresses that exist and those that don't."""
        return self.get_response(request) if request.method in METHODS else HttpResponseNotAllowed(METHODS)


class RefusalMiddleware:
    """Show the sentence of a refusal, with a way back; as a part of the page when htmx asked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let everything else through."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 422 to a refusal; anything else is a bug, and loud."""
        if not isinstance(exception, Refusal):
            return None
        page = "ui/parts/refusal.html" if "HX-Request" in request.headers else "ui/refusal.html"
        return render(request, page, {"sentence": exception}, status=422)
