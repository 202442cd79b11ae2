"""``./tett backup`` and ``./tett restore``."""

import argparse
import sys
from pathlib import Path

import django
from django.conf import settings

from tools.environment import Stop, say


def parser() -> argparse.ArgumentParser:
    """Describe both."""
    top = argparse.ArgumentParser(prog="./tett")
    verbs = top.add_subparsers(required=True, dest="verb")
    takes = verbs.add_parser("backup", description="Take a backup of database and files, while people work.")
    takes.add_argument("folder", nargs="?", type=Path, help="where to (default: TETT_BACKUPS, or TETT_DATA/backups)")
    takes.add_argument("--keep", type=int, default=0, metavar="N", help="throw away all but the N newest in the folder")
    puts = verbs.add_parser("restore", description="Put a backup in place, or try whether it could be.")
    puts.add_argument("backup", nargs="?", type=Path, help="its folder (default: the newest in TETT_BACKUPS)")
    puts.add_argument("--yes", action="store_true", help="put what is there aside")
    puts.add_argument("--drill", action="store_true", help="restore somewhere else, look through it, ask for pages")
    return top


def main() -> int:
    """Do what was asked."""
    options = parser().parse_args()
    django.setup()
    if options.verb == "backup":
        return _backup(options.folder or settings.BACKUPS, options.keep)
    return _restore(_chosen(options.backup), options)


def _backup(folder: Path, keep: int) -> int:
    from tools.backup.take import reachable, take  # noqa: PLC0415 - after Django is set up

    reachable()
    done = take(folder.absolute(), keep=keep)
    size = sum(path.stat().st_size for path in done.rglob("*") if path.is_file())
    say(f"Taken: {done} ({size / 1024 / 1024:.1f} MB). The key is not in it: keep that apart.")
    return 0


def _restore(backup: Path, options: argparse.Namespace) -> int:
    from tools.backup import drill, restore  # noqa: PLC0415 - after Django is set up

    if options.drill:
        say(f"Drilling with {backup} …")
        drill.report(drill.drill(backup))
    else:
        restore.restore(backup, yes=options.yes)
    return 0


def _chosen(named: Path | None) -> Path:
    from tools.backup.manifest import latest  # noqa: PLC0415 - after Django is set up

    found = named.absolute() if named else latest(settings.BACKUPS)
    if found is None or not found.is_dir():
        raise Stop(f"There is no backup at {found or settings.BACKUPS}.")
    return found


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as why:
        sys.exit(f"\n{why}")
    except KeyboardInterrupt:
        sys.exit(130)
