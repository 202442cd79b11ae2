"""Students: written down, moved, and what their place rests on; and those who are something to them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tett.people.actions.elections import elect
from tett.people.actions.enrolments import correct_enrolment, enrol, move_by_hand
from tett.people.actions.newcomers import add_guardian, add_student
from tett.people.actions.relations import end_right, give_right
from tett.people.forms.persons import NewGuardianForm, NewStudentForm, RightForm
from tett.people.forms.roles import ElectForm, EndForm, MoveForm, PlaceForm, PlaceOnlyForm
from tett.people.models import Person
from tett.people.queries.choices import Choices, choices, class_to_elect
from tett.people.queries.everybody import some
from tett.people.queries.person import person_to_keep, person_to_look_up, place_to_change, right_to_end
from tett.people.views.common import Ask, answer, chosen, home_of, or_404, sent
from tett.people.words import LegalBasis, Lodging, Right
from tett.ui.doors import signed_in
from tett.ui.http import Request

BOTH = ["GET", "HEAD", "POST"]


def _led(request: Request) -> Choices:
    """Give what a leader may choose among; others find no such page."""
    found = choices(request.actor)
    return or_404(found if found.schools else None)


@signed_in
@require_http_methods(BOTH)
def new(request: Request) -> HttpResponse:
    """Write down a student with a place in a class."""
    offered = _led(request)
    form = NewStudentForm(sent(request), choices=offered, initial={"starts": request.actor.day})
    ask = Ask(_("Ny elev"), _("Legg til"), reverse("people:everybody"), _("Folk på skolen"))
    return answer(
        request, form, ask,
        lambda: add_student(
            **form.basics, school_class=chosen(offered.classes, form.cleaned_data["school_class"]),
            starts=form.cleaned_data["starts"], **form.place, protected=form.cleaned_data["protected"],
            by=request.actor, at=request.now,
        ),
        lambda: _("%(name)s er lagt til.") % {"name": form.facts.given_name},
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def place(request: Request, public_id: str) -> HttpResponse:
    """Give somebody the school knows a place in a class: one who comes back, or comes from another role."""
    offered, person = _led(request), or_404(person_to_keep(request.actor, public_id))
    form = PlaceForm(sent(request), choices=offered, initial={"starts": request.actor.day})
    ask = Ask(_("Gi plass i en klasse"), _("Gi plass"), home_of(person), person.name)
    return answer(
        request, form, ask,
        lambda: enrol(
            person, chosen(offered.classes, form.cleaned_data["school_class"]), form.cleaned_data["starts"],
            basis=LegalBasis(form.cleaned_data["basis"]), lodging=Lodging(form.cleaned_data["lodging"]),
            by=request.actor, at=request.now,
        ),
        lambda: _("%(name)s har fått plass i klassen.") % {"name": person.name},
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def move(request: Request, public_id: str) -> HttpResponse:
    """Move a student to another class from a day on."""
    row, offered = or_404(place_to_change(request.actor, public_id)), choices(request.actor)
    form = MoveForm(sent(request), choices=offered, initial={"starts": request.actor.day})
    ask = Ask(
        _("Bytt klasse"), _("Bytt klasse"), home_of(row.student), row.student.name,
        lead=_("%(name)s går i %(at)s nå.") % {"name": row.student.name, "at": row.school_class},
        tells=(
            _("Tiden i den gamle klassen blir stående. Foresatte, hybel og rettsgrunnlag følger med."),
            _("Åpne oppgaver som gjelder eleven, går til kontaktlæreren i den nye klassen."),
            _("Verv eleven er valgt til i den gamle klassen, avsluttes samme dag."),
        ),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: move_by_hand(
            row, chosen(offered.classes, form.cleaned_data["to"]), form.cleaned_data["starts"],
            by=request.actor, at=request.now,
        ),
        lambda: _("%(name)s bytter klasse.") % {"name": row.student.name},
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def rests_on(request: Request, public_id: str) -> HttpResponse:
    """Put right what a place rests on, and where the student lives."""
    row = or_404(place_to_change(request.actor, public_id))
    form = PlaceOnlyForm(sent(request), initial={"basis": row.basis, "lodging": row.lodging})
    ask = Ask(
        _("Hybel og rettsgrunnlag"), _("Lagre"), home_of(row.student), row.student.name,
        tells=(_("Deltakere etter kapittel 18 har ikke rettene i §§ 12-4 til 12-6, men planen gjelder også dem."),),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: correct_enrolment(
            row, LegalBasis(form.cleaned_data["basis"]), Lodging(form.cleaned_data["lodging"]),
            by=request.actor, at=request.now,
        ),
        lambda: _("Rettet."),
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def guardian(request: Request, public_id: str) -> HttpResponse:
    """Register what somebody is to a student: somebody the school knows already, or somebody new."""
    student = or_404(person_to_keep(request.actor, public_id))
    known = person_to_look_up(request.actor, request.GET.get("hvem", ""))
    if known is None and "ny" not in request.GET:
        asked = request.GET.get("q", "")
        hits = [hit for hit in some(request.actor, asked) if hit.person != student]
        return render(request, "people/guardian.html", {"person": student, "asked": asked, "hits": hits})
    return _known(request, student, known) if known else _unknown(request, student)


def _known(request: Request, student: Person, known: Person) -> HttpResponse:
    form = RightForm(sent(request), initial={"starts": request.actor.day})
    ask = Ask(
        _("Registrer %(name)s") % {"name": known.name}, _("Registrer"), home_of(student), student.name,
        lead=_("Hva er %(name)s for %(student)s?") % {"name": known.name, "student": student.name},
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: give_right(
            known, student, Right(form.cleaned_data["right"]), form.cleaned_data["source"],
            form.cleaned_data["starts"], by=request.actor, at=request.now,
        ),
        lambda: _("Registrert."),
    )  # fmt: skip


def _unknown(request: Request, student: Person) -> HttpResponse:
    form = NewGuardianForm(sent(request), initial={"starts": request.actor.day})
    ask = Ask(_("Ny foresatt"), _("Registrer"), home_of(student), student.name)
    return answer(
        request, form, ask,
        lambda: add_guardian(
            **form.basics, student=student, right=Right(form.cleaned_data["right"]),
            source=form.cleaned_data["source"], starts=form.cleaned_data["starts"], by=request.actor, at=request.now,
        ),
        lambda: _("Registrert."),
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def end_guardian(request: Request, public_id: str) -> HttpResponse:
    """Let what somebody is to a student end with a day."""
    row = or_404(right_to_end(request.actor, public_id))
    form = EndForm(sent(request), initial={"ends": request.actor.day})
    ask = Ask(
        _("Avslutt registreringen"), _("Avslutt"), home_of(row.student), row.student.name,
        lead=f"{row.guardian.name}, {row.get_right_display()}",
        tells=(_("Dagen etter ser ikke den foresatte noe om eleven lenger."),),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: end_right(row, form.cleaned_data["ends"], by=request.actor, at=request.now),
        lambda: _("Avsluttet."),
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def elected(request: Request, public_id: str) -> HttpResponse:
    """Write down whom a class has elected."""
    page = or_404(class_to_elect(request.actor, public_id))
    form = ElectForm(sent(request), of=page, initial={"day": request.actor.day})
    ask = Ask(
        _("Hvem har %(name)s valgt?") % {"name": page.school_class.name}, _("Lagre valget"),
        reverse("people:class", args=[page.school_class.public_id]), page.school_class.name,
        tells=(_("De som ikke lenger er valgt, er det ut dagen før. De valgte får oppgavene som følger vervet."),),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: elect(page.school_class, form.chosen, form.cleaned_data["day"], by=request.actor, at=request.now),
        lambda: _("Valget er ført."),
    )  # fmt: skip
