"""An adult student's own say in who may follow."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tett.people.actions.relations import consent, withdraw_consent
from tett.people.forms.persons import ConsentForm
from tett.people.queries.consents import former_guardian, my_consents, myself, own_consent
from tett.people.views.common import Ask, answer, or_404, sent
from tett.people.words import ConsentScope
from tett.ui.answers import done
from tett.ui.doors import signed_in
from tett.ui.http import Request

HALF_A_YEAR = timedelta(days=182)


@signed_in
@require_safe
def mine(request: Request) -> HttpResponse:
    """Show those who were one's guardians, and what each may see."""
    return render(request, "people/my_consents.html", {"page": or_404(my_consents(request.actor))})


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: Request, public_id: str) -> HttpResponse:
    """Let a former guardian see, until a day."""
    guardian = or_404(former_guardian(request.actor, public_id))
    form = ConsentForm(sent(request), initial={"ends": request.actor.day + HALF_A_YEAR})
    ask = Ask(
        _("La %(name)s følge med?") % {"name": guardian.name}, _("Gi samtykke"), reverse("people:my_consents"),
        _("Hvem får følge med"),
        tells=(_("Du kan trekke det tilbake når du vil. Da ser de ingenting lenger, med en gang."),),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: consent(
            or_404(myself(request.actor)), guardian, ConsentScope(form.cleaned_data["scope"]), request.actor.day,
            form.cleaned_data["ends"], by=request.actor, at=request.now,
        ),
        lambda: _("%(name)s får følge med.") % {"name": guardian.name},
    )  # fmt: skip


@signed_in
@require_POST
def withdraw(request: Request, public_id: str) -> HttpResponse:
    """Take a consent back."""
    row = or_404(own_consent(request.actor, public_id))
    withdraw_consent(row, by=request.actor, at=request.now)
    return done(request, _("Trukket tilbake. Fra nå av ser de ingenting."), reverse("people:my_consents"))
