"""Backups: consistent while people write, nothing half done, and what is damaged is found (S3, S15)."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.conf import settings as used
from django.db import connection, transaction

from tests.cast import NOW, World, build
from tett.audit.actions import record
from tett.base.models import Submission
from tools.backup import manifest
from tools.backup.drill import drill
from tools.backup.restore import restore
from tools.backup.take import take, tidy
from tools.environment import ROOT, Stop

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = b"zq-file-of-somebody-qz"


@pytest.fixture
def place(settings: Any, tmp_path: Path) -> Path:
    """Give a folder for backups, and one with a file that somebody added."""
    settings.MEDIA_ROOT = tmp_path / "files"
    (settings.MEDIA_ROOT / "proofs").mkdir(parents=True)
    (settings.MEDIA_ROOT / "proofs/one.pdf").write_bytes(SECRET)
    return tmp_path / "backups"


@pytest.fixture
def school(place: Path) -> World:
    """Build the school of the cast, with a line in the log."""
    world = build()
    record("school.opened", world.school, by=world.actor("rita"), at=NOW)
    return world


def test_a_backup_says_what_is_in_it_and_nobody_else_may_read_it(school: World, place: Path) -> None:
    taken = take(place)
    found = manifest.verify(taken)
    assert found.rows["people_school"] == 2
    assert found.head[0] == 1
    assert "people.0001_initial" in found.migrations or not found.migrations
    assert set(found.files) == {next(n for n in found.files if n.startswith("database")), "files/proofs/one.pdf"}
    modes = {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in [taken, *taken.rglob("*")]}
    assert modes == {0}


def test_the_key_is_in_no_backup(school: World, place: Path) -> None:
    taken = take(place)
    key = used.SECRET_KEY.encode()
    assert not any(key in path.read_bytes() for path in taken.rglob("*") if path.is_file())
    assert not any("secret" in path.name for path in taken.rglob("*"))


def _write(done: Event) -> int:
    """Send forms one after the other, each two rows or none, and give how many were acknowledged."""
    number = 0
    try:
        while not done.is_set() or number < 20:
            with transaction.atomic():
                Submission.objects.create(sender="a", key=f"{number:030}")
                Submission.objects.create(sender="b", key=f"{number:030}")
            number += 1
        return number
    finally:
        connection.close()


def test_it_is_whole_though_somebody_writes_all_the_while(school: World, place: Path) -> None:
    done = Event()
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(_write, done)
        while not Submission.objects.exists():
            connection.close()
        try:
            taken = [manifest.verify(take(place / str(number))) for number in range(3)]
        finally:
            done.set()
        assert writing.result() * 2 >= taken[-1].rows["base_submission"]
    assert all(found.rows["base_submission"] % 2 == 0 for found in taken)


def _first_file(taken: Path) -> Path:
    return next(path for path in taken.iterdir() if path.name.startswith("database"))


DAMAGE = {
    "a changed byte": lambda path: path.write_bytes(b"\0" + path.read_bytes()[1:]),
    "a cut tail": lambda path: path.write_bytes(path.read_bytes()[:-100]),
    "a file that is gone": lambda path: path.unlink(),
    "a file too many": lambda path: path.with_name("more").touch(),
}


@pytest.mark.parametrize("what", DAMAGE)
def test_damage_is_found_before_anything_is_touched(school: World, place: Path, what: str) -> None:
    taken = take(place)
    DAMAGE[what](_first_file(taken))
    with pytest.raises(Stop, match="not whole"):
        restore(taken, yes=True)
    with pytest.raises(Stop, match="not whole"):
        drill(taken)
    assert Submission.objects.count() == 0


def test_a_manifest_that_somebody_mended_is_found(school: World, place: Path) -> None:
    taken = take(place)
    path = taken / manifest.NAME
    path.write_text(path.read_text("utf-8").replace('"people_school": 2', '"people_school": 3'), "utf-8")
    with pytest.raises(Stop, match="changed since"):
        manifest.verify(taken)


def test_a_half_backup_is_refused(school: World, place: Path) -> None:
    taken = take(place)
    (taken / manifest.NAME).unlink()
    with pytest.raises(Stop, match="never finished"):
        restore(taken, yes=True)
    assert manifest.latest(place) is None


def test_a_backup_that_fails_leaves_nothing_behind(school: World, place: Path, settings: Any) -> None:
    (place / "x").mkdir(parents=True)
    settings.MEDIA_ROOT = Path("/proc/self/task")  # what lies there can't be copied like files
    with pytest.raises(OSError, match=r"."):
        take(place)
    assert [path.name for path in place.iterdir()] == ["x"]


def test_only_so_many_are_kept_and_what_was_never_finished_goes(place: Path) -> None:
    for name in ("tett-20260912T030000Z", "tett-20260913T030000Z", "tett-20260914T030000Z"):
        (place / name).mkdir(parents=True)
        (place / name / manifest.NAME).touch()
    left = place / ".tett-20260101T030000Z.partial"
    left.mkdir()
    os.utime(left, (0, 0))
    tidy(place, 2)
    assert sorted(path.name for path in place.iterdir()) == ["tett-20260913T030000Z", "tett-20260914T030000Z"]


def test_what_is_there_is_not_overwritten_without_a_yes(school: World, place: Path) -> None:
    taken = take(place)
    with pytest.raises(Stop, match="--yes"):
        restore(taken, yes=False)


def test_nothing_is_restored_while_a_worker_is_at_work(school: World, place: Path) -> None:
    from tett.base.clock import real_now  # noqa: PLC0415 - only here
    from tett.config.actions import beat  # noqa: PLC0415 - only here

    taken = take(place)
    beat("machine:1", real_now())
    with pytest.raises(Stop, match="is running here"):
        restore(taken, yes=True)


def test_a_backup_of_a_newer_tett_is_refused(school: World, place: Path) -> None:
    taken = take(place)
    content = json.loads((taken / manifest.NAME).read_text("utf-8"))
    found = manifest.read(taken)
    manifest.write(
        manifest.Manifest(**{**found.__dict__, "migrations": [*found.migrations, "people.0099_later"]}), taken
    )
    assert content["seal"] != json.loads((taken / manifest.NAME).read_text("utf-8"))["seal"]
    with pytest.raises(Stop, match="newer Tett"):
        restore(taken, yes=True)


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Give the environment of an installation of its own, on the database that the tests run on."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("TETT_") or name == "TETT_PG_BIN"}
    own |= {"DJANGO_SETTINGS_MODULE": "tett.config.settings", "PYTHONPATH": str(ROOT / "src"), "TETT_DEMO": "0"}
    own |= {"TETT_DATA": str(tmp_path / "data")}
    own.pop("DATABASE_URL", None)
    if connection.vendor == "postgresql":
        who = connection.settings_dict
        name = f"{who['NAME']}_whole"
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}"')
        own["DATABASE_URL"] = f"postgresql://{who['USER']}@/{name}?host={who['HOST']}"
        yield own
        connection.close()
        with connection.cursor() as cursor:
            cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{name}%"])
            for (each,) in cursor.fetchall():
                cursor.execute(f'DROP DATABASE "{each}" WITH (FORCE)')
    else:
        yield own


def _tett(env: dict[str, str], *words: str) -> str:
    program = [sys.executable, "-m", *words]
    done = subprocess.run(program, cwd=ROOT, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - our own programs
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


COUNT = "from tett.base.models import Submission; print(Submission.objects.count())"
ADD = "from tett.base.models import Submission; Submission.objects.create(sender='a', key='b' * 22)"


def test_an_installation_is_drilled_restored_and_has_its_way_back(installation: dict[str, str], tmp_path: Path) -> None:
    _tett(installation, "django", "migrate", "--verbosity", "0")
    files = tmp_path / "data/files"
    files.mkdir(parents=True)
    (files / "one.pdf").write_bytes(SECRET)
    _tett(installation, "tools.backup", "backup", "--keep", "2")
    assert "went well" in _tett(installation, "tools.backup", "restore", "--drill")
    _tett(installation, "django", "shell", "--verbosity", "0", "-c", ADD)
    (files / "two.pdf").write_bytes(SECRET)
    said = _tett(installation, "tools.backup", "restore", "--yes")
    assert "The key is not in backups" in said
    assert _tett(installation, "django", "shell", "--verbosity", "0", "-c", COUNT).strip() == "0"
    assert [path.name for path in files.iterdir()] == ["one.pdf"]
    (aside,) = (path for path in (tmp_path / "data").iterdir() if path.name.startswith("files.before-"))
    assert sorted(path.name for path in aside.iterdir()) == ["one.pdf", "two.pdf"]


def test_a_log_that_somebody_changed_before_the_backup_fails_the_drill(installation: dict[str, str]) -> None:
    _tett(installation, "django", "migrate", "--verbosity", "0")
    tell = (
        "from tett.base.clock import now; from tett.access.rules import Actor; from tett.audit.actions import record;"
        "from tett.audit.models import Event; from tett.people.models import Owner; at = now();"
        "by = Actor(day=at.date(), now=at); owner = Owner.objects.create(name='x', slug='x');"
        "[record('owner.named', owner, by=by, at=at) for _ in range(3)];"
        "Event.objects.filter(serial=2).update(what='owner.praised')"
    )
    _tett(installation, "django", "shell", "--verbosity", "0", "-c", tell)
    _tett(installation, "tools.backup", "backup")
    words = [sys.executable, "-m", "tools.backup", "restore", "--drill"]
    done = subprocess.run(words, cwd=ROOT, env=installation, capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    assert done.returncode == 1
    assert "the audit chain breaks at line 2" in done.stderr
