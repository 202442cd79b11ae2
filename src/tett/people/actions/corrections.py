"""Remembering what was put right by hand, and letting a list decide again."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.people.actions.steps import ask_to_keep
from tett.people.models import Correction, Person


@transaction.atomic
def note_corrections(person: Person, fields: Iterable[str], *, by: Actor, at: datetime) -> None:
    """Remember that somebody put these fields right by hand; the latest one who did is the one remembered."""
    ask_to_keep(by, person)
    rows = [Correction(person=person, field=name, by_id=by.person_id, at=at) for name in sorted(set(fields))]
    Correction.objects.bulk_create(
        rows, update_conflicts=True, update_fields=["by", "at"], unique_fields=["person", "field"]
    )


@transaction.atomic
def release_corrections(person: Person, fields: Iterable[str], *, by: Actor, at: datetime) -> None:
    """Let an imported list decide over these fields again."""
    ask_to_keep(by, person)
    names = sorted(set(fields))
    released, _per_table = Correction.objects.filter(person=person, field__in=names).delete()
    if released:
        record("corrections.released", person, by=by, at=at, facts={"fields": names})
