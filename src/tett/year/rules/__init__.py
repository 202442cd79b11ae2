"""From the adopted plan, the calendar and the people to the tasks of a school year."""

from tett.year.rules.difference import Change, Difference, Kept, Stored, difference
from tett.year.rules.duties import Told, taken_over
from tett.year.rules.expected import Expected, Key, Setting, Wanted, expected
from tett.year.rules.looks import look_of, pace_of
from tett.year.rules.occurrences import for_learners, occurrences
from tett.year.rules.promises import TIMELESS, Promise, lacks_duty, reads_plan, unfolds, with_duties
from tett.year.rules.rings import ring_of
from tett.year.rules.times import Cache, Span, Times

__all__ = [
    "TIMELESS",
    "Cache",
    "Change",
    "Difference",
    "Expected",
    "Kept",
    "Key",
    "Promise",
    "Setting",
    "Span",
    "Stored",
    "Times",
    "Told",
    "Wanted",
    "difference",
    "expected",
    "for_learners",
    "lacks_duty",
    "look_of",
    "occurrences",
    "pace_of",
    "reads_plan",
    "ring_of",
    "taken_over",
    "unfolds",
    "with_duties",
]
