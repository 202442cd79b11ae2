"""Changing the days of a year."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tett.calendar.models import SpecialDay
from tett.route.actions import days
from tett.route.forms import BeginForm, DayForm, FileForm, FrameForm
from tett.route.models import Amendment
from tett.route.queries import Place, own_day
from tett.route.queries.editing import begin_facts, frame_facts
from tett.route.queries.files import read_lines
from tett.route.rules.lines import read_day
from tett.route.views.common import UNPROCESSABLE, edited, onwards, tried
from tett.route.words import Begin
from tett.ui.doors import signed_in
from tett.ui.http import Request

ASKED = ["GET", "HEAD", "POST"]


@signed_in
@require_http_methods(ASKED)
def add(request: Request, place: str, starts_in: int) -> HttpResponse:
    """Add a day or a span."""
    seen = edited(request, place, starts_in)
    chosen = read_day(request.GET.get("fra", ""))
    form = DayForm(request.POST or None, starts_in=starts_in, initial={"kind": "free", "first": chosen})
    row = tried(form, lambda: days.add_day(seen, starts_in, form.day, by=request.actor, at=request.now))
    if row is not None:
        return onwards(request, seen, row)
    return _asked(request, "route/day.html", seen, starts_in, form)


@signed_in
@require_http_methods(ASKED)
def day(request: Request, place: str, public_id: str) -> HttpResponse:
    """Change a day or a span."""
    seen, row = _own(request, place, public_id)
    starts_in = row.school_year.starts_in
    was = {"kind": row.kind, "name": row.name, "first": row.first, "last": row.last}
    form = DayForm(request.POST or None, starts_in=starts_in, initial=was)
    done = tried(form, lambda: days.change_day(seen, row, form.day, by=request.actor, at=request.now))
    if done is not None:
        return onwards(request, seen, done)
    return _asked(request, "route/day.html", seen, starts_in, form, row)


@signed_in
@require_POST
def take_away(request: Request, place: str, public_id: str) -> HttpResponse:
    """Take a day away."""
    seen, row = _own(request, place, public_id)
    return onwards(request, seen, days.take_away_day(seen, row, by=request.actor, at=request.now))


def _own(request: Request, place: str, public_id: str) -> tuple[Place, SpecialDay]:
    """Give a place and a day of its own, or 404: the county's days aren't changed at a school."""
    seen = edited(request, place)
    row = own_day(request.actor, seen, public_id)
    if row is None:
        raise Http404
    return seen, row


@signed_in
@require_http_methods(ASKED)
def frame(request: Request, place: str, starts_in: int) -> HttpResponse:
    """Say when the year begins and ends."""
    seen = edited(request, place, starts_in)
    ours, was = frame_facts(request.actor, seen, starts_in)
    form = FrameForm(request.POST or None, starts_in=starts_in, frame=ours, initial=was)
    row = tried(form, lambda: _framed(request, seen, starts_in, form, was))
    if row is not None:
        return onwards(request, seen, row)
    return _asked(request, "route/frame.html", seen, starts_in, form)


def _framed(
    request: Request, place: Place, starts_in: int, form: FrameForm, was: dict[str, date | str | None]
) -> Amendment:
    """Keep the ends that weren't asked for."""
    given = {**was, **form.cleaned_data}
    return days.frame_year(
        place, starts_in, given["first_day"], given["last_day"], level_starts=form.level_starts,
        standing=form.said, source=form.cleaned_data["source"], by=request.actor, at=request.now,
    )  # fmt: skip


@signed_in
@require_http_methods(ASKED)
def begin(request: Request, place: str, starts_in: int) -> HttpResponse:
    """Begin on a year."""
    seen = edited(request, place, starts_in)
    sources, ours = begin_facts(request.actor, seen, starts_in)
    if not sources:
        messages.info(request, _("Skoleåret er begynt på."))
        return redirect("route:place", seen.public_id, starts_in)
    form = BeginForm(
        request.POST or None, starts_in=starts_in, sources=sources, frame=ours, initial={"source": sources[0]}
    )
    row = tried(form, lambda: _begun(request, seen, starts_in, form))
    if row is not None:
        return onwards(request, seen, row)
    return _asked(request, "route/begin.html", seen, starts_in, form)


def _begun(request: Request, place: Place, starts_in: int, form: BeginForm) -> Amendment:
    data = form.cleaned_data
    return days.begin_year(
        place, starts_in, Begin(data["source"]), data.get("first_day"), data.get("last_day"),
        by=request.actor, at=request.now,
    )  # fmt: skip


@signed_in
@require_http_methods(ASKED)
def read_in(request: Request, place: str, starts_in: int) -> HttpResponse:
    """Read a file, and lead to what Tett has understood of it."""
    seen = edited(request, place, starts_in)
    sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if sent else FileForm()
    row = tried(form, lambda: _read(request, seen, starts_in, form)) if sent else None
    if row is not None:
        return onwards(request, seen, row)
    return _asked(request, "route/read_in.html", seen, starts_in, form)


def _read(request: Request, place: Place, starts_in: int, form: FileForm) -> Amendment:
    file = form.cleaned_data["file"]
    lines = read_lines(request.actor, file.read(), file.name, starts_in)
    return days.read_in(place, starts_in, lines, by=request.actor, at=request.now)


def _asked(
    request: Request, page: str, place: Place, starts_in: int,
    form: DayForm | FrameForm | BeginForm | FileForm, row: SpecialDay | None = None,
) -> HttpResponse:  # fmt: skip
    """Show a form, anew with what is wrong when it was sent."""
    shown = {"place": place, "starts_in": starts_in, "form": form, "day": row}
    return render(request, page, shown, status=UNPROCESSABLE if request.method == "POST" else 200)
