"""What something costs: the CPU time of this process and of the database's, the queries, and the memory at its peak."""

import os
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from django.db import connection

MEGA = 1024


@dataclass
class Cost:
    """What one piece of work took."""

    cpu: float = 0.0
    wall: float = 0.0
    queries: int = 0


@contextmanager
def cost() -> Iterator[Cost]:
    """Measure what is done inside."""
    found, server = Cost(), backend()
    with connection.execute_wrapper(_counting(found)):
        cpu, wall = _cpu(server), time.perf_counter()
        try:
            yield found
        finally:
            found.cpu, found.wall = _cpu(server) - cpu, time.perf_counter() - wall


def _counting(found: Cost) -> Callable[..., Any]:
    def count(execute: Any, *arguments: Any) -> Any:  # noqa: ANN401 - as Django calls it
        found.queries += 1
        return execute(*arguments)

    return count


def backend() -> int | None:
    """Give the id of the database's process that serves us; SQLite is in our own."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _cpu(server: int | None) -> float:
    own = time.process_time()
    return own + cpu_of(server) if server else own


def cpu_of(process: int) -> float:
    """Give the seconds another process has worked: in nanoseconds where Linux tells, else in its ticks."""
    folder = Path("/proc") / str(process)
    try:
        return int((folder / "schedstat").read_text().split()[0]) / 1e9
    except OSError:
        fields = (folder / "stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_megabytes() -> float:
    """Give the most memory this process has held."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / MEGA
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGA


def middle(costs: list[Cost]) -> Cost:
    """Give the median of several, each figure for itself."""
    return Cost(
        median(one.cpu for one in costs), median(one.wall for one in costs), round(median(one.queries for one in costs))
    )
