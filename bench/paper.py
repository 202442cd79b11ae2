"""P14: the whole plan as PDF and as Word, beside three bare pages by the same typesetter; and reading it in again."""

from statistics import median
from typing import Any

from bench.options import Options
from bench.sizes import SIZES
from bench.stage import Stage
from bench.table import against, show

TIMES = 5
#: 600 ms for the whole plan beside 38 ms for three bare pages.
GOAL = 600 / 38
HEAD = ("what", "first, CPU ms", "then, CPU ms", "first / three bare pages", "then / three bare pages", "pages", "kB")


def run(stage: Stage, _options: Options) -> None:
    """Make the plan in several processes, each time with other words, so that nothing is remembered."""
    source = stage.school_year(SIZES[0].name)
    found = []
    for _ in range(TIMES):
        copy = stage.copy(source)
        try:
            found.append(stage.call("paper", copy))
        finally:
            stage.drop(copy)
    floor = _middle(found, "bare", "first"), _middle(found, "bare", "then")
    lines = [_line(found, what, floor) for what in ("bare", "pdf", "word", "read word", "read pdf")]
    show(f"The plan on paper, made off the request, on {stage.kind}", HEAD, lines)


def _line(found: list[dict[str, Any]], what: str, floor: tuple[float, float]) -> list[object]:
    first, then = _middle(found, what, "first"), _middle(found, what, "then")
    ratios: list[object] = [first / floor[0], then / floor[1]]
    if what == "pdf":
        ratios = [against(first / floor[0], GOAL), against(then / floor[1], GOAL)]
    return [what, first, then, *ratios, found[0][what].get("pages", ""), found[0][what].get("kilobytes", "")]


def _middle(found: list[dict[str, Any]], what: str, when: str) -> float:
    return median(float(each[what][when]) for each in found)
