"""Notices as their person reads them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count
from django.utils.translation import gettext

from tett.access.rules import Actor
from tett.notify.models import Notice


@dataclass(frozen=True)
class Told:
    """A notice, ready to be shown."""

    public_id: str
    why: str
    at: datetime
    new: bool


def notices_of(actor: Actor, start: int, number: int) -> list[Told]:
    """Give the actor's own notices, the newest first, the sentences in the language now read (one query)."""
    rows = Notice.objects.filter(person_id=actor.person_id or 0).order_by("-at", "-pk")
    shown = rows.values_list("public_id", "why", "at", "read_at")[start : start + number]
    return [Told(key, gettext(why) if why else "", at, read_at is None) for key, why, at, read_at in shown]


def unread_of_many(_actor: object, persons: Collection[int], since: datetime) -> dict[int, int]:
    """Give how many notices newer than this each of many hasn't read; numbers only (one query)."""
    rows = Notice.objects.filter(person_id__in=persons, read_at=None, at__gt=since).order_by().values("person_id")
    return dict(rows.annotate(n=Count("pk")).values_list("person_id", "n"))
