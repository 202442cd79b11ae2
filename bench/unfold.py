"""P1–P4: laying out a year, as so many times the cost of storing the same rows bare."""

from statistics import median
from typing import Any

from bench.options import Options
from bench.sizes import Size
from bench.stage import Stage
from bench.table import against, show

#: How many times each is measured; a country is slow and steady.
TIMES = {"school": 7, "county": 3, "country": 1}
#: Goals of P1–P3, as ratios to the floor; of P4, as a share of the first time.
GOALS = {"school": 3.5, "county": 3.3, "country": 2.6}
AGAIN, MEGABYTES = 0.25, 300
HEAD = ("size", "rows", "floor, CPU s", "first, CPU s", "ratio", "queries", "again", "rows", "one rule changed: rows",
        "of others", "peak MB", "wall, first / floor")  # fmt: skip


def run(stage: Stage, options: Options) -> None:
    """Measure each size, and show all in one table."""
    show(f"Unfolding a year on {stage.kind}", HEAD, [_line(stage, size) for size in options.sizes])


def _line(stage: Stage, size: Size) -> list[object]:
    laid, bare = [], []
    for _ in range(TIMES[size.name]):
        laid.append(_once(stage, size, "unfold"))
        bare.append(_once(stage, size, "floor"))
    first, floor, again = _cpu(laid, "first"), _cpu(bare, "floor"), _cpu(laid, "again")
    one = laid[0]
    walls = median(each["first"]["wall"] for each in laid), median(each["floor"]["wall"] for each in bare)
    return [
        size.name, one["written"], floor, first, against(first / floor, GOALS[size.name]), one["first"]["queries"],
        against(again / first, AGAIN), one["written_again"], one["written_changed"], one["touched_of_others"],
        against(max(each["peak"] for each in laid), MEGABYTES), f"{walls[0]:.3g} / {walls[1]:.3g} s",
    ]  # fmt: skip


def _once(stage: Stage, size: Size, what: str) -> dict[str, Any]:
    copy = stage.copy(stage.school_year(size.name))
    try:
        return stage.call(what, copy, stage.folder / f"{size.name}.rows", "warm" if size.schools == 1 else "cold")
    finally:
        stage.drop(copy)


def _cpu(found: list[dict[str, Any]], name: str) -> float:
    return median(float(each[name]["cpu"]) for each in found)
