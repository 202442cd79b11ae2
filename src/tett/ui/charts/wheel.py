"""The school year as a wheel: August at the top, clockwise, a ring for each group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

#: The picture is a square of this size, its middle in the middle.
SIZE = 1000
MIDDLE = SIZE / 2
OUTER, INNER = 420.0, 130.0
#: Between rings, and between the lanes of a ring.
GAP, LANE_GAP = 10.0, 2.0
#: Shorter than this a mark is a dot, not an arc.
ARC_DAYS = 9
#: Dots need so much room along the ring, in units of the picture.
DOT_ROOM = 17.0


@dataclass(frozen=True)
class Mark:
    """Something that happens from a day until a day; ``state`` becomes its colour and shape."""

    starts: date
    ends: date
    label: str
    state: str
    href: str = ""


@dataclass(frozen=True)
class Ring:
    """A group and what it does."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Arc:
    """A mark with a length: a curve along its lane."""

    mark: Mark
    path: str
    width: float


@dataclass(frozen=True)
class Dot:
    """A mark without length: a place and a size."""

    mark: Mark
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Band:
    """A ring as drawn."""

    label: str
    radius: float
    width: float
    arcs: tuple[Arc, ...]
    dots: tuple[Dot, ...]
    label_y: float


@dataclass(frozen=True)
class Spoke:
    """A line from the middle, with a word at its end."""

    label: str
    x1: float
    y1: float
    x2: float
    y2: float
    label_x: float
    label_y: float


@dataclass(frozen=True)
class Wheel:
    """Everything that is drawn."""

    bands: tuple[Band, ...]
    months: tuple[Spoke, ...]
    breaks: tuple[tuple[str, str], ...]
    hand: Spoke | None
    size: int = SIZE


class Dial:
    """Turns days into places on the wheel."""

    def __init__(self, starts_in: int) -> None:
        """Go from 1 August to 31 July."""
        self.first = date(starts_in, 8, 1)
        self.days = (date(starts_in + 1, 8, 1) - self.first).days

    def angle(self, day: date) -> float:
        """Give a day's angle in radians, from the top and clockwise; days outside the year lie at its ends."""
        return 2 * pi * min(max((day - self.first).days, 0), self.days) / self.days

    def at(self, day: date, radius: float) -> tuple[float, float]:
        """Give a day's place at a distance from the middle."""
        return place(self.angle(day), radius)

    def arc(self, starts: date, ends: date, radius: float) -> str:
        """Give the path along a circle from the beginning of a day to the end of another."""
        begin, end = self.angle(starts), self.angle(ends) + 2 * pi / self.days
        end = min(end, begin + 2 * pi - 0.001)
        (x1, y1), (x2, y2) = place(begin, radius), place(end, radius)
        large = int(end - begin > pi)
        return f"M{x1:.1f} {y1:.1f}A{radius:.1f} {radius:.1f} 0 {large} 1 {x2:.1f} {y2:.1f}"


def place(angle: float, radius: float) -> tuple[float, float]:
    """Give the point at an angle from the top, clockwise."""
    return MIDDLE + radius * sin(angle), MIDDLE - radius * cos(angle)


def wheel(
    starts_in: int, rings: Sequence[Ring], months: Sequence[str], breaks: Iterable[Mark], today: date | None
) -> Wheel:
    """Draw a school year; ``months`` are the names from August on, ``today`` is left out on paper for the wall."""
    dial = Dial(starts_in)
    width = (OUTER - INNER - GAP * (len(rings) - 1)) / max(len(rings), 1)
    radii = [OUTER - width / 2 - n * (width + GAP) for n in range(len(rings))]
    return Wheel(
        bands=tuple(_band(dial, ring, radius, width) for ring, radius in zip(rings, radii, strict=True)),
        months=tuple(_month(dial, starts_in, n, name) for n, name in enumerate(months)),
        breaks=tuple((mark.label, sector(dial, mark)) for mark in breaks),
        hand=_spoke(dial.angle(today), INNER - 26, OUTER + 14, "") if today else None,
    )


def sector(dial: Dial, mark: Mark) -> str:
    """Give the outline of a piece of the wheel across all rings."""
    begin, end = dial.angle(mark.starts), dial.angle(mark.ends) + 2 * pi / dial.days
    (ax, ay), (bx, by) = place(begin, OUTER), place(end, OUTER)
    (cx, cy), (dx, dy) = place(end, INNER), place(begin, INNER)
    large = int(end - begin > pi)
    out = f"M{ax:.1f} {ay:.1f}A{OUTER} {OUTER} 0 {large} 1 {bx:.1f} {by:.1f}"
    return f"{out}L{cx:.1f} {cy:.1f}A{INNER} {INNER} 0 {large} 0 {dx:.1f} {dy:.1f}Z"


def _month(dial: Dial, starts_in: int, number: int, name: str) -> Spoke:
    month = (7 + number) % 12 + 1
    year = starts_in if month >= 8 else starts_in + 1  # noqa: PLR2004 - August
    begin, middle = dial.angle(date(year, month, 1)), dial.angle(date(year, month, 15))
    line = _spoke(begin, INNER, OUTER, name)
    x, y = place(middle, OUTER + 34)
    return Spoke(name, line.x1, line.y1, line.x2, line.y2, x, y)


def _spoke(angle: float, inner: float, outer: float, label: str) -> Spoke:
    (x1, y1), (x2, y2) = place(angle, inner), place(angle, outer)
    return Spoke(label, x1, y1, x2, y2, x2, y2)


def _band(dial: Dial, ring: Ring, radius: float, width: float) -> Band:
    """Lay a ring's marks in as few lanes as keep them apart."""
    lanes = _lanes(dial, ring.marks, radius)
    thick = (width - 6) / max(len(lanes), 1)
    arcs: list[Arc] = []
    dots: list[Dot] = []
    for number, lane in enumerate(lanes):
        at = radius + width / 2 - 3 - thick * (number + 0.5)
        for mark in lane:
            if _long(mark):
                arcs.append(Arc(mark, dial.arc(mark.starts, mark.ends, at), min(thick - LANE_GAP, 16)))
            else:
                x, y = dial.at(_middle(mark), at)
                dots.append(Dot(mark, x, y, min(thick - LANE_GAP, 15) / 2))
    return Band(ring.label, radius, width, tuple(arcs), tuple(dots), MIDDLE - radius - width / 2)


def _lanes(dial: Dial, marks: Sequence[Mark], radius: float) -> list[list[Mark]]:
    lanes: list[list[Mark]] = []
    ends: list[float] = []
    room = DOT_ROOM / radius
    for mark in sorted(marks, key=lambda m: (m.starts, -(m.ends - m.starts).days, m.label)):
        begin = dial.angle(mark.starts) if _long(mark) else dial.angle(_middle(mark)) - room / 2
        end = dial.angle(mark.ends) + 0.03 if _long(mark) else begin + room
        free = next((n for n, taken in enumerate(ends) if taken <= begin), None)
        if free is None:
            lanes.append([mark])
            ends.append(end)
        else:
            lanes[free].append(mark)
            ends[free] = end
    return lanes


def _long(mark: Mark) -> bool:
    return (mark.ends - mark.starts).days > ARC_DAYS


def _middle(mark: Mark) -> date:
    return mark.starts + (mark.ends - mark.starts) / 2
