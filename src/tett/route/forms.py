"""What people write about the days of a school year."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tett.calendar.rules import Special
from tett.calendar.words import DayKind, Level, Standing
from tett.route import words
from tett.route.words import EXAMPLE_HEAD, EXAMPLE_ROWS, Begin

LOOK = {"class": "ds-input"}
LARGEST = 1024 * 1024
ACCEPT = ".ics,.csv,.xlsx,text/calendar,text/csv"
LEVELS = [level.value for level in Level]


class DayInput(forms.DateInput):
    """A browser's own choice of day."""

    input_type = "date"

    def __init__(self, starts_in: int | None = None) -> None:
        """Write days as browsers want them, within a school year."""
        within = {} if starts_in is None else {"min": f"{starts_in}-08-01", "max": f"{starts_in + 1}-07-31"}
        super().__init__(attrs={**LOOK, **within}, format="%Y-%m-%d")


class YearForm(forms.Form):
    """A form about days of one school year."""

    def __init__(self, *args: Any, starts_in: int, **kwargs: Any) -> None:
        """Let days be chosen within the year."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = DayInput(starts_in)


class DayForm(YearForm):
    """A day or a span of days."""

    kind = forms.ChoiceField(label=_("Hva slags dag?"), choices=DayKind.choices, widget=forms.Select(attrs=LOOK))
    name = forms.CharField(
        label=_("Navn"),
        help_text=_("Slik den står i kalenderen, for eksempel «vinterferie». Kan stå tomt."),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs=LOOK),
    )
    first = forms.DateField(label=_("Fra og med"))
    last = forms.DateField(label=_("Til og med"), help_text=_("Kan stå tomt når det er én dag."), required=False)

    @property
    def day(self) -> Special:
        """Give what was written."""
        data = self.cleaned_data
        first: date = data["first"]
        return Special(DayKind(data["kind"]), first, data["last"] or first, data["name"].strip())


class FrameForm(YearForm):
    """Where a year begins and ends, and how sure that is."""

    first_day = forms.DateField(label=_("Første skoledag"), required=False)
    last_day = forms.DateField(label=_("Siste skoledag"), required=False)
    vg1 = forms.DateField(label=_("Vg1 begynner"), required=False)
    vg2 = forms.DateField(label=_("Vg2 begynner"), required=False)
    vg3 = forms.DateField(label=_("Vg3 begynner"), required=False)
    standing = forms.ChoiceField(
        label=_("Er skoleruta vedtatt?"), choices=Standing.choices, widget=forms.Select(attrs=LOOK)
    )
    source = forms.CharField(
        label=_("Hvor kommer datoene fra?"),
        help_text=_("For eksempel «Fylkestingets vedtak 12. desember 2025»."),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs=LOOK),
    )

    def __init__(self, *args: Any, frame: bool, **kwargs: Any) -> None:
        """Ask for first and last day only where they are the place's own to say."""
        super().__init__(*args, **kwargs)
        if not frame:
            for name in ("first_day", "last_day"):
                del self.fields[name]

    @property
    def said(self) -> Standing:
        """Give how sure the dates are."""
        return Standing(self.cleaned_data["standing"])

    @property
    def level_starts(self) -> dict[Level, date]:
        """Give the first day of those levels that have one of their own."""
        data = self.cleaned_data
        return {Level(level): data[level] for level in LEVELS if data.get(level)}


class BeginForm(YearForm):
    """Where a new year's days come from."""

    source = forms.ChoiceField(
        label=_("Hvor skal vi begynne?"), choices=Begin.choices, widget=forms.RadioSelect(attrs=LOOK)
    )
    first_day = forms.DateField(label=_("Første skoledag"), required=False)
    last_day = forms.DateField(label=_("Siste skoledag"), required=False)

    def __init__(self, *args: Any, sources: tuple[Begin, ...], frame: bool, **kwargs: Any) -> None:
        """Offer what there is to begin from."""
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = [(source.value, source.label) for source in sources]  # type: ignore[attr-defined]  # the field above
        if not frame or Begin.EMPTY not in sources:
            for name in ("first_day", "last_day"):
                del self.fields[name]


class FileForm(forms.Form):
    """A calendar or a table."""

    example_head, example_rows = EXAMPLE_HEAD, EXAMPLE_ROWS

    file = forms.FileField(
        label=_("Velg fil"),
        help_text=_("En kalender (.ics) eller en tabell (.csv eller .xlsx) med kolonnene Type, Navn, Fra og Til."),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={**LOOK, "accept": ACCEPT}),
    )

    def clean_file(self) -> Any:  # noqa: ANN401 - Django's uploaded file
        """Refuse what is empty or too big before it is read."""
        file = self.cleaned_data["file"]
        if not file.size:
            raise forms.ValidationError(words.FILE_EMPTY)
        if file.size > LARGEST:
            raise forms.ValidationError(words.FILE_TOO_BIG)
        return file
