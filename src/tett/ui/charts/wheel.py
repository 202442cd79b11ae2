"""The school year as a wheel: August at the top, clockwise, a ring for each group."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import cos, pi, sin

#: The picture is a square of this size, its middle in the middle.
SIZE = 1000
MIDDLE = SIZE / 2
OUTER, INNER = 428.0, 132.0
#: Where week numbers, names of months and the end of the hand lie, outside the rings.
WEEKS, MONTHS, HAND = 441.0, 464.0, 434.0
#: Between rings, and between the lanes of a ring.
GAP, LANE_GAP = 12.0, 3.0
#: No lane is thicker than this, however few there are.
LANE = 20.0
#: Longer than this a mark is an arc, else a dot.
ARC_DAYS = 9
#: Dots need so much room along the ring, arcs are cut so much at either end, in units of the picture.
DOT_ROOM, ARC_CUT = 17.0, 1.5
#: The turn that a dot keeps free in its lane, and how much wider than that it may be, its shape not filling it.
DOT_ANGLE, DOT_SWELL = DOT_ROOM / (INNER * 2), 1.2
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Mark:
    """Something that happens from a day until a day; ``state`` becomes its colour and shape."""

    starts: date
    ends: date
    label: str
    state: str


@dataclass(frozen=True)
class Thing:
    """What happens once or more often: one link, told in the middle while one points at it."""

    tag: str
    label: str
    href: str
    tip: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Ring:
    """A group and what it does; its number decides its colour."""

    label: str
    things: tuple[Thing, ...]
    number: int = 1


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
class Word:
    """A short word and its place."""

    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Curve:
    """A word along a circle; each needs a name of its own on the page."""

    name: str
    text: str
    path: str


@dataclass(frozen=True)
class Drawn:
    """A thing as drawn, with the tag that names it on paper."""

    thing: Thing
    arcs: tuple[Arc, ...]
    dots: tuple[Dot, ...]
    tag: Word
    tip: tuple[Word, ...]


@dataclass(frozen=True)
class Band:
    """A ring as drawn."""

    label: Curve
    radius: float
    width: float
    things: tuple[Drawn, ...]
    number: int


@dataclass(frozen=True)
class Spoke:
    """A line outwards from the inner edge."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Wheel:
    """Everything that is drawn."""

    bands: tuple[Band, ...]
    months: tuple[Curve, ...]
    spokes: tuple[Spoke, ...]
    weeks: tuple[Word, ...]
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

    def after(self, day: date) -> float:
        """Give the angle at the end of a day."""
        return min(self.angle(day) + 2 * pi / self.days, 2 * pi)

    def at(self, day: date, radius: float) -> tuple[float, float]:
        """Give a day's place at a distance from the middle."""
        return place(self.angle(day), radius)

    def arc(self, starts: date, ends: date, radius: float) -> str:
        """Give the path along a circle from the beginning of a day to the end of another, cut a little at both."""
        cut = ARC_CUT / radius
        begin = self.angle(starts) + cut
        return curve(begin, min(max(self.after(ends) - cut, begin + cut), begin + 2 * pi - 0.001), radius)


def place(angle: float, radius: float) -> tuple[float, float]:
    """Give the point at an angle from the top, clockwise, as exactly as one can see."""
    return round(MIDDLE + radius * sin(angle), 2), round(MIDDLE - radius * cos(angle), 2)


def curve(begin: float, end: float, radius: float) -> str:
    """Give the path along a circle from an angle to another; the way they go is the way it runs."""
    (x1, y1), (x2, y2) = place(begin, radius), place(end, radius)
    large, sweep = int(abs(end - begin) > pi), int(end > begin)
    return f"M{x1:.1f} {y1:.1f}A{radius:.1f} {radius:.1f} 0 {large} {sweep} {x2:.1f} {y2:.1f}"


def wheel(
    starts_in: int, rings: Sequence[Ring], months: Sequence[str], breaks: Iterable[Mark], today: date | None
) -> Wheel:
    """Draw a school year; ``months`` are the names from August on. Without ``today`` there is no hand."""
    dial = Dial(starts_in)
    lanes = [_lanes(dial, ring.things) for ring in rings]
    begins = [dial.angle(month) for month in _months(starts_in)]
    return Wheel(
        bands=tuple(_bands(dial, rings, lanes)),
        months=tuple(_month(n, name, begins[n], [*begins, 2 * pi][n + 1]) for n, name in enumerate(months)),
        spokes=tuple(_spoke(angle, INNER, OUTER) for angle in begins),
        weeks=tuple(_weeks(dial)),
        breaks=tuple((mark.label, sector(dial, mark)) for mark in breaks),
        hand=_spoke((dial.angle(today) + dial.after(today)) / 2, INNER - 8, HAND) if today else None,
    )


def sector(dial: Dial, mark: Mark) -> str:
    """Give the outline of a piece of the wheel across all rings."""
    begin, end = dial.angle(mark.starts), dial.after(mark.ends)
    out, back = curve(begin, end, OUTER), curve(end, begin, INNER)
    return f"{out}L{back[1:]}Z"


