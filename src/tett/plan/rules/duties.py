"""Telling what obliges somebody from what informs."""

import re

from tett.access.words import Group, Role
from tett.plan.rules.bearers import SCHOOL, bearers_in
from tett.plan.rules.owners import ASKED, PASSIVE, PRESENT, Who, owned_by, subject
from tett.plan.rules.sentences import VERB
from tett.plan.rules.times import times_in

_MODAL = re.compile(
    rf"\b(?:skal|må|bør|plikter|pliktar|har\s(?:\w+\s){{0,2}}(?:ansvar(?:et)?|plikt|oppgave|oppgåve)|er\sansvarl\w+"
    rf"|sørger\sfor|syter\sfor|sørgjer\sfor|ser\stil\sat|{ASKED})\b",
    re.IGNORECASE,
)
_WORKS = re.compile(
    r"\b(?:arbeider|jobber|jobbar|arbeidar)\s(?:\w+\s){0,3}?(?:for|med|systematisk|kontinuerlig|aktivt)\b"
    r"|\bønsker\s(?:vi|skolen)\så\slegge\b|\bønskjer\s(?:vi|skulen)\så\sleggje?\b",
    re.IGNORECASE,
)
_PUBLISHES = re.compile(
    r"\b(?:vil|skal)\s(?:\w+\s)?(?:være|vere|bli|verte)\s(?:\w+\s){1,3}på\s(?:skolens|skulens|skulen\ssin|våre?"
    r"|vår)?\s?(?:hjemme|heime|nett)(?:side|stad|sted)"
    r"|\b(?:ligger|ligg|finnes|finst|er\stilgjengeleg|er\stilgjengelig)\s(?:\w+\s){0,2}på\s(?:skolens|skulens"
    r"|vår)?\s?(?:hjemme|heime|nett)(?:side|stad|sted)",
    re.IGNORECASE,
)
_INFORMS = re.compile(
    r"(?:(?:denne|vår|skolens|skulens|hele|heile)\s)?(?:(?:handlings|tiltaks|års|skole|skule)?(?:plan(?:en)?)"
    r"|årshjulet|dokumentet|målet|mål|formålet|føremålet|hensikten?|visjonen?|retningslinjene"
    r"|oversikten|tabellen|loven|lova|kapittel|regelverket|opplæringslov[ae]n?)\b",
    re.IGNORECASE,
)
_OF_THE_PLAN = re.compile(r"revider|evaluer|gjennomgå|oppdater|skal\sføl|ruller|rulla|\bkjent|\bkjend", re.IGNORECASE)
_REVISES = re.compile(r"(?:revider|evaluer|ruller|oppdater)(?:es|ast)\b", re.IGNORECASE)
_ADOPTED = re.compile(
    r"\b(?:er|ble|vart|blei)\s(?:\w+\s)?(?:vedtatt|vedteken|vedteke|godkjen[tdb]\w*|utarbeid\w+|laga|laget|lagd)\b",
    re.IGNORECASE,
)
_NOT_A_DUTY = re.compile(
    r"\bhar\s(?:også\s)?(?:rett|krav)\s(?:til|på)\b|^(?:se|sjå)\b(?!\s(?:til|etter)\b)|^(?:jf\.?|jfr\.?|f\.eks"
    r"|eksempel|merk|obs|kilde|kjelde|les\smer)\b|^https?:|\bmenes\b|\bmeiner\sein\b"
    r"|^(?:sist\s)?(?:revidert|oppdatert|vedtatt|vedteke|godkjent|utarbeidet|utarbeidd)\b|\b(?:ble|blei|vart"
    r"|er)\ssist\s|\bstatsforvalt\w+\s(?:h|k|a|f)|\b(?:man|ein)\skan\b",
    re.IGNORECASE,
)
#: A telephone number, an address, or the name of whoever has the office.
_TO_BE_REACHED = re.compile(
    r"\b\d{2}(?:\s?\d{2}){3}\b|\b\d{3}\s\d{2}\s\d{3}\b|\S@\S|^[A-ZÆØÅ][\wæøå.-]+(?:\s[A-ZÆØÅ][\wæøå.-]+){1,3}$"
    r"|^[^a-zæøå]*$"
)
_HOPED = re.compile(
    r"\b(?:skal|må)\s(?:\w+\s)?(?:oppleve|føle|kjenne|trives|trivast|ha\s(?:det|et|eit|rett|mulighet|noen|nokon"
    r"|venner|vener)|møte\s(?:et|eit)|være\s(?:trygg|sikre|et\s|kjent\sfor)|vere\s(?:trygg|ein\s|eit\s|kjend\sfor))",
    re.IGNORECASE,
)
_FIRST_VERB = re.compile(
    rf"(?:ikke\s|ikkje\s|sammen\smed\s\w+\s|saman\smed\s\w+\s|å\s|alltid\s)?(?:{VERB})\b", re.IGNORECASE
)
#: In a list, also what is done by verbs that aren't known; but not whose something is: "elevenes".
_ANY_PASSIVE = re.compile(
    r"\b(?!(?:felles|alles|finnes|synes|trives|lykkes|deres|møtes|minnes|omtales|kalles|menes"
    r"|regnes)\b)\w{3,}(?<!en)(?<!ern)(?<!att)(?<!ett)es\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(rf"\b{PRESENT}\b", re.IGNORECASE)
#: Verbs that tell how something is, so that who they are said of does nothing by them.
_STATES = re.compile(
    r"\b(?:er|var|består|heter|heiter|kan|vil|finnes|finst|betyr|tyder|gjelder|gjeld|blir|vert|får|ligger|ligg"
    r"|sitter|sit|vet|veit|tror|trur|mener|meiner|opplever"
    r"|ønsker|ønskjer|trenger|treng|utgjør|kjenner|kjenner|lærer|lærar|bor|bur|har|som|eller|der|viser|kommer|kjem)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\w{2,}(?:er|ar|år|yr|ir)|\w+(?:set|tek|held|legg|grip|skriv|vel|driv)", re.IGNORECASE)
_HAS_A_DUTY = re.compile(
    r"\bhar\s(?:\w+\s){0,3}?(?:\w*møt(?:e|er|a)\b|\w*samtal\w+|klassens\stime|åpen|open|tilsyn|inspeksjon|vakt"
    r"|kontortid|\w*ansvar\w*|plikt|oppgave\w*|oppgåve\w*|kurs|opplæring|dialog|oversikt)",
    re.IGNORECASE,
)
_IS_THERE = re.compile(
    r"\ber\s(?:på|i|til\sstede|til\sstades|tilgjengelig|tilgjengeleg|synlig|synleg)\b", re.IGNORECASE
)
_THEY = re.compile(
    rf"(?:^|\b{PRESENT}\s|\b(?:skal|må)\s)(?:de|dei|hun|ho|han|disse|desse)\s(?!som\b|fleste\b|første\b|siste\b|to\b"
    r"|tre\b)",
    re.IGNORECASE,
)
_GETS = re.compile(r"\b(?:får|fær)\b", re.IGNORECASE)
_DESCRIBED = frozenset({Group.STUDENTS, Group.GUARDIANS, Group.EVERYONE, Role.STUDENT, Role.EXTERNAL, SCHOOL})
_ATTEND = re.compile(r"\b(?:deltar|deltek|er\smed|faste\sdeltakere|faste\sdeltakarar|fast\sdeltakar)\b", re.IGNORECASE)
_BACKWARDS = re.compile(
    r"^(?:møtene|møta|møtet|dette|disse|desse|samtalene|samtalane|samtalen|de|dei|undersøkelsen|undersøkinga"
    r"|kartleggingen|kartlegginga|tiltaket|den|det)\b",
    re.IGNORECASE,
)


def obliges(text: str, *, listed: bool, own: bool, first: bool, informs: bool = False) -> bool:
    """Tell whether a sentence obliges somebody.

    ``listed``: it stands in a list; ``own``: the heading gives somebody what stands under it, or a month;
    ``first``: it begins its passage; ``informs``: the heading says that what stands under it only explains.
    """
    if _NOT_A_DUTY.search(text) or text.endswith("?") or (_TO_BE_REACHED.search(text) and not _MODAL.search(text)):
        return False
    if _INFORMS.match(text) or informs or _REVISES.match(text):
        return bool(_OF_THE_PLAN.search(text)) and not _ADOPTED.search(text) and (not informs or _of_plan(text))
    if _HOPED.search(text) and not _asked_about(text):
        return False
    if (listed and own and first) or _PUBLISHES.search(text):
        return True
    return bool(_MODAL.search(text) or _WORKS.search(text)) or _acts(text, listed=listed)


def _of_plan(text: str) -> bool:
    return bool(_INFORMS.match(text) or _REVISES.match(text))


def _asked_about(text: str) -> bool:
    return bool(
        re.search(
            rf"\b{ASKED}\b|\barbeider\sfor\sat\b|\bjobber\sfor\sat\b|\bsørge\sfor\b|\bsikre\b", text, re.IGNORECASE
        )
    )


def _acts(text: str, *, listed: bool) -> bool:
    if listed and _FIRST_VERB.match(text):
        return True
    timed = bool(times_in(text))
    if PASSIVE.search(text) or (listed and _ANY_PASSIVE.search(text)):
        return listed or timed or bool(owned_by(text).people)
    who = subject(text)
    if who.people and _does(text, who):
        return True
    return timed and (they_act(text) or bool(_GETS.search(text)) or (listed and not _STATES.search(text)))


def _does(text: str, who: Who) -> bool:
    """Tell whether those who are named do something, by the verb beside them."""
    if not who.verb:
        present = _PRESENT.search(text)
        return bool(present) and not _STATES.search(text[: present.start() if present else 0])
    named = {person.value for person in who.people} - _DESCRIBED
    if who.verb.lower() == "har":
        return bool(_HAS_A_DUTY.search(text)) or bool(named and times_in(text))
    if who.verb.lower() == "er":
        return bool(named and _IS_THERE.search(text) and times_in(text))
    if _PRESENT.fullmatch(who.verb):
        return True
    return bool(named) and bool(_FINITE.fullmatch(who.verb)) and not _STATES.fullmatch(who.verb)


def they_act(text: str) -> bool:
    """Tell whether those named before do something: "I september gjennomfører de samtaler"."""
    return bool(_THEY.search(text) and _PRESENT.search(text))


def says_when_again(text: str) -> bool:
    """Tell whether a sentence only says when what went before happens: "Møtene avholdes hver tredje uke"."""
    return bool(_BACKWARDS.match(text) and times_in(text) and (PASSIVE.search(text) or re.search(r"\ber\b", text)))


def attends(text: str) -> bool:
    """Tell whether a sentence says who else is there: "Rådgiver deltar også på disse møtene"."""
    return bool(_ATTEND.search(text) and bearers_in(text) and not _MODAL.search(text))
