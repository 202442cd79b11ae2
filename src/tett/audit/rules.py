"""How the lines of the log are chained."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any


def link_of(previous: str, content: Mapping[str, Any]) -> str:
    """Bind a line to the one before it (SHA-256, hex)."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, default=str, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def first_break(lines: Iterable[tuple[int, str, str, Mapping[str, Any]]]) -> int | None:
    """Give the serial of the first line that doesn't follow from the one before, or None.

    Each line is (serial, previous, link, content), in the order of serials.
    """
    last, number = "", 0
    for serial, previous, link, content in lines:
        number += 1
        if serial != number or previous != last or link != link_of(previous, content):
            return number
        last = link
    return None
