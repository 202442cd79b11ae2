"""Where it is measured: a folder that goes away, with databases that are built once and copied as often as needed."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

from tools.environment import ROOT, Stop
from tools.postgres import Cluster, cluster

DATABASES = ("sqlite", "pg")
#: No child runs longer than this, whatever happens.
BOUND_SECONDS = 1500


@dataclass
class Stage:
    """One kind of database, with a folder and, for PostgreSQL, a server."""

    kind: str
    folder: Path
    cluster: Cluster | None = None
    built: dict[str, str] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def server(self) -> Cluster:
        """Give the server, where there is one."""
        if self.cluster is None:
            raise Stop(f"{self.kind} has no server.")
        return self.cluster

    def fresh(self) -> str:
        """Name a database that isn't there yet."""
        return f"bench{next(self._numbers)}"

    def url(self, name: str) -> str:
        """Give a database's address as in DATABASE_URL."""
        if self.kind == "sqlite":
            return f"sqlite:///{self.folder}/{name}.sqlite3"
        return self.server.address.replace("/postgres?", f"/{name}?")

    def environment(self, name: str, **more: str) -> dict[str, str]:
        """Give the variables of a process that works on the database."""
        own = {key: value for key, value in os.environ.items() if not key.startswith("TETT_")}
        own |= {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "DJANGO_SETTINGS_MODULE": "tett.config.settings"}
        return {**own, "DATABASE_URL": self.url(name), "TETT_DATA": str(self.folder / "data"), **more}

    def make(self, name: str) -> None:
        """Make an empty database; a file makes itself."""
        if self.kind == "pg":
            self._order(f"CREATE DATABASE {name}")

    def copy(self, source: str) -> str:
        """Copy a database that nobody uses, and give the copy's name."""
        name = self.fresh()
        if self.kind == "pg":
            self._order(f"CREATE DATABASE {name} TEMPLATE {source} STRATEGY file_copy")
        else:
            shutil.copyfile(self.folder / f"{source}.sqlite3", self.folder / f"{name}.sqlite3")
        return name

    def drop(self, name: str) -> None:
        """Throw a database away."""
        if self.kind == "pg":
            self._order(f"DROP DATABASE {name} WITH (FORCE)")
        else:
            for file in self.folder.glob(f"{name}.sqlite3*"):
                file.unlink()

    def _order(self, sentence: str) -> None:
        with psycopg.connect(self.server.address, autocommit=True) as connection:
            connection.execute(sentence.encode())

    def call(self, what: str, name: str, *arguments: object) -> dict[str, Any]:
        """Let a process of its own measure something on a database, and give what it found."""
        process = self.begin(what, name, *arguments)
        try:
            said, _ = process.communicate(timeout=BOUND_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            raise Stop(f"bench: {what} took too long on {self.kind}.") from None
        if process.returncode:
            raise Stop(f"bench: {what} failed on {self.kind}; what it said is above.")
        found: dict[str, Any] = json.loads(said.splitlines()[-1])
        return found

    def begin(self, what: str, name: str, *arguments: object) -> "subprocess.Popen[bytes]":
        """Start a process that works on a database."""
        words = [sys.executable, "-m", "bench.child", what, *map(str, arguments)]
        return subprocess.Popen(words, cwd=ROOT, env=self.environment(name), stdout=subprocess.PIPE)

    def school_year(self, size: str) -> str:
        """Give a database with schools of a size, before anything is laid out; built once."""
        if size not in self.built:
            name = self.built[size] = self.fresh()
            self.make(name)
            self.call("build", name, size)
        return self.built[size]

    def in_use(self, size: str, schools: str = "all") -> str:
        """Give a database in which the year is under way, at all schools or at one; laid out once."""
        key = f"{size} {schools}"
        if key not in self.built:
            self.built[key] = self.copy(self.school_year(size))
            self.call("lay", self.built[key], schools)
        return self.built[key]


@contextmanager
def stage(kind: str) -> Iterator[Stage]:
    """Set up a folder and a server, and take both away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="tett-bench-"))
    try:
        if kind == "pg":
            with cluster() as server:
                yield Stage(kind, folder, server)
        else:
            yield Stage(kind, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
