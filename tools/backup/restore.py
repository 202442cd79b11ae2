"""Restoring: the backup is checked first, what was there is kept aside, and nothing is in place before all of it is."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from tett.config.models import Pulse
from tools.backup import manifest, postgres
from tools.backup.manifest import Manifest
from tools.backup.take import DATABASE, FILES, sqlite
from tools.environment import Stop, say

#: A worker that has shown its pulse so lately is at work.
AT_WORK = timedelta(seconds=45)


def restore(backup: Path, *, yes: bool) -> None:
    """Put a backup in place of what is there."""
    os.umask(0o077)
    say("Checking the backup …")
    found = manifest.verify(backup)
    _refuse_another_kind(found)
    _refuse_a_newer_one(found)
    _refuse_while_at_work()
    if _in_use() and not yes:
        raise Stop(
            "There is a database here already. With --yes it is put aside under another name (nothing is thrown away),"
            f" and the backup from {found.taken_at:%Y-%m-%d %H:%M} UTC takes its place."
        )
    aside = f"before-{datetime.now(UTC):%Y%m%dT%H%M%S}"
    say("Restoring the database …")
    (_sqlite if found.database == "sqlite" else _postgresql)(backup, aside)
    say("Restoring the files …")
    _files(backup / FILES, Path(settings.MEDIA_ROOT), aside)
    (Path(settings.DATA) / "prepared").unlink(missing_ok=True)
    _tell(found)


def _refuse_another_kind(found: Manifest) -> None:
    if found.database != connection.vendor:
        raise Stop(f"The backup is of {found.database}, and DATABASE_URL leads to {connection.vendor}.")


def _refuse_a_newer_one(found: Manifest) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    if newer := sorted(set(found.migrations) - known):
        raise Stop(
            f"The backup was taken by a newer Tett ({found.versions['tett']}): this one doesn't know {newer[0]}"
            f"{f' and {len(newer) - 1} more' if newer[1:] else ''}. Restore it with that version."
        )


def _refuse_while_at_work() -> None:
    """Find who is at work by the workers' pulse; a database that can't be read has nobody at work."""
    try:
        at_work = list(Pulse.objects.filter(at__gt=datetime.now(UTC) - AT_WORK).values_list("worker", flat=True))
    except DatabaseError:
        return
    finally:
        connection.close()
    if at_work:
        raise Stop(f"Tett is running here ({', '.join(at_work)}). Stop it on all machines, and try again.")


def _in_use() -> bool:
    """Tell whether something would have to give way."""
    if connection.vendor == "sqlite":
        return Path(settings.DATABASES["default"]["NAME"]).exists()
    try:
        return bool(connection.introspection.table_names())
    except DatabaseError:
        return False
    finally:
        connection.close()


def _sqlite(backup: Path, aside: str) -> None:
    target = Path(settings.DATABASES["default"]["NAME"])
    made = target.with_name(f"{target.name}.restoring")
    shutil.copyfile(backup / DATABASE["sqlite"], made)
    with sqlite(made) as cursor:
        cursor.execute("PRAGMA integrity_check")
        if (said := cursor.fetchone()[0]) != "ok":
            raise Stop(f"SQLite finds the database in the backup damaged: {said}. Use another backup.")
    for ending in ("", "-wal", "-shm"):
        if (old := target.with_name(f"{target.name}{ending}")).exists():
            old.rename(target.with_name(f"{target.name}.{aside}{ending}"))
    made.rename(target)


def _postgresql(backup: Path, aside: str) -> None:
    settings_ = settings.DATABASES["default"]
    name = settings_["NAME"]
    made = f"{name}_restored_{aside[-15:].lower()}"
    postgres.make(settings_, made)
    try:
        postgres.load(settings_, made, backup / DATABASE["postgresql"])
        postgres.put_in_place(settings_, made, f"{name}_{aside.replace('-', '_').lower()}")
    except BaseException:
        postgres.drop(settings_, made)
        raise


def _files(source: Path, target: Path, aside: str) -> None:
    if target.exists():
        target.rename(target.with_name(f"{target.name}.{aside}"))
    if source.exists():
        shutil.copytree(source, target)


def _tell(found: Manifest) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    newer = " Migrations are to be run: ./tett run does it, or ./tett manage prepare." if known - set(
        found.migrations
    ) else ""  # fmt: skip
    say(
        f"Restored what was taken {found.taken_at:%Y-%m-%d %H:%M} UTC."
        f" What was here lies beside, under before-….{newer}"
    )
    say("The key is not in backups: TETT_SECRET_KEY, or secret.key in TETT_DATA, must be the one of that time.")
