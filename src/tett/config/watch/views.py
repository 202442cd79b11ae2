"""The pages for programs that look after Tett."""

import hmac
from dataclasses import asdict

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from tett.base.clock import real_now
from tett.config.queries import pending, reachable, state
from tett.config.watch.judging import troubles
from tett.config.watch.numbers import numbers
from tett.ui.doors import open_page

READY, NOT_READY = 200, 503


@open_page
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Say whether people can be sent here, and no more; with the token, how everything is."""
    ready = reachable() and not pending()
    if ready and _has_token(request):
        found = state(real_now())
        wrong = troubles(found)
        return JsonResponse({"ok": not wrong, "troubles": wrong, **asdict(found)})
    text, status = ("ok", READY) if ready else ("ikke klar", NOT_READY)
    return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")


@open_page
@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Give numbers to a program that has the token; to all others there is nothing here."""
    if not _has_token(request):
        raise Http404
    return HttpResponse(numbers(state(real_now())), content_type="text/plain; version=0.0.4; charset=utf-8")


def _has_token(request: HttpRequest) -> bool:
    """Tell whether the token was said; where none is set, nobody has it."""
    said = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(settings.METRICS_TOKEN) and hmac.compare_digest(said.encode(), settings.METRICS_TOKEN.encode())
