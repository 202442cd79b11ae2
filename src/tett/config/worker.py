"""The job worker: runs jobs, shows that it is alive, and looks after those whose worker died."""

import logging
import secrets
import signal
import socket
import time
from collections.abc import Callable
from threading import Event, Thread
from types import FrameType

from django.db import OperationalError, close_old_connections, connection
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from tett.base.clock import now, real_now
from tett.config.actions import beat, checkpoint, leave, reap, start_daily
from tett.config.jobs import DAILY
from tett.config.queries import in_hand, pulses
from tett.config.silence import Watch
from tett.notify.jobs import nobody, send_waiting
from tett.notify.queries import is_due

logger = logging.getLogger(__name__)

#: Seconds between looking for jobs, showing the pulse, and keeping house.
LOOK, BEAT, KEEP_HOUSE = 1, 10, 15


def new_name() -> str:
    """Give a name that no other worker has, with the machine it runs on."""
    return f"{socket.gethostname()[:40]}:{secrets.token_hex(8)}"


def keep_house(watch: Watch, tick: float) -> None:
    """Put dead workers' jobs back, start what is due today and what should be sent by now, and checkpoint."""
    returned = reap(watch.silent(pulses(), tick), real_now())
    if returned:
        logger.warning("Put %d jobs back whose worker had died.", returned)
    start_daily(DAILY, timezone.localtime(now()))
    send_left()
    checkpoint()


def send_left() -> None:
    """Queue the sending of letters that were put off, or that a dead sender left; one such job at a time is enough."""
    by = nobody()
    if is_due(by, by.now) and not in_hand(send_waiting.module_path):
        send_waiting.enqueue()


class Loop:
    """Work until told to stop; a job that has begun is finished first."""

    def __init__(self) -> None:
        """Make a worker with a name of its own."""
        self.name = new_name()
        self.stop = Event()
        self.watch = Watch()
        self.worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=self.name,
            excluded_queue_names=[],
        )

    def run(self) -> None:
        """Work until the signal comes."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._told)
        pulse = Thread(target=self._show_pulse, daemon=True)
        beat(self.name, real_now())
        pulse.start()
        while not self.stop.is_set():
            self.round()
        pulse.join()
        leave(self.name)

    def round(self) -> None:
        """Keep house, then run jobs until it is time to keep house again."""
        _unless_locked(lambda: keep_house(self.watch, time.monotonic()))
        for _ in range(KEEP_HOUSE // LOOK):
            _unless_locked(self.worker.run)
            if self.stop.wait(LOOK):
                return

    def _told(self, _number: int, _frame: FrameType | None) -> None:
        self.stop.set()
        self.worker.running = False

    def _show_pulse(self) -> None:
        while not self.stop.wait(BEAT):
            _unless_locked(lambda: beat(self.name, real_now()))
        connection.close()


def _unless_locked(do: Callable[[], object]) -> None:
    """Do it, or leave it for the next time when the database is busy or away."""
    close_old_connections()
    try:
        do()
    except OperationalError as why:
        logger.warning("The database didn't answer, trying again: %s", why)
