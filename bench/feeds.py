"""P11: a calendar of three hundred, as so many times the cost of writing the same rows bare."""

from bench.options import Options
from bench.sizes import Size
from bench.stage import Stage
from bench.table import against, show

#: Goals of P11: the whole request, and how many times the bare rows.
MILLISECONDS, RATIO = 4, 3
HEAD = ("size", "lines", "kB", "feed, CPU ms", "queries", "not modified, CPU ms", "unknown, CPU ms",
        "bare rows, CPU ms", "ratio", "the library, CPU ms")  # fmt: skip


def run(stage: Stage, options: Options) -> None:
    """Measure each size, and show all in one table."""
    show(f"Feeds on {stage.kind}", HEAD, [_line(stage, size) for size in options.sizes])


def _line(stage: Stage, size: Size) -> list[object]:
    copy = stage.copy(stage.in_use(size.name))
    try:
        found = stage.call("feeds", copy)
    finally:
        stage.drop(copy)
    took = {name: found[name]["cpu"] * 1000 for name in ("feed", "same", "nothing", "floor", "library")}
    return [
        size.name, found["events"], found["kilobytes"], against(took["feed"], MILLISECONDS), found["feed"]["queries"],
        took["same"], took["nothing"], took["floor"], against(took["feed"] / took["floor"], RATIO), took["library"],
    ]  # fmt: skip
