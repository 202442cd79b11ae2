"""Sentences of the shell."""

from django.utils.translation import gettext_lazy as _

SAVED = _("Lagret.")
CHOICE_UNKNOWN = _("Det valget finnes ikke. Gå tilbake og velg på nytt.")
