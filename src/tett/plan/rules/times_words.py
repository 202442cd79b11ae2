"""The phrases for time that schools write, in both language forms, and the rhythm each of them means."""

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
WEEKDAY = r"(?:mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag)"
BREAK = r"(?:høst|haust|jule|vinter|påske|sommer|sumar)ferien?"


@dataclass(frozen=True)
class Phrase:
    """A way of saying when; ``vague`` when it only says about when, ``frame`` when it only says that it goes on."""

    pattern: str
    read: Callable[[Match], Schedule]
    vague: bool = False
    frame: bool = False


def number(word: str | None) -> int:
    """Read a number or an ordinal, in words or digits."""
    plain = (word or "1").lower().rstrip(".")
    return int(plain) if plain.isdigit() else NUMBERS.get(plain) or ORDINALS.get(plain) or 1


def month(word: str) -> int:
    """Read the name of a month, also when it is shortened."""
    return MONTHS.index(word.lower()[:3]) + 1


def _just(rhythm: Rhythm, **numbers: int) -> Callable[[Match], Schedule]:
    return lambda _: Schedule(rhythm, **numbers)


def _in_months(*pairs: tuple[int, int]) -> Callable[[Match], Schedule]:
    return lambda _: Schedule(Rhythm.MONTHS, months=pairs)


def _in_weeks(first: int, last: int) -> Callable[[Match], Schedule]:
    return lambda _: Schedule(Rhythm.ISO_WEEKS, weeks=((first, last),))


def _by(month_: int, day: int = 0) -> Callable[[Match], Schedule]:
    return lambda _: Schedule(Rhythm.BY_DATE, month=month_, day=day)


def _weeks(match: Match) -> Schedule:
    return Schedule(Rhythm.WEEKS, every=number(match["n"]))


def _spread(match: Match) -> Schedule:
    times = number(match["n"])
    return Schedule(Rhythm.SPREAD, times=times) if times > 1 else Schedule(Rhythm.ALL_YEAR)


def _spread_twice(match: Match) -> Schedule:
    times = number(match["n"])
    halves = Schedule(Rhythm.MONTHS, months=(AUTUMN, SPRING))
    return Schedule(Rhythm.SPREAD, times=2 * times) if times > 1 else halves


