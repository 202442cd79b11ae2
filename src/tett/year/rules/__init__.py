"""From the adopted plan, the calendar and the people to the tasks of a school year."""

from tett.year.rules.difference import Change, Difference, Kept, Stored, difference
from tett.year.rules.duties import Told, taken_over
from tett.year.rules.expected import Expected, Key, Setting, Wanted, expected
from tett.year.rules.promises import Promise, reads_plan, unfolds
from tett.year.rules.times import Cache, Span, Times

__all__ = [
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
    "reads_plan",
    "taken_over",
    "unfolds",
]
