"""Telling what obliges somebody from what informs, and whom it obliges."""

import re
from dataclasses import dataclass

from tett.access.words import Group, Role
from tett.plan.rules.bearers import SCHOOL, FoundBearer, bearers_in, only_bearers, read_owner
from tett.plan.rules.sentences import SHORT_VERBS, STEMS, VERB
from tett.plan.rules.times import times_in

_ASKED = r"(?:oppfordres|oppfordrast|oppmodast|oppmodes|blir oppmoda|vert oppmoda|forventes|forventast|ventast|ventes)"
_MODAL = re.compile(
    rf"\b(?:skal|må|bør|plikter|pliktar|har\s(?:\w+\s){{0,2}}(?:ansvar(?:et)?|plikt|oppgave|oppgåve)|er\sansvarl\w+|sørger\sfor|syter\sfor|sørgjer\sfor|ser\stil\sat|{_ASKED})\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    rf"\b(?:(?:{STEMS})(?:es|s|ast|jast|st)|(?:gis|gjevast|tas|takast|gjennomgås|gjennomgåast|tilbys|vedtas|bes|ses|holdes|legges))\b"
    rf"|\b(?:blir|vert|bli|verte)\s(?:\w+\s){{0,2}}?(?:{STEMS}|gjennomgå|gitt|gjeve|tatt|teke|halde|heldt|kalla|invitert)\w*",
    re.IGNORECASE,
)
_GATHER = re.compile(r"\b(?:organiseres|organiserast|møtes|møtest|samles|samlast)\b", re.IGNORECASE)
_WORKS = re.compile(
    r"\b(?:arbeider|jobber|jobbar|arbeidar)\s(?:\w+\s){0,3}?(?:for|med|systematisk|kontinuerlig|aktivt)\b|\bønsker\s(?:vi|skolen)\så\slegge\b|\bønskjer\s(?:vi|skulen)\så\sleggje?\b",
    re.IGNORECASE,
)
_PUBLISHES = re.compile(
    r"\b(?:vil|skal)\s(?:\w+\s)?(?:være|vere|bli|verte)\s(?:\w+\s){1,3}på\s(?:skolens|skulens|skulen\ssin|våre?|vår)?\s?(?:hjemme|heime|nett)(?:side|stad|sted)"
    r"|\b(?:ligger|ligg|finnes|finst|er\stilgjengeleg|er\stilgjengelig)\s(?:\w+\s){0,2}på\s(?:skolens|skulens|vår)?\s?(?:hjemme|heime|nett)(?:side|stad|sted)",
    re.IGNORECASE,
)
_INFORMS = re.compile(
    r"^(?:(?:denne|vår|skolens|skulens|hele|heile)\s)?(?:(?:handlings|tiltaks|års|skole|skule)?(?:plan(?:en)?)|dokumentet|målet|mål|formålet|føremålet|hensikten?|visjonen?|retningslinjene"
    r"|oversikten|tabellen|loven|lova|kapittel|regelverket|opplæringslov[ae]n?)\b",
    re.IGNORECASE,
)
_OF_THE_PLAN = re.compile(r"revider|evaluer|gjennomgå|oppdater|skal\sføl|ruller|\bkjent|\bkjend|vedta", re.IGNORECASE)
_NOT_A_DUTY = re.compile(
    r"\bhar\s(?:også\s)?(?:rett|krav)\s(?:til|på)\b|^(?:se|sjå|jf\.?|jfr\.?|f\.eks|eksempel|merk|obs|kilde|kjelde|les\smer)\b|^https?:|\bmenes\b|\bmeiner\sein\b"
    r"|^(?:sist\s)?(?:revidert|oppdatert|vedtatt|vedteke|godkjent|utarbeidet|utarbeidd)\b",
    re.IGNORECASE,
)
_HOPED = re.compile(
    r"\bskal\s(?:\w+\s)?(?:oppleve|føle|kjenne|trives|trivast|ha\s(?:det|et|eit|rett|mulighet)|møte\s(?:et|eit)|være\s(?:trygg|sikre)|vere\strygg)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    rf"\b(?:skal|må|vil)?\s?(?:få|får|ha\s(?:en|ein|minst|to|samtale|elevsamtale)|{VERB}s|tilbys|inviter\w+|informer\w+)\b",
    re.IGNORECASE,
)
_FIRST_VERB = re.compile(
    rf"(?:ikke\s|ikkje\s|sammen\smed\s\w+\s|saman\smed\s\w+\s|å\s|alltid\s)?(?:{VERB})\b", re.IGNORECASE
)
_PRESENT = re.compile(
    rf"\b(?:(?:{STEMS})(?:er|ar|r|jer)|tar|tek|gir|gjev|deltar|deltek|bidrar|bidreg|ser|går|ivaretar|gjennomgår|tilbyr|møter|holder|held|grip|legg|set|driv|sier)\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:er|var|består|heter|heiter|kan|vil|finnes|finst|betyr|tyder|gjelder|gjeld)\b", re.IGNORECASE
)
_DETERMINERS = re.compile(
    r"(?:(?:alle|den\senkelte|dei?|skolens|skulens|klassens|hver|kvar|den|hver\senkelt|både|som|i\stillegg)\s)*(?:her\s)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s?(?:,|/|og|eller|samt)\s?(?:(?:skolens|alle|den\senkelte|klassens|de|dei)\s)?", re.IGNORECASE)
