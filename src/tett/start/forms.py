"""What we ask of those who start."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from tett.access.words import Role
from tett.people.actions.first import OwnerFacts
from tett.people.actions.leaders import Newcomer
from tett.people.actions.places import SchoolFacts

INPUT = {"class": "ds-input"}
nine_digits = RegexValidator(r"^\d{9}$", _("Organisasjonsnummeret har ni siffer."))
letters = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Bare små bokstaver fra a til z, tall og bindestrek, for eksempel «fjellvik».")
)


def _text(label: Any, most: int, help_text: Any = "", *, required: bool = True, **attrs: str) -> forms.CharField:  # noqa: ANN401 - texts that wait for their language
    return forms.CharField(
        label=label, max_length=most, help_text=help_text, required=required,
        widget=forms.TextInput(attrs={**INPUT, **attrs}),
    )  # fmt: skip


def _org_number() -> forms.CharField:
    field = _text(_("Organisasjonsnummer"), 9, _("Kan fylles inn siden."), required=False, inputmode="numeric")
    field.validators.append(nine_digits)
    return field


def _slug(help_text: Any) -> forms.CharField:  # noqa: ANN401 - a text that waits for its language
    field = _text(_("Kort adresse"), 40, help_text, autocapitalize="none", spellcheck="false")
    field.validators.append(letters)
    return field


class NewcomerForm(forms.Form):
    """Somebody whom Tett doesn't know yet."""

    given_name = _text(_("Fornavn"), 80, autocomplete="off")
    family_name = _text(_("Etternavn"), 80, autocomplete="off")
    email = forms.EmailField(
        label=_("E-post på jobb"),
        help_text=_("Dit går invitasjonen."),
        widget=forms.EmailInput(attrs={**INPUT, "autocomplete": "off"}),
    )

    @property
    def newcomer(self) -> Newcomer:
        """Give the person."""
        data = self.cleaned_data
        return Newcomer(data["given_name"], data["family_name"], data["email"])


class AppointForm(NewcomerForm):
    """Who leads a school, and from when."""

    role = forms.ChoiceField(
        label=_("Hva skal personen være?"),
        choices=[(Role.PRINCIPAL.value, Role.PRINCIPAL.label), (Role.DEPUTY.value, Role.DEPUTY.label)],
        widget=forms.Select(attrs=INPUT),
    )
    starts = forms.DateField(label=_("Fra og med"), widget=forms.DateInput(attrs={**INPUT, "type": "date"}))


class OfficeForm(NewcomerForm):
    """Who acts for the owner."""

    role = forms.ChoiceField(
        label=_("Hva skal personen være?"),
        choices=[
            (Role.COUNTY_OFFICER.value, Role.COUNTY_OFFICER.label),
            (Role.ADMINISTRATOR.value, Role.ADMINISTRATOR.label),
        ],
        widget=forms.Select(attrs=INPUT),
    )


class EndForm(forms.Form):
    """The last day of something."""

    ends = forms.DateField(label=_("Til og med"), widget=forms.DateInput(attrs={**INPUT, "type": "date"}))


class FirstForm(NewcomerForm):
    """The owner and the first person, who proves by the code to be the one who started Tett."""

    code = _text(_("Koden fra terminalen"), 40, autocapitalize="none", autocomplete="off", spellcheck="false")
    owner_name = _text(_("Skoleeier"), 120, _("For eksempel Fjellnes fylkeskommune."), autocomplete="organization")
    org_number = _org_number()
    role = forms.ChoiceField(
        label=_("Rolle"),
        choices=[
            (Role.COUNTY_OFFICER.value, _("Jeg arbeider hos skoleeier, og har ansvar for skolene")),
            (Role.ADMINISTRATOR.value, _("Jeg passer på systemet, og skal ikke se hva som skjer på skolene")),
        ],
        widget=forms.RadioSelect(attrs={"class": "ds-input"}),
    )
    username = _text(_("Brukernavn"), 80, autocomplete="username", autocapitalize="none", spellcheck="false")
    password = forms.CharField(
        label=_("Passord"),
        max_length=200,
        strip=False,
        help_text=_("Minst 12 tegn. Noen vanlige ord etter hverandre er lette å huske og vanskelige å gjette."),
        widget=forms.PasswordInput(attrs={**INPUT, "autocomplete": "new-password"}),
    )
    field_order = ("code", "owner_name", "org_number", "given_name", "family_name", "email", "role", "username")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Promise no invitation to the one who is here already."""
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = ""

    @property
    def owner_facts(self) -> OwnerFacts:
        """Give the owner, with an address made of its name."""
        name = self.cleaned_data["owner_name"]
        return OwnerFacts(name, slugify(name)[:40] or "skoleeier", self.cleaned_data["org_number"])


class SchoolForm(forms.Form):
    """What anybody may know of a school."""

    name = _text(_("Skolens navn"), 120, _("Slik det står på skiltet, for eksempel Fjellvik videregående skole."))
    short_name = _text(_("Kort navn"), 40, _("Slik dere sier det, for eksempel Fjellvik."))
    slug = _slug(_("Står i adressen til de åpne sidene, for eksempel «fjellvik»."))
    org_number = _org_number()
    phone = _text(_("Telefon"), 20, _("Dit en elev eller foresatt kan ringe."), required=False, inputmode="tel")
    website = forms.URLField(
        label=_("Nettsted"), required=False, assume_scheme="https", widget=forms.URLInput(attrs=INPUT)
    )

    @property
    def facts(self) -> SchoolFacts:
        """Give what was written."""
        return SchoolFacts(**self.cleaned_data)


class DepartmentForm(forms.Form):
    """What a department is called."""

    name = _text(_("Navn på avdelingen"), 80, _("For eksempel Naturbruk, Studiespesialisering eller Internatet."))
