"""Codes that commitments are known by."""

from itertools import count


def free_code(like: str, taken: set[str]) -> str:
    """Give the next free code after one (``K3`` gives ``K3.2``), or the next number of a letter (``K5``)."""
    base = like.partition(".")[0]
    between, first = ("", 1) if base.isalpha() else (".", 2)
    return next(code for n in count(first) if (code := f"{base}{between}{n}") not in taken)
