"""How much a table may hold: more than any county needs, less than what brings a machine to its knees."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
#: The longest text in one cell; longer ones make the line odd.
CELL = 2_000


@dataclass(frozen=True)
class Limits:
    """The largest table that is read."""

    bytes: int = 20 * MEGABYTE
    unpacked: int = 100 * MEGABYTE
    rows: int = 200_000
    columns: int = 200
    #: A sheet with one cell far away counts as all the cells between, and so many are a lot of memory.
    cells: int = 8_000_000
    parts: int = 500
