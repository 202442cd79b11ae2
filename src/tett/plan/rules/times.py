"""When: finding phrases for time in a sentence or a cell."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm
from tett.plan.rules.times_phrases import PHRASES
from tett.plan.rules.times_words import Phrase

UNKNOWN = Schedule(Rhythm.UNKNOWN)

_FLAGS = re.IGNORECASE
_EACH = tuple(re.compile(phrase.pattern, _FLAGS) for phrase in PHRASES)
_BARE = [re.sub(r"[?]P<[a-z0-9]+>", "?:", phrase.pattern) for phrase in PHRASES]
_ANY = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'(?P<p{n}>{bare})' for n, bare in enumerate(_BARE))})(?![\w])",
    _FLAGS,
)
#: Words that stand before a time and belong to it.
_LEAD = re.compile(
    r"(?:(?:i løpet av|i starten av|i begynnelsen av|i byrjinga av|i forbindelse med|i samband med|i forkant av|i|på"
    r"|om|ved|ca\.?|cirka|omtrent|minst|minimum"
    r"|normalt|som regel|om lag|rundt|medio|primo|ultimo)\s)+$",
    _FLAGS,
)
_LEAD_LENGTH = 40
#: Letters that every phrase for time has some of; most sentences have none, and are done with at once.
_HINT = re.compile(
    r"\d|uke|uka|vek[ea]|mån|mnd|dag|år|høst|haust|jul|påsk|sommer|sumar|start|semester|termin|kontinuer|løp|allt"
    r"|tid|jevn|jamn|jaml|regelmess|fast|behov"
    r"|straks|snar|umiddel|frimin|plan|mistanke|nødv|naud|treng|gang|gong|anse|tilset|tiltr|jan|feb|mar|apr|mai|jun"
    r"|aug|sep|okt|nov|des|kvartal|halv|årl|døgn|åpning|ferie|lenge|time"
    r"|begge|både|byrj|begynn|slutt",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s?(?:og|/|,|eller|samt|\+|&)\s?(?:i\s)?", _FLAGS)
_TOUCHES = re.compile(r"[\s,/:;(–-]{0,3}(?:(?:ved|i|på|om|og|av)\s)?(?:skoleåret\s|skuleåret\s)?", _FLAGS)
#: What may stand beside the time in a cell that is about time.
_BESIDE = re.compile(
    r"\b(?:foreldremøter?|møter?|for|vg\s?[123]|i|alle|klasser|klassar|klassene|trinn|ved|og|på|ca|minst|med|til|om"
    r"|av|fra|frå|skole|skule"
    r"|eller|gjerne|samt|deretter|så|ellers|elles|også|å|medio|primo|ultimo|den|de|dei|året|opp|oppstart|evt"
    r"|eventuelt|hver|kvar|klasse|hele|heile|som)\b"
    r"|[^\w]+",
    _FLAGS,
)
_SOFT = (Rhythm.REGULAR, Rhythm.AS_NEEDED, Rhythm.ALL_YEAR)
_AT_START = (Rhythm.PLANNING_DAYS, Rhythm.FIRST_DAY, Rhythm.FIRST_WEEKS, Rhythm.BEFORE_START)
AUGUST = Schedule(Rhythm.MONTHS, months=((8, 8),))


@dataclass(frozen=True)
class FoundTime:
    """A time and where in the text it is said; ``vague`` when the words only say about when."""

    schedule: Schedule
    starts: int
    ends: int
    vague: bool = False
    frame: bool = False
    overrules: bool = False

    @property
    def known(self) -> bool:
        """Tell whether it was understood."""
        return self.schedule.rhythm != Rhythm.UNKNOWN

    def words(self, text: str) -> str:
        """Give the words in the text it was found in."""
        return text[self.starts : self.ends]


@lru_cache(maxsize=4096)
def times_in(text: str) -> tuple[FoundTime, ...]:
    """Find every different time a text names, in its order; what only frames another time goes into it."""
    raw = list(_raw(text))
    for time in raw:
        if time.overrules:
            return (time,)
    found = _merged(text, raw)
    hard = [t for t in found if t.schedule.rhythm not in _SOFT]
    regular = [t for t in found if t.schedule.rhythm == Rhythm.REGULAR]
    yearly = [t for t in found if t.schedule.rhythm == Rhythm.ALL_YEAR]
    return tuple(hard or regular[:1] or yearly[:1] or found[:1])


def read_time(text: str) -> FoundTime:
    """Read the first time a text names; the whole text, with an unknown schedule, if it names none."""
    found = times_in(text)
    return found[0] if found else FoundTime(UNKNOWN, 0, len(text))


def only_time(text: str) -> bool:
    """Tell whether a text is about time and nothing else."""
    spans = _raw(text)
    if not spans:
        return False
    rest, last = "", 0
    for time in spans:
        rest += text[last : time.starts] + " "
        last = time.ends
    return not _BESIDE.sub("", rest + text[last:]).strip()


@lru_cache(maxsize=4096)
def _raw(text: str) -> tuple[FoundTime, ...]:
    return tuple(_each(text)) if _HINT.search(text) else ()


def _each(text: str) -> Iterator[FoundTime]:
    last = 0
    for match in _ANY.finditer(text):
        phrase, inner = _phrase(match, text)
        schedule = phrase.read(inner)
        if schedule.sound and match.end() > match.start():
            starts = max(last, _with_lead(text, match.start()))
            yield FoundTime(schedule, starts, match.end(), phrase.vague, phrase.frame, phrase.overrules)
            last = match.end()


def _phrase(match: re.Match[str], text: str) -> tuple[Phrase, re.Match[str]]:
    number = int((match.lastgroup or "p0")[1:])
    inner = _EACH[number].fullmatch(text, match.start(), match.end()) or _EACH[number].match(text, match.start())
    if inner is None:  # a look-behind saw more of the text; the words are the same
        inner = _EACH[number].search(text, match.start()) or match
    return PHRASES[number], inner


def _with_lead(text: str, starts: int) -> int:
    before = text[max(0, starts - _LEAD_LENGTH) : starts]
    lead = _LEAD.search(before)
    return starts - (len(before) - lead.start()) if lead and _begins_word(before, lead.start()) else starts


def _begins_word(text: str, place: int) -> bool:
    return place == 0 or not text[place - 1].isalnum()


def _merged(text: str, found: list[FoundTime]) -> list[FoundTime]:
    merged: list[FoundTime] = []
    for time in found:
        both = _both(merged[-1], time, text[merged[-1].ends : time.starts]) if merged else None
        if both is None:
            merged.append(time)
        else:
            merged[-1] = both
    return _each_once(merged)


def _each_once(found: list[FoundTime]) -> list[FoundTime]:
    """Keep the first of several that mean the same."""
    return list({time.schedule: time for time in reversed(found)}.values())[::-1]


def _both(one: FoundTime, other: FoundTime, between: str) -> FoundTime | None:
    """Make one time of two that stand together and mean one, or nothing."""
    rhythms = (one.schedule.rhythm, other.schedule.rhythm)
    if _JOINS.fullmatch(between) and rhythms in {(r, r) for r in (Rhythm.MONTHS, Rhythm.ISO_WEEKS)}:
        schedule = _sum(one.schedule, other.schedule)
        return replace(one, schedule=schedule, ends=other.ends, vague=one.vague or other.vague)
    if not _TOUCHES.fullmatch(between):
        return None
    kept = _sharper(one, other)
    return kept and replace(kept, starts=one.starts, ends=other.ends)


def _sum(one: Schedule, other: Schedule) -> Schedule:
    months = tuple(dict.fromkeys((*one.months, *other.months)))
    return replace(one, months=months, weeks=tuple(dict.fromkeys((*one.weeks, *other.weeks))))


def _sharper(one: FoundTime, other: FoundTime) -> FoundTime | None:
    """Choose the time that says more when the other only frames it."""
    for time, rest in ((one, other), (other, one)):
        soft, start = rest.schedule.rhythm in _SOFT, rest.schedule.rhythm == Rhythm.SCHOOL_START
        if rest.frame or (soft and rest.schedule.rhythm != Rhythm.AS_NEEDED and not time.frame):
            return time if not time.frame or rest.frame else rest
        if start and (time.schedule.rhythm in _AT_START or time.schedule == AUGUST):
            return rest if time.schedule == AUGUST else time
        if rest.schedule == AUGUST and time.schedule.rhythm in _AT_START:
            return time
    return one if one.schedule == other.schedule else None
