"""Putting the digests of an hour in the outbox."""

from datetime import datetime

from tett.access.rules import Actor
from tett.base.actions import let_others_write
from tett.notify.actions import post_all
from tett.reminders.messages import digest
from tett.reminders.queries import crowd, days_of_schools, in_slot, numbers_of
from tett.reminders.rules import Slot

#: So many people are looked at with the same few queries, and written to in one transaction.
AT_ONCE = 400


def send_digests(slot: Slot, *, by: Actor, at: datetime) -> int:
    """Write to everybody who wants it at this hour and for whom something waits; tell how many.

    Done again after a crash it writes only to those who haven't got theirs: a letter's key is the person and the day.
    """
    persons, days, written = in_slot(by, slot), days_of_schools(by), 0
    for start in range(0, len(persons), AT_ONCE):
        found = crowd(by, persons[start : start + AT_ONCE], slot, days)
        numbers = numbers_of(by, found, at)
        letters = [digest(found.people[pk], one, slot, at) for pk, one in numbers.items() if not one.nothing]
        post_all(letters, by=by, at=at)
        written += len(letters)
        let_others_write()
    return written
