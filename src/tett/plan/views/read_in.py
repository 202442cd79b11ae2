"""Giving Tett the plan, and waiting while a document is read."""

from http import HTTPStatus

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tett.base.rules import Refusal
from tett.people.models import School
from tett.plan import actions, queries
from tett.plan.forms import DocumentForm
from tett.plan.models import Reading
from tett.plan.queries.editions import school_to_plan
from tett.plan.queries.readings import reading_of
from tett.plan.words import ReadingState
from tett.ui.doors import signed_in
from tett.ui.http import Request


def _school(request: Request) -> School:
    school = school_to_plan(request.actor)
    if school is None:
        raise Http404
    return school


@signed_in
def read_in(request: Request) -> HttpResponse:
    """Take the school's document: text is read at once, a Word document or a PDF by a job."""
    school = _school(request)
    reading = reading_of(request.actor, school)
    if request.method == "POST":
        form = DocumentForm(request.POST, request.FILES)
    else:
        form = DocumentForm(initial={"text": reading.pasted if reading else ""})
    if form.is_bound and form.is_valid():
        try:
            return redirect(_taken(request, school, form))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    page = {
        "school": school, "form": form, "draft": queries.draft_of(request.actor, school), "reading": reading,
        "late": bool(reading and reading.is_late(request.now)),
        "refused": reading if reading and reading.state == ReadingState.REFUSED and not form.is_bound else None,
    }  # fmt: skip
    return render(request, "plan/read_in.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else 200)


def _taken(request: Request, school: School, form: DocumentForm) -> str:
    """Take what was sent, and tell where to go on."""
    if not form.kind:
        actions.read_in(school, form.document, by=request.actor, at=request.now)
        return reverse("plan:review")
    file = form.cleaned_data["file"]
    actions.send_in(
        school, file.read(), file.name, pasted=form.cleaned_data["text"], language=get_language() or "nb",
        by=request.actor, at=request.now,
    )  # fmt: skip
    return reverse("plan:reading")


@signed_in
@require_safe
def reading(request: Request) -> HttpResponse:
    """Show how far the reading of a document has come, and go on when it is read."""
    school = _school(request)
    found = reading_of(request.actor, school)
    if found is None or not found.under_way:
        return _onwards(request, _goes_on_to(request, school, found))
    page = {"school": school, "reading": found, "late": found.is_late(request.now)}
    return render(request, "plan/parts/reading.html" if request.htmx else "plan/reading.html", page)


def _goes_on_to(request: Request, school: School, found: Reading | None) -> str:
    """Lead to the review when there is something to look at, else back to where one chooses a document."""
    read = found is not None and found.state == ReadingState.READ
    return reverse("plan:review" if read and queries.draft_of(request.actor, school) else "plan:read_in")


def _onwards(request: Request, address: str) -> HttpResponse:
    """Lead on; htmx, which asked for a part of the page, by its own header."""
    if request.htmx:
        return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"HX-Redirect": address})
    return redirect(address)
