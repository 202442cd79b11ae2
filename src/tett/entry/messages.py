"""The room's e-mails: why, and a link; never a name."""

from datetime import datetime

from django.urls import reverse
from django.utils import translation

from tett.entry.words import (
    MAIL_CHANGED_SUBJECT,
    MAIL_FORGOTTEN,
    MAIL_FORGOTTEN_SUBJECT,
    MAIL_INVITED,
    MAIL_INVITED_SUBJECT,
)
from tett.notify.rules import Letter
from tett.people.models import Person


def invitation_letter(person: Person, to: str, code: str, key: str, until: datetime) -> Letter:
    """Invite somebody."""
    return _letter(person, to, (MAIL_INVITED_SUBJECT, MAIL_INVITED), _way_in(code), key, until)


def forgotten_letter(person: Person, to: str, code: str, key: str, until: datetime) -> Letter:
    """Let somebody choose a new password."""
    return _letter(person, to, (MAIL_FORGOTTEN_SUBJECT, MAIL_FORGOTTEN), _way_in(code), key, until)


def changed_letter(person: Person, to: str, sentence: object, key: str) -> Letter:
    """Say that a way in was changed."""
    return _letter(person, to, (MAIL_CHANGED_SUBJECT, sentence), reverse("entry:security"), key, None)


def _way_in(code: str) -> str:
    return f"{reverse('entry:welcome')}?kode={code}"


def _letter(
    person: Person, to: str, words: tuple[object, object], address: str, key: str, until: datetime | None
) -> Letter:
    with translation.override(person.language):
        subject, line = (str(text) for text in words)
    return Letter(
        to=to, subject=subject, lines=(line,), address=address, language=person.language, key=key, until=until
    )
