"""Whom a sentence makes responsible: its subject, or who it says does it, or who has the responsibility."""

import re
from dataclasses import dataclass

from tett.access.words import Group
from tett.plan.rules.bearers import SCHOOL, FoundBearer, bearers_in, only_bearers, read_owner
from tett.plan.rules.sentences import STEMS, VERB

ASKED = r"(?:oppfordres|oppfordrast|oppmodast|oppmodes|blir oppmoda|vert oppmoda|forventes|forventast|ventast|ventes)"
#: What somebody does, in the present tense.
PRESENT = (
rf"(?:(?:{STEMS})(?:er|ar|r|jer)|tar|tek|gir|gjev|deltar|deltek|bidrar|bidreg|ser|går|ivaretar|gjennomgår|tilbyr"
    r"|møter|holder|held"
    r"|grip|legg|set|driv|sier|vel|skriv)"
)  # fmt: skip
PASSIVE = re.compile(
rf"\b(?:(?:{STEMS})(?:es|s|ast|jast|st)|(?:gis|gjevast|tas|takast|gjennomgås|gjennomgåast|gås|gåast|tilbys"
    r"|vedtas|bes|ses|holdes|legges))\b"
    rf"|\b(?:blir|vert|bli|verte)\s(?:\w+\s){{0,2}}?(?:{STEMS}|gjennomgå|gitt|gjeve|tatt|teke|halde|heldt|kalla"
    r"|invitert|rull)\w*",
    re.IGNORECASE,
)  # fmt: skip
_GATHER = re.compile(r"(?:organiseres|organiserast|møtes|møtest|samles|samlast|oppfordres|oppmodast)$", re.IGNORECASE)
_ENDS_PASSIVE = re.compile(
    r"(?:\w{2,}(?:es|ås|is|ast|åast)|(?:blir|vert|ble|vart)|(?:skal|må|bør)\s(?:bli|verte|få)|får)$", re.IGNORECASE
)
_GIVEN = re.compile(
    rf"\b(?:skal|må|vil)?\s?(?:få|får|ha\s(?:en|ein|minst|to|samtale|elevsamtale)|{VERB}s|tilbys|inviter\w+"
    r"|informer\w+)\b",
    re.IGNORECASE,
)
_DETERMINER = (
    r"(?:(?:alle|den\senkelte|dei?|skolens|skulens|klassens|hver|kvar|den|hver\senkelt|både|som|i\stillegg|nye"
    r"|samtlige)\s)*"
)
_DETERMINERS = re.compile(rf"{_DETERMINER}(?:her\s)?", re.IGNORECASE)
_AND = re.compile(r"\s?(?:,|/|og|eller|samt)\s?(?:(?:skolens|alle|den\senkelte|klassens|de|dei)\s)?", re.IGNORECASE)
_ADVERBIAL = (
    r"(?:før|føre|etter|i|på|ved|når|dersom|hvis|fra|frå|gjennom|under|om|innen|innan|hver|kvar|hvert|kvart|der|her"
    r"|da|då|deretter|så|de\s(?:to|tre|første)"
    r"|dei\s(?:to|tre|fyrste|første)|første|fyrste|den\s(?:første|fyrste|siste)|to\sganger|minst|en\sgang|ein\sgong"
    r"|for\så|utover|høst|haust|vår|årlig|årleg|normalt)\b"
)  # fmt: skip
_INVERTED = re.compile(
    rf"^(?:[^.]{{0,110}}?\b(?P<modal>skal|må|bør)\s|{_ADVERBIAL}[^.]{{0,140}}?\b(?P<verb>{PRESENT})\s){_DETERMINER}$",
    re.IGNORECASE,
)
_VERB_AFTER = re.compile(
    r"(?:\s(?:selv|sjølv|også|òg|alltid|her|i\stillegg|på\s(?:skolen|skulen)|ved\s(?:skolen|skulen)|i\s(?:klassen"
    r"|klassa|avdelinga|avdelingen)|våre?)\b"
    r"|\ssom\s[^,.]{3,60},)*\s(?P<verb>(?:skal|må|bør|plikter\så|pliktar\så)\s(?:(?:også|alltid|ikke|ikkje"
    r"|i\stillegg|minst)\s)?\w+|\w+)",
    re.IGNORECASE,
)
_NO_VERB = re.compile(
    r"(?:og|eller|samt|i|på|med|for|til|fra|frå|av|ved|om|sine?|sitt?|som|hos|under|etter|mellom|både)", re.IGNORECASE
)
#: "Når en ansatt får mistanke, skal vedkommende …": the one who was named before.
_THE_SAME = re.compile(r"\b(?:skal|må)\s(?:vedkommende|vedkomande|denne)\b", re.IGNORECASE)
_PERSON = r"(?:de\s|dei\s|den\s|skolens\s|skulens\s|alle\s)?[\wæøå./ -]+?"
_OWNED = (
    re.compile(
        r"\b(?:hoved|hovud)?ansvar(?:et|lig(?:e)?|leg)?(?:\sfor\s[^.:]{2,40}?)?\s?(?::|er|har|ligger\shos|ligg\shos"
        r"|ligger\stil)\s(?P<who>[^.;()]+)",
        re.IGNORECASE,
    ),
    re.compile(r"\((?:ansvar\w*:?\s)?(?P<who>[^()]+)\)", re.IGNORECASE),
    re.compile(r"\s[–-]\s(?P<who>[^–()]+?)[.]?$", re.IGNORECASE),
    re.compile(r"\b(?:v/\s?)(?P<who>[^.;(),]+)", re.IGNORECASE),
    re.compile(
        rf"\w(?:es|s|ast|st|t|e|a)(?:\s(?:opp|ut|inn|gjennom|fram|frem))?\sav\s(?P<who>{_PERSON})(?=[.,;]|\s(?:ved"
        r"|på|i|før|innen|innan|hver|kvar|to|og\s\w+es|for|til|der|som|minst)\b|$)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:åpen\sdør|open\sdør|kontortid|\w*samtale|\w*time)\shos\s(?P<who>{_PERSON})(?=[.,;]|\s(?:hver|kvar|på"
        r"|i|ved|to|fra|frå|for)\b|$)",
        re.IGNORECASE,
    ),
)  # fmt: skip
#: "… av skolemiljøutvalget" far from its verb, at the end of the sentence.
_BY = re.compile(rf"\sav\s(?P<who>{_PERSON})[.]?$", re.IGNORECASE)
_WITH = re.compile(
    r"\b(?:samtale|møte|samtalar|samtaler)\s(?:\w+\s){0,4}?med\s(?P<who>[^.;,()]{3,60}?)(?=\s(?:sine?|si|sitt|i|på"
    r"|ved|før|innen|innan|om|for|hver|kvar|når|minst|to)\b|[.;,()]|$)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:i\ssamarbeid\smed|sammen\smed|saman\smed|i\ssamråd\smed|i\sdialog\smed|med\sbistand\sfra|med\sstøtte\sfra"
    r"|med\shjelp\sfra)\s(?P<who>[^.;:()]{3,80})",
    re.IGNORECASE,
)  # fmt: skip
_FOR_THAT = (
    r"(?:dette|det|dem|disse|dei|desse|gjennomføring\w*|tiltaket|møt(?:ene|et|a)|samtal\w+|undersøk\w+|kartlegg\w+"
    r"|planen|revisjon\w*|evaluering\w*"
    r"|at\s(?:det|dette|planen)\s\w+)"
)  # fmt: skip
_DOES_IT = (
    r"(?:kaller\sinn|kallar\sinn|innkaller|innkallar|inviterer|gjennomfører|planlegger|planlegg|koordinerer"
    r"|koordinerar|leder|leiar|er\smøteleder|er\smøteleiar|følger\sopp|følgjer\sopp"
    r"|sørger\sfor|syter\sfor|tar\sinitiativ|tek\sinitiativ)(?:\s(?:sammen|saman|dette|det|møtene|møta|til\sdette))?"
)  # fmt: skip
#: Sentences that only say who does what the one before told of.
_SETTLES = (
    re.compile(
        rf"(?:det\ser\s)?(?P<who>[^.;:]{{3,60}}?)\s(?:som\s)?(?:har|er)\s(?:\w+\s)?(?:hoved"
        rf"|hovud)?ansvar\w*(?:\sfor\s{_FOR_THAT})?\.?",
        re.IGNORECASE,
    ),
    re.compile(r"(?:hoved|hovud)?ansvar\w*\s?:\s?(?P<who>.+?)\.?", re.IGNORECASE),
    re.compile(rf"(?P<who>[^.;:]{{3,60}}?)\s{_DOES_IT}\.?", re.IGNORECASE),
    re.compile(r"det\ser\s(?P<who>[^.;]{3,50}?)\ssom\s[^.]{3,60}\.?", re.IGNORECASE),
    re.compile(r"(?P<who>[^.;:]{3,60}?)\.?", re.IGNORECASE),
)  # fmt: skip
_NAMED = re.compile(
    r"(?:vi|me|[A-ZÆØÅ]\w+(?:\s[A-ZÆØÅ]\w+)?\s(?:videregående|vidaregåande)\s(?:skole|skule)|[A-ZÆØÅ]\w+\svgs)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Who:
    """Whom a sentence names: the first, the others, where, and the verb that stands beside them."""

    people: tuple[FoundBearer, ...] = ()
    strange: tuple[tuple[int, int], ...] = ()
    verb: str = ""

    @property
    def passive(self) -> bool:
        """Tell whether something is done to them."""
        return bool(_ENDS_PASSIVE.search(self.verb)) and not _GATHER.search(self.verb)


def responsible(text: str) -> Who:
    """Find whom a sentence itself makes responsible, or nobody."""
    owned = owned_by(text)
    if owned.people:
        return owned
    found = subject(text)
    values = {b.value for b in found.people}
    asked = re.search(ASKED, text, re.IGNORECASE)
    if not values or asked:
        return found
    done_to = (
        found.passive
        if found.verb
        else bool(PASSIVE.search(text)) and not re.search(r"\b(?:møtes|møtest|samles|samlast)\b", text)
    )
    receives = bool(values & {Group.STUDENTS, Group.GUARDIANS}) and bool(_GIVEN.search(text))
    return _with(text) if done_to or receives else found


def _with(text: str) -> Who:
    """Find who gives what is received: "Nye elever får en samtale med rådgiver"."""
    return _first((_WITH,), text)


def owned_by(text: str) -> Who:
    """Find who has the responsibility, or does what is told in the passive."""
    found = _first(_OWNED, text)
    return found if found.people or not PASSIVE.search(text) else _first((_BY,), text)


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> Who:
    for pattern in patterns:
        for match in pattern.finditer(text):
            owner = read_owner(match["who"])
            named = owner.found and owner.found[0].value != SCHOOL
            if named and (not owner.strange or pattern is _OWNED[0]):
                at = match.start("who")
                return Who(_moved(owner.found, at), tuple((a + at, b + at) for a, b in owner.strange))
    return Who()


def settles_owner(text: str) -> tuple[FoundBearer, ...]:
    """Find who a sentence gives the one before it: "Rektor har ansvaret for dette", "Det er rektor som kaller inn"."""
    for pattern in _SETTLES:
        match = pattern.fullmatch(text)
        if match and only_bearers(match["who"]):
            return _moved(read_owner(match["who"]).found, match.start("who"))
    return ()


def together_with(text: str) -> tuple[FoundBearer, ...]:
    """Find who is named as taking part: "i samarbeid med skolens ledelse"."""
    match = _TOGETHER.search(text)
    if match is None:
        return ()
    words = match["who"]
    return _moved(in_one_row(words, bearers_in(words)), match.start("who"))


def subject(text: str) -> Who:
    """Find who stands first in a sentence, or after its verb: "Ved skolestart skal rektor …"."""
    label = re.match(r"([^:]{3,40}):\s", text)
    if label and only_bearers(label[1]):
        return Who(read_owner(label[1]).found)
    found = bearers_in(text)
    if found and _THE_SAME.search(text, found[0].ends):
        return Who(found[:1])
    for number, bearer in enumerate(found):
        before = text[: bearer.starts]
        inverted = _INVERTED.match(before)
        if _DETERMINERS.fullmatch(before) or inverted:
            people = in_one_row(text, found[number:])
            verb = (inverted["verb"] or "") if inverted else ""
            return (
                Who() if _genitive(text, people[-1]) else Who(people, (), verb or _verb_after(text, people, inverted))
            )
        if re.match(r"\s?(?:er|har)\b", before):
            break
    return _we(text)


def _verb_after(text: str, people: tuple[FoundBearer, ...], inverted: re.Match[str] | None) -> str:
    after = _VERB_AFTER.match(text, people[-1].ends)
    if after is None or _NO_VERB.fullmatch(after["verb"]):
        return ""
    modal = inverted["modal"] if inverted else None
    return f"{modal} {after['verb']}" if modal else after["verb"]


def _we(text: str) -> Who:
    match = _NAMED.match(text)
    if match:
        after = _VERB_AFTER.match(text, match.end())
        return Who((FoundBearer(SCHOOL, *match.span()),), (), after["verb"] if after else "")
    asking = re.search(r"\bønskj?er\s(vi|me)\b", text, re.IGNORECASE)
    return Who((FoundBearer(SCHOOL, *asking.span(1)),)) if asking else Who()


def _genitive(text: str, bearer: FoundBearer) -> bool:
    word = text[bearer.starts : bearer.ends]
    if re.match(r"\s(?:sin|sitt|sine|si)\s\w", text[bearer.ends :]):
        return True
    return (
        word.endswith("s")
        and bool(re.match(r"\s\w", text[bearer.ends :]))
        and not re.match(rf"\s(?:skal|må|har|er|{VERB})\b", text[bearer.ends :])
    )


def in_one_row(text: str, found: tuple[FoundBearer, ...]) -> tuple[FoundBearer, ...]:
    """Take those that are named in one row: "Rådgiver og avdelingsleder"."""
    taken = list(found[:1])
    for other in found[1:]:
        if not _AND.fullmatch(text[taken[-1].ends : other.starts]):
            break
        taken.append(other)
    return tuple(taken)


def _moved(found: tuple[FoundBearer, ...], by: int) -> tuple[FoundBearer, ...]:
    return tuple(FoundBearer(b.value, b.starts + by, b.ends + by) for b in found)
