"""Telling leaders of what has lain too long, in one notice a day; and taking it away when it has been seen to."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from tett.access.rules import Actor
from tett.notify.actions import settle, tell
from tett.reminders import words
from tett.reminders.models import Climb
from tett.reminders.queries import late_of, schools_under_way, seen_to
from tett.reminders.rules import key_of

ROWS_AT_ONCE = 500


def climb(*, by: Actor, at: datetime) -> int:
    """Tell the leaders of every school what has lain too long since last time, and tell how many tasks climbed."""
    return sum(_climb_at(school, before, by, at) for school, before in schools_under_way(by).items())


@transaction.atomic
def _climb_at(school: int, before: date, by: Actor, at: datetime) -> int:
    late = late_of(by, school, before)
    rows = [Climb(task_id=one.task_id, due=one.due, leader_id=one.leader, day=by.day) for one in late]
    Climb.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE, ignore_conflicts=True)
    address = reverse("tasks:team") + "?vis=late"
    for leader in sorted({one.leader for one in late if one.leader}):
        key = key_of(school, leader, by.day)
        tell([leader], "climbed", words.CLIMBED, address, key=key, by=by, at=at)
    return len(late)


def settle_seen_to(*, by: Actor, at: datetime) -> int:
    """Mark the notices as read whose tasks have all been seen to, and tell how many."""
    return settle(seen_to(by), by=by, at=at)
