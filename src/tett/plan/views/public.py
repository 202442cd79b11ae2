"""The plan for everybody: no log-in, no session, no cookie."""

from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.http import http_date, parse_etags
from django.views.decorators.http import require_safe

from tett.base.clock import now
from tett.people.queries import stranger
from tett.plan.queries import booklet
from tett.plan.queries.editions import public_edition, stamp_of
from tett.plan.queries.school import open_school
from tett.ui.doors import open_page
from tett.ui.http import Request

#: A minute in caches on the way; then the browser asks again with its stamp.
FRESH = "public, max-age=60"
LANGUAGES = [code for code, _name in settings.LANGUAGES]


@open_page
@require_safe
def current(request: Request, school: str) -> HttpResponse:
    """Show the edition in force."""
    return _plan(request, school, None)


@open_page
@require_safe
def edition(request: Request, school: str, number: int) -> HttpResponse:
    """Show one edition by its stable address, also after it has been replaced."""
    return _plan(request, school, number)


@open_page
@require_safe
def tell(request: Request, school: str) -> HttpResponse:
    """Show how and to whom one says from."""
    return _about(request, school, "plan/public/tell.html")


@open_page
@require_safe
def rights(request: Request, school: str) -> HttpResponse:
    """Show what the Act gives a right to, and the way to the State administrator."""
    return _about(request, school, "plan/public/rights.html")


def _language(request: Request) -> str:
    asked = request.GET.get("sprak", "")
    return asked if asked in LANGUAGES else translation.get_language() or settings.LANGUAGE_CODE


def _plan(request: Request, slug: str, number: int | None) -> HttpResponse:
    stamp = stamp_of(request.actor, slug, number)
    if stamp is None:
        raise Http404
    pk, state, adopted_at = stamp
    language = _language(request)
    tag = f'"{pk}-{state}-{language}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(_rendered(pk, state, language))
    response["ETag"], response["Cache-Control"] = tag, FRESH
    response["Last-Modified"] = http_date(adopted_at.timestamp() if adopted_at else None)
    return response


@lru_cache(maxsize=256)
def _rendered(pk: int, _state: str, language: str) -> bytes:
    """Lay out an adopted edition once per process and language: it never changes, but for being replaced."""
    nobody = stranger(now())
    found = public_edition(nobody, pk)
    with translation.override(language):
        page = {
            "site": found.school,
            "booklet": booklet(nobody, found),
            "LANGUAGE_CODE": language,
            "languages": settings.LANGUAGES,
        }
        return render_to_string("plan/public/booklet.html", page).encode()


def _about(request: Request, slug: str, template: str) -> HttpResponse:
    found = open_school(stranger(request.now), slug)
    if found is None:
        raise Http404
    language = _language(request)
    with translation.override(language):
        page = {"site": found.school, "about": found, "LANGUAGE_CODE": language, "languages": settings.LANGUAGES}
        return HttpResponse(render_to_string(template, page), headers={"Cache-Control": FRESH})
