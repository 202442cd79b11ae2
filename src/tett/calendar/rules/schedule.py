"""A rhythm as plain data that can be stored, shown and unfolded."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from tett.calendar.words import Rhythm

WEEKS_IN_YEAR = 53
DAYS_IN_YEAR = 366


@dataclass(frozen=True)
class Schedule:
    """When something is to happen in any school year.

    ``every``: school weeks between (WEEKS). ``times``: occurrences a year (SPREAD) or weeks (FIRST_WEEKS).
    ``months``: windows as pairs first-last month (MONTHS), e.g. ``((9, 10),)`` is one window from September
    through October and ``((9, 9), (3, 3))`` is two. ``weeks``: ISO weeks, as pairs first-last (ISO_WEEKS).
    ``month`` and ``day``: the last day (BY_DATE); day 0 is the end of the month.
    """

    rhythm: Rhythm
    every: int = 1
    times: int = 1
    months: tuple[tuple[int, int], ...] = ()
    weeks: tuple[tuple[int, int], ...] = ()
    month: int = 0
    day: int = 0

    @property
    def sound(self) -> bool:
        """Tell whether the numbers can be meant; "uke 60" can't, and unfolds to nothing."""
        return _SOUND.get(self.rhythm, _anything)(self)

    def as_data(self) -> dict[str, Any]:
        """Give what is stored: only what differs from the defaults, so that stored rows read well."""
        plain = Schedule(self.rhythm)
        own = {k: v for k, v in asdict(self).items() if v != getattr(plain, k)}
        return {"rhythm": str(self.rhythm.value)} | own

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Schedule":
        """Read what ``as_data`` gave, also after it has been through JSON.

        Raises ``ValueError`` or ``TypeError`` when it is no schedule.
        """
        return cls(
            Rhythm(data["rhythm"]),
            every=int(data.get("every", 1)),
            times=int(data.get("times", 1)),
            months=_pairs(data.get("months", ())),
            weeks=_pairs(data.get("weeks", ())),
            month=int(data.get("month", 0)),
            day=int(data.get("day", 0)),
        )


def _pairs(data: Iterable[Any]) -> tuple[tuple[int, int], ...]:
    return tuple((int(first), int(last)) for first, last in data)


def _anything(_: Schedule) -> bool:
    return True


def _pairs_within(pairs: tuple[tuple[int, int], ...], top: int) -> bool:
    return bool(pairs) and all(1 <= number <= top for pair in pairs for number in pair)


_SOUND: dict[Rhythm, Callable[[Schedule], bool]] = {
    Rhythm.WEEKS: lambda s: 1 <= s.every <= WEEKS_IN_YEAR,
    Rhythm.SPREAD: lambda s: 1 <= s.times <= DAYS_IN_YEAR,
    Rhythm.FIRST_WEEKS: lambda s: 1 <= s.times <= WEEKS_IN_YEAR,
    Rhythm.MONTHS: lambda s: _pairs_within(s.months, 12),
    Rhythm.ISO_WEEKS: lambda s: _pairs_within(s.weeks, WEEKS_IN_YEAR),
    Rhythm.BY_DATE: lambda s: 1 <= s.month <= 12 and 0 <= s.day <= 31,  # noqa: PLR2004 - months and days
}
