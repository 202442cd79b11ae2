"""The source as the house rules look at it."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tools.environment import ROOT

PACKAGE = ROOT / "src/tett"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One file of Python."""

    path: Path

    @property
    def name(self) -> str:
        """Give its import path, or its place in the checkout if it isn't in the package."""
        within = self.path.relative_to(PACKAGE.parent if self.path.is_relative_to(PACKAGE) else ROOT)
        return ".".join(within.with_suffix("").parts).removesuffix(".__init__")

    @property
    def parts(self) -> tuple[str, ...]:
        """Give the parts of its import path, without ``tett``."""
        return tuple(self.name.split(".")[1:])

    @property
    def room(self) -> str:
        """Tell which room it stands in."""
        return self.parts[0] if self.parts else ""

    @property
    def kind(self) -> str:
        """Tell what it holds: views, queries, rules and so on."""
        return self.parts[1] if len(self.parts) > 1 else ""

    @property
    def tree(self) -> ast.Module:
        """Parse it."""
        return parsed(self.path)

    def functions(self) -> Iterator[Function]:
        """Give all functions, however deep they stand."""
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def public(self) -> Iterator[Function]:
        """Give the functions that other files may call: of a package, those that its door offers."""
        offered = self._offered()
        for node in self.tree.body:
            if isinstance(node, Function) and not node.name.startswith("_") and (not offered or node.name in offered):
                yield node

    def _offered(self) -> set[str]:
        """Give what the package around this file offers, or nothing if the file stands alone."""
        door = self.path.with_name("__init__.py")
        if len(self.parts) <= 2 or not door.exists():  # noqa: PLR2004 - a room and a file
            return set()
        return {path.rpartition(".")[2] for path in Module(door).imports()}

    def imports(self) -> Iterator[str]:
        """Give every name that is imported, as a path."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def attributes(self) -> Iterator[ast.Attribute]:
        """Give every ``x.y``."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Attribute))

    def calls(self) -> Iterator[ast.Call]:
        """Give every call."""
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


@cache
def parsed(path: Path) -> ast.Module:
    """Parse a file, once."""
    return ast.parse(path.read_text("utf-8"), str(path))


def modules() -> list[Module]:
    """Give the modules of the package, without tests and migrations."""
    found = [Module(path) for path in sorted(PACKAGE.rglob("*.py"))]
    return [module for module in found if not {"tests", "migrations"}.intersection(module.parts)]


def tracked() -> list[Path]:
    """Give every file that is, or will be, in the repository."""
    said = subprocess.check_output(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT)
    paths = {ROOT / name for name in said.decode().split("\0") if name}
    return sorted(path for path in paths if path.is_file())


def templates() -> list[Path]:
    """Give every template."""
    return sorted(PACKAGE.rglob("templates/**/*.html"))


def shown(path: Path) -> str:
    """Write a path as one looks for it."""
    return path.relative_to(ROOT).as_posix()
