"""Roles: given to somebody, and ended."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tett.access.words import STAFF_ROLES, STUDENT_OFFICES, Role
from tett.people.actions.elections import set_contact_teacher
from tett.people.actions.newcomers import add_staff
from tett.people.actions.roles import assign_role, end_role
from tett.people.forms.persons import NewStaffForm
from tett.people.forms.roles import EndForm, RoleForm, TeacherForm
from tett.people.models import Person
from tett.people.queries.choices import Choices, at_work, choices, class_to_staff
from tett.people.queries.person import person_to_look_up, role_to_end
from tett.people.views.common import Ask, answer, chosen, home_of, or_404, scope_of, sent
from tett.ui.doors import signed_in
from tett.ui.http import Request

BOTH = ["GET", "HEAD", "POST"]
GIVEN = (*STAFF_ROLES, Role.COUNCIL_BOARD, Role.EXTERNAL, Role.ADMINISTRATOR)


def _led(request: Request) -> Choices:
    """Give what a leader may choose among; others find no such page."""
    found = choices(request.actor)
    return or_404(found if found.schools else None)


@signed_in
@require_http_methods(BOTH)
def give(request: Request, public_id: str) -> HttpResponse:
    """Give somebody a role for a period."""
    offered, person = _led(request), or_404(person_to_look_up(request.actor, public_id))
    form = RoleForm(sent(request), choices=offered, roles=GIVEN, initial={"starts": request.actor.day})
    ask = Ask(
        _("Gi en rolle"), _("Gi rollen"), home_of(person), person.name,
        lead=_("Rollen åpner det den gir tilgang til fra første dag, og lukker det dagen etter den siste."),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: _give(request, person, form, offered),
        lambda: _("%(name)s har fått rollen.") % {"name": person.name},
    )  # fmt: skip


def _give(request: Request, person: Person, form: RoleForm, offered: Choices) -> None:
    said = form.cleaned_data
    role, period = Role(said["role"]), (said["starts"], said["ends"])
    scope = scope_of(offered, said)
    assign_role(person, role, scope.pop("school"), *period, **scope, by=request.actor, at=request.now)


@signed_in
@require_http_methods(BOTH)
def end(request: Request, public_id: str) -> HttpResponse:
    """Let a role end with a day."""
    row = or_404(role_to_end(request.actor, public_id))
    form = EndForm(sent(request), initial={"ends": request.actor.day})
    where = row.school_class or row.department or row.school
    ask = Ask(
        _("Avslutt rollen som %(role)s") % {"role": row.get_role_display()}, _("Avslutt rollen"),
        home_of(row.person), row.person.name, lead=f"{row.person.name}, {where}",
        tells=(
            _("Dagen etter siste dag gir rollen ingen tilgang, heller ikke for den som er logget inn."),
            _("Oppgaver som følger rollen, går til den som har den etterpå. Er det ingen, trer en leder inn."),
        ),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: end_role(row, form.cleaned_data["ends"], by=request.actor, at=request.now),
        lambda: _("Rollen avsluttes."),
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def new_staff(request: Request) -> HttpResponse:
    """Write down somebody who works at the school."""
    offered = _led(request)
    roles = [role for role in GIVEN if role not in STUDENT_OFFICES]
    form = NewStaffForm(sent(request), choices=offered, roles=roles, initial={"starts": request.actor.day})
    ask = Ask(
        _("Ny ansatt"), _("Legg til"), reverse("people:everybody"), _("Folk på skolen"),
        tells=(_("Personen får ikke innlogging av dette. Inviter etterpå."),),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: _add_staff(request, form, offered),
        lambda: _("%(name)s er lagt til.") % {"name": form.facts.given_name},
    )  # fmt: skip


def _add_staff(request: Request, form: NewStaffForm, offered: Choices) -> None:
    said = form.cleaned_data
    scope = scope_of(offered, said)
    period = (said["starts"], said["ends"])
    add_staff(
        **form.basics, role=Role(said["role"]), school=scope.pop("school"), starts=period[0], ends=period[1], **scope,
        by=request.actor, at=request.now,
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def teachers(request: Request, public_id: str) -> HttpResponse:
    """Give a class a contact teacher, beside or instead of one it has."""
    school_class, held = or_404(class_to_staff(request.actor, public_id))
    people = at_work(request.actor)
    form = TeacherForm(sent(request), people=people, held=held, initial={"starts": request.actor.day})
    ask = Ask(
        _("Kontaktlærer for %(name)s") % {"name": school_class.name}, _("Lagre"),
        reverse("people:class", args=[school_class.public_id]), school_class.name,
        lead=_("Hver elev skal ha en kontaktlærer (opplæringsloven § 14-2)."),
        tells=(_("Klassens oppgaver følger den som er kontaktlærer den dagen de skal gjøres."),),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: set_contact_teacher(
            school_class, chosen(people, form.cleaned_data["teacher"]), form.cleaned_data["starts"],
            chosen(held, form.cleaned_data["instead_of"]), by=request.actor, at=request.now,
        ),
        lambda: _("Klassen har fått kontaktlærer."),
        held=held,
    )  # fmt: skip
