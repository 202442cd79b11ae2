"""All checks and tests, in order; each says what it is, and the last lines say what failed."""

import argparse
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext

from tools.environment import BIN, ROOT, Stop
from tools.postgres import postgres

SETTINGS = "--settings=tett.config.testing"
#: Checks that run no tests, by what they are about.
CHECKS = {
    "style": ["ruff", "check", "--quiet"],
    "form": ["ruff", "format", "--check", "--quiet"],
    "types": ["mypy"],
    "floors": ["lint-imports"],
    "templates": ["djlint", "src", "--lint", "--quiet"],
    "security": [
        "bandit",
        "--quiet",
        "--recursive",
        "src",
        "--severity-level",
        "medium",
        "--configfile",
        "pyproject.toml",
    ],
    "catalogues": ["python", "-m", "tools.catalogues", "--check"],
    "migrations": ["python", "-m", "django", "makemigrations", "--check", "--dry-run", SETTINGS],
    "privacy": ["python", "-m", "tools.privacy", "--check"],
    "deployment": ["python", "tett", "check", "--deploy"],
}
#: What a developer may leave to the whole run.
LEFT_OUT_WHEN_FAST = {"security", "deployment"}
#: A browser is started per process; more of them than this only wait for one another.
PROCESSES = "2"


def check(name: str) -> bool:
    """Run one check, and show what it says if it isn't content."""
    program, *rest = CHECKS[name]
    begun = time.monotonic()
    done = subprocess.run([BIN / program, *rest], cwd=ROOT, capture_output=True, text=True, check=False)
    print(f"{'ok    ' if done.returncode == 0 else 'FAILED'} {name} ({time.monotonic() - begun:.1f} s)", flush=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n", flush=True)
    return done.returncode == 0


def checks(*, fast: bool) -> list[str]:
    """Run the checks, two at a time, and tell which failed."""
    names = [name for name in CHECKS if not fast or name not in LEFT_OUT_WHEN_FAST]
    with ThreadPoolExecutor(2) as pool:
        content = list(pool.map(check, names))
    return [name for name, ok in zip(names, content, strict=True) if not ok]


def pytest(database: str, arguments: list[str]) -> list[str]:
    """Run pytest on a database, and tell whether it failed."""
    print(f"\nTests on {'PostgreSQL' if database == 'pg' else 'SQLite'}:", flush=True)
    with postgres() if database == "pg" else nullcontext("") as url:
        env = {**os.environ, "DATABASE_URL": url}
        done = subprocess.run([BIN / "python", "-m", "pytest", *arguments], cwd=ROOT, env=env, check=False)
    return [f"tests on {database}"] if done.returncode else []


def plan(options: argparse.Namespace) -> list[tuple[str, list[str]]]:
    """Say which tests run where: the walks once, since browsers don't care for databases."""
    together = ["-q", "--tb=short", *([] if options.fast else ["--migrations"]), "-n", PROCESSES, "--dist", "loadgroup"]
    together += ["-m", "not thorough"] if options.fast else []
    if options.rest:
        chosen = {"sqlite": options.rest, "pg": options.rest}
    else:
        rooms = ["src", "tests", "--ignore=tests/walks"]
        chosen = {"sqlite": [*together, *(rooms if options.fast else ["src", "tests"])], "pg": [*together, "src"]}
    wanted = ["sqlite"] if options.fast else ["sqlite", "pg"] if options.db == "both" else [options.db]
    return [(database, chosen[database]) for database in wanted]


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--fast", action="store_true")
    parser.add_argument("--db", choices=["sqlite", "pg", "both"], default="both")
    options, rest = parser.parse_known_args()
    options.rest = rest
    failed = [] if options.rest else checks(fast=options.fast)
    for database, arguments in plan(options):
        failed += pytest(database, arguments)
    if failed:
        print(f"\nFailed: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Stop as why:
        sys.exit(f"\n{why}")
