"""For whom a duty is carried out, and so how many times: decided from words."""

import re

from tett.access.words import Group, Level, Role
from tett.plan.rules.deciding import Found, first_of, table_of
from tett.plan.words import Audience, Evidence

_LEVEL = re.compile(
    r"\bvg\s?([123])(?:\s?(?:-|–|til|og|,|/|\+)\s?(?:vg\s?)?([123])(?!\d))?(?:\s?(?:og|,"
    r"|/)\s?(?:vg\s?)?([123])(?!\d))?",
    re.IGNORECASE,
)


def levels_in(text: str) -> tuple[tuple[Level, ...], Found | None]:
    """Find the years a text is about."""
    found: set[int] = set()
    first: Found | None = None
    for match in _LEVEL.finditer(text):
        numbers = [int(n) for n in match.groups() if n]
        ranged = re.search(r"-|–|til", match.group())
        found |= set(range(numbers[0], numbers[-1] + 1)) if ranged and len(numbers) > 1 else set(numbers)
        first = first or Found("levels", *match.span())
    return tuple(Level(f"vg{n}") for n in sorted(found)), first


_ALL_LEVELS = re.compile(r"\balle\s(?:klass|elev|trinn|tre\strinn|årstrinn)", re.IGNORECASE)


def all_levels(text: str) -> bool:
    """Tell whether a text is about every year."""
    return bool(_ALL_LEVELS.search(text))


_AUDIENCE = table_of(
    (Audience.NEW_STAFF,(
        r"\b(?:nyansatte?|nytilsette?|nye?\s(?:ansatte|tilsette|lærere|lærarar|medarbeid\w+)|nyansatt|vikar(?:er|ar"
        r"|ene|ane)?)\b"
    )),
    (Audience.BOARDERS,(
        r"\b(?:borteboer\w*|borteboar\w*|bortebuar\w*|hybelboer\w*|hybelbuar\w*|internatelev\w*|bebuarane|beboerne|internat(?:et)?)\b"
    )),
    (Audience.SCHOOL,(
        r"elevrådsmøt\w*|skolemiljøutval\w*|skulemiljøutval\w*|\biko[\s-]*møt\w*|hjemmesid\w*|heimesid\w*|nettsid\w*"
        r"|personalmøt\w*|fellesmøt\w*|allmøt\w*"
    )),
    (Audience.CLASS_GUARDIANS, r"\bforesatt\w*|\bføresett\w*|\bforeldremøt\w*|\bforeldr\w*|\butviklingssamtal\w*"),
)  # fmt: skip
_CLASSES = re.compile(
    r"\b(?:alle\sklass\w+|den\senkelte\sklasse|(?:hver|kvar)\s(?:enkelt\s)?klasse|klassevis\w*|trinnvise|i\sklassene"
    r"|i\sklassane|i\sklasser|i\sklassar|klassens|klassen|klasseteam\w*|klassemøt\w+|klassetime\w*|klasseregl\w+"
    r"|klassemiljø\w*|per\sklasse|pr\.?\sklasse)\b",
    re.IGNORECASE,
)
_STUDENTS = re.compile(
    r"\b(?:alle(?:\ssine)?\selev\w*|(?:hver|kvar)\s(?:enkelt\s)?elev|den\senkelte\selev|sine\selev\w+|elev(?:er|ar"
    r"|ene|ane))\b|elevsamtal\w+",
    re.IGNORECASE,
)
_STAFF = re.compile(r"\b(?:(?:alle\s)?(?:ansatte|tilsette)|personalet|medarbeid\w+)\b", re.IGNORECASE)
_TEACHERS = re.compile(r"\balle\s(?:lærere|lærarar)\b", re.IGNORECASE)
_FROM = re.compile(
    r"\b(?:av|fra|frå|samarbeid\smed|sammen\smed|saman\smed)\s(?:(?!til\b|for\b|overfor\b)\w+\s){0,3}$", re.IGNORECASE
)
_DEPARTMENTS = re.compile(
    r"\b(?:(?:hver|kvar|den\senkelte)\savdeling|avdelingsvis\w*|avdelingene|alle\savdeling\w+)\b", re.IGNORECASE
)
_BY_BEARER: dict[str, Audience] = {
    Group.STAFF: Audience.STAFF, Group.TEACHERS: Audience.TEACHER, Group.STUDENTS: Audience.STUDENT,
    Role.STUDENT: Audience.STUDENT, Role.CONTACT_TEACHER: Audience.SCHOOL_CLASS,
        Group.GUARDIANS: Audience.CLASS_GUARDIANS,
}  # fmt: skip
_PERSONAL = (Evidence.TALK, Evidence.READING)


def named_audience(texts: tuple[str, ...], evidence: Evidence) -> tuple[int, Audience, Found] | None:
    """Find those a duty is for by name in any of its words, as "foresatte" where the time says "i alle klasser"."""
    if evidence in {Evidence.ALWAYS, Evidence.PUBLISHED}:
        return None
    for number, text in enumerate(texts):
        found = first_of(_AUDIENCE, text)
        if found and found.value != Audience.SCHOOL:
            return number, Audience(found.value), found
    return None


def audience_of(text: str, bearer: str, evidence: Evidence) -> tuple[Audience, Found]:
    """Decide for whom a duty is carried out, and so how many times."""
    if evidence == Evidence.ALWAYS:
        return _BY_BEARER.get(bearer, Audience.SCHOOL), Found("")
    special = first_of(_AUDIENCE, text)
    if evidence == Evidence.PUBLISHED:
        return Audience.SCHOOL, Found("")
    if special:
        return Audience(special.value), special
    return _usual_audience(text, bearer, evidence)


def _meant(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Find those something is done for, and not those it comes from: "etter innspill fra elever og ansatte"."""
    return next((m for m in pattern.finditer(text) if not _FROM.search(text[: m.start()])), None)


def _usual_audience(text: str, bearer: str, evidence: Evidence) -> tuple[Audience, Found]:
    classes, students = _CLASSES.search(text), _STUDENTS.search(text)
    if evidence in _PERSONAL and students:
        return Audience.STUDENT, Found("", *students.span())
    if classes:
        return Audience.SCHOOL_CLASS, Found("", *classes.span())
    for audience, pattern in (
        (Audience.DEPARTMENT, _DEPARTMENTS),
        (Audience.TEACHER, _TEACHERS),
        (Audience.STAFF, _STAFF),
    ):
        if (match := _meant(pattern, text)) and (audience is not Audience.STAFF or bearer != Group.STAFF):
            return audience, Found("", *match.span())
    if students and bearer == Role.CONTACT_TEACHER:
        return Audience.SCHOOL_CLASS, Found("", *students.span())
    whole = {Evidence.ACTIVITY, Evidence.MEETING}
    if evidence in whole and bearer in {Group.STAFF, Group.STUDENTS, Group.TEACHERS}:
        return Audience.SCHOOL, Found("")
    return _BY_BEARER.get(bearer, Audience.SCHOOL), Found("")
