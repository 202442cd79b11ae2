"""Real workers, killed as the power is cut: what one had begun another takes up, and each schedule starts once (S8)."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as used
from django.db import connection
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tett.base.actions import remember
from tett.base.clock import real_now
from tett.base.jobs import job
from tett.base.models import Submission
from tett.config.actions import reap
from tett.config.jobs import DAILY
from tett.config.models import DailyRun, Pulse
from tett.config.queries import pulses
from tett.config.silence import SILENT_SECONDS, Watch
from tools.environment import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
#: Nothing here is measured in seconds: one waits until it has happened, and gives up only when it never will.
GIVE_UP_SECONDS = 90


@job()
def hold(path: str) -> None:
    """Say that the job has begun; then wait as long as the file is there, and write one row."""
    Path(path).with_suffix(".begun").touch()
    while Path(path).exists():
        time.sleep(0.05)
    remember("job", Path(path).name)


def _environment() -> dict[str, str]:
    """Let a process of its own work on the database that the tests run on."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("TETT_")}
    who = connection.settings_dict
    address = f"sqlite:///{who['NAME']}"
    if connection.vendor == "postgresql":
        address = f"postgresql://{who['USER']}@/{who['NAME']}?host={who['HOST']}"
    own |= {"DATABASE_URL": address, "TETT_DATA": str(used.DATA), "DJANGO_SETTINGS_MODULE": "tett.config.settings"}
    return own | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


@contextmanager
def _worker() -> "Iterator[subprocess.Popen[bytes]]":
    process = subprocess.Popen([sys.executable, "-m", "django", "worker"], cwd=ROOT, env=_environment())
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _until(what: Callable[[], object]) -> None:
    end = time.monotonic() + GIVE_UP_SECONDS
    while not what():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.1)


def _status(key: Any) -> str:
    return str(DBTaskResult.objects.values_list("status", flat=True).get(pk=key))


def test_a_job_whose_worker_was_killed_is_taken_up_again_and_done_once(tmp_path: Path) -> None:
    file = tmp_path / "held"
    file.touch()
    key = hold.enqueue(str(file)).id
    with _worker() as killed:
        _until(file.with_suffix(".begun").exists)
        killed.send_signal(signal.SIGKILL)
        killed.wait()
    assert _status(key) == TaskResultStatus.RUNNING
    watch = Watch()
    assert reap(watch.silent(pulses(), 0), real_now()) == 0
    assert reap(watch.silent(pulses(), SILENT_SECONDS + 1), real_now()) == 1
    assert _status(key) == TaskResultStatus.READY
    file.unlink()
    with _worker() as second:
        _until(lambda: _status(key) == TaskResultStatus.SUCCESSFUL)
        second.send_signal(signal.SIGTERM)
        assert second.wait(GIVE_UP_SECONDS) == 0
    assert Submission.objects.filter(sender="job").count() == 1
    assert len(DBTaskResult.objects.get(pk=key).worker_ids) == 2


def test_two_workers_start_each_schedule_once() -> None:
    with _worker() as one, _worker() as other:
        _until(lambda: Pulse.objects.count() == 2)
        _until(lambda: not DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists())
        for process in (one, other):
            process.send_signal(signal.SIGTERM)
        assert [process.wait(GIVE_UP_SECONDS) for process in (one, other)] == [0, 0]
    started = list(DailyRun.objects.values_list("name", flat=True))
    assert len(started) == len(set(started))
    assert {daily.name for daily in DAILY if daily.name in started}
    paths = list(DBTaskResult.objects.values_list("task_path", flat=True))
    assert paths.count("tett.config.jobs.tidy") == started.count("tidy")
    assert paths.count("tett.year.jobs.keep_all_up") == started.count("keep_years_up")
    assert not Pulse.objects.exists()
