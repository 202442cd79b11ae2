"""S8, S16: what was acknowledged is there, whole and once, whoever is killed."""

import json
import random
import subprocess
import time
from statistics import quantiles
from typing import Any

from bench.options import Options
from bench.senders import Senders
from bench.server import Server
from bench.stage import Stage
from bench.table import show
from tools.environment import Stop

SENDERS = 4
#: On a slow machine there are fewer kills than asked for, and the table says how many.
BOUND_SECONDS = 240
#: A kill comes at any moment of what is being done.
SOONEST, LATEST = 0.02, 0.5


def run(stage: Stage, options: Options) -> None:
    """Kill web servers, then databases; send forms many times at once; let writers and checkpointers at it."""
    lines = [_killing(stage, options.kills, "web server")]
    if stage.kind == "pg":
        lines.append(_killing(stage, options.database_kills, "PostgreSQL"))
    show(
        f"Killed while {SENDERS} people write, on {stage.kind}", list(lines[0]), [list(line.values()) for line in lines]
    )
    if stage.kind == "sqlite":
        found = _together(stage, options.minutes)
        show("Two writers and two checkpointers on sqlite", list(found), [list(found.values())])


def _killing(stage: Stage, kills: int, victim: str) -> dict[str, Any]:
    name = stage.copy(stage.in_use("school"))
    server = Server(stage.environment(name))
    senders = Senders(server.port, **stage.call("sender", name))
    server.start()
    waits: list[float] = []
    until = time.monotonic() + BOUND_SECONDS
    senders.start(SENDERS)
    try:
        while len(waits) < kills and time.monotonic() < until:
            time.sleep(random.uniform(SOONEST, LATEST))  # noqa: S311 - any moment will do
            waits.append(_killed(stage, server, victim))
    finally:
        senders.stop()
        server.kill()
    if senders.refused:
        raise RuntimeError(f"forms were refused: {senders.refused[:3]}")
    told = stage.folder / f"{name}.json"
    told.write_text(json.dumps(senders.acknowledged), "utf-8")
    found = stage.call("checked", name, told)
    return {"killed": victim, "times": len(waits), "sent again": senders.again, **found, "restart p95 s": _p95(waits)}


def _killed(stage: Stage, server: Server, victim: str) -> float:
    """Kill one of them, start it again, and give the seconds until a page was there."""
    if victim == "web server":
        server.kill()
        return server.start()
    stage.server.kill()
    begun = time.perf_counter()
    _start_again(stage)
    while not server.answers():
        time.sleep(0.01)
    return time.perf_counter() - begun


def _start_again(stage: Stage) -> None:
    """Start PostgreSQL; it refuses while a process of the killed one still lives."""
    for _ in range(50):
        try:
            stage.server.start()
        except Stop:
            time.sleep(0.1)
        else:
            return
    raise Stop("PostgreSQL didn't start again.")


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1] if len(seconds) > 1 else max(seconds)


def _together(stage: Stage, minutes: float) -> dict[str, Any]:
    """Let two write and two checkpoint at once, each a process of its own."""
    name, seconds = stage.copy(stage.school_year("school")), str(minutes * 60)
    works = [["write", "a", seconds], ["write", "b", seconds], ["move", seconds], ["move", seconds]]
    running = [stage.begin(what, name, *rest) for what, *rest in works]
    ended = [_said(process) for process in running]
    said = {what: sum(each.get(what, 0) for each in ended) for what in ("acknowledged", "turned away", "checkpoints")}
    return {"minutes": minutes, **said, **stage.call("counted", name)}


def _said(process: "subprocess.Popen[bytes]") -> dict[str, Any]:
    out, _ = process.communicate()
    if process.returncode:
        raise RuntimeError("one who wrote failed; what it said is above")
    found: dict[str, Any] = json.loads(out.splitlines()[-1])
    return found
