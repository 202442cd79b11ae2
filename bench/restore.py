"""S15: a backup is taken, and the drill restores it, looks through it and asks for pages; nobody attends."""

import re
import subprocess
import sys
import time
from typing import Any

from bench.options import Options
from bench.stage import BOUND_SECONDS, Stage
from bench.table import show
from tools.environment import ROOT, Stop

GOAL_SECONDS = 60
STEP = re.compile(r"^ +(\w+) +([\d.]+) s$", re.MULTILINE)


def run(stage: Stage, options: Options) -> None:
    """Take and drill at each size."""
    lines = [[size.name, *_once(stage, size.name)] for size in options.sizes]
    show(
        f"Backup and drill on {stage.kind} (goal for the county: {GOAL_SECONDS} s)",
        ["size", "backup s", "MB", "drill s", "of which"],
        lines,
    )


def _once(stage: Stage, size: str) -> list[Any]:
    name = stage.in_use(size)
    folder = stage.folder / f"{name}-backups"
    begun = time.perf_counter()
    _tett(stage, name, "backup", str(folder))
    taken = time.perf_counter() - begun
    (backup,) = folder.iterdir()
    megabytes = sum(path.stat().st_size for path in backup.rglob("*") if path.is_file()) / 1024 / 1024
    begun = time.perf_counter()
    said = _tett(stage, name, "restore", str(backup), "--drill")
    drilled = time.perf_counter() - begun
    return [taken, megabytes, drilled, ", ".join(f"{step} {seconds}" for step, seconds in STEP.findall(said))]


def _tett(stage: Stage, name: str, *words: str) -> str:
    program = [sys.executable, "-m", "tools.backup", *words]
    done = subprocess.run(
        program,
        cwd=ROOT,
        env=stage.environment(name),
        stdout=subprocess.PIPE,
        text=True,
        timeout=BOUND_SECONDS,
        check=False,
    )
    if done.returncode:
        raise Stop(f"bench: {' '.join(words[:1])} failed on {stage.kind}; what it said is above.")
    return done.stdout
