"""A row of the table of access."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Who = frozenset[str]
GET, POST, BOTH = ("GET",), ("POST",), ("GET", "POST")
NOBODY: Who = frozenset()
#: A page, and a form that was understood: done, or shown again with a sentence.
SHOWN, DONE = {200}, {200, 302, 303, 422}


@dataclass(frozen=True)
class Row:
    """What a route answers, and to whom; ``objects`` names the kind of thing that its address holds."""

    methods: tuple[str, ...]
    who: Who | Mapping[str, Who]
    objects: str = ""
    body: dict[str, Any] = field(default_factory=dict)
    open: bool = False
    shown: frozenset[int] = frozenset(SHOWN)
    #: Whoever opens it is written in the log.
    logged: bool = False

    def among(self, name: str) -> Who:
        """Tell who gets the thing with this name; what isn't there is nobody's."""
        if not isinstance(self.who, Mapping):
            return self.who
        return self.who.get(name, NOBODY)

    @property
    def names(self) -> tuple[str, ...]:
        """Give the things that are asked for, one that isn't there last."""
        return (*self.who, "missing") if isinstance(self.who, Mapping) else ("",)


def all_to(names: tuple[str, ...], who: Who) -> dict[str, Who]:
    """Give the same people each of the named things."""
    return dict.fromkeys(names, who)
