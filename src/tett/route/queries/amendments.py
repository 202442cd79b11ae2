"""Changes of a route: what they do, and which can be undone."""

from dataclasses import dataclass, field
from datetime import date

from tett.access.rules import Actor
from tett.calendar.models import SpecialDay
from tett.calendar.rules import school_year_name
from tett.route.access import may_settle
from tett.route.models import Amendment
from tett.route.queries.places import Place
from tett.route.rules.snapshot import from_data
from tett.route.rules.told import Difference, differences
from tett.route.words import Found, Standing, What


@dataclass(frozen=True)
class Effect:
    """What a change does to the open tasks of one school, or of all."""

    name: str = ""
    redated: int = 0
    cancelled: int = 0
    created: int = 0
    kept: int = 0

    def __bool__(self) -> bool:
        return bool(self.redated or self.cancelled or self.created)


@dataclass(frozen=True)
class Touched:
    """Tasks of one promise that the change touches."""

    title: str
    number: int
    was: date | None
    now: date | None


@dataclass(frozen=True)
class ReadLine:
    """A line of the file a change was read from."""

    number: int
    title: str
    kind: str
    first: date | None
    last: date | None
    found: Found
    why: str


@dataclass(frozen=True)
class AmendmentPage:
    """A change before or after it is made."""

    amendment: Amendment
    differences: tuple[Difference, ...]
    total: Effect
    schools: tuple[Effect, ...]
    redated: tuple[Touched, ...] = ()
    cancelled: tuple[Touched, ...] = ()
    created: tuple[Touched, ...] = ()
    lines: tuple[ReadLine, ...] = field(default_factory=tuple)

    @property
    def year(self) -> str:
        """Write the year as people do."""
        return school_year_name(self.amendment.starts_in)

    @property
    def from_file(self) -> bool:
        """Tell whether it was read from a file."""
        return self.amendment.what == What.READ_IN

    @property
    def proposed(self) -> bool:
        """Tell whether it waits for an answer."""
        return self.amendment.standing == Standing.PROPOSED

    @property
    def counting(self) -> bool:
        """Tell whether what it does is still being worked out."""
        return self.proposed and self.amendment.counted < self.amendment.schools

    @property
    def following(self) -> bool:
        """Tell whether schools are still being brought in line."""
        settled = self.amendment.standing in {Standing.DONE, Standing.UNDONE}
        return settled and self.amendment.followed < self.amendment.schools

    @property
    def odd(self) -> tuple[ReadLine, ...]:
        """Give the lines that weren't taken in."""
        return tuple(line for line in self.lines if line.found == Found.ODD)

    @property
    def taken(self) -> tuple[ReadLine, ...]:
        """Give the lines that change something."""
        return tuple(line for line in self.lines if line.found in {Found.NEW, Found.MOVED, Found.RENAMED})

    @property
    def same(self) -> tuple[ReadLine, ...]:
        """Give what is as it was."""
        return tuple(line for line in self.lines if line.found == Found.SAME)

    @property
    def numbers(self) -> dict[str, int]:
        """Count the lines of the file by what became of them."""
        return {kind.value: sum(1 for line in self.lines if line.found == kind) for kind in Found}


def amendment_of(actor: Actor, public_id: str) -> Amendment | None:
    """Give a change that the actor may decide, or None (one query)."""
    rows = Amendment.objects.filter(public_id=public_id).select_related("calendar", "school", "owner", "by")
    return may_settle.filter(actor, rows).first()


def amendment_page(_actor: Actor, row: Amendment) -> AmendmentPage:
    """Tell what a change does; whoever calls has asked for it as one who may (no query)."""
    effects = [_effect(told) for told in row.effects]
    touched = [told for effect in row.effects for told in effect.get("lines", [])]
    return AmendmentPage(
        row,
        tuple(differences(from_data(row.before), from_data(row.after))),
        Effect(
            redated=sum(e.redated for e in effects),
            cancelled=sum(e.cancelled for e in effects),
            created=sum(e.created for e in effects),
            kept=sum(e.kept for e in effects),
        ),
        tuple(sorted(effects, key=lambda e: e.name)),
        _touched(touched, "redated"),
        _touched(touched, "cancelled"),
        _touched(touched, "created"),
        tuple(_line(told) for told in row.reading),
    )


def last_done(actor: Actor, place: Place, starts_in: int) -> Amendment | None:
    """Give the newest change that holds, when the actor may undo it (one query)."""
    if place.own is None or not place.may_edit:
        return None
    rows = Amendment.objects.filter(calendar=place.own, starts_in=starts_in, standing=Standing.DONE)
    return may_settle.filter(actor, rows.select_related("by")).first()


def waiting(actor: Actor, place: Place, starts_in: int) -> tuple[Amendment, ...]:
    """Give the changes that somebody has looked at and not decided (one query)."""
    if place.own is None or not place.may_edit:
        return ()
    rows = Amendment.objects.filter(calendar=place.own, starts_in=starts_in, standing=Standing.PROPOSED)
    return tuple(may_settle.filter(actor, rows.select_related("by")))


def own_day(_actor: Actor, place: Place, public_id: str) -> SpecialDay | None:
    """Give a day that the place itself has registered, or None (one query)."""
    if place.own is None:
        return None
    rows = SpecialDay.objects.filter(school_year__calendar=place.own, public_id=public_id)
    return rows.select_related("school_year").first() if place.may_edit else None


def _effect(told: dict[str, object]) -> Effect:
    numbers = {name: int(str(told[name])) for name in ("redated", "cancelled", "created", "kept")}
    return Effect(str(told["name"]), **numbers)


def _touched(lines: list[list[object]], kind: str) -> tuple[Touched, ...]:
    return tuple(Touched(str(t), int(str(n)), _day(w), _day(now)) for of, t, n, w, now in lines if of == kind)


def _line(told: list[object]) -> ReadLine:
    number, title, kind, first, last, found, why = told
    return ReadLine(int(str(number)), str(title), str(kind), _day(first), _day(last), Found(str(found)), str(why))


def _day(text: object) -> date | None:
    return date.fromisoformat(str(text)) if text else None
