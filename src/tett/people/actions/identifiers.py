"""What other systems know people by: given and taken away by hand; lists do it in bulk."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.people.actions.steps import ask_to_keep
from tett.people.models import Identifier, Person
from tett.people.queries.identifiers import written
from tett.people.words import (
    IDENTIFIER_TAKEN,
    NOT_A_FEIDE_NAME,
    NOT_A_NATIONAL_NUMBER,
    NOT_AN_IDENTIFIER,
    IdentifierKind,
    IdentifierSource,
)

WHY_NOT = {IdentifierKind.FEIDE: NOT_A_FEIDE_NAME, IdentifierKind.NATIONAL: NOT_A_NATIONAL_NUMBER}


@transaction.atomic
def give_identifier(
    person: Person, kind: IdentifierKind, raw: str, school_id: int | None = None, *, by: Actor, at: datetime
) -> Identifier:
    """Let a person be known by a name or number of another system; twice is once."""
    row = locked(person)
    ask_to_keep(by, row)
    value = written(by, kind, raw, school_id)
    if value is None:
        raise Refusal(WHY_NOT.get(kind, NOT_AN_IDENTIFIER).format(value=raw.strip()[:80]))
    given, made = Identifier.objects.get_or_create(
        owner_id=row.owner_id, kind=kind, value=value, defaults={"person": row, "source": IdentifierSource.HAND}
    )
    if given.person_id != row.pk:
        raise Refusal(IDENTIFIER_TAKEN)
    if made:
        record("identifier.given", row, by=by, at=at, facts={"kind": kind.value})
    return given


@transaction.atomic
def remove_identifier(identifier: Identifier, *, by: Actor, at: datetime) -> None:
    """Take a wrong one away: whoever logs in by it, or a list with it, no longer finds the person."""
    ask_to_keep(by, identifier.person)
    if Identifier.objects.filter(pk=identifier.pk).delete()[0]:
        record("identifier.removed", identifier.person, by=by, at=at, facts={"kind": identifier.kind})
