"""What a calendar program gets: found by the secret, read as its owner may, and nothing once that is over."""

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from tett.access.rules import Actor
from tett.access.words import label_of
from tett.calendar.models import SchoolCalendar
from tett.calendar.queries import days_in
from tett.calendar.rules import Days, school_year_of
from tett.calendar.rules.ical import write
from tett.calendar.words import Level
from tett.feeds import words
from tett.feeds.queries import questions
from tett.feeds.queries.kept import Asker, Rows
from tett.feeds.queries.mine import Key, keys_of
from tett.feeds.rules.secrets import hashed
from tett.feeds.rules.telling import Due, Frame, Moved, tag_of, tell_days, tell_tasks, year_began
from tett.feeds.words import Kind
from tett.people.models import Login, Person
from tett.people.queries import actor_for

ANYBODY = "0"


class Found(NamedTuple):
    """A feed with all that serving it needs to know of it."""

    feed_id: int
    kind: Kind
    role: str
    school_id: int | None
    class_id: int | None
    person_id: int
    login_id: int
    language: str
    school_name: str | None
    class_name: str | None
    class_level: str | None
    class_school_id: int | None
    fetched_at: datetime | None
    tag: str | None
    changed_at: datetime | None


@dataclass(frozen=True)
class Served:
    """A feed that may be served now: its tag is known, and the calendar is written when it is asked for."""

    feed: Found
    asker: Asker
    tag: str
    name: str
    rows: Rows
    days: Days | None
    level: Level | None
    frame: Frame

    @property
    def actor(self) -> Actor:
        """Give the owner, as of now."""
        return self.asker.actor

    def body(self) -> bytes:
        """Write the calendar."""
        rows = list(map(Due._make, self.rows))
        with override(self.feed.language):
            days = tell_days(self.days, self.level, self.frame.host, self.frame.unchanged)
            return write(self.name, chain(days, tell_tasks(rows, _moved(self.asker, rows), self.frame)))


def served(actor: Actor, secret: str, origin: str) -> Served | None:
    """Give the feed that a secret opens, as its owner may have it now; ``actor`` is whoever asks, a stranger.

    None when there is no such secret, or the log-in, the role or the class is over (at most six queries).
    """
    feed = _found(actor, secret)
    person, login = (feed.person_id, feed.login_id) if feed else (0, 0)
    # Who leads nowhere is asked about all the same, so that the answer takes as long.
    owner = actor_for(Login(pk=login, person=Person(pk=person)), actor.now)
    if feed is None or not _holds(feed, owner):
        return None
    with override(feed.language):
        return _Serving(feed, owner, origin).serve()


def _found(actor: Actor, secret: str) -> Found | None:
    instead = {questions.ANY_SECRET: hashed(secret, settings.SECRET_KEY)}
    for pk, kind, *known, fetched_at, tag, changed_at in Asker(actor).ask(questions.feed_behind, instead=instead):
        fetched = (_moment(fetched_at), tag, _moment(changed_at)) if tag else (None, None, None)
        return Found(pk, Kind(kind), *known, *fetched)
    return None


def _holds(feed: Found, owner: Actor) -> bool:
    """Tell whether what the feed is about is still the owner's to follow."""
    return Key(feed.kind, feed.role, feed.school_id, feed.class_id) in set(keys_of(owner))


class _Serving:
    """Reads what one feed tells."""

    def __init__(self, feed: Found, owner: Actor, origin: str) -> None:
        self.feed, self.asker, self.origin = feed, Asker(owner), origin
        self.starts_in = school_year_of(owner.day)

    def serve(self) -> Served:
        rows = {Kind.MINE: self._mine, Kind.ROLE: self._of_role, Kind.CLASS: self._of_class}[self.feed.kind]()
        days = self._days()
        level = Level(self.feed.class_level) if self.feed.class_level else None
        name, frame = self._name(), self._frame()
        tag = tag_of(rows, _said(days), level, name, frame)
        return Served(self.feed, self.asker, tag, name, rows, days, level, frame)

    def _mine(self) -> Rows:
        """Ask the short question when nothing is handed over, as most days: it gives the same rows for less work."""
        lent = self.asker.ask(questions.handed_over)
        return self.asker.ask(questions.own_today if lent else questions.own)

    def _of_role(self) -> Rows:
        return _once(self.asker.ask(questions.of_role, self.feed.school_id, self.feed.role))

    def _of_class(self) -> Rows:
        return _once(self.asker.ask(questions.of_class, self._school_id(), self.feed.class_id))

    def _school_id(self) -> int | None:
        return self.feed.class_school_id or self.feed.school_id

    def _days(self) -> Days | None:
        rows = self.asker.ask(questions.calendar, self._school_id())
        for pk, stamp, parent, shared in rows:
            beneath = SchoolCalendar(pk=parent, stamp=shared) if parent else None
            return days_in(self.asker.actor, SchoolCalendar(pk=pk, stamp=stamp, parent=beneath), self.starts_in)
        return None

    def _name(self) -> str:
        if self.feed.kind == Kind.ROLE:
            return words.NAME_ROLE.format(role=label_of(self.feed.role), school=self.feed.school_name)
        if self.feed.kind == Kind.CLASS:
            return words.NAME_CLASS.format(name=self.feed.class_name)
        return str(words.NAME_MINE)

    def _frame(self) -> Frame:
        mine = self.feed.kind == Kind.MINE
        pattern = reverse("tasks:task" if mine else "year:duty", args=[ANYBODY])
        address = self.origin + pattern.replace(f"/{ANYBODY}/", "/{id}/")
        text = f"{words.FROM_DAY} {words.SEE_TETT}" if mine else str(words.ARRANGED)
        return Frame(self.origin.partition("://")[2], address, year_began(self.starts_in), text)


def _once(rows: Rows) -> Rows:
    """Tell each occurrence once: a promise on a day."""
    found: dict[tuple[str, str, str], tuple[object, ...]] = {}
    for row in rows:
        due = Due._make(row)
        found.setdefault((due.duty, due.slot, due.due), row)
    return list(found.values())


def _moved(asker: Asker, rows: list[Due]) -> dict[int, Moved]:
    """Tell of each task that was moved how many times, and when last (one query)."""
    holders = sorted({row.holder for row in rows if row.holder})
    found = asker.ask(questions.moved, *holders) if holders else []
    return {task: Moved(times, _moment(last)) for task, times, last in found}


def _moment(text: str) -> datetime:
    """Read a moment as a database writes it: in UTC, whether it says so or not."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _said(days: Days | None) -> tuple[object, ...]:
    return (days.first_day, days.last_day, days.level_starts, days.special) if days else ()
