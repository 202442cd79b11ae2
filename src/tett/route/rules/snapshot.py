"""What a calendar says of a school year, as it is kept with a change of it."""

from datetime import date
from typing import Any

from tett.calendar.rules import Layer, Special
from tett.calendar.words import DayKind, Level, Standing


def to_data(layer: Layer | None) -> dict[str, Any] | None:
    """Write it so that JSON can hold it."""
    if layer is None:
        return None
    return {
        "first_day": _text(layer.first_day),
        "last_day": _text(layer.last_day),
        "levels": [[level.value, day.isoformat()] for level, day in sorted(layer.level_starts)],
        "days": [
            [row.kind.value, row.first.isoformat(), row.last.isoformat(), row.name] for row in in_order(layer.special)
        ],
        "standing": layer.standing.value,
        "source": layer.source,
    }


def from_data(data: dict[str, Any] | None) -> Layer | None:
    """Read it again."""
    if data is None:
        return None
    return Layer(
        _day(data["first_day"]),
        _day(data["last_day"]),
        tuple((Level(level), date.fromisoformat(day)) for level, day in data["levels"]),
        tuple(
            Special(DayKind(kind), date.fromisoformat(first), date.fromisoformat(last), name)
            for kind, first, last, name in data["days"]
        ),
        Standing(data["standing"]),
        data["source"],
    )


def in_order(days: tuple[Special, ...]) -> list[Special]:
    """Give days by date, so that what is the same is written the same."""
    return sorted(days, key=lambda row: (row.first, row.last, row.kind, row.name))


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
