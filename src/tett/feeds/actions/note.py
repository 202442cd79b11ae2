"""Noting that a feed was asked for."""

from datetime import datetime, timedelta

from tett.access.rules import Actor
from tett.feeds.models import Fetch
from tett.feeds.queries import Served

#: Programs ask often; that they did is written down this seldom, unless something has changed.
SELDOM = timedelta(minutes=15)


def note_fetch(found: Served, *, by: Actor, at: datetime) -> datetime:  # noqa: ARG001 - by: a stranger with the secret
    """Write down that it was asked for, and give when what it tells last changed; mostly there is nothing to write."""
    feed = found.feed
    same = feed.tag == found.tag and feed.changed_at is not None
    changed_at = feed.changed_at if same and feed.changed_at else at
    if not same or feed.fetched_at is None or at - feed.fetched_at >= SELDOM:
        now = {"at": at, "tag": found.tag, "changed_at": changed_at}
        Fetch.objects.update_or_create(feed_id=feed.feed_id, defaults=now)
    return changed_at
