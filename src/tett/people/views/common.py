"""What the pages of people have in common."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise

from tett.people.models import Person
from tett.people.queries.choices import Choices
from tett.ui.answers import done, status_of, tried
from tett.ui.http import Request

T = TypeVar("T")


@dataclass(frozen=True)
class Ask:
    """A page with one form: what it asks, of whom, what it says below, and what its button does."""

    heading: str | Promise
    button: str | Promise
    back: str
    back_to: str | Promise
    lead: str | Promise = ""
    #: What happens when it is sent, a sentence each.
    tells: tuple[str | Promise, ...] = ()


def answer(
    request: Request, form: forms.Form, ask: Ask, act: Callable[[], object], said: Callable[[], str], **more: Any
) -> HttpResponse:
    """Do what a form asks and say so on the page it came from, or show it with what is wrong."""
    if form.is_bound and tried(form, act):
        return done(request, said(), ask.back)
    return render(request, "people/ask.html", {"form": form, "ask": ask, **more}, status=status_of(form))


def or_404(found: T | None) -> T:
    """Give what was found, or the same 404 whether it is hidden or not there."""
    if found is None:
        raise Http404
    return found


def home_of(person: Person) -> str:
    """Give the address of somebody's page."""
    return reverse("people:person", args=[person.public_id])


def sent(request: Request) -> Any:  # noqa: ANN401 - what a form takes
    """Give what was sent, or nothing when a page is only asked for."""
    return request.POST if request.method == "POST" else None


def chosen(rows: tuple[Any, ...], public_id: str) -> Any:  # noqa: ANN401 - a row of any table
    """Give the row that a choice of a form stands for; the form has offered only these."""
    return next((row for row in rows if row.public_id == public_id), None)


def scope_of(choices: Choices, said: dict[str, Any]) -> dict[str, Any]:
    """Give where a role counts, as the action takes it."""
    return {
        "school": chosen(choices.schools, said["school"]),
        "department": chosen(choices.departments, said["department"]),
        "school_class": chosen(choices.classes, said["school_class"]),
    }
