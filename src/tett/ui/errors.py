"""Pages for when something isn't there, isn't allowed, or broke."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's form
    """Say the same of what doesn't exist and of what somebody may not see."""
    # Not even the menu tells whether something lies at the address.
    return render(request, "ui/errors/404.html", {"nowhere": True}, status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's form
    """Say that the browser sent something we can't read."""
    return render(request, "ui/errors/400.html", status=400)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's form
    """Say that the page had grown old."""
    return render(request, "ui/errors/csrf.html", status=403)


def broke(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - must not ask anything of a broken server
    """Say that it is our fault; asks neither database nor session."""
    return HttpResponse(render_to_string("ui/errors/500.html"), status=500)
