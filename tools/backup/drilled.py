"""The process that looks a restored database through: ``python -m tools.backup.drilled <backup>``.

The last line it says is how long each step took; or, if it isn't content, what is wrong.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import FileField
from django.test import Client, override_settings

from tools.backup.manifest import Manifest, read
from tools.backup.take import facts_of
from tools.environment import Stop

PLAIN = {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
OK = 200


def integrity(_manifest: Manifest) -> Iterator[str]:
    """Let the database look at itself: pages and foreign keys, or constraints and indexes that were never checked."""
    sentences = {
        "sqlite": ("PRAGMA integrity_check", "PRAGMA foreign_key_check"),
        "postgresql": (
            "SELECT conname FROM pg_constraint WHERE NOT convalidated",
            "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid",
        ),
    }
    with connection.cursor() as cursor:
        for sentence in sentences[connection.vendor]:
            cursor.execute(sentence)
            yield from (f"integrity: {row}" for row in cursor.fetchall() if row != ("ok",))


def counts(manifest: Manifest) -> Iterator[str]:
    """Hold the rows of each table, the migrations and the end of the audit chain against the manifest."""
    with connection.cursor() as cursor:
        found = facts_of(cursor)
    for table in sorted(found["rows"].keys() | manifest.rows.keys()):
        said, is_ = manifest.rows.get(table), found["rows"].get(table)
        if said != is_:
            yield f"{table} has {is_} rows, and had {said}"
    if found["migrations"] != manifest.migrations:
        yield "the migrations aren't those of the manifest"
    if found["head"] != manifest.head:
        yield f"the log ends at {found['head'][0]}, and ended at {manifest.head[0]}"


def chain(manifest: Manifest) -> Iterator[str]:
    """Follow the audit chain from end to end."""
    from tett.access.rules import Actor  # noqa: PLC0415 - after Django is set up
    from tett.audit.queries import broken_line  # noqa: PLC0415 - as above
    from tett.base.clock import now  # noqa: PLC0415 - as above

    serial, link = manifest.head
    at = now()
    kept = {serial: link} if serial else None
    if (line := broken_line(Actor(day=at.date(), now=at), kept)) is not None:
        yield f"the audit chain breaks at line {line}"


def files(_manifest: Manifest) -> Iterator[str]:
    """Look for every file that a row names."""
    fields = [(m, f) for m in apps.get_models() for f in m._meta.get_fields() if isinstance(f, FileField)]  # noqa: SLF001 - Django's documented way to fields
    for model, field in fields:
        rows = model._default_manager.exclude(**{field.name: ""}).values_list(field.name, flat=True)  # noqa: SLF001 - as above
        missing = [name for name in rows.iterator() if not (Path(settings.MEDIA_ROOT) / name).exists()]
        if missing:
            yield f"{len(missing)} files of {model._meta.label} are missing, first {missing[0]}"  # noqa: SLF001 - as above


def migrate(_manifest: Manifest) -> Iterator[str]:
    """Bring it up to this version, as an upgrade would; nothing is to do when the backup is of this version."""
    call_command("migrate", verbosity=0, interactive=False)
    yield from ()


def smoke(_manifest: Manifest) -> Iterator[str]:
    """Start Tett on it, in this process, and ask for the first pages."""
    host, secure = settings.ADDRESS.host, settings.ADDRESS.secure
    client = Client(SERVER_NAME=host, headers={"x-forwarded-proto": "https" if secure else "http"})
    with override_settings(STORAGES={**settings.STORAGES, **PLAIN}):
        for page in ("/", "/helse/", "/logg-inn/", "/personvern/"):
            answer = client.get(page, follow=True, secure=secure)
            if answer.status_code != OK:
                yield f"{page} answered {answer.status_code}"


STEPS: dict[str, Callable[[Manifest], Iterator[str]]] = {
    "integrity": integrity,
    "counts": counts,
    "chain": chain,
    "files": files,
    "migrate": migrate,
    "smoke": smoke,
}


def main() -> int:
    """Do each step, and stop at the first that finds something."""
    begun = time.perf_counter()
    django.setup()
    manifest, times = read(Path(sys.argv[1])), {"start": time.perf_counter() - begun}
    for name, step in STEPS.items():
        begun = time.perf_counter()
        if faults := list(step(manifest)):
            print("\n".join(faults[:20]))
            return 1
        times[name] = time.perf_counter() - begun
    print(json.dumps(times))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as why:
        print(why)
        sys.exit(1)
