"""When something promised happens for a whole school: the windows of all its targets, put together."""

from collections.abc import Iterable, Sequence

from tett.calendar.words import Level
from tett.plan.words import Audience
from tett.year.rules.promises import STAFF_AUDIENCES, Promise
from tett.year.rules.times import Span, Times

PER_CLASS = frozenset({Audience.SCHOOL_CLASS, Audience.CLASS_GUARDIANS, Audience.STUDENT})


def occurrences(promise: Promise, times: Times, levels: Iterable[Level]) -> tuple[Span, ...]:
    """Give each occurrence once, from the first day on which any of the levels may do it until the last."""
    found: dict[str, Span] = {}
    for level in _met_by(promise, tuple(levels)):
        for span in times.spans(promise, level):
            found[span.slot] = _together(found.get(span.slot, span), span)
    return tuple(sorted(found.values(), key=lambda span: (span.opens, span.due, span.slot)))


def for_learners(promise: Promise) -> bool:
    """Tell whether it is done for or by students and their homes, and not a matter among those who work there."""
    return promise.audience not in STAFF_AUDIENCES | {Audience.NEW_STAFF} and not promise.of_staff


def _met_by(promise: Promise, levels: Sequence[Level]) -> Sequence[Level | None]:
    if promise.standing and promise.of_staff:
        return (None,)
    if promise.audience in PER_CLASS:
        return [level for level in levels if not promise.levels or level in promise.levels]
    if promise.audience == Audience.SCHOOL and len(promise.levels) == 1:
        return (Level(promise.levels[0]),)
    return (None,)


def _together(one: Span, other: Span) -> Span:
    return Span.of(one.slot, min(one.opens, other.opens), max(one.due, other.due))
