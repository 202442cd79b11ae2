"""Measuring each answer once, for the log and for the numbers."""

import logging
import re
import secrets
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from tett.config.logs import request_id

logger = logging.getLogger("tett.request")
SAID = re.compile(r"[A-Za-z0-9-]{8,64}")
#: What isn't asked in any other way (others are refused as they come).
METHODS = {"GET", "HEAD", "POST"}


class WatchMiddleware:
    """Give each request an id, and tell afterwards which route answered how, and how long it took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the rest of the chain."""
        self.get_response = get_response
        self.counts = bool(settings.METRICS_TOKEN)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and tell."""
        mark = request_id.set(_id_of(request))
        begun = time.perf_counter()
        try:
            response = self.get_response(request)
            self._tell(request, response, time.perf_counter() - begun)
            response.headers["X-Request-ID"] = request_id.get()
            return response
        finally:
            request_id.reset(mark)

    def _tell(self, request: HttpRequest, response: HttpResponse, took: float) -> None:
        found = request.resolver_match
        route = found.view_name if found else "none"
        method = request.method if request.method in METHODS else "other"
        facts = {"route": route, "method": method, "status": response.status_code, "ms": round(took * 1000, 1)}
        logger.info("answered", extra=facts)
        if self.counts:
            from tett.config.watch.counting import count  # noqa: PLC0415 - opens its files only where it is wanted

            count(str(route), str(method), response.status_code, took)


def _id_of(request: HttpRequest) -> str:
    """Take the proxy's id, so that its log and ours can be read together; or make one."""
    said = request.headers.get("X-Request-ID", "")
    return said if SAID.fullmatch(said) else secrets.token_hex(8)
