"""Giving a feed an address, another address, or none."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.feeds import words
from tett.feeds.access import may_keep_feed
from tett.feeds.models import Feed
from tett.feeds.queries import Offer
from tett.feeds.rules.secrets import hashed, new_secret


@transaction.atomic
def subscribe(offer: Offer, *, by: Actor, at: datetime) -> tuple[Feed, str]:
    """Give a calendar on offer an address that only the one who asked gets to know, once."""
    if by.person_id is None:
        raise Refusal(words.NOT_OFFERED)
    key, secret = offer.key, new_secret()
    about = {"kind": key.kind, "role": key.role, "school_id": key.school_id, "school_class_id": key.class_id}
    now = {"secret": _kept(secret), "renewed_at": at, "revoked_at": None}
    feed, _made = Feed.objects.update_or_create(
        person_id=by.person_id, about=offer.name, defaults=now, create_defaults={**about, **now, "begun_at": at}
    )
    record("feed.subscribed", feed, by=by, at=at, facts={"kind": feed.kind})
    return feed, secret


@transaction.atomic
def renew(feed: Feed, *, by: Actor, at: datetime) -> tuple[Feed, str]:
    """Give a feed another address; the old one leads nowhere from now on."""
    row, secret = _held(feed, by), new_secret()
    if row.secret is None:
        raise Refusal(words.GONE)
    row.secret, row.renewed_at = _kept(secret), at
    row.save(update_fields=["secret", "renewed_at"])
    record("feed.renewed", row, by=by, at=at, facts={"kind": row.kind})
    return row, secret


@transaction.atomic
def revoke(feed: Feed, *, by: Actor, at: datetime) -> Feed:
    """Turn a feed off."""
    row = _held(feed, by)
    if row.secret is None:
        raise Refusal(words.GONE)
    row.secret, row.revoked_at = None, at
    row.save(update_fields=["secret", "revoked_at"])
    record("feed.revoked", row, by=by, at=at, facts={"kind": row.kind})
    return row


def _held(feed: Feed, by: Actor) -> Feed:
    row = locked(feed)
    if not may_keep_feed.allows(by, row):
        raise Refusal(words.NOT_OFFERED)
    return row


def _kept(secret: str) -> str:
    return hashed(secret, settings.SECRET_KEY)