# -- the rim -------------------------------------------------------------------------------------------------------


def _months(starts_in: int) -> list[date]:
    return [date(starts_in, month, 1) for month in range(8, 13)] + [date(starts_in + 1, m, 1) for m in range(1, 8)]


def _month(number: int, name: str, begin: float, end: float) -> Curve:
    """Write a month along the rim; those below the middle run the other way, so that none is upside down."""
    below = pi / 2 < (begin + end) / 2 < 3 * pi / 2
    path = curve(end, begin, MONTHS + 15) if below else curve(begin, end, MONTHS)
    return Curve(f"wheel-month-{number}", name, path)


def _spoke(angle: float, inner: float, outer: float) -> Spoke:
    (x1, y1), (x2, y2) = place(angle, inner), place(angle, outer)
    return Spoke(x1, y1, x2, y2)


def _weeks(dial: Dial) -> Iterable[Word]:
    """Give each week its number, at its Wednesday."""
    day = dial.first + timedelta(days=(2 - dial.first.weekday()) % 7)
    while (day - dial.first).days < dial.days:
        yield Word(str(day.isocalendar().week), *dial.at(day, WEEKS))
        day += WEEK


def _bands(dial: Dial, rings: Sequence[Ring], lanes: Sequence[Sequence[Sequence[Thing]]]) -> Iterable[Band]:
    """Give each ring the room that its lanes need, and all lanes the same."""
    number = sum(max(len(own), 1) for own in lanes)
    thick = min((OUTER - INNER - GAP * (len(rings) - 1)) / max(number, 1), LANE * 2)
    outer = OUTER
    for count, (ring, own) in enumerate(zip(rings, lanes, strict=True)):
        width = thick * max(len(own), 1)
        things = [_drawn(dial, t, outer - thick * (n + 0.5), thick) for n, lane in enumerate(own) for t in lane]
        along = curve(2 * pi - 2.4, 2 * pi - 0.02, outer - min(thick, LANE) / 2 - 4)
        label = Curve(f"wheel-ring-{count}", ring.label, along)
        yield Band(label, round(outer - width / 2, 2), round(width, 2), tuple(things), ring.number)
        outer -= width + GAP


def _drawn(dial: Dial, thing: Thing, radius: float, thick: float) -> Drawn:
    size = round(min(thick - LANE_GAP, LANE), 2)
    arcs = tuple(Arc(m, dial.arc(m.starts, m.ends, radius), size) for m in thing.marks if _long(m))
    # Near the middle days lie so close that a dot must be smaller not to touch its neighbour in the lane.
    dot = round(min(size, radius * DOT_ANGLE * DOT_SWELL) / 2, 2)
    dots = tuple(Dot(m, *dial.at(_middle(m), radius), dot) for m in thing.marks if not _long(m))
    return Drawn(thing, arcs, dots, _tag(dial, thing, radius), _tip(thing.tip))


def _tag(dial: Dial, thing: Thing, radius: float) -> Word:
    first = thing.marks[0]
    if _long(first):
        return Word(thing.tag, *place(dial.angle(first.starts) + 14 / radius, radius))
    return Word(thing.tag, *dial.at(_middle(first), radius))


def _tip(lines: Sequence[str]) -> tuple[Word, ...]:
    top = MIDDLE - 11 * (len(lines) - 1)
    return tuple(Word(line, MIDDLE, top + 22 * n) for n, line in enumerate(lines))


def _lanes(dial: Dial, things: Sequence[Thing]) -> list[list[Thing]]:
    """Lay things in as few lanes as keep them apart; all marks of a thing lie in the same lane."""
    lanes: list[tuple[list[Thing], list[tuple[float, float]]]] = []
    for thing in sorted(things, key=lambda t: (-_length(t), t.marks[0].starts, t.tag)):
        spans = [_span(dial, mark) for mark in thing.marks]
        free = next((lane for lane in lanes if not _collide(lane[1], spans)), None)
        if free is None:
            lanes.append(free := ([], []))
        free[0].append(thing)
        free[1].extend(spans)
    return [lane for lane, _ in lanes]


def _length(thing: Thing) -> int:
    return sum((mark.ends - mark.starts).days + 1 for mark in thing.marks)


def _span(dial: Dial, mark: Mark) -> tuple[float, float]:
    """Give the angles that a mark needs for itself, wide enough near the middle."""
    if _long(mark):
        return dial.angle(mark.starts), dial.after(mark.ends)
    middle = dial.angle(_middle(mark))
    return middle - DOT_ANGLE / 2, middle + DOT_ANGLE / 2


def _collide(taken: Sequence[tuple[float, float]], wanted: Sequence[tuple[float, float]]) -> bool:
    return any(begin < right and left < end for begin, end in wanted for left, right in taken)


def _long(mark: Mark) -> bool:
    return (mark.ends - mark.starts).days > ARC_DAYS


def _middle(mark: Mark) -> date:
    return mark.starts + (mark.ends - mark.starts) / 2
