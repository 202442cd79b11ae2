"""A letter as it goes out: plain text and simple HTML, in the receiver's language, with one link."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from tett.notify.models import Mail


def written(mail: Mail, to: str) -> EmailMultiAlternatives:
    """Write it; programs that answer by themselves see that nobody is there.

    Somebody of the house is told that one must log in, and where one chooses what one gets; others can't do either.
    """
    origin, host = settings.ADDRESS.origin, settings.ADDRESS.host
    with translation.override(mail.language):
        choices = origin + reverse("reminders:choose") if mail.person_id else ""
        context = {"mail": mail, "link": origin + mail.address, "choices": choices}
        text, html = (render_to_string(f"notify/mail.{kind}", context) for kind in ("txt", "html"))
    headers = {
        "Message-ID": f"<{mail.message_id}@{host}>",
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        **({"List-Unsubscribe": f"<{choices}>"} if choices else {}),
    }
    letter = EmailMultiAlternatives(mail.subject, text, settings.DEFAULT_FROM_EMAIL, [to], headers=headers)
    letter.attach_alternative(html, "text/html")
    return letter
