"""Sentences, and the clauses of a sentence that promise different things or at different times."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tett.plan.rules.stretch import Stretch
from tett.plan.rules.times import FoundTime, times_in

_SHORTENED = re.compile(
    r"(?:\b(?:kap|ca|mm|m\.m|bl\.a|f\.eks|jf|jfr|pr|evt|ev|dvs|osv|o\.l|ol|nr|m\.v|mv|ass|avd|sos|ped|tlf|kl|inkl"
    r"|ekskl|mfl|m\.fl|v|s|st|dr"
    r"|jan|febr?|mar|apr|aug|sept?|okt|nov|des|mnd|min|max|maks|g|d\.v\.s|t\.d|til dømes|bokst|pkt|art|fvl|aml)"
    r"|(?<![\w.,:])\d{1,2})\.$",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;](?:[\"»”)]*)\s+(?=\S)")
#: Verbs that plans oblige with, by their stems.
STEMS = (
    "gjennomfør|informer|orienter|følg|følgj|sørg|sørgj|syt|lag|utarbeid|kall|inviter|hold|hald|avhold|avhald"
    "|kartlegg|meld|varsl|varsel|grip|undersøk|undersøkj"
    "|dokumenter|evaluer|revider|planlegg|planleggj|arranger|organiser|skap|legg|leggj|samarbeid|oppdater|publiser"
    "|presenter|snakk|drøft|diskuter"
    "|observer|registrer|opprett|oppnevn|oppnemn|velg|velj|tren|øv|bruk|støtt|sikr|bygg|byggj|vis|opptr|reager"
    "|respekter|tilrettelegg"
    "|koordiner|led|lei|styrk|frem|fremm|forebygg|førebygg|førebyggj|avdekk|avdekkj|håndter|handter|sett|set|setj"
    "|still|send|skriv|les|innkall|videreformidl"
    "|vidareformidl|rapporter|driv|involver|prioriter|inkluder|oppmuntr|oppfordr|oppmod|jobb|arbeid|behandl|gjør"
    "|gjer|ha|del|svar|hjelp|tilpass|ivareta"
    "|rettlei|veiled|bistå|formidl|sammenkall|analyser|innhent|oppsøk|signer|les|forbered|førebu|rediger|tilbakemeld"
    "|kontakt|utvikl|implementer|signaliser|møt|bidrag|besøk|bytt|fordel|avtal|marker|feir|henvis|tilvis|ring|sjekk"
    "|loggfør|journalfør|iverksett|igangsett|start|oppnå"
)
SHORT_VERBS = (
    "være|vere|vær|ver|ta|gi|gje|delta|bidra|se|sjå|gå|stå|få|la|be|bry|ha|tilby|gjennomgå|vedta|ivareta|gjøre|gjere"
    "|gjør|gjer|ber|tar|tek|gir|gjev|deltar|deltek"
    "|bidrar|bidreg|er|ser|går|ivaretar|ivaretek|gjennomgår|tilbyr|tilbyd|holder|held|legg|set|grip|driv|skriv|møter"
    "|si|sei|sier|seier"
)
VERB = rf"(?:(?:{STEMS})(?:e|er|ar|r|je|jer)?|{SHORT_VERBS})"
_TELLS = r"(?:sier?|si|seier|seie|sei|melder?|varsler?|varslar)(?:\s(?:alltid|straks))?\si?\s?(?:fra|frå)\b"
_ALSO = re.compile(
    rf",?\s(?:samt|og\sdessuten|og\si\stillegg)\s(?={VERB}\b)|(?<=\w{{4}}),?\sog\s(?={_TELLS})", re.IGNORECASE
)
_COMMA = re.compile(r"[,;]\s(?!(?:ansvar\w*|som|der|og|samt|v/)\b)(?![^()]*\))", re.IGNORECASE)
_TELLING = re.compile(rf"\b(?:skal|må|er|har|{VERB}r|\w{{3,}}es)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:før|føre|når|etter\sat|dersom|hvis|siden|sidan|mens|medan)\s(?!(?:jul|høst|haust|påske)\b)[^,]{8,90},\s",
    re.IGNORECASE,
)
_JOIN = re.compile(r",\s(?:og|samt|men)\s|,\s|\s(?:og/eller|og|eller|samt|men)\s|;\s|\.\s|\s[-–]\s")


def sentences_of(words: Stretch) -> list[Stretch]:
    """Cut a passage into sentences; "kap. 12" and "1. oktober" don't end one."""
    found, last = [], 0
    for stop in _STOP.finditer(words.text):
        sign_ends = stop.start() + 1
        after = words.text[stop.end()]
        shortened = words.text[stop.start()] == "." and _SHORTENED.search(
            words.text[max(0, stop.start() - 14) : sign_ends]
        )
        if shortened and not (
            after.isupper()
            and words.text[stop.start() - 1].isalpha()
            and words.text[stop.start() - 2 : stop.start()] == "mm"
        ):
            continue
        if after.islower() and words.text[stop.start()] == ".":
            continue
        found.append(words.cut(last, sign_ends))
        last = stop.end()
    rest = words.cut(last) if last < len(words.text) else None
    return [s for s in (*found, rest) if s]


def clauses_of(sentence: Stretch) -> list[Stretch]:
    """Cut "kartlegge … samt følge opp …" in two."""
    return _cut_at(sentence, [(m.start(), m.end()) for m in _ALSO.finditer(sentence.text)])


def items_of(sentence: Stretch) -> list[Stretch]:
    """Cut what a month lists, as "Foreldremøte Vg1, tur til skogen (kontaktlærer)"; a sentence stays whole."""
    if _TELLING.search(sentence.text):
        return [sentence]
    return _cut_at(sentence, [(m.start(), m.end()) for m in _COMMA.finditer(sentence.text)])


def times_of_duty(text: str) -> tuple[FoundTime, ...]:
    """Find the times of a sentence, without those of a clause that leads up to it: "Før elevene kommer i august, …"."""
    lead, times = _LEAD.match(text), times_in(text)
    return tuple(t for t in times if lead is None or t.starts >= lead.end()) or times


def by_time(words: Stretch, *, cell: bool = False) -> list[tuple[Stretch, FoundTime | None]]:
    """Cut what happens at several times into a part for each; in a cell also where no word joins the parts."""
    times = times_of_duty(words.text)
    cuts = _joins_between(words.text, times, cell=cell)
    if len(times) < 2 or len(cuts) < len(times) - 1:  # noqa: PLR2004 - one time needs no cut
        return [(words, times[0] if times else None)]
    return [(part, (times_in(part.text) or (None,))[0]) for part in _cut_at(words, cuts)]


def _joins_between(text: str, times: Sequence[FoundTime], *, cell: bool) -> list[tuple[int, int]]:
    cuts = []
    for one, other in pairwise(times):
        join = _JOIN.search(text, one.ends, other.starts + 1)
        if join and join.end() <= other.starts + 1:
            cuts.append((join.start(), join.end()))
        elif cell:
            cuts.append((one.ends, one.ends))
    return cuts


def _cut_at(words: Stretch, cuts: list[tuple[int, int]]) -> list[Stretch]:
    edges = [0, *(place for cut in cuts for place in cut), len(words.text)]
    parts = [words.cut(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return [part for part in parts if part]
