"""What we ask about a plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tett.access.words import BEARERS, Level
from tett.calendar.rules import Schedule
from tett.calendar.words import MONTHS, Rhythm
from tett.documents.text import kind_of
from tett.plan.models import Commitment
from tett.plan.words import Audience, Evidence

INPUT = {"class": "ds-input"}
#: Larger files are refused before they are read; a document has pictures, a text has none.
LARGEST, LARGEST_TEXT = 20 * 1024 * 1024, 5 * 1024 * 1024
#: So many bytes tell what a file is.
HEAD = 2048
ACCEPTED = ".docx,.pdf,.txt,text/plain,application/pdf"


def _month(label: Any) -> forms.TypedChoiceField:  # noqa: ANN401 - a text that waits for its language
    """Ask for a month by its name."""
    names = [("", _("Velg …")), *((str(number), name) for number, name in enumerate(MONTHS, 1))]
    return forms.TypedChoiceField(
        label=label, choices=names, coerce=int, empty_value=None, required=False, widget=forms.Select(attrs=INPUT)
    )


def _week(label: Any) -> forms.IntegerField:  # noqa: ANN401 - a text that waits for its language
    """Ask for a week by its number."""
    return forms.IntegerField(
        label=label, min_value=1, max_value=53, required=False, widget=forms.NumberInput(attrs=INPUT)
    )


class DocumentForm(forms.Form):
    """The school's plan, as a file or as pasted text."""

    file = forms.FileField(
        label=_("Velg fil"),
        help_text=_("Et Word-dokument (.docx), en PDF eller en tekstfil (.txt), på høyst 20 MB."),
        required=False,
        widget=forms.ClearableFileInput(attrs={"class": "ds-input", "accept": ACCEPTED}),
    )
    text = forms.CharField(
        label=_("… eller lim inn teksten"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"class": "ds-input", "rows": 8}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two, of a size that a plan can have."""
        data = super().clean() or {}
        file = data.get("file")
        if file is None and not (data.get("text") or "").strip():
            raise forms.ValidationError(_("Velg en fil, eller lim inn teksten i planen."))
        if file is not None and file.size > LARGEST:
            self.add_error("file", _("Filen er for stor. Ta ut bildene, eller lim inn teksten."))
        elif file is not None and file.size > LARGEST_TEXT and not self.kind:
            self.add_error("file", _("Filen er for stor. En plan som ren tekst er sjelden over 1 MB."))
        return data

    @property
    def kind(self) -> str:
        """Tell what was chosen: a Word document or a PDF, which take time to read, or nothing of these."""
        file = self.cleaned_data.get("file")
        if file is None:
            return ""
        file.seek(0)
        begins = file.read(HEAD)
        file.seek(0)
        return kind_of(begins)

    @property
    def document(self) -> str | bytes:
        """Give what was sent; a file goes before pasted text."""
        file = self.cleaned_data.get("file")
        return file.read() if file is not None else str(self.cleaned_data["text"])


class CommitmentForm(forms.Form):
    """What a commitment really is."""

    title = forms.CharField(label=_("Kort tittel"), max_length=200, widget=forms.TextInput(attrs=INPUT))
    bearer = forms.ChoiceField(
        label=_("Hvem har ansvaret?"), choices=[("", _("Velg …")), *BEARERS], widget=forms.Select(attrs=INPUT)
    )
    co_bearers = forms.MultipleChoiceField(
        label=_("Sammen med"),
        help_text=_("De som er med, men ikke har ansvaret alene. Kan stå tomt."),
        choices=BEARERS,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs=INPUT),
    )
    audience = forms.ChoiceField(label=_("For hvem?"), choices=Audience.choices, widget=forms.Select(attrs=INPUT))
    levels = forms.MultipleChoiceField(
        label=_("Bare disse trinnene"),
        help_text=_("La stå tomt når det gjelder alle."),
        choices=Level.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ds-input"}),
    )
    rhythm = forms.ChoiceField(label=_("Når?"), choices=Rhythm.choices, widget=forms.Select(attrs=INPUT))
    every = forms.IntegerField(
        label=_("Hver … skoleuke"), help_text=_("Når det skjer i bestemte uker: 1 er hver uke, 3 er hver tredje."),
        min_value=1, max_value=20, required=False, widget=forms.NumberInput(attrs=INPUT),
    )  # fmt: skip
    times = forms.IntegerField(
        label=_("Antall ganger i året, eller antall uker"), min_value=1, max_value=40, required=False,
        widget=forms.NumberInput(attrs=INPUT),
    )  # fmt: skip
    first_month = _month(_("Måned"))
    last_month = _month(_("Til og med måned (hvis flere)"))
    second_first_month = _month(_("Også i (hvis to ganger i året)"))
    second_last_month = _month(_("Den andre gangen til og med"))
    week = _week(_("Ukenummer"))
    last_week = _week(_("Til og med uke (hvis flere)"))
    second_week = _week(_("Også i uke (hvis to ganger i året)"))
    second_last_week = _week(_("Den andre gangen til og med uke"))
    day = forms.IntegerField(
        label=_("Innen dag i måneden"), min_value=1, max_value=31, required=False, widget=forms.NumberInput(attrs=INPUT)
    )
    evidence = forms.ChoiceField(label=_("Hva fullfører?"), choices=Evidence.choices, widget=forms.Select(attrs=INPUT))

    @property
    def schedule(self) -> Schedule:
        """Give the rhythm with the numbers that belong to it."""
        data = self.cleaned_data
        rhythm = Rhythm(data["rhythm"])
        belongs: dict[Rhythm, dict[str, Any]] = {
            Rhythm.WEEKS: {"every": data["every"] or 1},
            Rhythm.SPREAD: {"times": data["times"] or 1},
            Rhythm.FIRST_WEEKS: {"times": data["times"] or 1},
            Rhythm.MONTHS: {"months": self._windows("first_month", "last_month")},
            Rhythm.ISO_WEEKS: {"weeks": self._windows("week", "last_week")},
            Rhythm.BY_DATE: {"month": data["first_month"] or 0, "day": data["day"] or 0},
        }
        return Schedule(rhythm, **belongs.get(rhythm, {}))

    def _windows(self, first: str, last: str) -> tuple[tuple[int, int], ...]:
        """Give the one or two windows in a year; without any number it is a window that no rule takes for sound."""
        names = ((first, last), (f"second_{first}", f"second_{last}"))
        found = [(self.cleaned_data[a], self.cleaned_data[b]) for a, b in names]
        return tuple((a, b or a) for a, b in found if a) or ((0, 0),)


def initial_of(commitment: Commitment) -> dict[str, Any]:
    """Give what the form begins with."""
    when = commitment.when
    months = _initial_windows(when.months, "first_month", "last_month")
    weeks = _initial_windows(when.weeks, "week", "last_week")
    by_date = {"first_month": when.month} if when.month else {}
    return {
        "title": commitment.title, "bearer": commitment.bearer, "co_bearers": commitment.co_bearers,
        "audience": commitment.audience, "levels": commitment.levels, "evidence": commitment.evidence,
        "rhythm": when.rhythm, "every": when.every, "times": when.times, "day": when.day or None,
        **months, **weeks, **by_date,
    }  # fmt: skip


def _initial_windows(pairs: tuple[tuple[int, int], ...], first: str, last: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for before, (begins, ends) in zip(("", "second_"), pairs, strict=False):
        found |= {f"{before}{first}": begins, f"{before}{last}": ends}
    return found


class SplitForm(forms.Form):
    """What each of two commitments says."""

    first = forms.CharField(label=_("Den første"), widget=forms.Textarea(attrs={"class": "ds-input", "rows": 3}))
    second = forms.CharField(label=_("Den andre"), widget=forms.Textarea(attrs={"class": "ds-input", "rows": 3}))
