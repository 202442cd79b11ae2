"""The machinery's own jobs, and the list of everything that is done each night."""

from datetime import timedelta
from functools import partial
from importlib import import_module

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from tett.base.actions import forget_before
from tett.base.clock import real_now
from tett.base.jobs import job
from tett.config.actions import clear_old
from tett.config.rules import Daily
from tett.notify.jobs import forget
from tett.plan.jobs import all_papers
from tett.reminders.jobs import let_climb, write_digests
from tett.reminders.rules import HOURS
from tett.roster.jobs import tidy_uploads
from tett.turn.jobs import settle_turns
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
    Daily("tidy_uploads", 3, tidy_uploads.enqueue),
    Daily("forget_mail", 3, forget.enqueue),
    Daily("settle_turns", 3, settle_turns.enqueue),
    Daily("keep_years_up", 4, keep_all_up.enqueue),
    Daily("all_papers", 4, all_papers.enqueue),
    Daily("let_climb", 5, let_climb.enqueue),
    # Each hour at which somebody may wish an e-mail is a slot of its own: once a day, whoever starts it.
    *(Daily(f"write_digests_{hour:02}", hour, partial(write_digests.enqueue, hour)) for hour in HOURS),
]
