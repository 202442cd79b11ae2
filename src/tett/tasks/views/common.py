"""What the pages of tasks have in common."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from tett.base.rules import Refusal
from tett.tasks.forms import CompleteForm, MoveForm, ProofForm, ReasonForm
from tett.tasks.queries import TaskPage, task_page
from tett.ui.http import Request

#: The form was understood and can't be done: it is shown again with what is wrong.
UNPROCESSABLE = 422


def found(request: Request, public_id: str) -> TaskPage:
    """Give the task, or the same 404 whether it is hidden or not there."""
    page = task_page(request.actor, public_id, alone="bare" in request.GET)
    if page is None:
        raise Http404
    return page


def tried(form: forms.Form, act: Callable[[], object]) -> bool:
    """Act if the form is sound; a refusal becomes an error of the form, so that nothing written is lost."""
    if not form.is_valid():
        return False
    try:
        act()
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def show(request: Request, page: TaskPage, *, status: int = 200, **given: forms.Form) -> HttpResponse:
    """Show a task with its forms; those given are shown as they were sent."""
    kept: dict[str, forms.Form] = {
        "complete_form": complete_form(request, page),
        "add_form": ProofForm(initial={"note": page.draft}, draft=draft_address(page)),
        "not_done_form": ReasonForm(auto_id="ikke-gjort-%s"),
        "not_relevant_form": ReasonForm(auto_id="ikke-aktuelt-%s"),
        "move_form": MoveForm(initial={"new_due": page.task.due}),
    }
    return render(request, "tasks/task.html", {"page": page, **kept, **given}, status=status)


def complete_form(request: Request, page: TaskPage) -> CompleteForm:
    """Give the form as it is before anybody has written in it: today, with the draft."""
    today = request.actor.day
    initial = {"happened_on": today, "note": page.draft}
    return CompleteForm(page=page, today=today, draft=draft_address(page), initial=initial)


def draft_address(page: TaskPage) -> str:
    """Tell where what is being written is kept."""
    return reverse("tasks:draft", args=[page.task.public_id])


def back(request: Request, sentence: str, fallback: str = "") -> HttpResponse:
    """Say what was done and go back to where the act was, or to one's own list."""
    messages.success(request, sentence)
    wanted = request.POST.get("til", "")
    if not url_has_allowed_host_and_scheme(wanted, allowed_hosts=None):
        wanted = fallback or reverse("tasks:mine")
    return HttpResponseRedirect(wanted, status=303)
