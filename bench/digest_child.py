"""Writing to everybody for whom something waits on a Monday at seven, and letting climb what has lain too long."""

from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from bench.measure import Cost, cost, middle, peak_megabytes
from tett.notify.models import Mail
from tett.people.queries import stranger
from tett.reminders.actions import climb, send_digests
from tett.reminders.actions.digest import AT_ONCE
from tett.reminders.queries import crowd, days_of_schools, in_slot, numbers_of
from tett.reminders.rules import Slot

#: Four weeks into the year, with much to do and some of it late.
MONDAY = timezone.make_aware(datetime(2026, 9, 14, 7, 0))  # noqa: DTZ001 - made aware in the same breath
TIMES = 3


def digest() -> dict[str, Any]:
    """Do all of it some times, and once more to see that nobody is written to twice."""
    by, slot = stranger(MONDAY), Slot(MONDAY.date(), MONDAY.hour)
    done = [_written(slot) for _ in range(TIMES)]
    letters = Mail.objects.count()
    send_digests(slot, by=by, at=MONDAY)
    again, bare = Mail.objects.count() - letters, _bare()
    with cost() as climbing:
        climbed = climb(by=by, at=MONDAY)
    took = middle(done)
    return {
        "people": len(in_slot(by, slot)), "letters": letters, "again": again, "floor": bare.cpu, "cpu": took.cpu,
        "queries": took.queries, "each": _of_a_chunk(slot), "climbed": climbed, "climb_cpu": climbing.cpu,
        "climb_queries": climbing.queries, "peak": peak_megabytes(),
    }  # fmt: skip


def _written(slot: Slot) -> Cost:
    Mail.objects.all().delete()
    with cost() as took:
        send_digests(slot, by=stranger(MONDAY), at=MONDAY)
    return took


def _of_a_chunk(slot: Slot) -> int:
    """Tell how many queries it takes to look at some hundred people."""
    by = stranger(MONDAY)
    persons, days = in_slot(by, slot)[:AT_ONCE], days_of_schools(by)
    with cost() as took:
        numbers_of(by, crowd(by, persons, slot, days), MONDAY)
    return took.queries


def _bare() -> Cost:
    """Store the same letters by the driver itself, without Django."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM notify_mail")
        rows = cursor.fetchall()
    marks = ", ".join("?" if connection.vendor == "sqlite" else "%s" for _ in rows[0])
    done = []
    for _ in range(TIMES):
        Mail.objects.all().delete()
        with cost() as took, transaction.atomic():
            into = f"INSERT INTO notify_mail VALUES ({marks})"  # noqa: S608 - our own table
            connection.connection.cursor().executemany(into, [tuple(map(_plain, row)) for row in rows])
        done.append(took)
    return middle(done)


def _plain(value: Any) -> Any:  # noqa: ANN401 - any column
    """Give what the driver takes."""
    return value.isoformat(" ") if connection.vendor == "sqlite" and isinstance(value, datetime) else value
