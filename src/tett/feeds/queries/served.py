"""What a calendar program gets: found by the secret, read as its owner may, and nothing once that is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse
from django.utils.translation import override

from tett.access.rules import Actor
from tett.access.words import Role, label_of
from tett.calendar.models import SchoolCalendar
from tett.calendar.queries import days_in
from tett.calendar.rules import Days, school_year_of
from tett.calendar.rules.ical import write
from tett.calendar.words import Level
from tett.feeds import words
from tett.feeds.access import bearers_of, may_follow_role
from tett.feeds.models import Feed
from tett.feeds.queries.mine import Key, keys_of
from tett.feeds.rules.secrets import hashed
from tett.feeds.rules.telling import Due, Frame, Moved, tag_of, tell_days, tell_tasks, year_began
from tett.feeds.words import Kind
from tett.people.models import Login, Owner, Person, School
from tett.people.queries import actor_for
from tett.tasks.access import may_do_own, may_do_today, may_know_of, running
from tett.tasks.models import Change, Task
from tett.tasks.words import Happened, State

#: How long what should have been done stays in the calendar, and how much a calendar holds at most.
LATE = timedelta(days=60)
MOST = 2_000
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
    actor: Actor
    tag: str
    name: str
    rows: list[Due]
    days: Days | None
    level: Level | None
    frame: Frame

    def body(self) -> bytes:
        """Write the calendar."""
        with override(self.feed.language):
            happenings = [
                *tell_days(self.days, self.level, self.frame.host, self.frame.unchanged),
                *tell_tasks(self.rows, _moved(self.actor, self.rows), self.frame),
            ]
            return write(self.name, happenings)


def served(actor: Actor, secret: str, origin: str) -> Served | None:
    """Give the feed that a secret opens, as its owner may have it now; ``actor`` is whoever asks, a stranger.

    None when there is no such secret, or the log-in, the role or the class is over (at most seven queries).
    """
    feed = _found(secret)
    person, login = (feed.person_id, feed.login_id) if feed else (0, 0)
    # Who leads nowhere is asked about all the same, so that the answer takes as long.
    owner = actor_for(Login(pk=login, person=Person(pk=person)), actor.now)
    if feed is None or not _holds(feed, owner):
        return None
    with override(feed.language):
        return _Serving(feed, owner, origin).serve()


_COLUMNS = (
    "pk", "kind", "role", "school_id", "school_class_id", "person_id", "person__login__pk", "person__language",
    "school__short_name", "school_class__name", "school_class__level", "school_class__school_id",
    "fetch__at", "fetch__tag", "fetch__changed_at",
)  # fmt: skip


def _found(secret: str) -> Found | None:
    rows = Feed.objects.filter(secret=hashed(secret, settings.SECRET_KEY), person__login__is_active=True)
    row = next(iter(rows.order_by().values_list(*_COLUMNS)), None)
    return Found(row[0], Kind(row[1]), *row[2:]) if row else None


def _holds(feed: Found, owner: Actor) -> bool:
    """Tell whether what the feed is about is still the owner's to follow."""
    return Key(feed.kind, feed.role, feed.school_id, feed.class_id) in set(keys_of(owner))


