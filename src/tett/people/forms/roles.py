"""What is asked about places, roles and elections."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tett.access.words import Role
from tett.people.actions.elections import ELECTED
from tett.people.forms.fields import DayInput, choose, names_of, names_of_classes, offer
from tett.people.models import Assignment, Person
from tett.people.queries.choices import Choices, ClassToElect
from tett.people.words import LegalBasis, Lodging


class PlaceForm(forms.Form):
    """A place in a class, and what it rests on."""

    school_class = forms.ChoiceField(label=_("Klasse"), widget=choose())
    starts = forms.DateField(label=_("Første dag"), widget=DayInput)
    basis = forms.ChoiceField(label=_("Opplæringen er"), choices=LegalBasis.choices, widget=choose())
    lodging = forms.ChoiceField(label=_("Bor i skoleuka"), choices=Lodging.choices, widget=choose())

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        """Offer the classes."""
        super().__init__(*args, **kwargs)
        offer(self, "school_class", names_of_classes(choices), _("Velg klasse"))

    @property
    def place(self) -> dict[str, Any]:
        """Give what the place rests on."""
        return {name: self.cleaned_data[name] for name in ("basis", "lodging")}


class PlaceOnlyForm(forms.Form):
    """What a place in a class rests on, put right."""

    basis = forms.ChoiceField(label=_("Opplæringen er"), choices=LegalBasis.choices, widget=choose())
    lodging = forms.ChoiceField(label=_("Bor i skoleuka"), choices=Lodging.choices, widget=choose())


class RoleForm(forms.Form):
    """A role, where it counts, and for how long."""

    role = forms.ChoiceField(label=_("Rolle"), widget=choose())
    school = forms.ChoiceField(label=_("Skole"), widget=choose())
    department = forms.ChoiceField(
        label=_("Avdeling"), help_text=_("For avdelingsledere."), required=False, widget=choose()
    )
    school_class = forms.ChoiceField(
        label=_("Klasse"),
        help_text=_("For kontaktlærere, og for faglærere i en bestemt klasse."),
        required=False,
        widget=choose(),
    )
    starts = forms.DateField(label=_("Fra og med"), widget=DayInput)
    ends = forms.DateField(
        label=_("Til og med (valgfritt)"),
        help_text=_("Tomt når det ikke er avtalt. Dagen etter gir rollen ingen tilgang."),
        required=False,
        widget=DayInput,
    )

    def __init__(self, *args: Any, choices: Choices, roles: Iterable[Role], **kwargs: Any) -> None:
        """Offer the roles and where they can count; one school isn't asked for."""
        super().__init__(*args, **kwargs)
        offer(self, "role", ((role.value, role.label) for role in roles), _("Velg rolle"))
        offer(self, "school", ((row.public_id, row.name) for row in choices.schools))
        if len(choices.schools) == 1:
            self.fields["school"].widget = forms.HiddenInput()
            self.fields["school"].initial = choices.schools[0].public_id
        offer(self, "department", ((row.public_id, row.name) for row in choices.departments), _("Gjelder hele skolen"))
        offer(self, "school_class", names_of_classes(choices), _("Gjelder ikke én klasse"))


class MoveForm(forms.Form):
    """Another class, from a day."""

    to = forms.ChoiceField(label=_("Ny klasse"), widget=choose())
    starts = forms.DateField(label=_("Første dag i den nye klassen"), widget=DayInput)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        """Offer the classes."""
        super().__init__(*args, **kwargs)
        offer(self, "to", names_of_classes(choices), _("Velg klasse"))


class EndForm(forms.Form):
    """The last day of something."""

    ends = forms.DateField(label=_("Siste dag"), widget=DayInput)


class TeacherForm(forms.Form):
    """A contact teacher, from a day, beside or instead of another."""

    teacher = forms.ChoiceField(label=_("Ny kontaktlærer"), widget=choose())
    starts = forms.DateField(label=_("Fra og med"), widget=DayInput)
    instead_of = forms.ChoiceField(label=_("Tar over etter"), required=False, widget=choose())

    def __init__(self, *args: Any, people: Iterable[Person], held: Iterable[Assignment], **kwargs: Any) -> None:
        """Offer those who work there, and those who are it now."""
        super().__init__(*args, **kwargs)
        offer(self, "teacher", names_of(people), _("Velg hvem"))
        now = [(row.public_id, row.person.name) for row in held if row.ends is None]
        offer(self, "instead_of", now, _("Ingen – kommer i tillegg"))


class ElectForm(forms.Form):
    """Whom a class has elected: up to two for each office."""

    day = forms.DateField(label=_("Valgt fra"), widget=DayInput)

    def __init__(self, *args: Any, of: ClassToElect, **kwargs: Any) -> None:
        """Offer the students for each office, those who hold it first."""
        super().__init__(*args, **kwargs)
        for role in ELECTED:
            for number in range(SEATS):
                now = of.elected.get(role, [])
                field = forms.ChoiceField(label=_SEATS[role][number], required=False, widget=choose())
                field.initial = now[number] if number < len(now) else ""
                self.fields[f"{role}-{number}"] = field
                offer(self, f"{role}-{number}", names_of(of.students), _("Ingen valgt"))
        self._students = {person.public_id: person for person in of.students}
        self.order_fields([name for name in self.fields if name != "day"])

    @property
    def chosen(self) -> dict[Role, list[Person]]:
        """Give the students for each office."""
        fields = {role: [self.cleaned_data[f"{role}-{number}"] for number in range(SEATS)] for role in ELECTED}
        return {role: [self._students[key] for key in keys if key] for role, keys in fields.items()}


SEATS = 2
_SEATS = {
    Role.CLASS_REPRESENTATIVE: (_("Tillitselev"), _("Tillitselev nummer to")),
    Role.DEPUTY_REPRESENTATIVE: (_("Vara for tillitselev"), _("Vara nummer to")),
    Role.ENVIRONMENT_STUDENT: (_("Miljøelev"), _("Miljøelev nummer to")),
}


class ReaderForm(forms.Form):
    """One of the few who may reach somebody protected."""

    reader = forms.ChoiceField(label=_("Hvem skal kunne se kontaktinformasjonen?"), widget=choose())

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        """Offer those who work there."""
        super().__init__(*args, **kwargs)
        offer(self, "reader", names_of(people), _("Velg hvem"))
