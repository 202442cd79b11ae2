"""Departments, and who leads."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tett.access.words import Role
from tett.people.actions.leaders import end_appointment
from tett.people.actions.places import add_department, remove_department, rename_department
from tett.people.models import Department
from tett.start import queries
from tett.start.actions import appoint_new, appoint_new_officer
from tett.start.forms import AppointForm, DepartmentForm, EndForm, OfficeForm
from tett.start.views.common import asked, found_school
from tett.ui.doors import signed_in
from tett.ui.http import Request


@signed_in
def departments(request: Request, slug: str) -> HttpResponse:
    """Show a school's departments, and add one."""
    here = found_school(request, slug)
    form = DepartmentForm(request.POST or None)
    if asked(form, lambda: add_department(here, form.cleaned_data["name"], by=request.actor, at=request.now)):
        return redirect("start:departments", slug=slug)
    page = {"form": form, "school": here, "departments": queries.departments_of(request.actor, here)}
    return render(request, "start/departments.html", page, status=422 if form.errors else 200)


@signed_in
def department(request: Request, public_id: str) -> HttpResponse:
    """Rename a department."""
    row = _department(request, public_id)
    form = DepartmentForm(request.POST or None, initial={"name": row.name})
    if asked(form, lambda: rename_department(row, form.cleaned_data["name"], by=request.actor, at=request.now)):
        return redirect("start:departments", slug=row.school.slug)
    page = {"form": form, "school": row.school, "department": row}
    return render(request, "start/department.html", page, status=422 if form.errors else 200)


@signed_in
@require_POST
def drop_department(request: Request, public_id: str) -> HttpResponse:
    """Take a department away that nothing belongs to."""
    row = _department(request, public_id)
    remove_department(row, by=request.actor, at=request.now)
    messages.success(request, _("Avdelingen {name} er fjernet.").format(name=row.name))
    return redirect("start:departments", slug=row.school.slug)


def _department(request: Request, public_id: str) -> Department:
    row = queries.department_to_arrange(request.actor, public_id)
    if row is None:
        raise Http404
    return row


@signed_in
def leaders(request: Request, slug: str) -> HttpResponse:
    """Show who leads a school; whoever appoints may name one more."""
    here = found_school(request, slug)
    appoints = queries.may_appoint_at(request.actor, here)
    form = AppointForm(request.POST or None, initial={"starts": request.actor.day, "role": Role.PRINCIPAL})
    if asked(form, lambda: appoint_new(
        here, form.newcomer, Role(form.cleaned_data["role"]), form.cleaned_data["starts"],
        by=request.actor, at=request.now,
    )):  # fmt: skip
        messages.success(request, _("{name} er pekt ut.").format(name=form.newcomer.given_name))
        return redirect("start:leaders", slug=slug)
    led_by = queries.leaders_of(request.actor, here)
    page = {
        "form": form, "school": here, "leaders": led_by, "appoints": appoints,
        "uninvited": any(not row.inside for row in led_by),
    }  # fmt: skip
    return render(request, "start/leaders.html", page, status=422 if form.errors else 200)


@signed_in
def owner(request: Request, public_id: str) -> HttpResponse:
    """Show who acts for an owner, and name one more."""
    here = queries.owner_to_run(request.actor, public_id)
    if here is None:
        raise Http404
    form = OfficeForm(request.POST or None)
    if asked(form, lambda: appoint_new_officer(
        here, form.newcomer, Role(form.cleaned_data["role"]), by=request.actor, at=request.now
    )):  # fmt: skip
        messages.success(request, _("{name} er pekt ut.").format(name=form.newcomer.given_name))
        return redirect("start:owner", public_id=public_id)
    page = {
        "form": form, "owner": here, "officers": queries.officers_of(request.actor, here),
        "owns": queries.owns(request.actor, here),
    }  # fmt: skip
    return render(request, "start/owner.html", page, status=422 if form.errors else 200)


@signed_in
def end(request: Request, public_id: str) -> HttpResponse:
    """Let an appointment end with a day."""
    row = queries.appointment(request.actor, public_id)
    if row is None:
        raise Http404
    form = EndForm(request.POST or None, initial={"ends": request.actor.day})
    if asked(form, lambda: end_appointment(row, form.cleaned_data["ends"], by=request.actor, at=request.now)):
        messages.success(request, _("Lagret."))
        return redirect("start:owner", public_id=row.owner.public_id)
    return render(request, "start/end.html", {"form": form, "row": row}, status=422 if form.errors else 200)
