"""What is in the database after the kills, beside what people were told; and those who write to it at once."""

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.test import Client

from bench.schools import NOBODY
from tett.access.words import Role
from tett.audit.models import Event
from tett.audit.queries import broken_line
from tett.base.actions import remember
from tett.base.models import Submission
from tett.config.actions import checkpoint
from tett.people.models import Login
from tett.tasks.models import Change, Proof, Task
from tett.tasks.words import Evidence, Happened, State

BURST = 20


def sender() -> dict[str, Any]:
    """Log a contact teacher in, and give what a browser would know."""
    login = Login.objects.get(username=Role.CONTACT_TEACHER.value)
    client = Client(HTTP_HOST="localhost")
    client.force_login(login)
    token = "x" * 32
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    mine = Task.objects.filter(responsible=login.person_id, state=State.OPEN).exclude(duty__evidence=Evidence.READING)
    cookie = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={token}"
    return {"cookie": cookie, "token": token, "tasks": list(mine.values_list("public_id", flat=True))}


def checked(path: str) -> dict[str, Any]:
    """Count what is lost, doubled, half written or broken."""
    told = set(json.loads(Path(path).read_text("utf-8")))
    there = Counter(Proof.objects.filter(text__startswith="note ").values_list("text", flat=True))
    lines = Change.objects.filter(what=Happened.ADDED).count()
    logged = Event.objects.filter(what=f"task.{Happened.ADDED.value}").count()
    keys = Submission.objects.exclude(answered="").count()
    return {
        "acknowledged": len(told),
        "stored": sum(there.values()),
        "lost": len(told - set(there)),
        "doubled": sum(number - 1 for number in there.values()),
        "half": max(abs(sum(there.values()) - each) for each in (lines, logged, keys)),
        "log broken at": broken_line(NOBODY) or 0,
        "integrity": integrity(),
    }


def integrity() -> str:
    """Let the database look at itself."""
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return str(cursor.fetchone()[0])


def write(name: str, seconds: str) -> dict[str, Any]:
    """Send keys as forms do, in one small transaction each, and tell how many were acknowledged or turned away."""
    told, until = {"acknowledged": 0, "turned away": 0}, time.monotonic() + float(seconds)
    while time.monotonic() < until:
        try:
            with transaction.atomic():
                remember(f"writer:{name}", f"{told['acknowledged']:032}")
        except OperationalError:
            told["turned away"] += 1  # it waited too long for the other, and knows that nothing was stored
        else:
            told["acknowledged"] += 1
    return told


def move(seconds: str) -> dict[str, Any]:
    """Checkpoint without rest, now and then with everything that is written moved into the database."""
    done, until = 0, time.monotonic() + float(seconds)
    while time.monotonic() < until:
        checkpoint()
        if done % BURST == 0:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(RESTART)")
        done += 1
        time.sleep(0.001)
    return {"checkpoints": done}


def counted() -> dict[str, Any]:
    """Count what the writers stored."""
    return {"rows": Submission.objects.filter(sender__startswith="writer:").count(), "integrity": integrity()}
