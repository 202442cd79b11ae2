"""The page of one task, its drafts, notes and files."""

from typing import cast

from django.core.files import File
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tett.tasks.actions import add_proof, save_draft
from tett.tasks.forms import DraftForm, ProofForm
from tett.tasks.queries import proof_to_serve
from tett.tasks.views.common import UNPROCESSABLE, back, draft_address, found, show, tried
from tett.ui.doors import signed_in
from tett.ui.http import Request

#: A file is never run or shown within the application, whatever a browser makes of it.
SANDBOX = "default-src 'none'; sandbox"


@signed_in
@require_safe
def page(request: Request, public_id: str) -> HttpResponse:
    """Show what it is, for whom, by when and why, and how to say that it is done."""
    return show(request, found(request, public_id))


@signed_in
@require_POST
def add(request: Request, public_id: str) -> HttpResponse:
    """Add a note, link or file."""
    task = found(request, public_id)
    form = ProofForm(request.POST, request.FILES, draft=draft_address(task))
    if not tried(form, lambda: add_proof(task.task, **form.cleaned_data, by=request.actor, at=request.now)):
        return show(request, task, status=UNPROCESSABLE, add_form=form)
    return back(request, _("Lagt til: %(title)s") % {"title": task.row.title}, task.row.address)


@signed_in
@require_POST
def draft(request: Request, public_id: str) -> HttpResponse:
    """Keep what is being written; htmx gets a word, others the page."""
    task = found(request, public_id)
    form = DraftForm(request.POST)
    if not tried(form, lambda: save_draft(task.task, form.cleaned_data["note"], by=request.actor, at=request.now)):
        return render(request, "tasks/parts/draft.html#refused", {"form": form}, status=UNPROCESSABLE)
    if request.htmx:
        return render(request, "tasks/parts/draft.html", {"at": request.now})
    return back(request, _("Kladden er lagret."), task.row.address)


@signed_in
@require_safe
def file(request: Request, public_id: str) -> HttpResponse:
    """Send a file to somebody who may see its task, to be saved and not shown."""
    proof = proof_to_serve(request.actor, public_id)
    if proof is None:
        raise Http404
    content = cast("File[bytes]", proof.file.open("rb"))
    answer = FileResponse(content, as_attachment=True, filename=proof.name, content_type=proof.content_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = SANDBOX
    return cast("HttpResponse", answer)  # a stream has all that doors and middleware look at
