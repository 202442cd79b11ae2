"""Noting that a feed was asked for."""

from datetime import datetime, timedelta

from tett.access.rules import Actor
from tett.feeds.models import Fetch
from tett.feeds.queries import Served

#: Programs ask often; that they did is written down this seldom, unless something has changed.
SELDOM = timedelta(minutes=15)


def note_fetch(found: Served, *, by: Actor, at: datetime) -> Fetch:  # noqa: ARG001 - by: a stranger with the secret
    """Write down when, and that what it tells has changed when it has; mostly there is nothing to write."""
    fetch = found.fetch
    if fetch is not None and fetch.tag == found.tag and at - fetch.at < SELDOM:
        return fetch
    changed_at = fetch.changed_at if fetch is not None and fetch.tag == found.tag else at
    row, _made = Fetch.objects.update_or_create(
        feed=found.feed, defaults={"at": at, "tag": found.tag, "changed_at": changed_at}
    )
    found.fetch = row
    return row
