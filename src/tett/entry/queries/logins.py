"""Finding a login before anybody is in."""

from django.db.models import Q

from tett.people.models import Login, Person


def login_by_id(_actor: object, pk: int) -> Login | None:
    """Give a login that is open."""
    return Login.objects.filter(pk=pk, is_active=True).first()


def person_named(_actor: object, who: str) -> Person | None:
    """Give the one whom a user name, an e-mail address or the id in an address is for; None unless just one is."""
    named = Q(login__username=who.lower()) | Q(public_id=who) | Q(contact__email__iexact=who)
    found = list(Person.objects.filter(named).distinct()[:2])
    return found[0] if len(found) == 1 else None
