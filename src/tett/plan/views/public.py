"""The plan for everybody: no log-in, no session, no cookie."""

from functools import lru_cache
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date, parse_etags
from django.views.decorators.http import require_safe

from tett.base.clock import now
from tett.people.models import School
from tett.people.queries import stranger
from tett.plan.exports import FORMS
from tett.plan.queries import booklet
from tett.plan.queries.editions import public_edition, stamp_of
from tett.plan.queries.school import open_school
from tett.plan.rules.language import language_of
from tett.ui.doors import open_page
from tett.ui.http import Request

#: A minute in caches on the way; then the browser asks again with its stamp.
FRESH = "public, max-age=60"
#: What decides the language, when the address doesn't say it.
LANGUAGE_BY = ["Accept-Language", "Cookie"]
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


def _language(request: Request) -> tuple[str, str]:
    """Give the language to show, and what links carry so that one who has chosen it goes on in it."""
    asked = request.GET.get("sprak", "")
    if asked in LANGUAGES:
        return asked, f"?sprak={asked}"
    return translation.get_language() or settings.LANGUAGE_CODE, ""


def _plan(request: Request, slug: str, number: int | None) -> HttpResponse:
    stamp = stamp_of(request.actor, slug, number)
    if stamp is None:
        return _none_yet(request, slug, number)
    pk, state, adopted_at = stamp
    language, keep = _language(request)
    tag = f'"{pk}-{state}-{language}{keep}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(_rendered(pk, state, language, keep))
    response["ETag"], response["Cache-Control"] = tag, FRESH
    patch_vary_headers(response, LANGUAGE_BY)
    response["Last-Modified"] = http_date(adopted_at.timestamp())
    return response


@lru_cache(maxsize=256)
def _rendered(pk: int, _state: str, language: str, keep: str) -> bytes:
    """Lay out an adopted edition once per process and language: it never changes, but for being replaced."""
    nobody = stranger(now())
    found = public_edition(nobody, pk)
    with translation.override(language):
        page = _framed(found.school, language, keep) | {
            "booklet": booklet(nobody, found),
            "forms": FORMS,
            "written_in": language_of(found.text),
        }
        return render_to_string("plan/public/booklet.html", page).encode()


def _framed(school: School, language: str, keep: str) -> dict[str, object]:
    """Give what the frame of an open page shows."""
    return {"site": school, "LANGUAGE_CODE": language, "languages": settings.LANGUAGES, "keep": keep}


def _none_yet(request: Request, slug: str, number: int | None) -> HttpResponse:
    """Say kindly that a school has no plan in force; an edition or a school that isn't there is nowhere."""
    if number is not None:
        raise Http404
    response = _about(request, slug, "plan/public/none.html")
    response.status_code = HTTPStatus.NOT_FOUND
    return response


def _about(request: Request, slug: str, template: str) -> HttpResponse:
    found = open_school(stranger(request.now), slug)
    if found is None:
        raise Http404
    language, keep = _language(request)
    with translation.override(language):
        page = _framed(found.school, language, keep) | {"about": found}
        response = HttpResponse(render_to_string(template, page), headers={"Cache-Control": FRESH})
    patch_vary_headers(response, LANGUAGE_BY)
    return response
