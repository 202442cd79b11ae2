"""Taking a backup while people work."""

import os
import platform
import shutil
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from tools.backup import manifest, postgres
from tools.backup.manifest import Manifest
from tools.environment import ROOT, Stop, say

#: What the database lies in, inside a backup.
DATABASE = {"sqlite": "database.sqlite3", "postgresql": "database.pgdump"}
FILES = "files"
#: A backup that was begun so long ago and not finished never will be.
ABANDONED_SECONDS = 24 * 3600


def take(folder: Path, *, keep: int = 0) -> Path:
    """Take a backup into a folder that nobody else may read, and give where it is; only a whole one gets its name."""
    os.umask(0o077)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    at = datetime.now(UTC)
    done, partial = folder / manifest.stamp(at), folder / f".{manifest.stamp(at)}.partial"
    _fresh(done, partial)
    try:
        manifest.write(_fill(partial, at), partial)
        _to_disk(partial)
        partial.rename(done)
        _to_disk(folder)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    tidy(folder, keep)
    return done


def _fresh(done: Path, partial: Path) -> None:
    if done.exists():
        raise Stop(f"{done} is there already.")
    try:
        partial.mkdir(mode=0o700)
    except FileExistsError:
        raise Stop("Another backup began this very second. Wait for it.") from None


def _fill(partial: Path, at: datetime) -> Manifest:
    # Files are only ever added under new names: taken before and after, everything the database knows is there.
    copy_new(Path(settings.MEDIA_ROOT), partial / FILES)
    kind = connection.vendor
    if kind not in DATABASE:
        raise Stop(f"Tett can't back up {kind}.")
    say("Taking the database …")
    facts = _sqlite(partial) if kind == "sqlite" else _postgresql(partial)
    copy_new(Path(settings.MEDIA_ROOT), partial / FILES)
    files = {
        path.relative_to(partial).as_posix(): (manifest.digest_of(path), path.stat().st_size)
        for path in manifest.files_in(partial)
    }
    return Manifest(taken=at.isoformat(), database=kind, versions=versions(), files=files, **facts)


def _sqlite(partial: Path) -> dict[str, Any]:
    """Write one whole file, and count in it; nobody waits meanwhile."""
    to = partial / DATABASE["sqlite"]
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(to)])
    with sqlite(to) as copy:
        return facts_of(copy)


@contextmanager
def sqlite(path: Path) -> Iterator[Any]:
    """Open a SQLite file as it lies there."""
    from pysqlite3 import dbapi2  # noqa: PLC0415 - only where there is SQLite

    opened = dbapi2.connect(f"file:{path}?mode=ro", uri=True)
    try:
        yield opened.cursor()
    finally:
        opened.close()


def _postgresql(partial: Path) -> dict[str, Any]:
    """Count and dump at one and the same snapshot."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = str(cursor.fetchone()[0])
        facts = facts_of(cursor)
        postgres.dump(settings.DATABASES["default"], snapshot, partial / DATABASE["postgresql"])
    return facts


def facts_of(cursor: Any) -> dict[str, Any]:  # noqa: ANN401 - a cursor of either driver
    """Count every table, and read migrations and the end of the audit chain."""
    tables = sorted(connection.introspection.table_names())
    rows = {table: int(_one(cursor, f'SELECT count(*) FROM "{table}"')[0]) for table in tables}  # noqa: S608 - names of our own tables
    migrations = _migrations(cursor) if "django_migrations" in tables else []
    serial, link = _one(cursor, "SELECT serial, link FROM audit_head") or (0, "")
    return {"rows": rows, "migrations": migrations, "head": (serial, link)}


def _migrations(cursor: Any) -> list[str]:  # noqa: ANN401 - as above
    cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
    return [f"{app}.{name}" for app, name in cursor.fetchall()]


def _one(cursor: Any, sentence: str) -> Any:  # noqa: ANN401 - a row of either driver
    cursor.execute(sentence)
    return cursor.fetchone()


def versions() -> dict[str, str]:
    """Tell what it was taken with."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        "tett": project["version"],
        "python": platform.python_version(),
        "django": django.get_version(),
        "database": _database_version(),
    }


def _database_version() -> str:
    return ".".join(str(part) for part in connection.get_database_version())


def copy_new(source: Path, to: Path) -> None:
    """Copy files that aren't there yet; one that is taken away meanwhile was taken away."""
    if not source.exists():
        return
    for file in (path for path in source.rglob("*") if path.is_file()):
        target = to / file.relative_to(source)
        if not target.exists():
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                shutil.copyfile(file, target)
            except FileNotFoundError:
                continue


def _to_disk(folder: Path) -> None:
    """Have everything below on the disk, so that a backup is whole after the power is cut."""
    for path in [*folder.rglob("*"), folder] if folder.name.endswith(".partial") else [folder]:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def tidy(folder: Path, keep: int) -> None:
    """Throw away backups that are too many (0: none are), and those that were never finished."""
    for old in manifest.all_in(folder)[:-keep] if keep else []:
        shutil.rmtree(old)
    now = datetime.now(UTC).timestamp()
    for left in folder.glob(".tett-*.partial"):
        if now - left.stat().st_mtime > ABANDONED_SECONDS:
            shutil.rmtree(left, ignore_errors=True)


def reachable() -> None:
    """Refuse a database that isn't there or was never prepared, before a folder is made for it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations")
    except DatabaseError as why:
        raise Stop(f"The database can't be read, or was never prepared: {why}") from None
