"""What phrases for time are made of: numbers, months, weeks, and how a match becomes a rhythm."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tett.calendar.rules.schedule import Schedule
from tett.calendar.words import Rhythm

Match = re.Match[str]

NUMBERS = {
    **dict.fromkeys(("en", "ein", "ei", "én", "éin", "éi", "ett", "eitt", "et", "eit", "eín"), 1),
    "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "sju": 7, "syv": 7, "åtte": 8, "ni": 9, "ti": 10,
    "elleve": 11, "tolv": 12,
}  # fmt: skip
ORDINALS = {
    "annen": 2, "andre": 2, "annan": 2, "anna": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "sjuende": 7,
    "syvende": 7, "sjuande": 7, "åttende": 8, "åttande": 8, "niende": 9, "niande": 9, "tiende": 10, "tiande": 10,
}  # fmt: skip
MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
AUTUMN, SPRING = (8, 12), (1, 6)

NUM = rf"(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,2}})"
ORD = rf"(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))}|\d{{1,2}}\.?)"
EVERY = r"(?:hver|hvert|kvar|kvart)"
WEEK = r"(?:skole|skule)?(?:uk(?:ene|en|er|e|a)|vek(?:ene|er|e|a))"
MONTH_UNIT = r"(?:måneden|måned|månaden|månad|mnd\.?)"
YEAR = r"(?:skole|skule|kalender)?år(?:et)?"
HALF = r"(?:halvåret|halvår|terminen|termin|semesteret|semester)"
TIMES = r"(?:ganger|gang|gonger|gong|g\.?)"
PER = r"(?:i|per|pr\.?|kvart|hvert|hver|kvar|for kvart|for hvert|i løpet av|om)"
MONTH = (
    r"(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|(?:jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|des)(?:\.|(?=\s?[-/–])|(?<=[-/–]...)|(?<=[-/–]....)))"
)
MONTH_AND = r"(?:\s?(?:/|-|–|\+|&)\s?|,\s|\s(?:og|til|t\.o\.m\.|til og med|eller|samt)\s(?:i\s)?)"
MONTHS_LIST = rf"{MONTH}(?:\s?20\d\d)?(?:{MONTH_AND}{MONTH}(?:\s?20\d\d)?)*"
WEEK_AND = r"(?:\s?(?:/|-|–|\+|&)\s?|,\s?|\s(?:og|til|eller)\s)(?:(?:uke|veke|uka|veka)\s)?"
BY = r"(?:innen|innan|senest|seinast|frist(?:en)?(?:\s?:|\ser)?|tidsfrist:?|før)"
START = (
    r"(?:(?:skole|skule)(?:start|oppstart|åpning)(?:en)?|(?:skole|skule)året?s\s(?:start|oppstart|begynnelse|byrjing)"
    r"|(?:oppstart|start|begynnelse|byrjing)(?:en|a)?\s(?:av|på|for)\s(?:det\s)?(?:nye?\s|kvart\s|hvert\s)?"
    r"(?:(?:skole|skule)året?|(?:skole|skule)år|året)|oppstart(?:en)?(?:\som\shøsten|\som\shausten)?"
    r"|(?:ny[te]{0,2}\s)(?:skole|skule)år(?:et)?)"
)
SCHOOL_DAY = r"(?:skole|skule)?dag(?:en)?"
WEEKDAY = r"(?:mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag)(?:en|er|ar)?"
BREAK = r"(?:høst|haust|jule|vinter|påske|sommer|sumar)ferien?"


@dataclass(frozen=True)
class Phrase:
    """A way of saying when; ``vague`` when it only says about when, ``frame`` when it only says that it goes on.

    What ``overrules`` makes the other times of a sentence part of a case: "hver uke så lenge planen varer".
    """

    pattern: str
    read: Callable[[Match], Schedule]
    vague: bool = False
    frame: bool = False
    overrules: bool = False


def number(word: str | None) -> int:
    """Read a number or an ordinal, in words or digits."""
    plain = (word or "1").lower().rstrip(".")
    return int(plain) if plain.isdigit() else NUMBERS.get(plain) or ORDINALS.get(plain) or 1


def month(word: str) -> int:
    """Read the name of a month, also when it is shortened."""
    return MONTHS.index(word.lower()[:3]) + 1


def just(rhythm: Rhythm, *, every: int = 1, times: int = 1) -> Callable[[Match], Schedule]:
    """Make a reader that always gives a rhythm."""
    return lambda _: Schedule(rhythm, every=every, times=times)


def in_months(*pairs: tuple[int, int]) -> Callable[[Match], Schedule]:
    """Make a reader that gives windows of months."""
    return lambda _: Schedule(Rhythm.MONTHS, months=pairs)


def in_weeks(first: int, last: int) -> Callable[[Match], Schedule]:
    """Make a reader that gives a run of numbered weeks."""
    return lambda _: Schedule(Rhythm.ISO_WEEKS, weeks=((first, last),))


def by(month_: int, day: int = 0) -> Callable[[Match], Schedule]:
    """Make a reader that gives a last day; day 0 is the end of the month."""
    return lambda _: Schedule(Rhythm.BY_DATE, month=month_, day=day)


def weeks(match: Match) -> Schedule:
    """Read "hver tredje uke"."""
    return Schedule(Rhythm.WEEKS, every=number(match["n"]))


def spread(match: Match) -> Schedule:
    """Read "to ganger i året"; once a year is any time in it."""
    times = number(match["n"])
    return Schedule(Rhythm.SPREAD, times=times) if times > 1 else Schedule(Rhythm.ALL_YEAR)


def spread_twice(match: Match) -> Schedule:
    """Read "to ganger i halvåret"; once a half-year is a window in each."""
    times = number(match["n"])
    halves = Schedule(Rhythm.MONTHS, months=(AUTUMN, SPRING))
    return Schedule(Rhythm.SPREAD, times=2 * times) if times > 1 else halves


def often_a_month(match: Match) -> Schedule:
    """Read "to ganger i måneden" as every so many weeks."""
    times = number(match["n"])
    return Schedule(Rhythm.MONTHLY) if times == 1 else Schedule(Rhythm.WEEKS, every=max(1, 4 // times))


def first_weeks(match: Match) -> Schedule:
    """Read "de tre første ukene"."""
    return Schedule(Rhythm.FIRST_WEEKS, times=number(match["n"]))


def months_in(phrase: str) -> tuple[tuple[int, int], ...]:
    """Read months as windows: neighbours and what stands with a dash are one window, others are one each."""
    parts = re.split(rf"({MONTH})", phrase, flags=re.IGNORECASE)
    windows: list[tuple[int, int]] = []
    for between, name in zip(parts[::2], parts[1::2], strict=False):
        found = month(name)
        if windows and _runs_on(between, windows[-1][1], found):
            windows[-1] = (windows[-1][0], found)
        else:
            windows.append((found, found))
    return tuple(windows)


def _runs_on(between: str, last: int, found: int) -> bool:
    ranged = re.search(r"-|–|\btil\b|t\.o\.m", between)
    return bool(ranged) or ("," not in between and found == last % 12 + 1)


def named_months(match: Match) -> Schedule:
    """Read "september/oktober"."""
    return Schedule(Rhythm.MONTHS, months=months_in(match.group()))


def numbered_weeks(match: Match) -> Schedule:
    """Read "uke 40-42 og 45"."""
    found = re.findall(r"(\d{1,2})(?:\s?(-|–|til)\s?)?", match["weeks"])
    pairs: list[tuple[int, int]] = []
    ranged = ""
    for week, sign in found:
        if ranged and pairs:
            pairs[-1] = (pairs[-1][0], int(week))
        else:
            pairs.append((int(week), int(week)))
        ranged = sign
    return Schedule(Rhythm.ISO_WEEKS, weeks=tuple(pairs))


def by_named_date(match: Match) -> Schedule:
    """Read "innen 1. oktober"."""
    return Schedule(Rhythm.BY_DATE, month=month(match["m"]), day=int(match["d"]))


def by_numbered_date(match: Match) -> Schedule:
    """Read "innen 1.10"."""
    return Schedule(Rhythm.BY_DATE, month=int(match["m"]), day=int(match["d"]))


def by_month(match: Match) -> Schedule:
    """Read "innen utgangen av oktober"."""
    return Schedule(Rhythm.BY_DATE, month=month(match["m"]))


def before_month(match: Match) -> Schedule:
    """Read "før november" as the end of October."""
    return Schedule(Rhythm.BY_DATE, month=(month(match["m"]) - 2) % 12 + 1)


def yearly(match: Match) -> Schedule:
    """Read "hvert år", and "hver høst" as the autumn."""
    if match.group().lower().endswith(("høst", "haust")):
        return Schedule(Rhythm.MONTHS, months=(AUTUMN,))
    return Schedule(Rhythm.ALL_YEAR)
