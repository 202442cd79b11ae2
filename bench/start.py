"""P16: from a cold start to the first page, and memory with two workers, beside a bare Django."""

from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import cpu_of
from bench.options import Options
from bench.server import Server
from bench.stage import Stage
from bench.table import show

TIMES, WORKERS = 5, 2
#: The goals are 0.8 s beside 0.43 s, and 150 MB beside 80 MB.
START_RATIO, MEMORY_RATIO = 0.8 / 0.43, 150 / 80


def run(stage: Stage, _options: Options) -> None:
    """Start both several times, one after the other."""
    name = stage.in_use("school")
    env = stage.environment(name)
    bare = env | {"DJANGO_SETTINGS_MODULE": "bench.bare_settings"}
    both = {
        "Tett": Server(env, path="/s0/planen/", workers=WORKERS),
        "bare Django": Server(bare, "bench.bare_wsgi:application", "/", workers=WORKERS),
    }
    found: dict[str, list[tuple[float, float, float]]] = {label: [] for label in both}
    for _ in range(TIMES):
        for label, server in both.items():
            found[label].append(_once(server))
    lines: list[list[Any]] = [
        [label, *(median(column) for column in zip(*own, strict=True))] for label, own in found.items()
    ]
    lines.append(["ratio", *(lines[0][n] / lines[1][n] for n in (1, 2, 3))])
    lines.append(["goal", START_RATIO, "", MEMORY_RATIO])
    show(f"Cold start to the first page, {WORKERS} workers, on {stage.kind}",
         ["", "seconds", "CPU seconds", "MB in all"], lines)  # fmt: skip


def _once(server: Server) -> tuple[float, float, float]:
    try:
        seconds = server.start()
        for _ in range(20):
            server.answers()  # so that each of the workers has answered
        own = server.processes()
        return seconds, sum(map(cpu_of, own)), sum(map(_megabytes, own))
    finally:
        server.kill()


def _megabytes(process: int) -> float:
    """Give a process's share of memory: what it shares with others is divided among them."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0
