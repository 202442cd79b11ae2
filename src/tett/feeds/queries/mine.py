"""The calendars that somebody may subscribe to, and those they do."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from tett.access.rules import Actor
from tett.access.words import Role, label_of
from tett.feeds.access import IN_CLASS, ROLES, may_keep_feed
from tett.feeds.models import Feed
from tett.feeds.words import HOLDS, Kind
from tett.people.models import School, SchoolClass


@dataclass(frozen=True)
class Key:
    """What a feed is about."""

    kind: Kind
    role: str = ""
    school_id: int | None = None
    class_id: int | None = None


@dataclass(frozen=True)
class Offer:
    """A calendar that one may subscribe to, and how that stands."""

    key: Key
    #: Names it in forms.
    name: str
    title: str
    holds: str
    feed: Feed | None = None
    fetched_at: datetime | None = None

    @property
    def on(self) -> bool:
        """Tell whether it has an address now."""
        return self.feed is not None and self.feed.secret is not None


def my_feeds(actor: Actor) -> tuple[Offer, ...]:
    """Give everything on offer, with what is turned on (three queries)."""
    feeds = may_keep_feed.filter(actor, Feed.objects.select_related("fetch"))
    there = {Key(Kind(f.kind), f.role, f.school_id, f.school_class_id): f for f in feeds}
    return tuple(_offer(key, title, there.get(key)) for key, title in _titles(actor))


def offer_of(actor: Actor, name: str) -> Offer | None:
    """Give what is on offer under a name, or None (three queries)."""
    return next((offer for offer in my_feeds(actor) if offer.name == name), None)


def feed_of(actor: Actor, public_id: str) -> Feed | None:
    """Give one of the actor's own feeds, or None (one query)."""
    return may_keep_feed.filter(actor, Feed.objects.filter(public_id=public_id)).first()


def _offer(key: Key, title: str, feed: Feed | None) -> Offer:
    fetch = getattr(feed, "fetch", None)
    name = "-".join(str(part) for part in (key.kind.value, key.role, key.school_id, key.class_id) if part)
    return Offer(key, name, title, str(HOLDS[key.kind]), feed, fetch.at if fetch else None)


def keys_of(actor: Actor) -> Iterator[Key]:
    """Give what somebody may subscribe to today, by the roles held (no query)."""
    if not actor.known:
        return
    yield Key(Kind.MINE)
    roles = {(held.role, held.school_id) for held in actor.held if held.role in ROLES and held.school_id}
    yield from (Key(Kind.ROLE, role, school) for role, school in sorted(roles, key=str))
    yield from (Key(Kind.CLASS, class_id=pk) for pk in sorted(actor.classes(*IN_CLASS)))


def _titles(actor: Actor) -> Iterator[tuple[Key, str]]:
    keys = list(keys_of(actor))
    schools = dict(School.objects.filter(pk__in=actor.schools()).values_list("pk", "short_name"))
    classes = dict(SchoolClass.objects.filter(pk__in=actor.classes(*IN_CLASS)).values_list("pk", "name"))
    for key in keys:
        if key.kind == Kind.ROLE:
            role = label_of(Role(key.role)).capitalize()
            yield key, f"{role}, {schools.get(key.school_id or 0, '')}"
        elif key.kind == Kind.CLASS:
            yield key, f"{key.kind.label}: {classes.get(key.class_id or 0, '')}"
        else:
            yield key, str(key.kind.label)
