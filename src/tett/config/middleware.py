"""What every answer says to browsers, and how long a session lasts."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from tett.base.clock import real_now

Answer = Callable[[HttpRequest], HttpResponse]

#: Nothing inline, nothing from elsewhere; ``data:`` is for the design system's icons, which are masks in its CSS.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PERMISSIONS = ", ".join(f"{name}=()" for name in ("camera", "geolocation", "microphone", "payment", "usb"))
#: How often a session's last use is written down.
TOUCH = timedelta(minutes=1)


class ProxyMiddleware:
    """Believe the proxy in front about who asks: only the last name in the list is its own word."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set the address that attempts to log in are counted by."""
        if said := request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip():
            request.META["REMOTE_ADDR"] = said
        return self.get_response(request)


class HeadersMiddleware:
    """Tell browsers what a page may do, and to keep no copy of what only one person may read."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers; whoever has a session is somebody, and gets pages that aren't kept."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        name = settings.SESSION_COOKIE_NAME
        if name in request.COOKIES or name in response.cookies:
            response.headers["Cache-Control"] = "no-store"
        if getattr(request, "logged_out", False):
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response


@receiver(user_logged_out)
def _note_log_out(request: HttpRequest, **_rest: Any) -> None:
    """Remember until the answer that browsers shall forget this person."""
    request.logged_out = True  # type: ignore[attr-defined] # read by HeadersMiddleware only


@receiver(user_logged_in)
def _begin(request: HttpRequest, **_rest: Any) -> None:
    """Let a session that somebody logs in to again last from now."""
    at = real_now().isoformat()
    request.session.update({"begun": at, "seen": at})


class SessionLimitsMiddleware:
    """End sessions that have rested too long, or lasted too long."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Throw the session away before anybody reads who it belongs to."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and "_auth_user_id" in request.session:
            _keep_or_end(request, real_now())
        return self.get_response(request)


def _keep_or_end(request: HttpRequest, at: datetime) -> None:
    session = request.session
    begun, seen = _read(session.get("begun"), at), _read(session.get("seen"), at)
    if at - begun > settings.SESSION_LASTS or at - seen > settings.SESSION_RESTS:
        session.flush()
    elif "begun" not in session or at - seen > TOUCH:
        session.update({"begun": begun.isoformat(), "seen": at.isoformat()})


def _read(value: str | None, otherwise: datetime) -> datetime:
    return datetime.fromisoformat(value) if value else otherwise
