"""Headings: which lines are one, whose duties stand under it, and which letter its commitments have."""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, product

from tett.access.words import Group, Role
from tett.plan.rules.bearers import SCHOOL, bearers_in
from tett.plan.rules.times import FoundTime, only_time, times_in

LONGEST, MOST_WORDS = 110, 16
_SIGNED = re.compile(r"\s*#{1,6}\s+\S")
_NUMBERED = re.compile(
    r"(?:(?:kapittel|kap\.|del)\s)?\d{1,2}(?:\.\d{1,2}){0,3}[.):]?\s+[A-ZÆØÅ§]|(?:kapittel|del|vedlegg)\s\d",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:#{1,6}\s+)?(?:(?:kapittel|kap\.|del|vedlegg)\s)?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?\s+)?(?:[a-e]\)\s)?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:skal|må|er|har|kan|blir|vil|ble|gis|får|bør|vert|består|gjennomfører|sier|gir|deltar|står|tar|følger"
    r"|bidrar|arbeider|jobber|oppfordres|avholdes)\b",
    re.IGNORECASE,
)
#: "Slik gjør vi det", "Når noen ikke har det bra": headings that are sentences.
_ASKS = re.compile(
    r"(?:slik|hva|kva|hvem|kven|hvordan|korleis|hvorfor|kvifor|når|dersom|hvis|dette)\s(?:\S+\s?){1,9}$", re.IGNORECASE
)
#: "Trinn 1:" begins a line of its own, but no section.
STEP = re.compile(r"(?:trinn|steg|fase|punkt|nivå)\s\d{1,2}\s?[:.]\s+\S", re.IGNORECASE)
_REVISED = re.compile(r"(?:sist\s)?(?:revidert|oppdatert|vedtatt|vedteken|vedteke|godkjent|godkjend)\b", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:referanser?|kilder|kjelder|lenker|lenkjer|litteratur|vedlegg|revisjon|revidering|evaluering|innledning"
    r"|innleiing|bakgrunn"
    r"|lovverk|lovgrunnlag|formål|føremål|definisjoner|definisjonar|årshjul|kontaktinformasjon)(?:\s(?:og|av"
    r"|for)\s[\wæøå ]{2,40})?:?$",
    re.IGNORECASE,
)
_DUTIES = (
    r"(?:rolle[nr]?|rollar|ansvar(?:et)?|oppgaver?|oppgåver?|oppgåvene|plikt(?:er|ar|ene)?|ansvarsområde[rt]?"
    r"|arbeid(?:et)?|bidrag|handlingsplikt|aktivitetsplikt|del)"
)
_OWN = re.compile(rf"(?:\s(?:si|sitt|sin|sine))?\s{_DUTIES}\b", re.IGNORECASE)
_FOR = re.compile(
    rf"{_DUTIES}(?:\s(?:og|/)\s{_DUTIES})*\s(?:for|til|hos|som\sligger\stil)\s(?:den\senkelte\s|alle\s|skolens\s"
    r"|skulens\s)?$",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"\s(?:skal|må|har\s(?:et\s|eit\s)?(?:særleg\s|særlig\s)?(?:ansvar(?:et)?|oppgaven?|oppgåva?|plikt)|plikter"
    r"|pliktar|er\sansvarl\w+|sørger|sørgjer|syter|sikrer|sikrar|arbeider|arbeidar|jobber|jobbar)"
    r"(?:\s(?:for|til|også|òg|dessuten|i\stillegg))?(?:\s(?:å|at))?\s?[:–-]?\s?$|\s?[:–-]?\s?$",
    re.IGNORECASE,
)
_BEFORE_ROLE = re.compile(r"(?:(?:alle|den\senkelte|dei|de|skolens|skulens|hver|kvar|som)\s)*", re.IGNORECASE)

#: The letters that whoever knows one plan knows from the others.
_ROLE_LETTERS: dict[str, str] = {
    Group.STAFF: "A", Group.TEACHERS: "L", Role.CONTACT_TEACHER: "K", Role.DEPARTMENT_HEAD: "D", Group.STUDENTS: "E",
    Group.COUNCIL: "R", Role.COUNCIL_BOARD: "R", Group.GUARDIANS: "H",
}  # fmt: skip
_TOPIC_LETTERS = (
    (
        "H",
        (
            r"\b(?:skole\s?-\s?hjem|skule\s?-\s?heim|hjem\s?-\s?skole|heim\s?-\s?skule|hjem|heim(?:en)?|foresatte"
            r"|føresette|foreldre\w*)\b"
        ),
    ),
    ("I", r"\b(?:tverrfagl\w+|tverretatl\w+|tverretatleg|tverrfagleg|IKO(?:-\w+)?)\b"),
    (
        "V",
        (
            r"\b(?:revisjon|revider\w+|revidering|referanser?|kilder|kjelder|lenker|lenkjer|evaluering av (?:hand"
            r"|plan)\w+)\b"
        ),
    ),
    ("F", r"\b(?:forebygg\w+|førebygg\w+|tiltaksplan|årsplan)\b"),
)
_INTRODUCES = re.compile(
    r"\b(?:innledning|innleiing|bakgrunn|formål|føremål|om planen|generelt|arbeid for)\b", re.IGNORECASE
)
_PLAIN_LETTERS = str.maketrans({"Æ": "A", "Ø": "O", "Å": "A", "É": "E"})
_SMALL_WORDS = frozenset(
    [
        "og",
        "i",
        "på",
        "for",
        "til",
        "av",
        "med",
        "som",
        "en",
        "et",
        "ei",
        "ein",
        "eit",
        "det",
        "den",
        "de",
        "dei",
        "om",
        "ved",
        "vår",
        "våre",
    ]
)


