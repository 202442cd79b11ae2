"""The process that measures: ``python -m bench.child <what> <arguments>``; the last line it says is what it found."""

import json
import sys
from importlib import import_module

import django

#: What a child can do, and where that is told.
DOES = {
    "build": "bench.unfold_child",
    "unfold": "bench.unfold_child",
    "floor": "bench.unfold_child",
    "lay": "bench.pages_child",
    "pages": "bench.pages_child",
    "load": "bench.pages_child",
    "paper": "bench.paper_child",
    "feeds": "bench.feeds_child",
    "digest": "bench.digest_child",
    **dict.fromkeys(("roster_build", "roster", "roster_floor"), "bench.roster_child"),
    **dict.fromkeys(("turn_build", "turn"), "bench.turn_child"),
    **dict.fromkeys(("sender", "checked", "write", "move", "counted"), "bench.storage_child"),
}


def main() -> None:
    """Do one thing, and say what was found."""
    django.setup()
    what, *arguments = sys.argv[1:]
    found = getattr(import_module(DOES[what]), what)(*arguments)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
