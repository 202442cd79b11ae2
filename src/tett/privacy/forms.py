"""What we ask people to write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tett.privacy.models import LONGEST_FAULT, Statement
from tett.privacy.words import DECIDED_BY_OWNER, KEPT, WRONG_ADDRESS

LOOK = {"class": "ds-input"}
STATEMENTS = "https://uustatus.no/"
HUNDRED_YEARS = 1200


class FaultForm(forms.Form):
    """Asks what is wrong; who it was only if they want an answer."""

    text = forms.CharField(
        label=_("Hva er feil?"),
        help_text=_("Skriv hva du prøvde på, og hva som skjedde. Ikke skriv navn på noen."),
        max_length=LONGEST_FAULT,
        widget=forms.Textarea(attrs={**LOOK, "rows": 6}),
    )
    answer_to = forms.EmailField(
        label=_("E-post, hvis du vil ha svar (frivillig)"),
        required=False,
        max_length=200,
        widget=forms.EmailInput(attrs={**LOOK, "autocomplete": "email"}),
    )
    page = forms.CharField(required=False, max_length=2000, widget=forms.HiddenInput)


class StatementForm(forms.Form):
    """Asks what the owner answers for."""

    officer = forms.CharField(
        label=_("Personvernombudet"),
        help_text=_("E-postadresse, eller adressen til en nettside."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs=LOOK),
    )
    accessibility = forms.URLField(
        label=_("Tilgjengelighetserklæringen"),
        help_text=_("Lages på uustatus.no. Kopier adressen derfra."),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs=LOOK),
    )

    def __init__(self, data: Any = None, *, said: Statement | None = None) -> None:  # noqa: ANN401 - what was sent
        """Ask for each kind how many months it is kept."""
        initial: dict[str, Any] = {}
        if said:
            initial = {"officer": said.officer, "accessibility": said.accessibility, **said.months}
        super().__init__(data, initial=initial)
        for kind in DECIDED_BY_OWNER:
            self.fields[kind.value] = forms.IntegerField(
                label=_("%(what)s, i måneder") % {"what": KEPT[kind]}, required=False,
                min_value=1, max_value=HUNDRED_YEARS,
                widget=forms.NumberInput(attrs={**LOOK, "inputmode": "numeric"}),
            )  # fmt: skip

    def clean_accessibility(self) -> str:
        """Take only where such statements are."""
        address: str = self.cleaned_data["accessibility"]
        if address and not address.startswith(STATEMENTS):
            raise forms.ValidationError(WRONG_ADDRESS)
        return address

    def months(self) -> dict[str, int]:
        """Give what was decided."""
        return {kind.value: self.cleaned_data[kind.value] for kind in DECIDED_BY_OWNER}
