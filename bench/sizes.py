"""How big the measured installations are."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How much there is of it."""

    name: str
    schools: int
    students: int

    @property
    def in_school(self) -> int:
        """Give the students of each school."""
        return self.students // self.schools


SIZES = (Size("school", 1, 220), Size("county", 24, 15_000), Size("country", 320, 200_000))
