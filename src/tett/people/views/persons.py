"""One person: the page, and what is put right on it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tett.people.actions.openings import note_person_opened
from tett.people.actions.persons import correct_contact, correct_person
from tett.people.actions.relations import end_reader, name_reader, protect_address
from tett.people.forms.persons import PersonForm, ReachForm
from tett.people.forms.roles import ReaderForm
from tett.people.models import Contact, Person
from tett.people.queries.choices import at_work, choices
from tett.people.queries.person import contact_of, person_page, person_to_keep, reader_to_end
from tett.people.views.common import Ask, answer, chosen, home_of, or_404, sent
from tett.ui.answers import done, status_of, tried
from tett.ui.doors import signed_in
from tett.ui.http import Request

BOTH = ["GET", "HEAD", "POST"]


@signed_in
@require_safe
def page(request: Request, public_id: str) -> HttpResponse:
    """Show somebody, and what one may do; that it was opened is written down for the one it is about."""
    found = or_404(person_page(request.actor, public_id))
    reached = bool(found.contact or found.guardians)
    note_person_opened(found.person, reached=reached, by=request.actor, at=request.now)
    return render(request, "people/person.html", {"page": found})


@signed_in
@require_http_methods(BOTH)
def correct(request: Request, public_id: str) -> HttpResponse:
    """Put right names, birth date and language."""
    person = or_404(person_to_keep(request.actor, public_id))
    form = PersonForm(sent(request), initial={name: getattr(person, name) for name in PersonForm.base_fields})
    ask = Ask(
        _("Rett opplysningene"), _("Lagre"), home_of(person), person.name,
        tells=(_("Det du retter, blir stående selv om en importert liste sier noe annet."),),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: correct_person(person, form.facts, by=request.actor, at=request.now),
        lambda: _("Rettet."),
    )  # fmt: skip


@signed_in
@require_http_methods(BOTH)
def contact(request: Request, public_id: str) -> HttpResponse:
    """Put right how to reach somebody; who may not read it finds no such page."""
    person = or_404(person_to_keep(request.actor, public_id))
    now = contact_of(request.actor, person) or _none_yet(person)
    if request.method != "POST":
        note_person_opened(person, reached=bool(now.email or now.phone), by=request.actor, at=request.now)
    form = ReachForm(sent(request), initial={name: getattr(now, name) for name in ReachForm.base_fields})
    ask = Ask(
        _("Rett kontaktinformasjonen"), _("Lagre"), home_of(person), person.name,
        tells=(_("Det du retter, blir stående selv om en importert liste sier noe annet."),),
    )  # fmt: skip
    return answer(
        request, form, ask,
        lambda: correct_contact(person, form.reach, by=request.actor, at=request.now),
        lambda: _("Rettet."),
    )  # fmt: skip


def _none_yet(person: Person) -> Contact:
    """Start empty; where something is kept that one may not read, the action refuses to write over it."""
    return Contact(person=person)


@signed_in
@require_http_methods(BOTH)
def protection(request: Request, public_id: str) -> HttpResponse:
    """Show who may reach somebody protected, and turn the protection on or off."""
    person = or_404(person_to_keep(request.actor, public_id))
    if request.method == "POST":
        protected = request.POST.get("skjermet") == "ja"
        protect_address(person, protected=protected, by=request.actor, at=request.now)
        said = _("Adressen er skjermet fra nå av.") if protected else _("Adressen er ikke lenger skjermet.")
        return done(request, said, request.path)
    return _protection(request, person, ReaderForm(people=at_work(request.actor)))


@signed_in
@require_POST
def add_reader(request: Request, public_id: str) -> HttpResponse:
    """Name one of the few."""
    person = or_404(person_to_keep(request.actor, public_id))
    people = at_work(request.actor)
    form = ReaderForm(request.POST, people=people)
    if tried(form, lambda: _name(request, person, chosen(people, form.cleaned_data["reader"]))):
        return done(request, _("Ført opp."), reverse("people:protection", args=[person.public_id]))
    return _protection(request, person, form)


def _name(request: Request, person: Person, reader: Person) -> None:
    school = choices(request.actor).schools[0]
    name_reader(person, reader, school, request.actor.day, by=request.actor, at=request.now)


def _protection(request: Request, person: Person, form: ReaderForm) -> HttpResponse:
    page = or_404(person_page(request.actor, person.public_id))
    return render(request, "people/protection.html", {"page": page, "form": form}, status=status_of(form))


@signed_in
@require_POST
def remove_reader(request: Request, public_id: str) -> HttpResponse:
    """Let somebody be one of the few no longer."""
    row = or_404(reader_to_end(request.actor, public_id))
    end_reader(row, request.actor.day, by=request.actor, at=request.now)
    said = _("%(name)s kan se kontaktinformasjonen ut dagen.") % {"name": row.reader.name}
    return done(request, said, reverse("people:protection", args=[row.protected.public_id]))