_INVERTED = re.compile(
    r"^[^.]{0,90}?\b(?:skal|må)\s(?:(?:alle|den\senkelte|de|dei|skolens|skulens|hver|kvar)\s)*$", re.IGNORECASE
)
_OWNED = (
    re.compile(r"\b(?:hoved|hovud)?ansvar(?:et|lig(?:e)?|leg)?(?:\sfor\s[^.:]{2,40}?)?\s?(?::|er|har|ligger\shos|ligg\shos|ligger\stil)\s(?P<who>[^.;()]+)", re.IGNORECASE),
    re.compile(r"\((?:ansvar\w*:?\s)?(?P<who>[^()]+)\)", re.IGNORECASE),
    re.compile(r"\s[–-]\s(?P<who>[^–()]+?)[.]?$", re.IGNORECASE),
    re.compile(r"\b(?:v/\s?)(?P<who>[^.;(),]+)", re.IGNORECASE),
    re.compile(r"\w(?:es|s|ast|st|t|e|a)\sav\s(?P<who>(?:de\s|dei\s|den\s|skolens\s|skulens\s|alle\s)?[\wæøå./ -]+?)(?=[.,;]|\s(?:ved|på|i|før|innen|innan|hver|kvar|to|og\s\w+es|for|til|der|som|minst)\b|$)", re.IGNORECASE),
)  # fmt: skip
_TOGETHER = re.compile(
    r"\b(?:i\ssamarbeid\smed|sammen\smed|saman\smed|i\ssamråd\smed|i\sdialog\smed|med\sbistand\sfra|med\sstøtte\sfra|med\shjelp\sfra)\s(?P<who>[^.;:()]{3,80})",
    re.IGNORECASE,
)
_ATTEND = re.compile(r"\b(?:deltar|deltek|er\smed|faste\sdeltakere|faste\sdeltakarar|fast\sdeltakar)\b", re.IGNORECASE)
_BACKWARDS = re.compile(
    r"^(?:møtene|møta|møtet|dette|disse|desse|samtalene|samtalane|samtalen|de|dei|undersøkelsen|undersøkinga|kartleggingen|kartlegginga|tiltaket|den|det)\b",
    re.IGNORECASE,
)
_AFTER_ROLE = re.compile(r"\s?[:–-]\s")


@dataclass(frozen=True)
class Who:
    """Whom a sentence names as responsible: the first, the others, and where."""

    people: tuple[FoundBearer, ...] = ()
    strange: tuple[tuple[int, int], ...] = ()


def obliges(text: str, *, listed: bool, own: bool, first: bool) -> bool:
    """Tell whether a sentence obliges somebody.

    ``listed``: it stands in a list; ``own``: the heading gives somebody what stands under it, or a month;
    ``first``: it begins its passage.
    """
    if _NOT_A_DUTY.search(text) or text.endswith("?"):
        return False
    if _INFORMS.match(text):
        return bool(_OF_THE_PLAN.search(text))
    if _HOPED.search(text) and not _ASKED_ABOUT(text):
        return False
    if (listed and own and first) or _PUBLISHES.search(text):
        return True
    return bool(_MODAL.search(text) or _WORKS.search(text)) or _acts(text, listed=listed)


