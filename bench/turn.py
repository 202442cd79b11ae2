"""Turning a school's year, as so many times the cost of storing the same rows bare."""

from statistics import median
from typing import Any

from bench.options import Options
from bench.stage import Stage
from bench.table import show

#: Students of a usual school and of the largest; how many times each is measured.
STUDENTS, TIMES = (220, 1_500), 5
HEAD = ("students", "rows", "floor, CPU s", "turn, CPU s", "ratio", "of it people", "ratio", "queries", "undo, CPU s",
        "wall, turn", "preview, CPU s")  # fmt: skip


def run(stage: Stage, options: Options) -> None:  # noqa: ARG001 - its sizes are those of schools, not of owners
    """Measure a usual and a large school, and show both in one table."""
    show(f"Turning a school's year on {stage.kind}", HEAD, [_line(stage, students) for students in STUDENTS])


def _line(stage: Stage, students: int) -> list[object]:
    name = stage.fresh()
    stage.make(name)
    stage.call("turn_build", name, students)
    found = stage.call("turn", name, TIMES)
    floor, turn, people, bare = (_cpu(found, what) for what in ("floor", "turn", "people", "people_floor"))
    return [
        students, found["rows"], floor, turn, turn / floor, people, people / bare, found["turn"][0]["queries"],
        _cpu(found, "undo"), median(each["wall"] for each in found["turn"]), _cpu(found, "preview"),
    ]  # fmt: skip


def _cpu(found: dict[str, Any], name: str) -> float:
    return median(float(each["cpu"]) for each in found[name])
