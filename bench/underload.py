"""P18: pages while a country's year is laid out beside them, as so many times what they take in quiet."""

from typing import Any

from bench.options import Options
from bench.stage import Stage
from bench.table import against, show

QUIET_RATIO = 3
#: The biggest that was asked for gives the load.
HEAD = ("page", "quiet, CPU ms", "under load, CPU ms", "ratio", "quiet, wall ms", "under load, wall ms", "ratio")


def run(stage: Stage, options: Options) -> None:
    """Ask for pages of a school whose year is laid out, first alone, then while all the others' are."""
    size = options.sizes[-1].name
    name = stage.copy(stage.in_use(size, "last"))
    quiet = stage.call("pages", name)["pages"]
    load = stage.begin("load", name)
    try:
        loaded = stage.call("pages", name)["pages"]
        busy = load.poll() is None
    finally:
        load.terminate()
        load.wait()
    lines = [_line(*both) for both in zip(quiet, loaded, strict=True)]
    when = "all the time" if busy else "MISSED: the load ended too early"
    show(f"Pages while the year of a {size} is laid out, on {stage.kind} ({when})", HEAD, lines)


def _line(quiet: list[Any], loaded: list[Any]) -> list[object]:
    name, before, _ = quiet
    _, after, _ = loaded
    line: list[object] = [name]
    for what in ("cpu", "wall"):
        line += [before[what] * 1000, after[what] * 1000, against(after[what] / before[what], QUIET_RATIO)]
    return line
