"""P5, P6, P10: pages, as so many times the cost of a bare page, and whether they grow with the installation."""

from typing import Any

from bench.options import Options
from bench.sizes import SIZES
from bench.stage import Stage
from bench.table import against, show

#: Goals of P5 (CPU, queries), P6 (growth) and P10 (open pages a second and core, not modified).
MILLISECONDS, QUERIES, GROWTH, OPEN, UNCHANGED = 5, 8, 1.15, 2000, 3000


def run(stage: Stage, options: Options) -> None:
    """Measure each page at each size, and show them beside each other."""
    found = {size.name: stage.call("pages", stage.in_use(size.name)) for size in options.sizes}
    first, last = found[options.sizes[0].name], found[options.sizes[-1].name]
    lines = [_line([each["pages"][n] for each in found.values()], last) for n in range(len(first["pages"]))]
    bare = [each["bare"]["cpu"] * 1000 for each in found.values()]
    lines.append(["bare page of 50 rows", *bare, "1", str(last["bare"]["queries"]), "", ""])
    head = ["page", *(f"{name}, CPU ms" for name in found), "× bare", "queries", "growth", "kB"]
    show(f"Pages on {stage.kind}", head, lines)
    _open(last)


def _line(sizes: list[list[Any]], last: dict[str, Any]) -> list[object]:
    """Give one page's figures; the goals are held against the biggest installation."""
    name, took, length = sizes[-1]
    cpu = [each[1]["cpu"] * 1000 for each in sizes]
    shown: list[object] = [*cpu[:-1], against(cpu[-1], MILLISECONDS)]
    # Without the one small school the sizes have schools that are alike: what differs is how many others there are.
    growth = against(cpu[-1] / cpu[-2], GROWTH) if len(cpu) == len(SIZES) else "needs all sizes"
    ratio = took["cpu"] / last["bare"]["cpu"]
    return [name, *shown, ratio, against(took["queries"], QUERIES), growth, length / 1000]


def _open(found: dict[str, Any]) -> None:
    """Show how many open pages one core answers in a second."""
    page, unchanged = 1 / found["pages"][-1][1]["cpu"], 1 / found["again"]["cpu"]
    print(f"The open plan: {page:,.0f} a second and core (≥ {OPEN}), not modified {unchanged:,.0f} (≥ {UNCHANGED}).")
