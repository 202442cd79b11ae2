"""How the tests of actions look at what was refused and written down."""

from collections.abc import Callable

import pytest
from django.db.models import Model

from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.people.models import Assignment, Consent, Enrolment, Guardianship, Login, Person, ProtectedReader

TABLES: tuple[type[Model], ...] = (
    Assignment, Consent, Enrolment, Guardianship, Login, Person, ProtectedReader, Event
)  # fmt: skip


def stored() -> list[list[tuple[object, ...]]]:
    """Give everything that actions of this room could change."""
    return [list(table._default_manager.order_by("pk").values_list()) for table in TABLES]


def refused(sentence: object, act: Callable[[], object]) -> None:
    """Check that the act is refused with the sentence, and leaves nothing behind."""
    before = stored()
    with pytest.raises(Refusal) as caught:
        act()
    assert str(caught.value) == str(sentence)
    assert stored() == before


def said(thing: Model) -> list[tuple[str, int | None]]:
    """Give what the log says of a thing, and who did it."""
    rows = Event.objects.filter(thing=thing._meta.label, thing_id=getattr(thing, "public_id", str(thing.pk)))
    return list(rows.values_list("what", "person_id"))
