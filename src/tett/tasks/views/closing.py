"""Saying what became of a task."""

from datetime import datetime
from typing import Protocol

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tett.access.rules import Actor
from tett.tasks.actions import complete, mark_not_done, mark_not_relevant, move, reopen
from tett.tasks.forms import CompleteForm, MoveForm, ReasonForm
from tett.tasks.models import Task
from tett.tasks.queries import TaskPage, closed_together, row_of
from tett.tasks.views.common import UNPROCESSABLE, back, draft_address, found, show, tried
from tett.ui.doors import signed_in
from tett.ui.http import Request

#: How the two forms with a reason are told apart on the page.
SPELT = {"not_done": "ikke-gjort", "not_relevant": "ikke-aktuelt"}


class PutAside(Protocol):
    """An action that puts a task aside with a reason."""

    def __call__(self, tasks: list[Task], reason: str, *, by: Actor, at: datetime) -> object:
        """Act."""


@signed_in
@require_POST
def done(request: Request, public_id: str) -> HttpResponse:
    """Complete a task: with one tap on a line, or with the whole form on its page."""
    page = found(request, public_id)
    if "happened_on" not in request.POST:
        return _tapped(request, page)
    form = CompleteForm(request.POST, request.FILES, page=page, today=request.actor.day, draft=draft_address(page))
    if not tried(form, lambda: complete(form.tasks, **form.answer, by=request.actor, at=request.now)):
        return show(request, page, status=UNPROCESSABLE, complete_form=form)
    number = len(form.tasks)
    return back(request, ngettext("Gjort: %(title)s", "Gjort for %(n)d: %(title)s", number) % _said(page, n=number))


def _tapped(request: Request, page: TaskPage) -> HttpResponse:
    complete(page.task, happened_on=request.actor.day, by=request.actor, at=request.now)
    if request.htmx:
        return _line(request, page.task.public_id, "tasks/parts/rows.html#just_done")
    return back(request, _("Gjort: %(title)s") % _said(page))


@signed_in
@require_POST
def undo(request: Request, public_id: str) -> HttpResponse:
    """Open a task again, alone or with those that were closed in the same act."""
    page = found(request, public_id)
    together = "sammen" in request.GET
    tasks = closed_together(request.actor, page.task) if together else page.task
    reopen(tasks, by=request.actor, at=request.now)
    if request.htmx:
        return _line(request, public_id, "tasks/parts/rows.html#row")
    fallback = "" if together else page.row.address
    return back(request, _("Åpnet igjen: %(title)s") % _said(page), fallback)


@signed_in
@require_POST
def not_done(request: Request, public_id: str) -> HttpResponse:
    """Say that it wasn't done."""
    return _put_aside(request, public_id, "not_done", mark_not_done, _("Notert som ikke gjort"))


@signed_in
@require_POST
def not_relevant(request: Request, public_id: str) -> HttpResponse:
    """Say that it doesn't apply."""
    return _put_aside(request, public_id, "not_relevant", mark_not_relevant, _("Satt til ikke aktuelt"))


def _put_aside(request: Request, public_id: str, name: str, act: PutAside, said: str) -> HttpResponse:
    page = found(request, public_id)
    form = ReasonForm(request.POST, auto_id=f"{SPELT[name]}-%s")
    if not tried(form, lambda: act(page.tasks, form.cleaned_data["reason"], by=request.actor, at=request.now)):
        return show(request, page, status=UNPROCESSABLE, **{f"{name}_form": form})
    return back(request, f"{said}: {page.row.title}", page.row.address)


@signed_in
@require_POST
def moved(request: Request, public_id: str) -> HttpResponse:
    """Choose another day."""
    page = found(request, public_id)
    form = MoveForm(request.POST)
    if not tried(form, lambda: move(page.tasks, **form.cleaned_data, by=request.actor, at=request.now)):
        return show(request, page, status=UNPROCESSABLE, move_form=form)
    return back(request, _("Flyttet: %(title)s") % _said(page), page.row.address)


def _said(page: TaskPage, **more: object) -> dict[str, object]:
    return {"title": page.row.title, **more}


def _line(request: Request, public_id: str, template: str) -> HttpResponse:
    row = row_of(request.actor, public_id)
    return render(request, template, {"row": row})
