"""The digests of a Monday morning, as so many times the cost of storing the same letters bare."""

from bench.options import Options
from bench.sizes import Size
from bench.stage import Stage
from bench.table import against, show

#: Goals: finding out what waits for everybody and writing every letter, as ratios to storing the letters bare. A school
#: is so small that its two dozen questions cost more than its letters.
GOALS = {"school": 40, "county": 15, "country": 15}
HEAD = ("size", "looked at", "letters", "floor, CPU s", "digests, CPU s", "ratio", "queries", "of them each 400",
        "again: letters", "climb: tasks", "CPU s", "queries", "peak MB")  # fmt: skip


def run(stage: Stage, options: Options) -> None:
    """Measure each size, and show all in one table."""
    show(f"Digests on {stage.kind}", HEAD, [_line(stage, size) for size in options.sizes])


def _line(stage: Stage, size: Size) -> list[object]:
    copy = stage.copy(stage.in_use(size.name))
    try:
        found = stage.call("digest", copy)
    finally:
        stage.drop(copy)
    return [
        size.name, found["people"], found["letters"], found["floor"], found["cpu"],
        against(found["cpu"] / found["floor"], GOALS[size.name]), found["queries"], found["each"], found["again"],
        found["climbed"], found["climb_cpu"], found["climb_queries"], found["peak"],
    ]  # fmt: skip
