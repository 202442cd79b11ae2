"""Plans to read: one real, the others of schools that don't exist."""

from functools import cache
from pathlib import Path

from tett.plan.rules.reading import ReadPlan, read_plan

HERE = Path(__file__).parent


@cache
def document(name: str) -> str:
    """Give a document as it is stored."""
    return (HERE / f"{name}.txt").read_bytes().decode()


@cache
def plan(name: str) -> ReadPlan:
    """Give a document as Tett reads it."""
    return read_plan(document(name))
