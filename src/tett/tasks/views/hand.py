"""Letting others look after tasks, and giving them away."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tett.base.rules import Refusal
from tett.people.models import Person
from tett.tasks import words
from tett.tasks.actions import end_handover, hand_over, reassign
from tett.tasks.forms import GiveForm, HandOverForm
from tett.tasks.queries import TaskPage, colleagues, handovers, one_handover, person_at_work
from tett.tasks.views.common import UNPROCESSABLE, back, found, tried
from tett.ui.doors import signed_in
from tett.ui.http import Request

WEEK = timedelta(days=6)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def over(request: Request) -> HttpResponse:
    """Let a colleague look after all one's tasks for a period."""
    return _hand_over(request, None)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def over_one(request: Request, public_id: str) -> HttpResponse:
    """Let a colleague look after one task for a period."""
    return _hand_over(request, found(request, public_id))


def _hand_over(request: Request, page: TaskPage | None) -> HttpResponse:
    sent = request.method == "POST"
    form = HandOverForm(
        request.POST if sent else None,
        colleagues=colleagues(request.actor),
        initial={"starts": request.actor.day, "ends": request.actor.day + WEEK},
    )
    if sent and tried(form, lambda: _act(request, form, page)):
        return back(request, _("Overlatt. Det går tilbake av seg selv når perioden er over."))
    shown = {"form": form, "page": page, "lent": () if page else handovers(request.actor)}
    return render(request, "tasks/hand_over.html", shown, status=UNPROCESSABLE if sent else 200)


def _act(request: Request, form: HandOverForm, page: TaskPage | None) -> None:
    days = form.cleaned_data
    task = page.task if page else None
    hand_over(_person(request, days["taker"]), days["starts"], days["ends"], task, by=request.actor, at=request.now)


@signed_in
@require_POST
def end(request: Request, public_id: str) -> HttpResponse:
    """Take tasks back, or give them back."""
    lent = one_handover(request.actor, public_id)
    if lent is None:
        raise Http404
    end_handover(lent, by=request.actor, at=request.now)
    return back(request, _("Avsluttet. Oppgavene er tilbake der de hører hjemme."))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: Request, public_id: str) -> HttpResponse:
    """Give a task to somebody for good."""
    page = found(request, public_id)
    if not page.may_reassign:
        raise Refusal(words.NOT_YOURS_TO_GIVE)
    sent = request.method == "POST"
    form = GiveForm(request.POST if sent else None, colleagues=colleagues(request.actor, me_too=True))
    if sent and tried(form, lambda: _give(request, form, page)):
        return back(request, _("Gitt videre: %(title)s") % {"title": page.row.title}, page.row.address)
    return render(request, "tasks/give.html", {"form": form, "page": page}, status=UNPROCESSABLE if sent else 200)


def _give(request: Request, form: GiveForm, page: TaskPage) -> None:
    to, reason = _person(request, form.cleaned_data["to"]), form.cleaned_data["reason"]
    reassign(page.tasks, to, by=request.actor, at=request.now, reason=reason)


def _person(request: Request, public_id: str) -> Person:
    person = person_at_work(request.actor, public_id)
    if person is None:
        raise Refusal(words.NOT_A_COLLEAGUE)
    return person
