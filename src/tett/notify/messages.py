"""A letter as it goes out: plain text and simple HTML, in the receiver's language, with a link that needs log-in."""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation


def written(
    to: str, subject: str, lines: Sequence[str], address: str, language: str, message_id: str
) -> EmailMultiAlternatives:
    """Write it; programs that answer by themselves see that nobody is there, and the choices are one link away."""
    origin = settings.ADDRESS.origin
    with translation.override(language):
        choices = origin + reverse("reminders:choose")
        context = {"lines": lines, "link": origin + address, "choices": choices, "subject": subject, "code": language}
        text, html = (render_to_string(f"notify/mail.{kind}", context) for kind in ("txt", "html"))
    headers = {
        "Message-ID": f"<{message_id}@{settings.ADDRESS.host}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "List-Unsubscribe": f"<{choices}>",
    }
    mail = EmailMultiAlternatives(subject, text, settings.DEFAULT_FROM_EMAIL, [to], headers=headers)
    mail.attach_alternative(html, "text/html")
    return mail
