"""Reading in, reviewing and adopting."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from tett.base.rules import Refusal
from tett.calendar.rules import say
from tett.people.models import School
from tett.plan import actions, queries
from tett.plan.exports import FORMS
from tett.plan.forms import CommitmentForm, SplitForm, initial_of
from tett.plan.models import Commitment, Edition
from tett.plan.queries.editions import draft_to_edit, my_school, school_to_plan
from tett.plan.words import Audience, Evidence
from tett.ui.doors import signed_in
from tett.ui.http import Request

_WINDOWS = {"first_month", "last_month", "week", "last_week"}
TIMES = {"rhythm", "every", "times", "day", *_WINDOWS, *(f"second_{name}" for name in _WINDOWS)}


def _school(request: Request) -> School:
    school = school_to_plan(request.actor)
    if school is None:
        raise Http404
    return school


def _draft(request: Request) -> Edition:
    draft = draft_to_edit(request.actor, _school(request))
    if draft is None:
        raise Http404
    return draft


def _commitment(request: Request, public_id: str) -> Commitment:
    found = queries.commitment_in_draft(request.actor, public_id)
    if found is None:
        raise Http404
    return found


def _sent(request: Request) -> tuple[Any, Any]:
    """Give what was sent to a form; nothing sent is something sent, and gets told what is missing."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


@signed_in
@require_safe
def review(request: Request) -> HttpResponse:
    """Show the document on one side and what Tett understood on the other."""
    school = my_school(request.actor)
    draft = queries.draft_of(request.actor, school) if school else None
    if draft is None:
        raise Http404
    may_edit = school_to_plan(request.actor) == draft.school
    page = {"page": queries.review_page(request.actor, draft), "may_edit": may_edit, "forms": FORMS}
    return render(request, "plan/review.html", page)


@signed_in
@require_POST
def accept_clear(request: Request) -> HttpResponse:
    """Accept everything without a remark."""
    number = actions.accept_all_clear(_draft(request), by=request.actor, at=request.now)
    if number:
        said = ngettext("Én forpliktelse er godtatt.", "%(n)d forpliktelser er godtatt.", number)
        messages.success(request, said % {"n": number})
    return redirect("plan:review")


def _one(act: Callable[..., object]) -> Callable[..., HttpResponse]:
    """Make a view that does one thing with one commitment, and shows its card again."""

    @signed_in
    @require_POST
    def view(request: Request, public_id: str) -> HttpResponse:
        act(_commitment(request, public_id), by=request.actor, at=request.now)
        return _card(request, public_id)

    return view


accept = _one(actions.accept)
dismiss = _one(actions.dismiss)
restore = _one(actions.restore)


def _card(request: Request, public_id: str) -> HttpResponse:
    if not request.htmx:
        return redirect(f"{_review_address()}#c-{public_id}")
    card = {"commitment": _commitment(request, public_id), "may_edit": True, "swapped": True}
    return render(request, "plan/parts/card.html", card)


def _review_address() -> str:
    return reverse("plan:review")


@signed_in
def change(request: Request, public_id: str) -> HttpResponse:
    """Say what a commitment really is."""
    found = _commitment(request, public_id)
    form = CommitmentForm(*_sent(request), initial=initial_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, found, form)
            return redirect(f"{_review_address()}#c-{found.public_id}")
        except Refusal as refusal:
            form.add_error("rhythm", str(refusal))
    page = {"commitment": found, "form": form, "now": say(found.when)}
    return render(request, "plan/change.html", page, status=422 if form.errors else 200)


def _change(request: Request, found: Commitment, form: CommitmentForm) -> None:
    data = form.cleaned_data
    actions.change(
        found, title=data["title"], bearer=data["bearer"], co_bearers=data["co_bearers"],
        audience=Audience(data["audience"]), levels=data["levels"], evidence=Evidence(data["evidence"]),
        # What the form can't show, like three windows a year, stays as it was unless the time is changed.
        schedule=form.schedule if TIMES.intersection(form.changed_data) else found.when,
        by=request.actor, at=request.now,
    )  # fmt: skip


@signed_in
def split(request: Request, public_id: str) -> HttpResponse:
    """Make two commitments out of one."""
    found = _commitment(request, public_id)
    form = SplitForm(*_sent(request), initial={"first": found.text})
    if request.method == "POST" and form.is_valid():
        actions.split(found, **form.cleaned_data, by=request.actor, at=request.now)
        return redirect(f"{_review_address()}#c-{found.public_id}")
    return render(request, "plan/split.html", {"commitment": found, "form": form}, status=422 if form.errors else 200)


@signed_in
def merge(request: Request, public_id: str) -> HttpResponse:
    """Put a commitment into another."""
    found = _commitment(request, public_id)
    if request.method == "POST":
        into = _commitment(request, request.POST.get("into", "").replace("\0", ""))
        actions.merge(found, into, by=request.actor, at=request.now)
        return redirect(f"{_review_address()}#c-{into.public_id}")
    others = [c for c in _others(request, found) if c.pk != found.pk]
    return render(request, "plan/merge.html", {"commitment": found, "others": others})


def _others(request: Request, found: Commitment) -> tuple[Commitment, ...]:
    page = queries.review_page(request.actor, found.edition)
    return tuple(c for chapter in page.chapters for c in chapter.commitments)


@signed_in
@require_POST
def mark(request: Request, public_id: str) -> HttpResponse:
    """Make a commitment of a passage that Tett took for information."""
    passage = queries.passage_in_draft(request.actor, public_id)
    if passage is None:
        raise Http404
    made = actions.mark_passage(passage, by=request.actor, at=request.now)
    return redirect("plan:change", public_id=made.public_id)


@signed_in
def adopt(request: Request) -> HttpResponse:
    """Show what is promised, and adopt it."""
    draft = _draft(request)
    if request.method == "POST":
        actions.adopt(draft, by=request.actor, at=request.now)
        return redirect("plan:adopted")
    return render(request, "plan/adopt.html", {"page": queries.review_page(request.actor, draft)})


@signed_in
@require_safe
def adopted(request: Request) -> HttpResponse:
    """Say that the plan is adopted, and what comes next."""
    edition = queries.edition_in_force(request.actor, _school(request))
    if edition is None:
        raise Http404
    return render(request, "plan/adopted.html", {"edition": edition})


@signed_in
def discard(request: Request) -> HttpResponse:
    """Show what goes, and throw the draft away."""
    draft = _draft(request)
    if request.method == "POST":
        actions.discard_draft(draft, by=request.actor, at=request.now)
        return redirect("plan:read_in")
    return render(request, "plan/discard.html", {"page": queries.review_page(request.actor, draft)})
