"""Who: finding roles and groups in a sentence or a cell, in both language forms."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tett.access.words import Group, Role

#: What a plan calls the school itself; not a bearer, but a reason to propose leadership.
SCHOOL = "school"

_ER = r"(?:er|ar)(?:en|e|ne|ane|ar)?(?:s|es)?"  # kontaktlærer, -e, -ne, -s; kontaktlærar, -en, -ane
_LEADER = r"le(?:d|i)(?:er|ar)(?:en|e|ne|ane|ar)?s?"
_N = r"(?:en|a|er|ar|ene|ane)?s?"

_STEMS: tuple[tuple[str, str], ...] = (
    (Role.DEPUTY,(
        rf"rektors?\s(?:stedfortreder|stadfortred[ae]r){_N}|(?:assisterende|assisterande|ass\.?)\s?rektor{_N}"
        rf"|nestrektor{_N}|studierektor{_N}|(?:undervisnings|studie)?inspektør{_N}|stedfortredende rektor"
    )),
    (Group.LEADERSHIP,(
        r"(?:(?:skolens|skulens|skulen si|skulen sin?|skolen sin?)\s)?(?:skole|skule)?(?:ledelsen?s?|leiinga?s?"
        r"|leiing)"
        rf"|(?:skolens|skulens)\s{_LEADER}|(?:skole|skule)?le(?:der|iar)(?:grupp(?:en|a|e)|team(?:et)?)s?"
        r"|ledere|leiarar|leiarane|lederne|administrasjon(?:en)?s?"
    )),
    (Role.PRINCIPAL,(
        rf"rektor{_N}|(?:skole|skule)(?:leder|leiar)(?:en)?s?|verksemdsleiar(?:en)?|virksomhetsleder(?:en)?"
    )),
    (Role.DEPARTMENT_HEAD,(
        rf"avd(?:elings|\.)\s?{_LEADER}|avd\.\s?l\.|(?:utdannings|fag|seksjons|trinn|team){_LEADER}"
        r"|nærmeste\s(?:leder|overordnede)|næraste\sleiar"
        r"|avdelingsleiinga?|avdelingsledelsen?"
    )),
    (Role.CONTACT_TEACHER, rf"kontaktlær{_ER}|klasselær{_ER}|klassestyr{_ER}"),
    (Role.SUBJECT_TEACHER, rf"\w*faglær{_ER}|(?:kroppsøvings|gym|norsk|engelsk|matematikk|språk)lær{_ER}"),
    (Role.SOCIAL_COUNSELLOR,(
        rf"sosial\s?-?pedagogisk\s(?:rådgiv|rådgjev){_ER}|sos\.?\s?-?ped\.?(?:\s?-?\s?(?:rådgiv|rådgjev){_ER})?"
        rf"|sosial(?:rådgiv|rådgjev|lær){_ER}|sosialpedagog{_N}"
    )),
    (Role.COUNSELLOR,(
        rf"(?:rådgiv|rådgjev|karriereveiled|karriererettlei|karriererådgiv){_ER}"
        r"|(?:rådgivnings|rådgiver|rådgjevar|rådgivings)(?:tjenesten?|tenesta)"
    )),
    (Role.ENVIRONMENT_WORKER,(
        rf"miljø(?:veiled|rettlei|vegled|arbeid){_ER}|miljøterapeut{_N}|sosialarbeid{_ER}"
        r"|miljø(?:veileder|terapeut)?tjenesten?"
    )),
    (Role.PPT,(
        r"ppt?-?\s?(?:tjenesten?s?|tenesta|teneste|rådgiver|rådgjevar|kontakt(?:en)?)|ppt"
        r"|pedagogisk-?\s?psykologisk\s(?:tjeneste|teneste)"
    )),
    (Role.NURSE,(
        rf"helse(?:sykeplei|sjukeplei){_ER}|helsesykepl\.|helsesøst(?:er|rer|re|era|eren|rene)s?"
        r"|(?:skole|skule)helse(?:tjenesten?|tenesta)"
    )),
    (Role.PUBLIC_HEALTH, rf"folkehelsekoordinator{_N}|folkehelseansvarlige?|folkehelseansvarleg"),
    (Role.BOARDING_STAFF,(
        rf"internat(?:leder|leiar){_N}|internat(?:ansatte?|tilsette|personale[t]?|assistent{_N})s?|hybelvert{_N}"
        rf"|hybelvaktmester{_N}|(?:husmor|husfar|husvert){_N}"
    )),
    (Role.CLASS_REPRESENTATIVE,(
        rf"tillitselev{_N}|elevtillitsval(?:gte?|de?)|klassetillitsval(?:gte?|de?)|klasserepresentant{_N}"
        rf"|elevrådsrepresentant{_N}|tillitsval(?:gt|d)e?\selev{_N}"
    )),
    (Role.DEPUTY_REPRESENTATIVE, rf"vara(?:tillitselev|representant|elev)?{_N}"),
    (Role.ENVIRONMENT_STUDENT, rf"miljøelev{_N}"),
    (Role.COUNCIL_BOARD,(
        rf"elevråds?\s?styre(?:t|ts)?|elevråds?(?:leder|leiar){_N}|elevrådets\s(?:leder|leiar|styre)"
        r"|styret i elevrådet|leder(?:en)? (?:av|i|for) elevrådet|leiar(?:en)? (?:av|i|for) elevrådet"
    )),
    (Group.ENVIRONMENT_COMMITTEE, r"(?:skole|skule)miljøutval(?:get|gets|g|et|ets)?s?|smu"),
    (Group.STUDENT_SERVICES,(
        r"elevtjenesten?s?|elevtenest[ea]s?|elevtjenesteteam(?:et)?|ressursteam(?:et)?|miljøteam(?:et)?"
        r"|støtteteam(?:et)?|(?:elev)?oppfølgingsteam(?:et)?|(?:elev)?oppfølgjingsteam(?:et)?"
    )),
    (Group.COUNCIL, r"elevråd(?:et|ets|a|s)?"),
    (Role.TEMP, rf"vikar{_N}"),
    (Group.TEACHERS,(
        rf"(?:klassens\s)?lær{_ER}|undervisningspersonale[t]?s?|(?:det\s)?pedagogiske?\spersonale[t]?|pedagog{_N}"
        r"|klasseteam(?:et|ets|a|ene)?|lærerteam(?:et)?|lærarteam(?:et)?"
    )),
    (Role.OTHER_STAFF,(
        rf"(?:andre|øvrige)\s(?:ansatte|tilsette)|vaktmest(?:er|eren|re)|vaktmeister(?:en)?|renhold{_ER}"
        rf"|reinhald{_ER}"
        rf"|kantine(?:personale[t]?|ansatte|tilsette)|bibliotekar{_N}|assistent{_N}|fagarbeid{_ER}"
        r"|kontorpersonale[t]?"
    )),
    (Group.STAFF,(
        r"ansatt(?:e|es|en)?|tilsett(?:e|es)?|tilsette sine?|personal(?:et|e|ets|es)|medarbeid(?:ere|erne|arar|arane)s?"
        r"|(?:alle\s)?v(?:oksne|aksne)(?:s|nes)?"
        r"|alle\s(?:som|dei som|de som)\s(?:arbeider|jobber|jobbar|arbeidar)(?:\s(?:ved|på|i)\s(?:skolen|skulen))?"
        r"|arbeidstakere|arbeidstakarar"
    )),
    (Group.STUDENTS, rf"(?:med)?elev{_N}(?:\ssin(?:e)?|\ssi)?|klassen|klassane|klassene"),
    (Group.GUARDIANS,(
        r"(?:de\s|dei\s)?(?:foresattes?|føresettes?|foreldre(?:ne|a)?s?)|heimen|hjemmet|foreldreråd(?:et)?|fau"
    )),
    (Role.COUNTY_OFFICER, r"(?:skole|skule)ei(?:er|gar)(?:en|s|ens)?|fylkeskommun(?:en|e)s?"),
    (Role.EXTERNAL,(
        rf"politi(?:et)?|slt(?:-?koordinator{_N})?|barnevern(?:et|stjenesten|stenesta|stjeneste)?|bup|nav"
        r"|utekontakt(?:en)?"
        r"|eksterne(?:\s(?:samarbeidspartnere|aktører|instanser|aktørar))?|oppfølgings(?:tjenesten|tenesta)"
        rf"|ruskonsulent{_N}"
    )),
    (Role.ADMINISTRATOR, r"(?:system|ikt-?)ansvarlige?|ikt-?ansvarleg"),
    (Group.EVERYONE,(
        r"alle\s(?:på|ved|i)\s(?:skolen|skulen)|alle\sinvolverte|samtlige|alle(?=\s*(?:[,.;/:)]|og\b|$))"
        r"|alle(?=\s(?:har|skal|må|er|plikter|pliktar|bidrar|bidreg)\b)"
    )),
    (SCHOOL, r"skolen|skulen"),
)  # fmt: skip
_ANY = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<b{n}>{pattern})" for n, (_, pattern) in enumerate(_STEMS)) + r")(?!\w|-\w)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:og|eller|i|samarbeid|samråd|dialog|med|saman|sammen|ved|v|alle|den|enkelte|aktuelle?|skolens|skulens"
    r"|klassens|skolen|skulen|resten"
    r"|av|de|dei|det|samt|evt|eventuelt|for|på|til|fra|frå|hver|kvar|hvert|andre|øvrige|relevante|ansvarlige?"
    r"|ansvarleg|hoved|har|er|ansvar|ansvaret"
    r"|hovedansvar|hovudansvar|utføres|utføre|klasse|klassen|klasser|m\.?fl|mfl|sin|sine|som|selv|sjølv|berørte"
    r"|involverte|en|ein|to|gjennom|via"
    r"|overordnet|overordna|leder|leiar|koordinerer|bistår|etter|behov|så|hele|heile|si|også|og så|der|fast|faste"
    r"|delegert|delegerer|plan|turnus|tilsynsplan|vaktliste|sosial|pedagogisk)\b"
    r"|[^\w]+|\bvg\s?[123]\b|\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class FoundBearer:
    """A role or group and where in the text it is named."""

    value: str
    starts: int
    ends: int


@dataclass(frozen=True)
class Owner:
    """Who a cell or phrase makes responsible, and the words in it that weren't understood."""

    found: tuple[FoundBearer, ...]
    strange: tuple[tuple[int, int], ...]

    @property
    def values(self) -> tuple[str, ...]:
        """Give each bearer once, the first named first."""
        return tuple(dict.fromkeys(f.value for f in self.found))


@lru_cache(maxsize=4096)
def bearers_in(text: str) -> tuple[FoundBearer, ...]:
    """Find all roles and groups that a text names."""
    return tuple(
        FoundBearer(str(_STEMS[int((m.lastgroup or "b0")[1:])][0]), m.start(), m.end()) for m in _ANY.finditer(text)
    )


@lru_cache(maxsize=4096)
def read_owner(text: str) -> Owner:
    """Read a text that is about who is responsible and nothing else."""
    found = bearers_in(text)
    strange, last = [], 0
    for starts, ends in [*((f.starts, f.ends) for f in found), (len(text), len(text))]:
        strange += _strange(text, last, starts)
        last = ends
    # "elevenes kontaktlærer": a genitive tells whose, not who.
    people = tuple(f for f in found if not _whose(text, f))
    return Owner(people or found, tuple(strange))


@lru_cache(maxsize=4096)
def only_bearers(text: str) -> bool:
    """Tell whether a text names who and nothing else."""
    owner = read_owner(text)
    return bool(owner.found) and not owner.strange


def _whose(text: str, found: FoundBearer) -> bool:
    return (
        text[found.ends - 1 : found.ends] == "s"
        and bool(re.match(r"\s\w", text[found.ends :]))
        and not (re.match(r"\s(?:og|eller|samt)\b", text[found.ends :]))
    )


def _strange(text: str, starts: int, ends: int) -> list[tuple[int, int]]:
    left = _FILLER.sub(lambda m: " " * len(m.group()), text[starts:ends])
    whole = left.strip()
    if not whole:
        return []
    first = starts + left.index(whole)
    return [(first, first + len(whole))]
