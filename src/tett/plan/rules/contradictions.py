"""Commitments that say different things about the same."""

import re
from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import replace

from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.shapes import ReadCommitment, Reason
from tett.plan.words import Remark

_TOPIC = re.compile(
    r"\b(?P<name>(?:\w+møte|\w+samtale|elevundersøkelse|elevundersøking|\w*kartlegging|\w*elevdag|klasseteam"
    r"|iko[\s-]*møte))(?:t|r|ne|ene|n|en|a|er|ar|ane)?\b|\b(?P<hour>klassens\stime)|(?P<day>bli[\s-]kjent[\s-]dag)",
    re.IGNORECASE,
)
#: What is done with a survey's results happens at another time than the survey.
_AFTER = re.compile(
    r"(?:resultat\w*|oppfølg\w+|oppfølgj\w+|svar\w*|etterarbeid\w*|funn\w*)\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_TELLING = frozenset({"schedule", "evidence", "audience"})
#: Rhythms exact enough to be compared; the others agree with everything.
_EXACT = {
    Rhythm.WEEKS: "often",
    Rhythm.MONTHLY: "often",
    Rhythm.SPREAD: "often",
    Rhythm.MONTHS: "when",
    Rhythm.ISO_WEEKS: "weeks",
    Rhythm.BY_DATE: "by",
}


def mark_contradictions(
    commitments: list[ReadCommitment], calendar: AbstractSet[str] = frozenset()
) -> list[ReadCommitment]:
    """Remark on commitments of different places that set the same meeting or survey at different times."""
    by_topic: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(commitments):
        kind = _EXACT.get(one.schedule.rhythm)
        before = commitments[number - 1].part if number and one.part else ""
        for topic in _topics(one, before) if kind else ():
            by_topic[topic, one.levels, kind].append(number)
    against: dict[int, ReadCommitment] = {}
    for numbers in by_topic.values():
        _find(commitments, numbers, against, calendar)
    return [_marked(one, against[n]) if n in against else one for n, one in enumerate(commitments)]


def _find(
    commitments: list[ReadCommitment],
    numbers: list[int],
    against: dict[int, ReadCommitment],
    calendar: AbstractSet[str],
) -> None:
    """Set each against the first of another section that says it differently; a calendar is one section."""
    first: dict[tuple[str, Schedule], int] = {}
    for number in numbers:
        one = commitments[number]
        first.setdefault((_place(one, calendar), one.schedule), number)
    for number in numbers:
        one = commitments[number]
        other = next(
            (n for (place, when), n in first.items() if place != _place(one, calendar) and when != one.schedule), None
        )
        if other is not None:
            against.setdefault(number, commitments[other])


def _place(one: ReadCommitment, calendar: AbstractSet[str]) -> str:
    letter = one.code.rstrip(".0123456789")
    return "" if letter in calendar else letter


def _topics(one: ReadCommitment, before: str) -> set[str]:
    """Find what a commitment is about; ``before`` are the words of the one it shares its sentence with."""
    found = _named(one.part)
    if not found:
        found = _named(" ".join([one.title, *(r.words for r in one.reasons if r.field in _TELLING), one.text, before]))
    # A get-together is named after what it is for; plain "møte" says too little.
    return found - {"møte", "samtale"}


def _named(text: str) -> set[str]:
    plain = " ".join(text.split())
    return {
        next(filter(None, m.groups())).lower().replace(" ", "").replace("-", "")
        for m in _TOPIC.finditer(plain)
        if not _AFTER.search(plain[: m.start()])
    }


def _marked(one: ReadCommitment, other: ReadCommitment) -> ReadCommitment:
    said = next((r for r in other.reasons if r.field == "schedule"), None)
    reasons = (*one.reasons, Reason("contradiction", said.words, said.starts, said.ends)) if said else one.reasons
    return replace(one, reasons=reasons, remarks=(*one.remarks, Remark.CONTRADICTION))
