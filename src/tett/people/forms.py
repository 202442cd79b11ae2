"""What we ask people to write."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LogInForm(forms.Form):
    """Asks who somebody is, and for what proves it."""

    username = forms.CharField(
        label=_("Brukernavn"),
        max_length=80,
        widget=forms.TextInput(
            attrs={"class": "ds-input", "autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = forms.CharField(
        label=_("Passord"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"class": "ds-input", "autocomplete": "current-password"}),
    )
