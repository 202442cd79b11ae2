"""Who may be written to now, and where: read as a letter is sent, since a role may have ended meanwhile."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from tett.access.rules import Actor
from tett.people.access import current, valid_consent, valid_right
from tett.people.models import Assignment, Consent, Contact, Enrolment, Guardianship


def addresses_of(actor: Actor, persons: Collection[int]) -> dict[int, str]:
    """Give the own e-mail addresses of those among some who are somebody at a school today (one query).

    A protected person is reached only where nobody else is: an address that is also another's isn't their own.
    """
    rows = Contact.objects.filter(pk__in=persons).exclude(email="").filter(_holds_something(actor))
    shared = Exists(Contact.objects.filter(email__iexact=OuterRef("email")).exclude(pk=OuterRef("pk")))
    return dict(rows.exclude(Q(person__protected_address=True) & shared).values_list("pk", "email"))


def _holds_something(actor: Actor) -> Q:
    today = current(actor)
    assigned = Assignment.objects.filter(today, person=OuterRef("pk"))
    enrolled = Enrolment.objects.filter(today, student=OuterRef("pk"))
    by_right = Guardianship.objects.filter(valid_right(actor), guardian=OuterRef("pk"))
    by_consent = Consent.objects.filter(valid_consent(actor), guardian=OuterRef("pk"))
    return Exists(assigned) | Exists(enrolled) | Exists(by_right) | Exists(by_consent)
