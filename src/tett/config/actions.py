"""What the machinery does by itself: nobody acts here."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tett.config.models import DailyRun, Pulse
from tett.config.rules import Daily, due_on

ATTEMPTS = 3
KEEP_RESULTS = timedelta(days=14)


def beat(worker: str, at: datetime) -> None:
    """Write down that a worker is alive."""
    Pulse.objects.update_or_create(worker=worker, defaults={"at": at})


def leave(worker: str) -> None:
    """Take a worker's pulse away as it stops."""
    Pulse.objects.filter(worker=worker).delete()


@transaction.atomic
def reap(dead: Iterable[str], at: datetime) -> int:
    """Put the jobs of dead workers back in the queue, and tell how many; one that has killed several is given up.

    ``dead`` names workers that have been silent for too long; one without any pulse is dead as well.
    """
    Pulse.objects.filter(worker__in=dead).delete()
    alive = set(Pulse.objects.values_list("worker", flat=True))
    running = DBTaskResult.objects.select_for_update(skip_locked=True).filter(status=TaskResultStatus.RUNNING)
    left = [job for job in running if not alive.intersection(job.worker_ids[-1:])]
    for job in left:
        _back_or_up(job, at)
    return len(left)


def _back_or_up(job: "DBTaskResult[Any, Any]", at: datetime) -> None:
    if len(job.worker_ids) >= ATTEMPTS:
        job.status, job.finished_at = TaskResultStatus.FAILED, at
        job.traceback = f"Given up: {ATTEMPTS} workers died while they ran this job."
    else:
        job.status, job.started_at = TaskResultStatus.READY, None
    job.save(update_fields=["status", "started_at", "finished_at", "traceback"])


def start_daily(jobs: Iterable[Daily], at: datetime) -> list[str]:
    """Start the jobs whose hour has come today, each once whoever asks, and tell which."""
    day = at.date()
    done = set(DailyRun.objects.filter(day=day).values_list("name", flat=True))
    return [job.name for job in due_on(jobs, at) if job.name not in done and _start_once(job, at)]


@transaction.atomic
def _start_once(job: Daily, at: datetime) -> bool:
    _, new = DailyRun.objects.get_or_create(name=job.name, day=at.date())
    if new:
        job.enqueue()
    return new


def clear_old(at: datetime) -> None:
    """Throw away what the machinery no longer needs."""
    DailyRun.objects.filter(day__lt=(at - KEEP_RESULTS).date()).delete()
    DBTaskResult.objects.finished().filter(finished_at__lt=at - KEEP_RESULTS).delete()


def checkpoint() -> None:
    """Move what SQLite has written ahead into the database itself; nothing to do elsewhere."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
