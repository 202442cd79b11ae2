"""What one wants to get, and the school's own number of days."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from tett.reminders.rules import HOURS, LEAST_DAYS, MOST_DAYS
from tett.reminders.words import Rhythm

LOOK = {"class": "ds-input"}
#: Labels that stand in the middle of a sentence elsewhere stand alone here.
OFTEN = [(value, capfirst(label)) for value, label in Rhythm.choices]


class ChooseForm(forms.Form):
    """How often, when, and what."""

    rhythm = forms.ChoiceField(
        label=_("Hvor ofte vil du ha e-post?"), choices=OFTEN, widget=forms.RadioSelect(attrs=LOOK)
    )
    hour = forms.TypedChoiceField(
        label=_("Klokka"),
        coerce=int,
        choices=[(hour, f"{hour:02}.00") for hour in HOURS],
        widget=forms.Select(attrs=LOOK),
    )
    free_days = forms.BooleanField(
        label=_("Også på dager uten skole"),
        help_text=_("Ellers er det stille i helger og ferier."),
        required=False,
        widget=forms.CheckboxInput(attrs=LOOK),
    )
    team = forms.BooleanField(
        label=_("Ta med hvordan det går der jeg leder"),
        help_text=_("Hvor mange oppgaver som er over fristen, og hvor mange som mangler ansvarlig."),
        required=False,
        widget=forms.CheckboxInput(attrs=LOOK),
    )
    moved = forms.BooleanField(
        label=_("Si fra i Tett når en oppgave jeg har, får en ny dag"),
        required=False,
        widget=forms.CheckboxInput(attrs=LOOK),
    )

    def __init__(self, *args: Any, leads: bool, **kwargs: Any) -> None:
        """Ask about the team only who has one."""
        super().__init__(*args, **kwargs)
        if not leads:
            del self.fields["team"]

    @property
    def answer(self) -> dict[str, Any]:
        """Give the arguments of the action; who leads nothing keeps what is usual, for the day they do."""
        given = {"team": True, **self.cleaned_data}
        return {**given, "rhythm": Rhythm(given["rhythm"])}


class DaysForm(forms.Form):
    """After how many school days something climbs."""

    days = forms.IntegerField(
        label=_("Antall skoledager over fristen"),
        min_value=LEAST_DAYS,
        max_value=MOST_DAYS,
        widget=forms.NumberInput(attrs={**LOOK, "inputmode": "numeric"}),
    )
