"""Changing school routes: looked at first, then done, and undone."""

from django.dispatch import Signal

#: Sent when a change touches more schools than one waits for; carries ``amendment_id``. Its effects are counted, or its
#: schools' tasks follow, in a job.
many_to_count = Signal()
many_to_follow = Signal()

__all__ = ["many_to_count", "many_to_follow"]