class _Serving:
    """Reads what one feed tells."""

    def __init__(self, feed: Found, owner: Actor, origin: str) -> None:
        self.feed, self.owner, self.origin = feed, owner, origin
        self.starts_in = school_year_of(owner.day)

    def serve(self) -> Served:
        kind = self.feed.kind
        rows = {Kind.MINE: self._mine, Kind.ROLE: self._of_role, Kind.CLASS: self._of_class}[kind]()
        days = self._days()
        level = Level(self.feed.class_level) if self.feed.class_level else None
        name, frame = self._name(), self._frame(kind)
        tag = tag_of(rows, _said(days), level, name, frame)
        return Served(self.feed, self.owner, tag, name, rows, days, level, frame)

    def _mine(self) -> list[Due]:
        """Ask the short rule when nothing is handed over, as most days: it gives the same rows for less work."""
        mine = Q(giver=self.owner.person_id) | Q(taker=self.owner.person_id)
        rule = may_do_today if running(self.owner).filter(mine).exists() else may_do_own
        return _dues(rule.filter(self.owner, _open(self.owner)), whom=True)

    def _of_role(self) -> list[Due]:
        rows = may_follow_role.filter(self.owner, _open(self.owner)).filter(
            school=self.feed.school_id, duty__bearer__in=bearers_of(Role(self.feed.role))
        )
        return _once(_dues(rows, whom=False))

    def _of_class(self) -> list[Due]:
        """Tell what is arranged: to students and guardians as they know it already, to teachers the same."""
        whole = Q(school_class=None, department=None, student=None, staff=None)
        rows = _open(self.owner).filter(school=self._school_id(), duty__evidence="activity")
        rows = rows.filter(Q(school_class=self.feed.class_id, student=None) | whole)
        if self.owner.classes(Role.STUDENT, Role.GUARDIAN) >= {self.feed.class_id}:
            rows = may_know_of.filter(self.owner, rows)
        return _once(_dues(rows, whom=False))

    def _school_id(self) -> int | None:
        return self.feed.class_school_id or self.feed.school_id

    def _days(self) -> Days | None:
        calendar = _calendar(self.owner, self._school_id())
        return days_in(self.owner, calendar, self.starts_in) if calendar else None

    def _name(self) -> str:
        if self.feed.kind == Kind.ROLE:
            return words.NAME_ROLE.format(role=label_of(self.feed.role), school=self.feed.school_name)
        if self.feed.kind == Kind.CLASS:
            return words.NAME_CLASS.format(name=self.feed.class_name)
        return str(words.NAME_MINE)

    def _frame(self, kind: Kind) -> Frame:
        pattern = {Kind.MINE: "tasks:task", Kind.ROLE: "year:duty", Kind.CLASS: "year:duty"}[kind]
        address = self.origin + reverse(pattern, args=[ANYBODY]).replace(f"/{ANYBODY}/", "/{id}/")
        text = f"{words.FROM_DAY} {words.SEE_TETT}" if kind == Kind.MINE else str(words.ARRANGED)
        return Frame(self.origin.partition("://")[2], address, year_began(self.starts_in), text)


def _open(owner: Actor) -> "QuerySet[Task]":
    return Task.objects.filter(state=State.OPEN, due__gte=owner.day - LATE)


def _dues(rows: "QuerySet[Task]", *, whom: bool) -> list[Due]:
    """Read tasks as a feed knows them; of the persons they are about nothing but that there is one (one query)."""
    columns = ("pk", "public_id", "duty__public_id", "duty__title", "slot", "opens", "due", "school_class__name",
               "department__name", "student_id", "staff_id", "responsible_id")  # fmt: skip
    found = rows.order_by("due", "pk").values_list(*columns)[:MOST]
    return [_due(row, whom=whom) for row in found]


def _due(row: tuple[Any, ...], *, whom: bool) -> Due:
    pk, public_id, duty, title, slot, opens, due, class_name, department, student, staff, responsible = row
    about_another = student is not None or (staff is not None and staff != responsible)
    place = (class_name or department or "") if whom else ""
    return Due(pk, public_id, duty, title, slot, opens, due, place, about_another, responsible)


def _once(rows: Iterable[Due]) -> list[Due]:
    """Tell each occurrence once, under the promise and not under somebody's task."""
    found: dict[tuple[str, str, date], Due] = {}
    for row in rows:
        found.setdefault((row.duty, row.slot, row.due), row._replace(public_id=row.duty, whom="", many=True, task_id=0))
    return list(found.values())


def _moved(_actor: Actor, rows: Iterable[Due]) -> dict[int, Moved]:
    """Tell of each task that was moved how many times, and when last (one query)."""
    holders = {row.holder for row in rows if row.task_id}
    if not holders:
        return {}
    lines = Change.objects.filter(what=Happened.MOVED, task__responsible__in=holders, task__state=State.OPEN).order_by()
    found = lines.values_list("task").annotate(times=Count("pk"), last=Max("at"))
    return {task: Moved(times, last) for task, times, last in found}


_CALENDAR = ("calendar_id", "calendar__stamp", "calendar__parent_id", "calendar__parent__stamp")


def _calendar(owner: Actor, school_id: int | None) -> SchoolCalendar | None:
    """Give the calendar of the feed's school, else of the one somebody belongs to, else the county's (one query)."""
    schools = {school_id} if school_id else owner.schools()
    at_school = School.objects.filter(pk__in=schools, calendar__isnull=False).order_by("pk")
    in_county = Owner.objects.filter(pk__in=owner.owners(*Role), calendar__isnull=False).order_by("pk")
    found = at_school.values_list(*_CALENDAR) if schools else in_county.values_list(*_CALENDAR)
    pk, stamp, parent, shared = next(iter(found[:1]), (None, "", None, ""))
    beneath = SchoolCalendar(pk=parent, stamp=shared) if parent else None
    return SchoolCalendar(pk=pk, stamp=stamp, parent=beneath) if pk else None


def _said(days: Days | None) -> tuple[object, ...]:
    return (days.first_day, days.last_day, days.level_starts, days.special) if days else ()
