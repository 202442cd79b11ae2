"""How the lines of the log are chained."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

#: Made once: a long list has tens of thousands of lines.
WRITE = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=str, separators=(",", ":")).encode


def link_of(previous: str, content: Mapping[str, Any]) -> str:
    """Bind a line to the one before it (SHA-256, hex)."""
    text = WRITE(content)
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def first_break(
    lines: Iterable[tuple[int, str, str, Mapping[str, Any]]], known: Mapping[int, str] | None = None
) -> int | None:
    """Give the serial of the first line that doesn't follow from the one before, or None.

    Each line is (serial, previous, link, content), in the order of serials. ``known`` holds links that are known from
    elsewhere, by serial: they show a tail that was cut off, and a chain that was made again from some line on.
    """
    kept, last, number = known or {}, "", 0
    for serial, previous, link, content in lines:
        number += 1
        expected = (number, last, link_of(last, content))
        if (serial, previous, link) != expected or kept.get(number, link) != link:
            return number
        last = link
    return number + 1 if max(kept, default=0) > number else None
