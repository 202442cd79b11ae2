"""The drill: a backup is restored where it harms nobody, looked through, and asked for pages; unattended."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from tools.backup import manifest, postgres
from tools.backup.manifest import Manifest
from tools.backup.take import DATABASE, FILES
from tools.environment import ROOT, Stop, say
from tools.postgres import FAST, cluster

BOUND_SECONDS = 1800
Times = dict[str, float]


def drill(backup: Path) -> Times:
    """Restore into a place of its own, and tell how long each step took; stop at the first that isn't content."""
    begun = time.perf_counter()
    found = manifest.verify(backup)
    times: Times = {"hashes": time.perf_counter() - begun}
    folder = Path(tempfile.mkdtemp(prefix="tett-drill-"))
    (folder / "static").mkdir()
    try:
        begun = time.perf_counter()
        with _restored(backup, found, folder) as address:
            times["restore"] = time.perf_counter() - begun
            times |= _looked_through(backup, folder, address)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return times


@contextmanager
def _restored(backup: Path, found: Manifest, folder: Path) -> Iterator[str]:
    """Give the address of the database, restored; PostgreSQL gets a server of its own for the time it takes."""
    if (backup / FILES).exists():
        shutil.copytree(backup / FILES, folder / "files")
    if found.database == "sqlite":
        shutil.copyfile(backup / DATABASE["sqlite"], folder / "tett.sqlite3")
        yield f"sqlite:///{folder}/tett.sqlite3"
        return
    with cluster(FAST) as server:
        where = {"HOST": server.folder, "PORT": "", "USER": "tett", "PASSWORD": "", "OPTIONS": {}, "NAME": "drill"}
        postgres.make(where, "drill")
        postgres.load(where, "drill", backup / DATABASE["postgresql"])
        yield server.address.replace("/postgres?", "/drill?")


def _looked_through(backup: Path, folder: Path, address: str) -> Times:
    env = {name: value for name, value in os.environ.items() if name != "TETT_BACKUPS"}
    # What is sealed must open with the key that is kept apart from the backups.
    env |= {"DATABASE_URL": address, "TETT_DATA": str(folder), "TETT_SECRET_KEY": settings.SECRET_KEY}
    words = [sys.executable, "-m", "tools.backup.drilled", str(backup)]
    done = subprocess.run(
        words, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, timeout=BOUND_SECONDS, check=False
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode:
        raise Stop("The drill failed: " + ("\n".join(lines) or "what went wrong is above."))
    times: Times = json.loads(lines[-1])
    return times


def report(times: Times) -> None:
    """Say how long it took."""
    for step, seconds in times.items():
        print(f"  {step:12}{seconds:8.2f} s")
    say(f"The drill went well: {sum(times.values()):.1f} s in all.")
