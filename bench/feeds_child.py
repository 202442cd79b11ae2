"""Asking for a calendar of three hundred as a calendar program does, with and without having it already."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Any

import icalendar
from django.core.handlers.wsgi import WSGIHandler
from django.db.models import F

from bench.measure import cost, middle
from bench.pages_child import answer, on_the_day, usual
from tett.access.words import Role
from tett.base.clock import now
from tett.feeds.actions import subscribe
from tett.feeds.queries import my_feeds
from tett.people.models import Assignment, Login, Person
from tett.people.queries import actor_for
from tett.tasks.models import Task
from tett.tasks.words import State

NUMBER, TIMES = 300, 30


def feeds() -> dict[str, Any]:
    """Measure the feed, the answer that nothing is new, the bare floor, and what the library would have taken."""
    with on_the_day():
        person = _busy()
        path, heard = _subscribed(person), dict[str, str]()
        handler = WSGIHandler()
        body = answer(handler, path, "", heard=heard)
        return {
            "events": body.count(b"BEGIN:VEVENT"), "kilobytes": len(body) / 1000,
            "feed": asdict(usual(lambda: answer(handler, path, ""))),
            "same": asdict(usual(lambda: answer(handler, path, "", wanted="304", HTTP_IF_NONE_MATCH=heard["ETag"]))),
            "nothing": asdict(usual(lambda: answer(handler, "/kalender/nei.ics", "", wanted="404"))),
            "floor": asdict(usual(lambda: _bare(person))), "library": asdict(_often(_library, 5)),
        }  # fmt: skip


def _busy() -> Person:
    """Give a contact teacher three hundred open tasks, each a line of its own."""
    held = Assignment.objects.filter(role=Role.CONTACT_TEACHER).order_by("pk")[0]
    Task.objects.filter(responsible=held.person).update(responsible=None)
    rows = Task.objects.filter(school=held.school_id, state=State.OPEN, student=None).order_by("due", "pk")
    rows = rows.filter(due__gte=now().date() - timedelta(days=50))
    chosen = list(rows.values_list("pk", flat=True)[:NUMBER])
    Task.objects.filter(pk__in=chosen).update(responsible=held.person, staff=None)
    return held.person


def _subscribed(person: Person) -> str:
    login, _made = Login.objects.get_or_create(person=person, defaults={"username": "busy"})
    actor = actor_for(login, now())
    _feed, secret = subscribe(my_feeds(actor)[0], by=actor, at=now())
    return f"/kalender/{secret}.ics"


def _bare(person: Person) -> bytes:
    """Read the same rows and write them one under the other."""
    rows = Task.objects.filter(responsible=person, state=State.OPEN).order_by("due", "pk")
    found = rows.annotate(title=F("duty__title")).values_list("public_id", "title", "slot", "due")
    return "\r\n".join(
        f"BEGIN:VEVENT\r\nUID:{key}\r\nSUMMARY:{title}\r\nDTSTART:{due}\r\nEND:VEVENT"
        for key, title, _slot, due in found
    ).encode()


def _library() -> bytes:
    """Write as many by the icalendar library."""
    calendar, at = icalendar.Calendar(), datetime(2026, 9, 14, tzinfo=UTC)
    for number in range(NUMBER):
        event = icalendar.Event()
        for name, value in (("uid", str(number)), ("summary", "Frist: klassens time"), ("dtstart", at.date()),
                            ("dtend", at.date()), ("dtstamp", at), ("last-modified", at)):  # fmt: skip
            event.add(name, value)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _often(act: Callable[[], bytes], times: int) -> Any:  # noqa: ANN401 - a cost
    found = []
    for _ in range(times):
        with cost() as took:
            act()
        found.append(took)
    return middle(found)
