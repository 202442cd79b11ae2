"""A letter to try with: past the outbox, so that whoever sets up the installation sees at once what the server says."""

from smtplib import SMTPException

from django.utils import translation
from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.notify.messages import written
from tett.notify.models import Mail


def send_trial(to: str, *, by: Actor) -> str:  # noqa: ARG001 - as every action
    """Send it, and give what went wrong, or nothing."""
    said = _("Dette er en prøve. Når du leser den, virker e-post fra Tett, også med æ, ø og å.")
    mail = Mail(language=translation.get_language() or "nb", subject=_("Prøve fra Tett"), lines=[said], address="/")
    try:
        written(mail, to).send()
    except (OSError, SMTPException, ValueError) as why:
        return f"{type(why).__name__}: {why}"
    return ""
