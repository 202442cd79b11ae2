"""What we ask about lists."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tett.people.models import Department, School
from tett.roster.rules.bundles import MEGABYTE, MOST_BYTES, MOST_FILES
from tett.roster.rules.headings import columns_of
from tett.roster.words import FILES_TOO_BIG, NO_FILE, TOO_MANY_FILES, Holds

INPUT = {"class": "ds-input"}
ACCEPT = ".csv,.txt,.xlsx,.zip,.json"


class _Files(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, refused before they are read when they are too many or too big."""

    widget = _Files

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":  # noqa: ANN401, ARG002 - as Django calls it
        """Give the files."""
        files = [file for file in (data if isinstance(data, list | tuple) else [data]) if file]
        if not files:
            raise forms.ValidationError(NO_FILE)
        if len(files) > MOST_FILES:
            raise forms.ValidationError(TOO_MANY_FILES.format(limit=MOST_FILES))
        if sum(file.size or 0 for file in files) > MOST_BYTES:
            raise forms.ValidationError(FILES_TOO_BIG.format(limit=MOST_BYTES // MEGABYTE))
        return files


class ListForm(forms.Form):
    """A list to read in: for which school and year, what it is, and the file."""

    school: "forms.ModelChoiceField[School]" = forms.ModelChoiceField(
        label=_("Skole"), queryset=None, empty_label=None, widget=forms.Select(attrs=INPUT)
    )
    sent = FilesField(
        label=_("Fil"),
        help_text=_("CSV eller Excel (.xlsx), OneRoster (zip, eller alle filene på en gang) eller FINT (JSON)."),
        widget=_Files(attrs={**INPUT, "accept": ACCEPT}),
    )
    holds = forms.ChoiceField(
        label=_("Hvem er listen om?"),
        choices=[("", _("Se det av overskriftene")), *Holds.choices],
        required=False,
        widget=forms.RadioSelect(attrs=INPUT),
    )
    starts_in = forms.TypedChoiceField(label=_("Skoleår"), coerce=int, choices=[], widget=forms.Select(attrs=INPUT))
    department: "forms.ModelChoiceField[Department]" = forms.ModelChoiceField(
        label=_("Avdeling for nye klasser"),
        help_text=_("Brukes bare når filen ikke sier hvilken avdeling klassen hører til."),
        queryset=None,
        required=False,
        empty_label=_("Velg …"),
        widget=forms.Select(attrs=INPUT),
    )

    def __init__(
        self,
        *args: Any,
        schools: "QuerySet[School]",
        years: Sequence[tuple[int, str]],
        departments: "QuerySet[Department]",
        **kwargs: Any,
    ) -> None:
        """Offer what there is; what there is one of isn't asked about."""
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["starts_in"].choices = years
        fields["school"].queryset = schools
        fields["department"].queryset = departments
        for name, choices in (("school", schools), ("starts_in", years)):
            if len(choices) == 1:
                self.fields[name].widget = forms.HiddenInput()
        if not departments:
            del self.fields["department"]
        self.initial = {**self.initial, "school": schools[0].pk, "starts_in": years[0][0]}

    @property
    def sent_files(self) -> list[tuple[str, bytes]]:
        """Give what was sent."""
        return [(file.name or "", file.read()) for file in self.cleaned_data["sent"]]


class ColumnsForm(forms.Form):
    """What each heading of a list is in Tett."""

    def __init__(self, *args: Any, header: Sequence[str], fields: Sequence[str], holds: Holds, **kwargs: Any) -> None:
        """Ask about each heading, beginning with what we believe."""
        super().__init__(*args, **kwargs)
        choices = [("", _("Bruk ikke")), *((c.field, c.heading) for c in columns_of(holds))]
        for number, name in enumerate(header):
            self.fields[f"c{number}"] = forms.ChoiceField(
                label=name or _("(uten overskrift)"), choices=choices, required=False,
                initial=fields[number] if number < len(fields) else "", widget=forms.Select(attrs=INPUT),
            )  # fmt: skip

    @property
    def chosen(self) -> list[str]:
        """Give the field of each heading, in the order of the list."""
        return [str(self.cleaned_data[name]) for name in self.fields]


class ConfirmForm(forms.Form):
    """Yes to what was shown."""

    end_absent = forms.BooleanField(required=False)
    sure = forms.BooleanField(required=False)
