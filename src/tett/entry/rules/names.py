"""User names for those who are given a way in."""

import re
from collections.abc import Iterator
from unicodedata import normalize

LONGEST = 60
PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th", "ß": "ss", "ł": "l", "đ": "d"})


def names_for(given: str, family: str) -> Iterator[str]:
    """Give user names to try: kari.nordmann, kari.nordmann2 and so on."""
    first = f"{_plain(given)}.{_plain(family)}".strip(".")[:LONGEST] or "bruker"
    yield first
    for number in range(2, 10_000):
        yield f"{first}{number}"


def _plain(name: str) -> str:
    bare = normalize("NFKD", name.lower().translate(PLAIN)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")
