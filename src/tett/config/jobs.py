"""The machinery's own jobs, and the list of everything that is done each night."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from tett.base.actions import forget_before
from tett.base.clock import real_now
from tett.base.jobs import job
from tett.config.actions import clear_old
from tett.config.rules import Daily
from tett.year.jobs import keep_all_up

#: Nobody sends the same form again after so long.
KEEP_SUBMISSIONS = timedelta(days=7)


@job()
def tidy() -> None:
    """Throw away sent forms' keys, finished jobs and ended sessions that nobody asks for any more."""
    at = real_now()
    forget_before(at - KEEP_SUBMISSIONS)
    clear_old(at)
    store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
    store.clear_expired()


DAILY = [
    Daily("tidy", 3, tidy.enqueue),
    Daily("keep_years_up", 4, keep_all_up.enqueue),
]