def _ASKED_ABOUT(text: str) -> bool:  # noqa: N802 - reads as the pattern it is
    return bool(
        re.search(
            rf"\b{_ASKED}\b|\barbeider\sfor\sat\b|\bjobber\sfor\sat\b|\bsørge\sfor\b|\bsikre\b", text, re.IGNORECASE
        )
    )


def _acts(text: str, *, listed: bool) -> bool:
    if listed and _FIRST_VERB.match(text):
        return True
    timed = bool(times_in(text))
    if _PASSIVE.search(text):
        return listed or timed or bool(_owned(text).people)
    present = _PRESENT.search(text)
    if present and subject(text).people and not _STATES.search(text[: present.start()]):
        return True
    return timed and ((listed and not _STATES.search(text)) or _starts_with_we(text))


def _starts_with_we(text: str) -> bool:
    return bool(re.match(r"vi\b", text, re.IGNORECASE) and _PRESENT.search(text))


def says_when_again(text: str) -> bool:
    """Tell whether a sentence only says when what went before happens: "Møtene avholdes hver tredje uke"."""
    return bool(_BACKWARDS.match(text) and times_in(text) and (_PASSIVE.search(text) or re.search(r"\ber\b", text)))


def attends(text: str) -> bool:
    """Tell whether a sentence says who else is there: "Rådgiver deltar også på disse møtene"."""
    return bool(_ATTEND.search(text) and bearers_in(text) and not _MODAL.search(text))


def responsible(text: str) -> Who:
    """Find whom a sentence itself makes responsible, or nobody."""
    owned = _owned(text)
    if owned.people:
        return owned
    found = subject(text)
    values = {b.value for b in found.people}
    if values and _PASSIVE.search(text) and not _GATHER.search(text) and not re.search(_ASKED, text, re.IGNORECASE):
        return Who()
    receives = (
        values & {Group.STUDENTS, Group.GUARDIANS}
        and _GIVEN.search(text)
        and not re.search(_ASKED, text, re.IGNORECASE)
    )
    return Who() if receives else found


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
    for number, bearer in enumerate(found):
        before = text[: bearer.starts]
        if _DETERMINERS.fullmatch(before) or _INVERTED.match(before):
            people = in_one_row(text, found[number:])
            return Who(people) if not _genitive(text, people[-1]) else Who()
        if re.match(r"\s?(?:er|har)\b", before):
            break
    return Who(_we(text))


def _we(text: str) -> tuple[FoundBearer, ...]:
    match = re.match(
        r"(?:vi|[A-ZÆØÅ]\w+(?:\s[A-ZÆØÅ]\w+)?\s(?:videregående|vidaregåande)\s(?:skole|skule)|[A-ZÆØÅ]\w+\svgs)\b",
        text,
        re.IGNORECASE,
    )
    match = match or re.search(r"\bønskj?er\s(vi)\b", text, re.IGNORECASE)
    return (FoundBearer(SCHOOL, *match.span(match.lastindex or 0)),) if match else ()


def _genitive(text: str, bearer: FoundBearer) -> bool:
    word = text[bearer.starts : bearer.ends]
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


def _owned(text: str) -> Who:
    for pattern in _OWNED:
        for match in pattern.finditer(text):
            owner = read_owner(match["who"])
            if owner.found and (not owner.strange or pattern is _OWNED[0]) and _names_people(match["who"], owner.found):
                at = match.start("who")
                return Who(_moved(owner.found, at), tuple((a + at, b + at) for a, b in owner.strange))
    return Who()


def _names_people(words: str, found: tuple[FoundBearer, ...]) -> bool:
    """A parenthesis such as "(elevene)" tells whose, and "(vg1)" nothing."""
    return found[0].value not in {SCHOOL} and bool(words.strip())


def _moved(found: tuple[FoundBearer, ...], by: int) -> tuple[FoundBearer, ...]:
    return tuple(FoundBearer(b.value, b.starts + by, b.ends + by) for b in found)


STUDENT_OFFICES = (Role.CLASS_REPRESENTATIVE, Role.DEPUTY_REPRESENTATIVE, Role.ENVIRONMENT_STUDENT)
__all__ = [
    "STUDENT_OFFICES",
    "SHORT_VERBS",
    "Who",
    "attends",
    "in_one_row",
    "obliges",
    "responsible",
    "says_when_again",
    "subject",
    "together_with",
]
