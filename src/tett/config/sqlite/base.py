"""The driver: pysqlite3, which brings its own SQLite, with durable settings and a guard.

SQLite before 3.51.3 can corrupt a database in WAL mode with several writers, and the one that Python links is often
older.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pysqlite3
from django.core.exceptions import ImproperlyConfigured
from pysqlite3 import dbapi2


@contextmanager
def _bundled() -> Iterator[None]:
    """Let Django's backend find pysqlite3 where it looks for Python's own module, while it is imported."""
    ours = {"sqlite3": pysqlite3, "sqlite3.dbapi2": dbapi2}
    before = {name: sys.modules.get(name) for name in ours}
    sys.modules.update(ours)
    try:
        yield
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


with _bundled():
    from django.db.backends.sqlite3 import base

if base.DatabaseWrapper.Database is not dbapi2:  # pragma: no cover - depends on the order in which foreign code imports
    raise ImproperlyConfigured("Something imported Django's SQLite backend before Tett's driver, with another SQLite.")

SAFE = (3, 51, 3)
BUSY_SECONDS = 10
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cache_size = -16000",
    # The job worker checkpoints; this is only for installations where it stands still.
    "PRAGMA wal_autocheckpoint = 10000",
)


def refuse_unsafe(version: tuple[int, ...]) -> None:
    """Refuse a SQLite that can corrupt what is written."""
    if version < SAFE:
        found, needed = (".".join(map(str, numbers)) for numbers in (version, SAFE))
        raise ImproperlyConfigured(
            f"SQLite {found} can corrupt the database when several write at once. Tett needs {needed} or newer: "
            "install pysqlite3 0.6.1 or newer, or use PostgreSQL by DATABASE_URL."
        )


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that loses nothing it has acknowledged."""

    def get_connection_params(self) -> dict[str, Any]:
        """Wait for other writers, and take the write lock when a transaction begins, not in the middle of it."""
        params: dict[str, Any] = {"timeout": BUSY_SECONDS, **super().get_connection_params()}
        self.transaction_mode = "IMMEDIATE"
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401 - the driver carries no types
        """Open it with everything that makes it durable; Django itself turns foreign keys on."""
        refuse_unsafe(dbapi2.sqlite_version_info)
        connection = super().get_new_connection(conn_params)
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection
