"""What completes a duty, and which section of the Act it serves: decided from words."""

import re
from dataclasses import dataclass

from tett.access.words import Group, Role
from tett.calendar.words import Rhythm
from tett.plan.rules.bearers import bearers_in
from tett.plan.words import Evidence


@dataclass(frozen=True)
class Found:
    """A value and the words in the text that led to it; no words where it follows from who or when."""

    value: str
    starts: int = 0
    ends: int = 0


def first_of(table: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> Found | None:
    """Give the value of the words that stand first in the text."""
    hits = [(m.start(), n, m) for n, (_, pattern) in enumerate(table) if (m := pattern.search(text))]
    if not hits:
        return None
    _, number, match = min(hits, key=lambda hit: hit[:2])
    return Found(table[number][0], *match.span())


def table_of(*rows: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Make a table of values and the words that mean them."""
    return tuple((value, re.compile(pattern, re.IGNORECASE)) for value, pattern in rows)


# -- evidence --------------------------------------------------------------------------------------------------

_PUBLISHED = re.compile(
    r"hjemmesid\w*|heimesid\w*|nettsid\w*|nettsted\w*|publiser\w*|legges ut på|leggjast ut", re.IGNORECASE
)
_STANDING = re.compile(
    r"(?:ta\sansvar\sfor\så\s|aktivt\s|alltid\s|også\s|å\s|i\sfellesskap\s|ikke\s|ikkje\s)*"
    r"(?:være|vere|vær|ver|er|opptr\w+|bidra\w*|bidreg|ta\s(?:\w+\s){0,5}?på\salvor|tar\s(?:\w+\s){0,5}?på\salvor"
    r"|følge?\s(?:aktivt\s)?med|følgje?\s(?:aktivt\s)?med|følger\smed|reager\w*"
    r"|vise?r?\b|møte?r?\s(?:elev|alle|hver|kvar|medelev)\w*|respekter\w*|skape?r?\b|støtte?r?\b|ha\s(?:en|ein|et"
    r"|eit|god|høy|høg|nulltoleranse|respekt)|melde?r?\s(?:i\s)?(?:fra|frå)|si\s(?:i\s)?(?:fra|ifra)"
    r"|sei\s(?:i\s)?(?:frå|ifrå)|seie?\sifrå|sier\si(?:\s)?fra|varsle?\b|varsel\b|bry\sseg|behandl\w+|fremme?\b"
    r"|ivareta\w*|oppmuntre?\b|inkluder\w+|forebygge?\b|førebyggj?e?\b|følge\s(?:skole|skule|klasse|ordens)?regl\w+"
    r"|følgje\s(?:skule|klasse|ordens)?regl\w+|arbeide?r?\s(?:\w+\s){0,3}?for|jobbe?r?\s(?:\w+\s){0,3}?for"
    r"|legge\stil\srette|leggje\stil\srette|bygge\s(?:gode\s)?relasjon\w*|byggje\s(?:gode\s)?relasjon\w*|hjelpe\b"
    r"|stå\sopp\sfor|arbeide?r?\s(?:kontinuerlig|systematisk)|følges\sav|følgast\sav|skal\sfølges)",
    re.IGNORECASE,
)
_STEPS_IN = re.compile(r"(?:å\s)?(?:gripe?r?|gripe)\sinn\b", re.IGNORECASE)
_TAKES_PART = re.compile(r"(?:aktivt\s)?(?:delta|deltar|deltek|(?:ta|tar|tek)\s(?:aktivt\s)?del)\b", re.IGNORECASE)
_HOLDS = re.compile(
    r"\bfølges av|\bfølgast av|\b(?:arbeider|jobber|arbeidar|jobbar)\s(?:for\sat|etter|ut\s(?:fra|frå)"
    r"|i\stråd\smed)\b"
    r"|\b(?:overordn\w+|øverste)\sansvar",
    re.IGNORECASE,
)
_DISCUSSES = re.compile(
    r"\b(?:drøfting\w*|tar for seg|tek for seg|tas opp|takast opp|behandl(?:er|ar|es|ast)|drøft(?:er|ar|es|ast)"
    r"|diskuter(?:er|es|ast))\b",
    re.IGNORECASE,
)
_ENCOURAGED = re.compile(
    r"\b(?:oppfordres|oppmodast|oppfordrast|forventes|forventast)\b|\bønskj?er\s\w+\så\slegg", re.IGNORECASE
)
_OPENING = re.compile(
    r"^.{0,80}?\b(?:skal|må|bør|plikter\så|pliktar\så|har\s(?:\w+\s){0,2}(?:ansvar(?:et)?|plikt|oppgave"
    r"|oppgåve)\s(?:for|til|med)(?:\så)?|er\sansvarl\w+\sfor(?:\så)?)\s(?:også\s|alltid\s|aktivt\s)?",
    re.IGNORECASE,
)
_EVIDENCE = table_of(
    (Evidence.READING,(
        r"gjøre seg kjent med|gjere seg kjen[dt] med|sette seg inn i|setje seg inn i|\blese\b|ha kjennskap til"
        r"|kjenne til|ha lest|er kjent med|kjenner innholdet|kjenne innhald"
    )),
    (Evidence.NOTE,(
        r"består av|resultat\w*\s(?:fra|frå|av|på)|\w*(?:aktivitets|tiltaks|oppfølgings|oppfølgjings)plan\w*"
        r"|revisjon\w*|\brull(?:er|ert|a)\w*|\bgi\w* innspill|\bgje\w* innspel|følge\w* opp (?!at alle klasser gj)"
        r"|følgje\w* opp (?!at)|revider\w+|evaluer\w+|klasseregl\w+|\bplan(?:en)? (?:for|ut)|lage (?:en |ein )?plan"
        r"|utarbeid\w+|\blag\w* (?:\w+ )?\w*plan|dokumenter\w+|oppfølg\w+ av|rutin\w+"
    )),
    (Evidence.SURVEY, r"\w*kartlegg\w*|\w*undersøk(?:else|ing)\w*|\bspekter\b|\binnblikk\b|klassetrivsel\w*"),
    (Evidence.TALK, r"\w*samtale\w*|\w*samtalar\w*|\bsnakk\w*\s(?:\w+\s)?med\b"),
    (Evidence.CONFIRMATION,(
        r"^inform\w+|\binformer\w+|\bgjennomgå\w*|\bgjennomgang\w*|\borienter\w+|\bpresenter\w+|gjøres? kjent"
        r"|\b(?:går|gå|gås|gåast|gåes|gjekk)\s(?:\w+\s)?gjennom"
    )),
    (Evidence.MEETING,(
        r"\b(?!møter?\s(?:elev|hver|kvar|alle|med\s?elev|kontaktlær))(?!møtes|møtest)\w*møte(?!plass)\w*|\w*møta\b"
        r"|skolemiljøutval\w*|skulemiljøutval\w*|klasseteam\w*|kalles inn|kallast inn|klassens time|klassetime\w*"
        r"|\b\w*(?:teamet|utvalget|utvalet|gruppa|gruppen|rådet|styret)\s(?:møtes|møtest)|^elevråd(?:et)?$"
        r"|på dagsorden|på agendaen|\ber sak\b|lærerteam\w*|lærarteam\w*"
    )),
    (Evidence.ACTIVITY,(
        r"\w*akt?ivitet(?!splan|splikt)\w*|\b(?!\w*(?:kul|struk|na|littera|signa|tempera)tur)\w*tur(?:en|er|ar)?\b"
        r"|\b(?!(?:man|mån|tirs|tys|ons|tors|fre|lør|søn|hver|kvar|skole|skule|planleggings"
        r"|arbeids)dag)[\w-]+dag(?:en|er|ene|ar|ane)?\b|(?:miljø|tema|trivsels|folkehelse|vennskaps|ryddings?)(?:uke"
        r"|uka|veke|veka)\w*|\bdag for|\bdagen\b|\w*arrangement\w*|\w*tiltak\w*|makker\w*|makkerskap|\w*turnering\w*"
        r"|\w*fest(?:en)?\b|\w*frokost\w*|\w*frukost\w*|\w*lunsj\w*|\w*middag\w*|\w*kveld\b|\w*kaf[eé]\w*|\w*leir\b"
        r"|\w*teater\w*|\w*foredrag\w*|\w*kurs\w*|\w*konsert\w*|overnatting\w*|\bMOT\b"
    )),
)  # fmt: skip
_BEFORE_NAME = re.compile(r"(?:(?:alle|de|dei|den|skolens|skulens|enkelte|også)\s)*", re.IGNORECASE)
_CASE = re.compile(
    r"\b(?:saken|saka|enkeltsak(?:er|ar)?|alvorl\w+\s(?:sak\w*|tilfelle\w*|hendel\w+)|undersøkelser|undersøkingar"
    r"|enkeltvedtak|aktivitetsplan(?:en)?|tiltaksplan(?:en)?"
    r"|ved\s(?:brudd|brot|alvorl\w+|krenk\w+|mobb\w+|hendel\w+|bekymring\w*)|(?:dersom|hvis|når|om)\s(?:noen|nokon"
    r"|en\selev|ein\selev|eleven|det\skommer|det\sblir))\b",
    re.IGNORECASE,
)
_PLAN_HOUR = re.compile(r"klassens time|klassetime", re.IGNORECASE)


def opening(text: str) -> int:
    """Tell where the duty begins, after who and "skal", or "skal" and who."""
    match = _OPENING.match(text)
    if match is None:
        return 0
    after = next((b for b in bearers_in(text) if b.starts >= match.end()), None)
    inverted = after and _BEFORE_NAME.fullmatch(text, match.end(), after.starts)
    return after.ends + 1 if after and inverted else match.end()


def case_in(text: str) -> tuple[int, int] | None:
    """Find words that say that something is done when there is a case for it."""
    match = _CASE.search(text)
    return match.span() if match else None


def is_standing(text: str, bearer: str) -> bool:
    """Tell whether a duty holds all the time instead of being done at times."""
    duty = text[opening(text) :]
    if _STANDING.match(duty) or _STEPS_IN.match(duty) or _ENCOURAGED.search(text) or _HOLDS.search(text):
        return True
    return bearer in {Group.STUDENTS, Role.STUDENT} and bool(_TAKES_PART.match(duty))


def evidence_of(texts: tuple[str, ...], rhythm: Rhythm, *, standing: bool) -> tuple[Evidence, int, Found]:
    """Decide what completes a duty; gives which of the texts said so, and where in it."""
    for number, text in enumerate(texts):
        if match := _PUBLISHED.search(text):
            return Evidence.PUBLISHED, number, Found("", *match.span())
    if standing and rhythm == Rhythm.AS_NEEDED:
        return Evidence.NOTE, 0, Found("")
    if standing or rhythm == Rhythm.ALWAYS:
        return Evidence.ALWAYS, 0, Found("")
    for number, text in enumerate(texts):
        if match := _DISCUSSES.search(text):
            return Evidence.MEETING, number, Found("", *match.span())
    for number, text in enumerate(texts):
        if found := first_of(_EVIDENCE, text):
            chosen = Evidence.NOTE if _PLAN_HOUR.match(text) else Evidence(found.value)
            in_a_case = rhythm == Rhythm.AS_NEEDED and chosen in {Evidence.SURVEY, Evidence.ACTIVITY}
            return Evidence.NOTE if in_a_case else chosen, number, found
    return Evidence.CONFIRMATION, 0, Found("")


# -- the Act ---------------------------------------------------------------------------------------------------

_SECTIONS = table_of(
    ("§ 12-5", r"ansatt\w* (?:som )?krenker|tilsett\w* (?:som )?krenkj?er|§\s?12-5"),
    ("§ 12-4",(
        r"§\s?12-4|meld\w* (?:i )?fra|meld\w* frå|gripe\w* inn|følge? (?:aktivt )?med|følgje? (?:aktivt )?med"
        r"|mistanke|varsl\w+|krenk\w+|mobb\w+|aktivitetsplan|tiltaksplan|språkbruk|undersøke saken"
    )),
    ("§ 10-5", r"elevråd\w*|tillitselev\w*"),
    ("§ 10-4",(
        r"medvirk\w+|medverk\w+|innspill|innspel|skolemiljøutval\w*|skulemiljøutval\w*|klassens time|klasseregl\w+"
        r"|revider\w+"
    )),
    ("forskrift § 19-3", r"elevundersøk\w+"),
    ("forskrift § 11-1", r"utviklingssamtal\w*"),
    ("§ 10-8", r"\binform\w+|skolereglene|skulereglane|foreldremøt\w*|hjemmesid\w*|nettsid\w*"),
    ("§ 24-1", r"\biko\b|tverrfagl\w+|tverretat\w+|klasseteam\w*|\bppt\b|\bslt\b"),
)  # fmt: skip


def act_section_of(text: str) -> str:
    """Give the section of the Education Act (2023) that a duty serves; § 12-3 unless words say another."""
    found = first_of(_SECTIONS, text)
    return found.value if found else "§ 12-3"
