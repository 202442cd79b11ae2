"""How somebody wants Tett to look and speak."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from tett.base.rules import Refusal
from tett.ui.context import SCHEME_COOKIE, SCHEMES
from tett.ui.doors import open_page
from tett.ui.http import Request
from tett.ui.words import CHOICE_UNKNOWN

YEAR = 365 * 24 * 3600


@open_page
@require_POST
def prefer(request: Request) -> HttpResponse:
    """Remember language and colour scheme in the browser, and go back."""
    response = HttpResponseRedirect(_back(request))
    if "sprak" in request.POST:
        languages = [code for code, _name in settings.LANGUAGES]
        _keep(response, settings.LANGUAGE_COOKIE_NAME, request.POST["sprak"], languages)
    if "farger" in request.POST:
        _keep(response, SCHEME_COOKIE, request.POST["farger"], SCHEMES)
    return response


def _keep(response: HttpResponse, name: str, choice: str, allowed: "list[str] | tuple[str, ...]") -> None:
    if choice not in allowed:
        raise Refusal(CHOICE_UNKNOWN)
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(name, choice, max_age=YEAR, secure=secure, httponly=True, samesite="Lax")


def _back(request: Request) -> str:
    to = request.POST.get("tilbake", "/")
    return to if url_has_allowed_host_and_scheme(to, {request.get_host()}, request.is_secure()) else "/"
