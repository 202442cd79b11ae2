"""The plan as files: adopted editions to everybody, a draft to those who may read it."""

from http import HTTPStatus

from django.http import Http404, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect, render
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from tett.documents.queries import content_of, key_of, state_of
from tett.documents.words import Making
from tett.plan import actions
from tett.plan.exports import FORMS, publication
from tett.plan.exports.forms import Form
from tett.plan.models import Edition
from tett.plan.queries import draft_of
from tett.plan.queries.editions import my_school
from tett.plan.queries.papers import edition_on_paper
from tett.ui.doors import open_page, signed_in
from tett.ui.http import Request

LONG, NEVER = "public, max-age=300", "private, no-store"


@open_page
@require_http_methods(["GET", "HEAD", "POST"])
def open_paper(request: Request, school: str, number: int, form: str) -> HttpResponse:
    """Give an adopted edition as a file to anybody, or have it made."""
    edition = edition_on_paper(request.actor, school, number)
    if edition is None or edition.adopted_at is None or form not in FORMS:
        raise Http404
    return _given(request, edition, FORMS[form], "plan/public/paper.html", LONG)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def draft_paper(request: Request, form: str) -> HttpResponse:
    """Give the draft as a file to those who may read it, or have it made."""
    school = my_school(request.actor)
    draft = draft_of(request.actor, school) if school else None
    if draft is None or form not in FORMS:
        raise Http404
    return _given(request, draft, FORMS[form], "plan/paper.html", NEVER)


def _given(request: Request, edition: Edition, form: Form, template: str, kept: str) -> HttpResponse:
    """Give the file if it is made; else say how far it has come, or offer to have it made."""
    if request.method == "POST":
        actions.order_paper(edition, form.name, by=request.actor, at=request.now)
        return redirect(request.path)
    key = key_of(publication(request.actor, edition, form.name), form.name)
    if f'"{key}"' in parse_etags(request.headers.get("If-None-Match", "")):
        return HttpResponseNotModified(headers={"ETag": f'"{key}"', "Cache-Control": kept})
    state = state_of(key, request.now)
    if state == Making.MADE and not request.htmx:
        return _file(edition, form, key, kept)
    page = {"edition": edition, "form": form, "state": state, "site": edition.school, "LANGUAGE_CODE": get_language()}
    response = render(request, "plan/parts/paper.html" if request.htmx else template, page)
    response["Cache-Control"] = NEVER
    return response


def _file(edition: Edition, form: Form, key: str, kept: str) -> HttpResponse:
    """Send the file, to be saved or opened in a program of one's own."""
    name = f"handlingsplan-{edition.school.slug}-{edition.number}.{form.ending}"
    return HttpResponse(
        content_of(key),
        status=HTTPStatus.OK,
        content_type=form.media,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff",
            "ETag": f'"{key}"', "Cache-Control": kept,
        },
    )  # fmt: skip
