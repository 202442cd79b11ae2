"""Reminding people, letting what has lain too long climb, and choosing what one gets."""

from tett.reminders.actions.choose import choose, choose_days, use_address_again
from tett.reminders.actions.climb import climb, settle_seen_to
from tett.reminders.actions.digest import send_digests
from tett.reminders.actions.news import tell_given, tell_lent, tell_moved

__all__ = [
    "choose",
    "choose_days",
    "climb",
    "send_digests",
    "settle_seen_to",
    "tell_given",
    "tell_lent",
    "tell_moved",
    "use_address_again",
]
