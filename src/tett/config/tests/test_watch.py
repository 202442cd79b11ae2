"""What programs are told: enough to look after Tett, nothing of anybody, and nothing to those without the token."""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client

from tett.base.clock import real_now
from tett.config.actions import beat
from tett.config.jobs import tidy
from tett.config.queries import state
from tett.config.queries.state import BACKUP_NAME, newest_backup
from tett.config.watch.judging import troubles
from tools.backup.manifest import STAMP

pytestmark = pytest.mark.django_db
SOURCE = Path(__file__).parents[3]
TOKEN = "et-ord-ingen-gjetter-12345"
WITH_TOKEN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def token(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the token, and a folder to count in."""
    settings.METRICS_TOKEN = TOKEN
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))


def test_a_load_balancer_learns_that_people_can_come_and_no_more(token: None) -> None:
    answer = Client().get("/helse/")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("said", ["", "Bearer ", "Bearer x", f"Bearer {TOKEN}x", "Bearer æøå"])
def test_without_the_right_token_there_is_nothing_more(token: None, said: str) -> None:
    headers = {"Authorization": said}
    assert Client().get("/helse/", headers=headers).content == b"ok"
    assert Client().get("/metrics", headers=headers).status_code == 404


def test_where_no_token_is_set_an_empty_one_opens_nothing(settings: Any) -> None:
    settings.METRICS_TOKEN = ""
    assert Client().get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_a_database_that_is_away_is_told_of_by_a_503(token: None, settings: Any) -> None:
    def away(*_arguments: Any) -> None:
        raise OperationalError

    with connection.execute_wrapper(away):
        answer = Client().get("/helse/", headers=WITH_TOKEN)
    assert (answer.status_code, answer.content.decode()) == (503, "ikke klar")


def test_with_the_token_it_tells_how_everything_is(token: None) -> None:
    tidy.enqueue()
    beat("machine:1", real_now())
    found = Client().get("/helse/", headers=WITH_TOKEN).json()
    assert (found["jobs_waiting"], found["workers"], found["pending"]) == (1, 1, 0)
    assert found["pulse_seconds"] < 60
    assert found["troubles"] == ["the newest backup is old"]


def test_the_numbers_are_as_prometheus_reads_them(token: None) -> None:
    tidy.enqueue()
    text = Client().get("/metrics", headers=WITH_TOKEN).content.decode()
    assert "tett_jobs_waiting 1.0" in text
    assert "# TYPE tett_sessions gauge" in text
    assert "tett_outbox_waiting 0.0" in text


COUNT = "from tett.config.watch.counting import count; count('people:person', 'GET', 200, 0.02)"


def test_what_all_web_processes_count_is_added_up_by_route_and_never_by_address(token: None) -> None:
    for _ in range(2):
        env = {**os.environ, "PYTHONPATH": str(SOURCE)}
        subprocess.run([sys.executable, "-c", COUNT], env=env, check=True)  # noqa: S603 - our own words
    text = Client().get("/metrics", headers=WITH_TOKEN).content.decode()
    assert 'tett_answers_total{method="GET",route="people:person",status="2xx"} 2.0' in text
    assert 'tett_answer_seconds_bucket{le="0.025",route="people:person"} 2.0' in text


def test_the_newest_finished_backup_is_looked_at(settings: Any, tmp_path: Path) -> None:
    settings.BACKUPS = tmp_path
    assert newest_backup() is None
    for name in ("tett-20260912T030000Z", "tett-20260913T030000Z", "tett-20260914T030000Z"):
        (tmp_path / name).mkdir()
    for name in ("tett-20260912T030000Z", "tett-20260913T030000Z"):
        (tmp_path / name / "manifest.json").touch()
    assert newest_backup() == datetime(2026, 9, 13, 3, tzinfo=UTC)
    assert BACKUP_NAME == STAMP


def test_trouble_is_told_in_words(settings: Any, tmp_path: Path) -> None:
    settings.BACKUPS = tmp_path
    job = tidy.enqueue()
    at = real_now() + timedelta(hours=1)
    assert job is not None
    assert troubles(state(at)) == [
        "no worker shows a pulse",
        "jobs have waited for long",
        "the newest backup is old",
    ]
