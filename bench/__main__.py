"""``./tett bench``: measure what is named, on the databases and at the sizes that are named; without names, all."""

import argparse
import sys
from collections.abc import Callable

from bench import digest, feeds, pages, paper, restore, roster, start, storage, turn, underload, unfold
from bench.options import Options
from bench.sizes import SIZES
from bench.stage import DATABASES, Stage, stage
from tools.environment import Stop, say

BENCHES: dict[str, Callable[[Stage, Options], None]] = {
    "unfold": unfold.run,
    "turn": turn.run,
    "pages": pages.run,
    "paper": paper.run,
    "feeds": feeds.run,
    "underload": underload.run,
    "start": start.run,
    "digest": digest.run,
    "roster": roster.run,
    "storage": storage.run,
    "restore": restore.run,
}


def parser() -> argparse.ArgumentParser:
    """Describe what can be asked for."""
    made = argparse.ArgumentParser(prog="./tett bench", description=__doc__)
    made.add_argument("names", nargs="*", metavar="name", help=f"{', '.join(BENCHES)} (default: all)")
    made.add_argument("--db", choices=[*DATABASES, "both"], default="both")
    made.add_argument("--size", choices=[size.name for size in SIZES], action="append", help="default: all three")
    made.add_argument("--kills", type=int, default=20, help="how often storage kills the web server")
    made.add_argument("--database-kills", type=int, default=5, help="how often storage kills PostgreSQL")
    made.add_argument("--minutes", type=float, default=1, help="how long storage lets writers and checkpointers at it")
    return made


def main() -> None:
    """Measure."""
    options = parser().parse_args()
    names = options.names or list(BENCHES)
    if unknown := [name for name in names if name not in BENCHES]:
        parser().error(f"there is no {unknown[0]!r}; there is {', '.join(BENCHES)}")
    sizes = [size for size in SIZES if not options.size or size.name in options.size]
    asked = Options(sizes, options.kills, options.database_kills, options.minutes)
    for kind in DATABASES if options.db == "both" else [options.db]:
        with stage(kind) as place:
            for name in names:
                say(f"{name} on {kind} …")
                BENCHES[name](place, asked)


if __name__ == "__main__":
    try:
        main()
    except Stop as why:
        sys.exit(f"\n{why}")
    except KeyboardInterrupt:
        sys.exit(130)
