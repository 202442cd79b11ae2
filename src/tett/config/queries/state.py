"""How the installation is: numbers and times, nothing of anybody."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Count, Min
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tett.config.models import Pulse
from tett.notify.queries import Health as Outbox
from tett.notify.queries import health as outbox_health

#: How ``./tett backup`` calls what it takes.
BACKUP_NAME = "tett-%Y%m%dT%H%M%SZ"
_prepared: list[bool] = []


@dataclass(frozen=True)
class State:
    """What those who keep it running look at."""

    pending: int
    jobs_waiting: int
    jobs_running: int
    jobs_failed: int
    oldest_job_seconds: float
    workers: int
    pulse_seconds: float | None
    sessions: int
    disk_free_bytes: int
    disk_free_share: float
    backup_seconds: float | None
    outbox: Outbox


def reachable() -> bool:
    """Tell whether the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def pending() -> int:
    """Tell how many migrations wait; once none do, none will in this process, whose code stays as it is."""
    if _prepared:
        return 0
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not waiting:
        _prepared.append(True)
    return waiting


def state(at: datetime) -> State:
    """Look at everything (seven queries)."""
    jobs = dict(DBTaskResult.objects.order_by().values_list("status").annotate(Count("pk")))
    ready = DBTaskResult.objects.ready().aggregate(oldest=Min("enqueued_at"))["oldest"]
    alive = list(Pulse.objects.values_list("at", flat=True))
    disk = shutil.disk_usage(settings.DATA)
    backup = newest_backup()
    return State(
        pending=pending(),
        jobs_waiting=jobs.get(TaskResultStatus.READY, 0),
        jobs_running=jobs.get(TaskResultStatus.RUNNING, 0),
        jobs_failed=jobs.get(TaskResultStatus.FAILED, 0),
        oldest_job_seconds=max(0.0, (at - ready).total_seconds()) if ready else 0.0,
        workers=len(alive),
        pulse_seconds=(at - max(alive)).total_seconds() if alive else None,
        sessions=Session.objects.filter(expire_date__gt=at).count(),
        disk_free_bytes=disk.free,
        disk_free_share=disk.free / disk.total,
        backup_seconds=(at - backup).total_seconds() if backup else None,
        outbox=outbox_health(None, at),
    )


def newest_backup() -> datetime | None:
    """Tell when the newest finished backup in the folder was taken."""
    if not settings.BACKUPS.exists():
        return None
    names = sorted(path.parent.name for path in settings.BACKUPS.glob("tett-*/manifest.json"))
    return datetime.strptime(names[-1], BACKUP_NAME).replace(tzinfo=UTC) if names else None