@dataclass(frozen=True)
class Heading:
    """A heading's words, and what everything under it takes over from it."""

    words: str
    bearer: str | None
    time: FoundTime | None


def read_heading(text: str) -> Heading:
    """Understand a heading."""
    words = _NUMBER.sub("", text.strip()).strip(" :*_#")
    return Heading(words or text.strip(), heading_bearer(words), _time(words))


def begins_section(text: str) -> bool:
    """Tell whether a line is a heading by its own words, wherever it stands."""
    if len(text) > LONGEST:
        return False
    if _SIGNED.match(text) or _KNOWN.match(_NUMBER.sub("", text)):
        return True
    if _NUMBERED.match(text):
        return looks_like_heading(text)
    whose = bool(heading_bearer(text)) and not text.endswith((".", ",", ";"))
    return whose and bool(_OWN.search(text) or _FOR.search(text))


def looks_like_heading(text: str) -> bool:
    """Tell whether a line that stands by itself can be a heading."""
    plain = _NUMBER.sub("", text).strip()
    if not plain or len(text) > LONGEST or len(text.split()) > MOST_WORDS or plain.endswith((".", ",", ";", "!")):
        return False
    if (
        "http" in plain
        or "@" in plain
        or (re.search(r"\.{4,}|\s\d{1,3}$", plain) and not re.search(r"§|20\d\d$|kap\w*\.?\s\d+$", plain))
    ):
        return False
    if not (plain[0].isupper() or plain[0] == "§"):
        return False
    if _REVISED.match(plain):
        return False
    return not _VERB.search(plain) or plain.endswith("?") or bool(_ASKS.match(plain)) or is_lead_in(plain)


def is_lead_in(text: str) -> bool:
    """Tell whether a line gives somebody the duties that are listed after it, as "Rektor skal:"."""
    return (
        text.rstrip().endswith(":")
        and heading_bearer(text.rstrip(" :")) is not None
        and len(text.split()) <= MOST_WORDS // 2
    )


def heading_bearer(words: str) -> str | None:
    """Tell whose duties stand under a heading: "Elevens rolle", "Ansvar for rektor", "Rektor", "Rektor skal"."""
    found = [b for b in bearers_in(words) if b.value != SCHOOL]
    if not found:
        return None
    first = found[0]
    before, after = words[: first.starts], words[found[-1].ends :]
    if _FOR.search(before) and _LEADS_IN.fullmatch(after):
        return first.value
    if not _BEFORE_ROLE.fullmatch(before):
        return None
    return first.value if _LEADS_IN.fullmatch(after) or _OWN.match(after) or _OWN.match(words[first.ends :]) else None


def _time(words: str) -> FoundTime | None:
    return times_in(words)[0] if only_time(words) and times_in(words) else None


class Letters:
    """Hands out a letter to each heading, the same for the same headings in the same order."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._rest = _all_letters()

    def give(self, heading: Heading, *, has_table: bool, first: bool) -> str:
        """Give the known letter of what the heading is about, or the first free two of its own."""
        for letter in self._wanted(heading, has_table=has_table, first=first):
            if letter not in self._taken:
                self._taken.add(letter)
                return letter
        raise AssertionError  # pragma: no cover - there are 676 pairs and then triples

    def _wanted(self, heading: Heading, *, has_table: bool, first: bool) -> Iterator[str]:
        known = _ROLE_LETTERS.get(heading.bearer or "")
        topics = [letter for letter, pattern in _TOPIC_LETTERS if re.search(pattern, heading.words, re.IGNORECASE)]
        table = ["F"] if has_table else []
        # A table under "Skole-hjem" is about home and school; a table of preventive measures is F whatever else.
        topics = [*(t for t in topics if t == "F"), *topics] if has_table else topics
        general = ["G"] if not heading.bearer and (first or _INTRODUCES.search(heading.words)) else []
        own = _own_letters(heading.words)
        return chain([known] if known else [], topics, table, general, own, self._rest)


def _own_letters(words: str) -> list[str]:
    plain = [
        w.upper().translate(_PLAIN_LETTERS) for w in re.findall(r"[^\W\d_]+", words) if w.lower() not in _SMALL_WORDS
    ]
    plain = [w for w in plain if w.isascii()]
    inside = [w[0] + letter for w in plain for letter in w[1:]]
    return inside or [w * 2 for w in plain]


def _all_letters() -> Iterator[str]:
    for length in (2, 3, 4):
        yield from map("".join, product(string.ascii_uppercase, repeat=length))
