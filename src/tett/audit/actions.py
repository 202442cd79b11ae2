"""Writing the log."""

from datetime import UTC, datetime
from typing import Any

from django.db import models, transaction

from tett.access.rules import Actor
from tett.audit.models import Event, Head
from tett.audit.rules import link_of


@transaction.atomic
def record(
    what: str, thing: models.Model, *, by: Actor, at: datetime, facts: dict[str, Any] | None = None
) -> Event:
    """Add a line in the caller's transaction; ``what`` is a past-tense name such as ``task.completed``.

    ``facts`` holds numbers, ids and enum values, never what somebody wrote.
    """
    head = _held_head()
    event = Event(
        serial=head.serial + 1,
        at=at.astimezone(UTC),
        what=what,
        thing=thing._meta.label,  # noqa: SLF001 - Django's public name for a model
        thing_id=str(getattr(thing, "public_id", thing.pk)),
        school_id=getattr(thing, "school_id", None),
        person_id=by.person_id,
        login_id=by.login_id,
        facts=facts or {},
        previous=head.link,
    )
    event.link = link_of(event.previous, event.content())
    event.save(force_insert=True)
    Head.objects.filter(pk=1).update(serial=event.serial, link=event.link)
    return event


def _held_head() -> Head:
    head = Head.objects.select_for_update().filter(pk=1).first()
    return head or Head.objects.create(pk=1)
