"""What we ask people to write when they come in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tett.entry.words import PASSWORDS_DIFFER

LOOK = {"class": "ds-input"}
NAME = {**LOOK, "autocapitalize": "none", "spellcheck": "false"}


def _password(label: Any, helps: str, text: Any = "") -> forms.CharField:  # noqa: ANN401 - a lazy sentence
    widget = forms.PasswordInput(attrs={**LOOK, "autocomplete": helps})
    return forms.CharField(label=label, max_length=200, strip=False, widget=widget, help_text=text)


class LogInForm(forms.Form):
    """Asks who somebody is, and for what proves it."""

    username = forms.CharField(
        label=_("Brukernavn"),
        max_length=80,
        widget=forms.TextInput(attrs={**NAME, "autocomplete": "username"}),
    )
    password = _password(_("Passord"), "current-password")


class CodeForm(forms.Form):
    """Asks for the code that an app shows, or one from paper."""

    code = forms.CharField(
        label=_("Kode"),
        help_text=_("Seks sifre fra appen, eller en kode du har på papir."),
        max_length=40,
        widget=forms.TextInput(attrs={**NAME, "autocomplete": "one-time-code", "autofocus": True}),
    )


class AppForm(forms.Form):
    """Asks for the first code of a new app."""

    code = forms.CharField(
        label=_("Koden som appen viser nå"),
        max_length=10,
        widget=forms.TextInput(attrs={**NAME, "autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class PasswordForm(forms.Form):
    """Asks again for what somebody came in with."""

    password = _password(_("Passordet ditt"), "current-password")


class NewPasswordForm(forms.Form):
    """Asks for a new password, twice."""

    new = _password(
        _("Nytt passord"), "new-password", _("Minst tolv tegn. En setning du husker, er bedre enn et vanskelig ord.")
    )
    again = _password(_("Skriv det en gang til"), "new-password")

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ."""
        cleaned = super().clean() or {}
        if not self.errors and cleaned["new"] != cleaned["again"]:
            self.add_error("again", PASSWORDS_DIFFER)
        return cleaned


class ChangePasswordForm(NewPasswordForm):
    """Asks for the old password and a new one."""

    old = _password(_("Passordet du har nå"), "current-password")
    field_order = ("old", "new", "again")


class ForgottenForm(forms.Form):
    """Asks who forgot."""

    who = forms.CharField(
        label=_("Brukernavn eller e-post"),
        max_length=200,
        widget=forms.TextInput(attrs={**NAME, "autocomplete": "username"}),
    )


class TypedCodeForm(forms.Form):
    """Asks for the code on a slip of paper."""

    code = forms.CharField(
        label=_("Koden på lappen"),
        help_text=_("Tolv bokstaver og tall. Store eller små bokstaver er det samme."),
        max_length=60,
        widget=forms.TextInput(attrs={**NAME, "autocomplete": "off"}),
    )


class PasskeyForm(forms.Form):
    """Asks what a passkey is to be called."""

    name = forms.CharField(
        label=_("Hva vil du kalle den?"),
        help_text=_("For eksempel «telefonen min» eller «jobb-PC»."),
        max_length=60,
        widget=forms.TextInput(attrs={**LOOK, "autocomplete": "off"}),
    )
