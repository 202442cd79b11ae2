"""Finding a person by what another system knows them by."""

import hmac
from functools import lru_cache

from django.conf import settings
from django.utils.crypto import salted_hmac

from tett.access.rules import Actor
from tett.people.models import Identifier, Owner, Person
from tett.people.rules.identifiers import feide_name, national_number, plain
from tett.people.words import IdentifierKind


@lru_cache(maxsize=2)
def _keyed(secret: str) -> hmac.HMAC:
    """Begin a hash under the installation's key, which isn't in the database."""
    return salted_hmac("tett.people.national-number", "", secret=secret, algorithm="sha256")


def hidden(_actor: object, digits: str) -> str:
    """Give what stands for a national identity number: the same each time, and of no use to who reads the database."""
    begun = _keyed(settings.SECRET_KEY).copy()
    begun.update(digits.encode())
    return begun.hexdigest()


def written(actor: object, kind: IdentifierKind, raw: str, school_id: int | None = None) -> str | None:
    """Give an identifier as it is stored, or None when it isn't one; a school's own numbers are that school's."""
    if kind == IdentifierKind.NATIONAL:
        digits = national_number(raw)
        return hidden(actor, digits) if digits else None
    if kind == IdentifierKind.FEIDE:
        return feide_name(raw)
    value = plain(raw)
    return f"{school_id}:{value}" if value and kind == IdentifierKind.OWN_NUMBER else value


def person_for(
    actor: Actor, kind: IdentifierKind, raw: str, owner: Owner | None = None, school_id: int | None = None
) -> Person | None:
    """Give the person whom another system knows so (one query), or None; without an owner only if just one fits."""
    value = written(actor, kind, raw, school_id)
    if value is None:
        return None
    rows = Identifier.objects.filter(kind=kind, value=value).select_related("person")
    found = list(rows.filter(owner=owner)[:2] if owner else rows[:2])
    return found[0].person if len(found) == 1 else None


def identifiers_of(_actor: Actor, person: Person) -> list[Identifier]:
    """Give what other systems know somebody by; whoever shows it has asked who may (``may_keep``)."""
    return list(Identifier.objects.filter(person=person).order_by("kind", "value"))
