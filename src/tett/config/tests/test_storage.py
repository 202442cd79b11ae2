"""What was acknowledged is there, whatever goes wrong beneath: a full disk, several who write, several who move."""

import resource
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from tett.base.actions import remember
from tett.base.models import Submission
from tett.config.actions import checkpoint

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls(__name__)]
WRITERS, CHECKPOINTERS, EACH = 2, 2, 150
#: More than fits in what the file limit leaves.
LONG = 150
MANY = 200


def _found(request: HttpRequest) -> HttpResponse:
    """Found many groups; the groups stand for whatever a form makes."""
    for number in range(MANY):
        Group.objects.create(name=f"{request.POST['name']} {number:0{LONG - 100}}")
    return HttpResponse(status=302, headers={"Location": "/groups/"})


urlpatterns = [path("groups/", _found)]


def _send(client: Client) -> Any:
    return client.post("/groups/", {"name": "one", "nokkel": "k" * 22})


@contextmanager
def _full_disk() -> Iterator[None]:
    """Let no file of this process grow beyond what the database's log is already."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # else there may be room in the log that needn't grow
    log = Path(f"{connection.settings_dict['NAME']}-wal")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size + 8192, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _lost_line() -> Iterator[None]:
    """Lose the connection in the middle of what the form does."""
    left = iter(range(MANY // 2))

    def lose(execute: Any, *arguments: Any) -> Any:
        if next(left, None) is None and not connection.connection.closed:
            connection.connection.close()
        return execute(*arguments)

    with connection.execute_wrapper(lose):
        yield


#: PostgreSQL's files are its own process's, so there the line is what fails.
TROUBLE = {"sqlite": _full_disk, "postgresql": _lost_line}


def test_trouble_beneath_leaves_nothing_half_done_and_the_same_form_works_afterwards() -> None:
    client = Client(raise_request_exception=False)
    with transaction.atomic():
        remember("session:", "begun")  # so that there is a log to measure
    with TROUBLE[connection.vendor]():
        assert _send(client).status_code == 500
    assert not Group.objects.exists()
    assert not Submission.objects.filter(key="k" * 22).exists()
    assert _send(client).status_code == 302
    assert Group.objects.count() == MANY
    assert _integrity() == "ok"


def _integrity() -> str:
    """Let SQLite look at itself; PostgreSQL checks its pages as it reads them."""
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return str(cursor.fetchone()[0])


def _write(writer: int) -> int:
    """Send forms one after the other, and give how many were acknowledged."""
    try:
        for number in range(EACH):
            with transaction.atomic():
                remember(f"writer:{writer}", f"{number:022}")
        return EACH
    finally:
        connection.close()


def _checkpoint_until(done: Event) -> int:
    times = 0
    try:
        while not done.is_set():
            checkpoint()
            times += 1
        return times
    finally:
        connection.close()


def test_what_writers_were_told_is_there_though_others_checkpoint() -> None:
    done = Event()
    with ThreadPoolExecutor(WRITERS + CHECKPOINTERS) as pool:
        moving = [pool.submit(_checkpoint_until, done) for _ in range(CHECKPOINTERS)]
        try:
            acknowledged = sum(pool.map(_write, range(WRITERS)))
        finally:
            done.set()
    assert all(each.result() for each in moving)
    assert Submission.objects.count() == acknowledged == WRITERS * EACH
    assert _integrity() == "ok"
