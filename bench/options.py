"""What the person at the terminal asked for."""

from dataclasses import dataclass

from bench.sizes import Size


@dataclass(frozen=True)
class Options:
    """How much to measure."""

    sizes: list[Size]
    kills: int
    database_kills: int
    minutes: float
