"""P13: reading a list of 15,000 in, as so many times the cost of storing its rows bare."""

from statistics import median
from typing import Any

from bench.options import Options
from bench.stage import Stage
from bench.table import against, show

TIMES = 3
#: The goals of P13, measured against storing people and their enrolments bare: 0.09 s where the goals were set.
ALL, AGAIN = 10, 0.25 / 0.09
HEAD = ("what", "floor, CPU s", "all rows bare, CPU s", "check", "write", "together / floor", "/ all rows bare",
        "again, CPU s", "again / floor", "rows", "rows again", "queries", "peak MB")  # fmt: skip


def run(stage: Stage, _options: Options) -> None:
    """Measure, and show all in one table."""
    stage.make(first := stage.fresh())
    stage.call("roster_build", first)
    measured, floors = [], []
    for _ in range(TIMES):
        copy = stage.copy(first)
        try:
            measured.append(stage.call("roster", copy))
            floors.append(stage.call("roster_floor", copy))
        finally:
            stage.drop(copy)
    show(f"Reading in a list of 15,000 on {stage.kind}", HEAD, [_line(measured, floors)])


def _line(measured: list[dict[str, Any]], floors: list[dict[str, Any]]) -> list[object]:
    core, rest = _cpu(floors, "core"), _cpu(floors, "rest")
    check, write, again = (_cpu(measured, name) for name in ("check", "write", "again"))
    one = measured[0]
    return [
        "15,000 students", core, core + rest, check, write, against((check + write) / core, ALL),
        (check + write) / (core + rest), again, against(again / core, AGAIN), one["rows"], one["written_again"],
        one["check"]["queries"] + one["write"]["queries"], max(each["peak"] for each in measured),
    ]  # fmt: skip


def _cpu(found: list[dict[str, Any]], name: str) -> float:
    return median(float(each[name]["cpu"]) for each in found)
