"""Telling somebody that a way into their Tett was changed: in the application, and by e-mail if there is an address."""

from datetime import datetime

from django.urls import reverse

from tett.access.rules import Actor
from tett.entry.messages import changed_letter
from tett.notify.actions import post, tell
from tett.people.models import Contact, Person


def warn(person: Person, sentence: object, what: str, *, by: Actor, at: datetime) -> None:
    """Tell at once, in both ways: whoever changed it may be somebody else."""
    key = f"entry:{what}:{person.pk}:{at.isoformat()}"
    tell([person.pk], f"entry.{what}", sentence, reverse("entry:security"), key=key, by=by, at=at)
    address = Contact.objects.filter(person=person).exclude(email="").values_list("email", flat=True).first()
    if address:
        post(changed_letter(person, address, sentence, key), by=by, at=at)
