"""Work that goes on after the answer; the one place that knows which library carries it.

A job is a function in a room's ``jobs.py`` that takes ids and simple values and calls one action. ``enqueue`` stores it
in the caller's transaction, so it runs if and only if that commits. A job may run again after a crash: its action must
do nothing the second time.
"""

from django_tasks import task as job

__all__ = ["job"]
