"""Numbers that neither law nor plan gives."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

HIGHEST = 366


@dataclass(frozen=True)
class Routine:
    """The school's own numbers for what a plan leaves open, never the law's.

    The defaults are Tett's proposals; the room above stores what the school has chosen.
    """

    #: How many school weeks "ved skolestart" lasts.
    start_weeks: int = 2
    #: School weeks between "faste møter" when the plan doesn't say how often.
    regular_weeks: int = 6
    #: School days somebody who begins has for what is due on arrival, the first day included.
    arrival_days: int = 5
    #: School weeks people have to read and confirm something.
    reading_weeks: int = 3
    #: School weeks before a date when what is due by it becomes visible, the date's own week included.
    lead_weeks: int = 6
    #: School days a month must have to count for "omtrent en gang i måneden".
    month_days: int = 5
    #: School weeks without anything done before a class is called quiet.
    quiet_weeks: int = 4
    #: School days something may be late before it is told to the leader above.
    climb_days: int = 5

    @classmethod
    def from_data(cls, data: Mapping[str, object]) -> "Routine":
        """Read stored numbers; what is missing has its default.

        Raises ``ValueError`` when a number isn't a whole number from 1 to 366.
        """
        own = {field.name: data[field.name] for field in fields(cls) if field.name in data}
        for name, number in own.items():
            if type(number) is not int or not 1 <= number <= HIGHEST:
                message = f"{name} must be a whole number from 1 to {HIGHEST}, not {number!r}"
                raise ValueError(message)
        return cls(**own)  # type: ignore[arg-type]  # checked to be int just above

    def as_data(self) -> dict[str, int]:
        """Give what is stored: only what differs from the defaults."""
        plain = Routine()
        names = [field.name for field in fields(self)]
        return {name: getattr(self, name) for name in names if getattr(self, name) != getattr(plain, name)}
