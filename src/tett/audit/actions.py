"""Writing the log."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import connection, models, transaction

from tett.access.rules import Actor
from tett.audit.models import Event, Head
from tett.audit.rules import link_of
from tett.base.actions import insert_rows

#: The columns of a line, in the order they are inserted in.
COLUMNS = (
    "serial",
    "at",
    "what",
    "thing",
    "thing_id",
    "school_id",
    "person_id",
    "login_id",
    "facts",
    "previous",
    "link",
)


def record(what: str, thing: models.Model, *, by: Actor, at: datetime, facts: dict[str, Any] | None = None) -> Event:
    """Add a line in the caller's transaction; ``what`` is a past-tense name such as ``task.completed``.

    ``facts`` holds numbers, ids and enum values, never what somebody wrote.
    """
    return record_all(what, [(thing, facts or {})], by=by, at=at)[0]


@transaction.atomic
def record_all(
    what: str, things: Sequence[tuple[models.Model, dict[str, Any]]], *, by: Actor, at: datetime
) -> list[Event]:
    """Add a line for each of several things, in the same few queries as for one."""
    head, events = _held_head(), []
    for thing, facts in things:
        event = _event(head, what, thing, by, at, facts)
        head.serial, head.link = event.serial, event.link
        events.append(event)
    if events:
        Event.objects.bulk_create(events)
        Head.objects.filter(pk=1).update(serial=head.serial, link=head.link)
    return events


def _event(head: Head, what: str, thing: models.Model, by: Actor, at: datetime, facts: dict[str, Any]) -> Event:
    event = Event(
        serial=head.serial + 1,
        at=at.astimezone(UTC),
        what=what,
        thing=thing._meta.label,  # noqa: SLF001 - Django's public name for a model
        thing_id=str(getattr(thing, "public_id", thing.pk)),
        school_id=getattr(thing, "school_id", None),
        person_id=by.person_id,
        login_id=by.login_id,
        facts=facts,
        previous=head.link,
    )
    event.link = link_of(event.previous, event.content())
    return event


def _held_head() -> Head:
    """Hold the end of the chain until the transaction ends; two that come first at once begin the same chain."""
    held = Head.objects.select_for_update()
    if (head := held.filter(pk=1).first()) is None:
        Head.objects.bulk_create([Head(pk=1)], ignore_conflicts=True)
        head = held.get(pk=1)
    return head


@transaction.atomic
def record_rows(
    what: str,
    thing: type[models.Model],
    rows: Sequence[tuple[str, int | None, dict[str, Any]]],
    *,
    by: Actor,
    at: datetime,
) -> int:
    """Add a line for each of very many things, that are told by public id, school and facts; tell how many."""
    head, when = _held_head(), at.astimezone(UTC)
    label, serial, link = thing._meta.label, head.serial, head.link  # noqa: SLF001 - Django's public name for a model
    stored = connection.ops.adapt_datetimefield_value(when)
    lines: list[tuple[Any, ...]] = []
    for thing_id, school_id, facts in rows:
        serial += 1
        content = {
            "serial": serial, "at": when.isoformat(), "what": what, "thing": label, "thing_id": thing_id,
            "school_id": school_id, "person_id": by.person_id, "login_id": by.login_id, "facts": facts,
        }  # fmt: skip
        previous, link = link, link_of(link, content)
        lines.append((serial, stored, what, label, thing_id, school_id, by.person_id, by.login_id,
                      json.dumps(facts), previous, link))  # fmt: skip
    insert_rows(Event, COLUMNS, lines)
    if lines:
        Head.objects.filter(pk=1).update(serial=serial, link=link)
    return len(lines)
