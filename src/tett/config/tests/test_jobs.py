"""Jobs run once, whoever dies."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from tett.config.actions import ATTEMPTS, beat, clear_old, leave, reap, start_daily
from tett.config.jobs import DAILY, tidy
from tett.config.models import DailyRun, Pulse
from tett.config.rules import Daily
from tett.config.silence import Watch
from tett.config.worker import Loop, keep_house

pytestmark = pytest.mark.django_db
AT = timezone.make_aware(datetime(2026, 9, 14, 8, 0))  # noqa: DTZ001 - made aware in the same breath


def _running(*workers: str) -> "DBTaskResult[Any, Any]":
    job = DBTaskResult.objects.get(pk=tidy.enqueue().id)
    for worker in workers:
        job.claim(worker)
    return job


def test_a_job_of_a_living_worker_is_left_alone() -> None:
    job = _running("alive")
    beat("alive", AT)
    assert reap([], AT) == 0
    job.refresh_from_db()
    assert job.status == TaskResultStatus.RUNNING


def test_a_job_of_a_silent_worker_goes_back_to_the_queue() -> None:
    job = _running("dead")
    beat("dead", AT)
    assert reap(["dead"], AT) == 1
    job.refresh_from_db()
    assert (job.status, job.started_at) == (TaskResultStatus.READY, None)


def test_it_is_the_last_worker_that_counts() -> None:
    _running("alive", "dead")
    beat("alive", AT)
    assert reap([], AT) == 1


def test_a_job_that_has_killed_several_workers_is_given_up() -> None:
    job = _running(*[f"dead {number}" for number in range(ATTEMPTS)])
    reap([], AT)
    job.refresh_from_db()
    assert job.status == TaskResultStatus.FAILED
    assert "Given up" in job.traceback


def test_a_worker_that_leaves_takes_its_pulse_along() -> None:
    beat("done", AT)
    leave("done")
    assert not Pulse.objects.exists()


def _counted(hour: int) -> tuple[Daily, list[int]]:
    calls: list[int] = []
    enqueue: Callable[[], object] = lambda: calls.append(1)  # noqa: E731 - a name for its type
    return Daily("count", hour, enqueue), calls


def test_a_daily_job_starts_once_a_day_whoever_asks() -> None:
    job, calls = _counted(hour=3)
    assert start_daily([job], AT) == ["count"]
    assert start_daily([job], AT) == []
    assert start_daily([job], AT + timedelta(days=1)) == ["count"]
    assert len(calls) == 2


def test_a_daily_job_waits_for_its_hour() -> None:
    job, calls = _counted(hour=9)
    assert start_daily([job], AT) == []
    assert start_daily([job], AT + timedelta(hours=1)) == ["count"]
    assert len(calls) == 1


def test_every_daily_job_has_a_name_of_its_own() -> None:
    assert len({job.name for job in DAILY}) == len(DAILY)


def test_every_night_years_that_are_under_way_are_kept_up() -> None:
    (night,) = [job for job in DAILY if job.name == "keep_years_up"]
    night.enqueue()
    assert DBTaskResult.objects.get().task_path == "tett.year.jobs.keep_all_up"


def test_what_is_old_is_thrown_away() -> None:
    job = _running("done")
    job.set_successful(None)
    DailyRun.objects.create(name="tidy", day=AT.date())
    clear_old(timezone.now() + timedelta(days=30))
    assert not DBTaskResult.objects.exists()
    assert not DailyRun.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_runs_what_is_queued() -> None:
    tidy.enqueue()
    Loop().worker.run()
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL


@pytest.mark.django_db(transaction=True)
def test_keeping_house_starts_each_daily_job_once() -> None:
    watch = Watch()
    keep_house(watch, 0)
    keep_house(watch, 1)
    assert DBTaskResult.objects.count() == DailyRun.objects.count()
