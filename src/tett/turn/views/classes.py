"""The classes of next year, and where this year's go."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tett.access.words import Level
from tett.base.rules import Refusal
from tett.turn import actions, queries
from tett.turn.actions.classes import ClassFacts
from tett.turn.forms import ClassesForm, ClassForm
from tett.turn.models import NextClass, Turn
from tett.turn.views.common import go_on, turn_of
from tett.turn.words import Step
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
def classes(request: Request) -> HttpResponse:
    """Show where classes go, and choose."""
    turn = turn_of(request)
    if turn is None:
        return redirect("turn:guide")
    prospect = queries.prospect_of(request.actor, turn)
    form = ClassesForm(prospect, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.send_classes(turn, form.cleaned_data, by=request.actor, at=request.now)
        return go_on(request, turn, Step.CLASSES)
    lines = [(line, form[line.school_class.public_id]) for line in prospect.classes]
    page = {"turn": turn, "prospect": prospect, "form": form, "lines": lines, "at": Step.CLASSES}
    return render(request, "turn/classes.html", page, status=422 if form.errors else 200)


@signed_in
def new_class(request: Request) -> HttpResponse:
    """Plan one more class."""
    turn = turn_of(request)
    if turn is None:
        return redirect("turn:guide")
    return _form(request, turn, None)


@signed_in
def one_class(request: Request, public_id: str) -> HttpResponse:
    """Change a class of next year."""
    planned = _planned(request, public_id)
    return _form(request, planned.turn, planned)


@signed_in
@require_POST
def remove(request: Request, public_id: str) -> HttpResponse:
    """Let a class not be there next year."""
    planned = _planned(request, public_id)
    actions.remove_class(planned, by=request.actor, at=request.now)
    messages.success(request, _("%(name)s er tatt bort.") % {"name": planned.name})
    return redirect("turn:classes")


def _planned(request: Request, public_id: str) -> NextClass:
    turn = turn_of(request)
    planned = queries.next_class(request.actor, turn, public_id) if turn else None
    if planned is None:
        raise Http404
    return planned


def _form(request: Request, turn: Turn, planned: NextClass | None) -> HttpResponse:
    departments = queries.departments(request.actor, turn)
    form = ClassForm(departments, request.POST if request.method == "POST" else None, initial=_initial(planned))
    if request.method == "POST" and form.is_valid() and _saved(request, turn, planned, form):
        return redirect("turn:classes")
    page = {"turn": turn, "planned": planned, "form": form}
    return render(request, "turn/class.html", page, status=422 if form.errors else 200)


def _initial(planned: NextClass | None) -> dict[str, str]:
    if planned is None:
        return {}
    return {
        "name": planned.name,
        "level": planned.level,
        "programme": planned.programme,
        "department": planned.department.public_id,
    }


def _saved(request: Request, turn: Turn, planned: NextClass | None, form: ClassForm) -> bool:
    data = form.cleaned_data
    department = form.departments[data["department"]]
    facts = ClassFacts(data["name"], Level(data["level"]), data["programme"], department)
    try:
        if planned is None:
            actions.add_class(turn, facts, by=request.actor, at=request.now)
        else:
            actions.change_class(planned, facts, by=request.actor, at=request.now)
    except Refusal as refusal:
        form.add_error("name", str(refusal))
        return False
    return True