def _often_a_month(match: Match) -> Schedule:
    times = number(match["n"])
    return Schedule(Rhythm.MONTHLY) if times == 1 else Schedule(Rhythm.WEEKS, every=max(1, 4 // times))


def _first_weeks(match: Match) -> Schedule:
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


def _named_months(match: Match) -> Schedule:
    return Schedule(Rhythm.MONTHS, months=months_in(match.group()))


def _numbered_weeks(match: Match) -> Schedule:
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


def _by_named_date(match: Match) -> Schedule:
    return Schedule(Rhythm.BY_DATE, month=month(match["m"]), day=int(match["d"]))


def _by_numbered_date(match: Match) -> Schedule:
    return Schedule(Rhythm.BY_DATE, month=int(match["m"]), day=int(match["d"]))


def _by_month(match: Match) -> Schedule:
    return Schedule(Rhythm.BY_DATE, month=month(match["m"]))


def _before_month(match: Match) -> Schedule:
    return Schedule(Rhythm.BY_DATE, month=(month(match["m"]) - 2) % 12 + 1)


A, W = Rhythm.ALWAYS, Rhythm.WEEKS

#: The longer way of saying something stands before the shorter one that it begins with.
PHRASES: tuple[Phrase, ...] = (
    # -- days and weeks at the start of the year
    Phrase(
        rf"(?:{NUM}\s)?(?:dag(?:en)?\s)?(?:i\s)?(?:(?:den\s)?siste\s)?(?:uk[ea]|uken|vek[ea])\s(?:før|føre|i forkant av)\s{START}",
        _just(Rhythm.BEFORE_START),
    ),
    Phrase(rf"(?:rett\s)?(?:før|føre|i forkant av)\s{START}", _just(Rhythm.BEFORE_START)),
    Phrase(
        r"(?:felles\s)?(?:planleggings?dag(?:ene|er|ane|ar|en)?|plandag(?:ene|er|ane|ar|en)?)",
        _just(Rhythm.PLANNING_DAYS),
    ),
    Phrase(
        rf"(?:(?:første|fyrste)|1\.)\s(?:uk[ea]|uken|vek[ea])\si\s(?P<m>{MONTH})",
        lambda m: Schedule(Rhythm.MONTHS, months=((month(m["m"]), month(m["m"])),)),
    ),
    Phrase(r"(?:(?:første|fyrste)|1\.)\s(?:skole|skule)?dag(?:en)?", _just(Rhythm.FIRST_DAY)),
    Phrase(
        r"(?:dei|de)?\s?(?P<n>to|tre|fire|fem|seks|\d)\s(?:første|fyrste)\s(?:skole|skule)?(?:uk(?:ene|er)|vek(?:ene|er))",
        _first_weeks,
    ),
    Phrase(
        r"(?:første|fyrste)\s(?P<n>to|tre|fire|fem|seks|\d)\s(?:skole|skule)?(?:uk(?:ene|er)|vek(?:ene|er))",
        _first_weeks,
    ),
    Phrase(
        r"(?:dei|de)?\s?(?:første|fyrste)\s(?:skole|skule)?(?:uk(?:ene|er)|vek(?:ene|er))",
        _just(Rhythm.FIRST_WEEKS, times=3),
        vague=True,
    ),
    Phrase(
        r"(?:(?:den\s)?(?:første|fyrste)|1\.)\s(?:skole|skule)?(?:uk(?:en|e|a)|vek(?:e|a))(?!\s(?:etter|før|føre))",
        _just(Rhythm.FIRST_WEEKS),
    ),
    Phrase(r"(?:den\s)?(?:første|fyrste)\s(?:måneden|måned|månaden|månad)", _just(Rhythm.FIRST_WEEKS, times=4)),
    Phrase(r"semesterstart|oppstart av (?:hvert|kvart) semester", _in_months((8, 8), (1, 1))),
    Phrase(r"(?:skole|skule)slutt|(?:skole|skule)åre?ts\sslutt|slutten av (?:skole|skule)året", _in_months((6, 6))),
    Phrase(
        r"tidlig(?:\spå)?\s(?:om\s)?høst(?:en)?|tidleg(?:\spå)?\s(?:om\s)?haust(?:en)?", _in_months((8, 9)), vague=True
    ),
    Phrase(START, _just(Rhythm.SCHOOL_START)),
    # -- returning
    Phrase(rf"{EVERY}\s(?P<n>{ORD})\s?{WEEK}", _weeks),
    Phrase(rf"(?:annenhver|annankvar|annakvar|anna kvar|annen hver)\s{WEEK}", _just(W, every=2)),
    Phrase(rf"{EVERY}\s(?:14\.?|fjortende|fjortande)\s?dag", _just(W, every=2)),
    Phrase(
        rf"(?P<n>{NUM})\s?{TIMES}\s?(?:{PER}\s|/)(?P<n2>{NUM})\.?\s?{WEEK}",
        lambda m: Schedule(W, every=number(m["n2"])),
    ),
    Phrase(rf"{NUM}\s?{TIMES}\s?(?:(?:{PER}\s)|/)\s?{WEEK}", _just(W)),
    Phrase(rf"{EVERY}\s(?:eneste\s|einaste\s)?{WEEK}|ukentlige?|vekentlege?|vekentleg|kvar\s?veke", _just(W)),
    Phrase(rf"{EVERY}\s{WEEKDAY}", _just(W)),
    Phrase(rf"(?:annenhver|annankvar|annakvar|annen hver)\s(?:måned|månad)", _just(Rhythm.SPREAD, times=5), vague=True),
    Phrase(
        rf"{EVERY}\s(?P<n>{ORD})\s?(?:måned|månad|mnd\.?)",
        lambda m: Schedule(Rhythm.SPREAD, times=max(1, round(10 / number(m["n"])))),
        vague=True,
    ),
    Phrase(rf"(?P<n>{NUM})\s?{TIMES}\s?(?:{PER}\s|/)\s?{MONTH_UNIT}", _often_a_month),
    Phrase(rf"{EVERY}\s(?:måned|månad|mnd\.?)|månedlige?|månadlege?|månadleg|månedsvis", _just(Rhythm.MONTHLY)),
    Phrase(rf"{EVERY}\skvartal|kvartalsvis", _just(Rhythm.SPREAD, times=4)),
    Phrase(rf"(?P<n>{NUM})\s?{TIMES}\s?(?:{PER}\s|/)\s?{HALF}", _spread_twice),
    Phrase(rf"{EVERY}\s{HALF}|halvårlige?|halvårleg|halvårsvis|(?:per|pr\.?)\s{HALF}", _in_months(AUTUMN, SPRING)),
    Phrase(
        rf"(?P<n>{NUM})(?:\s?(?:-|–|til)\s?{NUM})?\s?(?:{TIMES}|faste\smøter?|faste\smøte|møter?|samtal(?:er|ar|e)|samlinger|samlingar)"
        rf"\s?(?:årlig|årleg|(?:{PER}\s|/)\s?{YEAR})",
        _spread,
    ),
    Phrase(rf"årlige?|årlege?|{EVERY}\s(?:eneste\s)?{YEAR}|{EVERY}\shøst|{EVERY}\shaust", lambda m: _yearly(m)),
    Phrase(rf"{EVERY}\svår", _in_months(SPRING)),
    # -- named times
    Phrase(rf"{BY}\s?(?:den\s)?(?P<d>[0-3]?\d)\.\s?(?P<m>{MONTH})(?:\s20\d\d)?", _by_named_date),
    Phrase(rf"{BY}\s?(?:den\s)?(?P<d>[0-3]?\d)\.\s?(?P<m>1[0-2]|0?[1-9])\b\.?(?:\s?(?:20)?\d\d)?", _by_numbered_date),
    Phrase(rf"(?:(?:innen|innan|før|ved|i)\s)?(?:utgangen|slutten)\sav\s(?P<m>{MONTH})(?:\s20\d\d)?", _by_month),
    Phrase(rf"(?:innen|innan|senest|seinast)(?:\si)?\s(?P<m>{MONTH})", _by_month),
    Phrase(rf"før\s(?P<m>{MONTH})", _before_month),
    Phrase(rf"(?:{BY}\s)(?:jula|julen|jul|juleferien)", _by(12, 20)),
    Phrase(rf"(?:{BY}\s)(?:høstferien?|haustferien?)", _by(9), vague=True),
    Phrase(rf"(?:{BY}\s)(?:vinterferien?)", _by(2, 15), vague=True),
    Phrase(rf"(?:{BY}\s)(?:påsken|påska|påske|påskeferien?)", _by(3), vague=True),
    Phrase(rf"(?:{BY}\s)(?:sommeren|sommerferien?|sumaren|sumarferien?)", _by(6)),
    Phrase(r"etter\s(?:høstferien?|haustferien?)", _in_weeks(42, 44), vague=True),
    Phrase(r"etter\s(?:vinterferien?)", _in_weeks(10, 12), vague=True),
    Phrase(r"etter\s(?:påsken|påska|påske|påskeferien?)", _in_months((4, 5)), vague=True),
    Phrase(r"(?:etter|over)\s(?:jula|julen|jul|juleferien?|nyttår|årsskiftet)", _in_months((1, 1)), vague=True),
    Phrase(
        rf"(?:(?:de|dei|første|fyrste|siste)\s)*(?:uke|uka|uken|ukene|veke|veka|vekene)\s?(?:nr\.?\s)?"
        rf"(?P<weeks>[1-5]?\d(?:{WEEK_AND}[1-5]?\d)*)(?!\d|\s?(?:%|prosent|\.\s?{MONTH}))",
        _numbered_weeks,
    ),
    Phrase(rf"(?P<d>[0-3]?\d)\.(?:\s?(?:-|–)\s?[0-3]?\d\.)?\s?(?P<m>{MONTH})(?:\s20\d\d)?(?!\w)", _by_named_date),
    Phrase(
        rf"(?:start(?:en)?|begynnelsen|byrjinga|slutten|midten)\s(?:av|på|i)\s{MONTHS_LIST}", _named_months, vague=True
    ),
    Phrase(MONTHS_LIST, _named_months),
    Phrase(
        r"(?:høst(?:en)?|haust(?:en)?)\s?(?:og|/|\+|&|-|–)\s?vår(?:en)?|vår(?:en)?\s?(?:og|/|\+|&|-|–)\s?(?:høst(?:en)?|haust(?:en)?)"
        r"|(?:både|begge)\s(?:semestre?|semestra|semester|terminer|terminar|halvår)",
        _in_months(AUTUMN, SPRING),
    ),
    Phrase(
        rf"(?:høst|haust)(?:semesteret|semester|halvåret|halvår|terminen|termin|en)?(?:\s20\d\d)?"
        rf"|(?:(?:første|fyrste)|1\.)\s{HALF}|før nyttår",
        _in_months(AUTUMN),
    ),
    Phrase(
        rf"vår(?:semesteret|semester|halvåret|halvår|terminen|termin|en)(?:\s20\d\d)?"
        rf"|(?:om|på)\svåren|(?:(?:andre|annet)|2\.)\s{HALF}",
        _in_months(SPRING),
    ),
    # -- all the time, when needed
    Phrase(
        r"alltid(?:\s(?:tilgjengelig|tilgjengeleg|åpen|open))?|til enhver tid|til ei kvar tid|til ein kvar tid|til kvar tid"
        r"|hele tiden|heile tida|hele tida|kontinuerlige?|kontinuerlege?|fortløpende|fortløpande|løpende|løpande"
        r"|(?:hver|kvar)\s(?:dag|time|skoledag|skuledag)|(?:hvert|kvart|alle)\sfriminutt|daglige?|dagleg(?:e)?|døgnet rundt",
        _just(A),
    ),
    Phrase(
        r"faste?\smøter?(?:tider)?|faste?\smøtetider?|jevnlige?|jamlege?|jamleg|regelmessige?|regelmessig|med jevne mellomrom"
        r"|med jamne mellomrom|etter (?:fast|egen|eigen|oppsatt|oppsett) (?:plan|møteplan)|faste\stidspunkt",
        _just(Rhythm.REGULAR),
    ),
    Phrase(
        rf"(?:gjennom|i løpet av|utover|utover i)\s(?:hele\s|heile\s)?{YEAR}|(?:hele|heile)\s{YEAR}|året\s(?:rundt|gjennom)",
        _just(Rhythm.ALL_YEAR),
        frame=True,
    ),
    Phrase(
        r"(?:når|der|dersom|hvis)\sdet\s(?:er|blir|oppstår)\sbehov|(?:ved|etter)\s(?:behov|behov for)|om nødvendig"
        r"|ved mistanke|når det trengs|når det trengst|umiddelbart|straks|snarest(?:\smulig)?|snarast(?:\sråd)?|så snart som mulig"
        r"|så snart som råd|med en gang|med ein gong",
        _just(Rhythm.AS_NEEDED),
    ),
    Phrase(
        r"(?:ved|etter)\s(?:tilsetting|ansettelse|nyansettelse|tiltredelse|tiltreding|oppstart i stillingen)",
        _just(Rhythm.ON_ARRIVAL),
    ),
)


def _yearly(match: Match) -> Schedule:
    if match.group().lower().endswith(("høst", "haust")):
        return Schedule(Rhythm.MONTHS, months=(AUTUMN,))
    return Schedule(Rhythm.ALL_YEAR)
