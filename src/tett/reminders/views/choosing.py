"""Choosing what one gets; and for the principal, when something climbs to the leader."""

from dataclasses import asdict

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tett.reminders.actions import choose, choose_days, use_address_again
from tett.reminders.forms import ChooseForm, DaysForm
from tett.reminders.queries import chosen_of, school_led
from tett.ui.doors import signed_in
from tett.ui.http import Request

UNPROCESSABLE = 422


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def choose_page(request: Request) -> HttpResponse:
    """Choose what one gets, when and how."""
    chosen, sent = chosen_of(request.actor), request.method == "POST"
    form = ChooseForm(request.POST if sent else None, leads=chosen.leads, initial=asdict(chosen.wish))
    if sent and form.is_valid():
        choose(**form.answer, by=request.actor, at=request.now)
        messages.success(request, _("Lagret. Slik blir det fra nå av."))
        return redirect("reminders:choose")
    shown = {"form": form, "chosen": chosen, "may_choose_days": school_led(request.actor) is not None}
    return render(request, "reminders/choose.html", shown, status=UNPROCESSABLE if sent else 200)


@signed_in
@require_POST
def address_again(request: Request) -> HttpResponse:
    """Try one's own address again."""
    use_address_again(by=request.actor, at=request.now)
    messages.success(request, _("Fint. Neste e-post prøver vi å sende som vanlig."))
    return redirect("reminders:choose")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def days_page(request: Request) -> HttpResponse:
    """Choose after how many school days something climbs."""
    led = school_led(request.actor)
    if led is None:
        raise Http404
    (school, days), sent = led, request.method == "POST"
    form = DaysForm(request.POST if sent else None, initial={"days": days})
    if sent and form.is_valid():
        choose_days(school, form.cleaned_data["days"], by=request.actor, at=request.now)
        messages.success(request, _("Lagret. Det gjelder fra i morgen tidlig."))
        return redirect("reminders:routine")
    return render(request, "reminders/days.html", {"form": form, "days": days}, status=UNPROCESSABLE if sent else 200)
