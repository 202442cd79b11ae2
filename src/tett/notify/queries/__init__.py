"""Reading notices, and how it goes with the outbox."""

from tett.notify.queries.notices import Told, notices_of, unread_of_many
from tett.notify.queries.outbox import Health, due, health, is_closed, is_due
from tett.notify.queries.reach import Reach, hashed, reach

__all__ = [
    "Health",
    "Reach",
    "Told",
    "due",
    "hashed",
    "health",
    "is_closed",
    "is_due",
    "notices_of",
    "reach",
    "unread_of_many",
]
