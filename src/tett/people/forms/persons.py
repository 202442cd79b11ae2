"""What is asked about persons, and what they are to each other."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tett.people.actions.persons import PersonFacts, Reach
from tett.people.forms.fields import LOOK, TEXT, DayInput, choose
from tett.people.forms.roles import PlaceForm, RoleForm
from tett.people.words import ConsentScope, Language, Right


class PersonForm(forms.Form):
    """What is known of somebody."""

    given_name = forms.CharField(label=_("Fornavn"), max_length=80, widget=TEXT)
    family_name = forms.CharField(label=_("Etternavn"), max_length=80, widget=TEXT)
    preferred_name = forms.CharField(
        label=_("Navnet personen bruker (valgfritt)"),
        help_text=_("Vises i stedet for fornavnet, hvis personen bruker et annet."),
        max_length=80,
        required=False,
        widget=TEXT,
    )
    birth_date = forms.DateField(label=_("Fødselsdato (valgfritt)"), required=False, widget=DayInput)
    language = forms.ChoiceField(label=_("Leser helst"), choices=Language.choices, widget=choose())

    @property
    def facts(self) -> PersonFacts:
        """Give what the form says of the person."""
        return PersonFacts(**{name: self.cleaned_data[name] for name in PersonForm.base_fields})


class ReachForm(forms.Form):
    """How to reach somebody."""

    email = forms.EmailField(label=_("E-post (valgfritt)"), required=False, widget=forms.EmailInput(attrs=LOOK))
    phone = forms.CharField(label=_("Telefon (valgfritt)"), required=False, max_length=20, widget=TEXT)
    address = forms.CharField(label=_("Adresse (valgfritt)"), required=False, max_length=200, widget=TEXT)

    @property
    def reach(self) -> Reach:
        """Give what the form says of how to reach the person."""
        return Reach(**{name: self.cleaned_data[name] for name in ReachForm.base_fields})


class NewForm(PersonForm, ReachForm):
    """Somebody new."""

    another = forms.BooleanField(
        label=_("Dette er en annen enn den skolen kjenner med samme navn"),
        required=False,
        widget=forms.CheckboxInput(attrs=LOOK),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask first who it is, and last whether it is somebody else."""
        super().__init__(*args, **kwargs)
        self.order_fields([*PersonForm.base_fields, *(name for name in self.fields if name != "another")])

    @property
    def basics(self) -> dict[str, Any]:
        """Give the arguments that every new person has."""
        return {"facts": self.facts, "reach": self.reach, "another": self.cleaned_data["another"]}


class NewStudentForm(NewForm, PlaceForm):
    """A new student."""

    protected = forms.BooleanField(
        label=_("Skjermet adresse"),
        help_text=_("Kontaktinformasjonen vises bare for dem dere navngir etterpå."),
        required=False,
        widget=forms.CheckboxInput(attrs=LOOK),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the birth date: it decides when the student is an adult."""
        super().__init__(*args, **kwargs)
        self.fields["birth_date"].required = True
        self.fields["birth_date"].label = _("Fødselsdato")


class NewStaffForm(NewForm, RoleForm):
    """Somebody new who works at the school."""


class RightForm(forms.Form):
    """What an adult is to a student, and where the school knows it from."""

    right = forms.ChoiceField(label=_("Er for eleven"), choices=Right.choices, widget=choose())
    source = forms.CharField(
        label=_("Hvor vet skolen det fra?"),
        help_text=_("For eksempel Folkeregisteret, eller et brev med dato."),
        max_length=120,
        widget=TEXT,
    )
    starts = forms.DateField(label=_("Gjelder fra"), widget=DayInput)


class NewGuardianForm(NewForm, RightForm):
    """A new guardian."""


class ConsentForm(forms.Form):
    """What an adult student lets a former guardian see, and until when."""

    scope = forms.ChoiceField(label=_("Hva skal de få se?"), choices=ConsentScope.choices, widget=choose())
    ends = forms.DateField(label=_("Til og med"), widget=DayInput)
