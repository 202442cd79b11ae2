"""Which duty carries out a new edition's commitment: the one that carried it out before, if it is the same."""

from collections.abc import Iterable
from typing import NamedTuple

from tett.calendar.rules import Schedule


class Told(NamedTuple):
    """A commitment as it was told: what must be the same for the duty to be the same."""

    code: str
    text: str
    schedule: Schedule
    evidence: str

    @property
    def same(self) -> tuple[str, Schedule, str]:
        """Give what must be the same even if the sentence has got another place in the plan."""
        return " ".join(self.text.split()), self.schedule, self.evidence


def taken_over(new: Iterable[tuple[int, Told]], old: Iterable[tuple[int, Told]]) -> dict[int, int]:
    """Give the duty of each commitment that was there before, by commitment; ``old`` are duties, the latest last.

    First those with the same code, then those that have only been given another number. A duty is taken over once.
    """
    commitments, duties = dict(new), dict(old)
    found: dict[int, int] = {}
    for with_code in (True, False):
        free = {_key(told, with_code=with_code): duty for duty, told in duties.items() if duty not in found.values()}
        for commitment, told in commitments.items():
            duty = free.pop(_key(told, with_code=with_code), None) if commitment not in found else None
            if duty is not None:
                found[commitment] = duty
    return found


def _key(told: Told, *, with_code: bool) -> tuple[object, ...]:
    return (told.code, *told.same) if with_code else told.same
