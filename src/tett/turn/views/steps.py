"""The steps of the guide, but for the classes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tett.base.rules import Refusal
from tett.turn import actions, queries
from tett.turn.forms import CalendarForm, RolesForm, RoomsForm, StudentsForm
from tett.turn.models import Turn
from tett.turn.views.common import go_on, turn_of
from tett.turn.words import Bring, OldTasks, Step
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
def calendar(request: Request) -> HttpResponse:
    """Show the route of next year, and bring it when it isn't there."""
    turn = turn_of(request)
    if turn is None:
        return redirect("turn:guide")
    if request.method != "POST":
        found = queries.calendar_step(request.actor, turn)
        return render(request, "turn/calendar.html", {"turn": turn, "step": found, "at": Step.CALENDAR})
    form = CalendarForm(request.POST)
    if not form.is_valid():
        return go_on(request, turn, Step.CALENDAR)
    actions.bring_calendar(turn, Bring(form.cleaned_data["how"]), by=request.actor, at=request.now)
    messages.success(request, _("Skoleruta for %(year)s er lagt inn. Se over den.") % {"year": turn.year})
    return redirect("turn:calendar")


@signed_in
def students(request: Request) -> HttpResponse:
    """Show students by class or name, and say where some of them go."""
    turn = turn_of(request)
    if turn is None:
        return redirect("turn:guide")
    if "on" in request.POST:
        return go_on(request, turn, Step.STUDENTS)
    school_class, text = request.GET.get("klasse", ""), request.GET.get("navn", "")
    found = queries.students_step(request.actor, turn, school_class, text)
    form = StudentsForm(found.prospect, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _sent(request, turn, form):
        asked = urlencode({"klasse": school_class, "navn": text} if found.asked else {})
        return redirect(f"{reverse('turn:students')}?{asked}")
    page = {"turn": turn, "step": found, "form": form, "klasse": school_class, "navn": text, "at": Step.STUDENTS}
    return render(request, "turn/students.html", page, status=422 if form.errors else 200)


def _sent(request: Request, turn: Turn, form: StudentsForm) -> bool:
    try:
        chosen, where = form.cleaned_data["student"], form.cleaned_data["where"]
        number = actions.send_students(turn, chosen, where, by=request.actor, at=request.now)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, ngettext("Lagret for %(n)d elev.", "Lagret for %(n)d elever.", number) % {"n": number})
    return True


@signed_in
def roles(request: Request) -> HttpResponse:
    """Show what becomes of roles, and choose."""
    turn = turn_of(request)
    if turn is None:
        return redirect("turn:guide")
    found = queries.preview(request.actor, turn)
    form = RolesForm(found.prospect, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        fates = {name: fate for name, fate in form.cleaned_data.items() if fate}
        actions.choose_roles(turn, fates, by=request.actor, at=request.now)
        return go_on(request, turn, Step.ROLES)
    page = {"turn": turn, "preview": found, "form": form, "at": Step.ROLES}
    return render(request, "turn/roles.html", page, status=422 if form.errors else 200)


@signed_in
def rooms(request: Request) -> HttpResponse:
    """Show what each room carries over, and choose what becomes of what is left open."""
    turn = turn_of(request)
    if turn is None:
        return redirect("turn:guide")
    form = RoomsForm.of(turn, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        chosen = OldTasks(form.cleaned_data["old_tasks"])
        actions.choose_old_tasks(turn, chosen, by=request.actor, at=request.now)
        return go_on(request, turn, Step.ROOMS)
    page = {"turn": turn, "step": queries.rooms_step(request.actor, turn), "form": form, "at": Step.ROOMS}
    return render(request, "turn/rooms.html", page, status=422 if form.errors else 200)
