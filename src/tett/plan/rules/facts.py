"""What the document says of itself: its title, school, dates, references, and law that no longer holds."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from tett.plan.rules.shapes import ReadCommitment, Reason, Reference
from tett.plan.rules.stretch import Stretch
from tett.plan.rules.times_words import MONTH, month

_SCHOOL = re.compile(
    r"\b(?P<name>(?:[A-ZÆØÅ][\wæøåÆØÅé.-]*\s(?:og\s|i\s)?){1,4})(?P<kind>(?:videregående|vidaregåande|videregåande"
    r"|vidaregående)\s(?:skole|skule)|vgs\b|VGS\b|(?:katedral)?(?:skole|skule)\b)",
)
_SINGLE = re.compile(
    r"\b(?P<name>[A-ZÆØÅ][\wæøå-]*\s)(?P<kind>Katedralskole|katedralskole|Gymnas|gymnas|Toppidrettsgymnas)\b"
)
_NO_NAME = frozenset(
    [
        "på",
        "ved",
        "for",
        "i",
        "til",
        "velkommen",
        "handlingsplan",
        "handlingsplanen",
        "skolemiljø",
        "plan",
        "planen",
        "av",
        "om",
        "fra",
        "frå",
        "alle",
        "hver",
        "kvar",
        "vår",
        "denne",
        "den",
        "trygt",
        "godt",
        "inkluderende",
        "og",
        "skolens",
        "skulens",
        "en",
        "ein",
        "elever",
        "elevene",
        "tiltaksplan",
        "årshjul",
        "som",
        "skolen",
        "rektor",
        "når",
    ]
)
_KINDS = {"vgs": "videregående skole", "VGS": "videregående skole"}
_DATE = (
    rf"(?:(?P<d>[0-3]?\d)\.\s?(?:(?P<m>[01]?\d)\.\s?|(?P<name>{MONTH})\s?)(?P<y>(?:20)?\d\d)"
    r"|(?P<d2>[0-3]?\d)/(?P<m2>[01]?\d)\s?[-/ ]\s?(?P<y2>(?:20)?\d\d)|(?P<iso>20\d\d-[01]\d-[0-3]\d)"
    rf"|(?P<mname>{MONTH})\s(?P<my>20\d\d))"
)
_REVISED = (
    re.compile(
        r"\b(?:sist|sidst|siste)\s(?:revidert|oppdatert|endret|endra|revisjon"
        rf"|gjennomgått)\w*\s?(?:av\s\w+\s)?(?:dato)?\s?[:,]?\s?(?:den\s|i\s|på\s)?{_DATE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:revidert|oppdatert|revisjonsdato|rev\.?)\s?(?:dato)?\s?[:,]?\s?(?:den\s|i\s|på\s)?{_DATE}",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:vedtatt|vedteke|vedteken|godkjent|godkjend|gjeldende fra|gjeld frå|gjelder fra|versjon(?:\sav)?|dato"
        rf"|utarbeidet|utarbeidd)\b[^.\d]{{0,40}}?{_DATE}",
        re.IGNORECASE,
    ),
)  # fmt: skip
_REVISION = re.compile(
    r"(?:\b(?:revider|evaluer|rullert?|oppdater|gjennomgå|(?:går"
    rf"|gå)\sgjennom\s(?:\w+\s)?\w*plan)\w*\b[^.]{{0,80}}?\b(?P<a>{MONTH})"
    rf"|\b(?P<b>{MONTH})\b[^.]{{0,60}}?\b(?:revider|rulle|(?:revisjon|evaluering|revidering|oppdatering)\sav)\w*)",
    re.IGNORECASE,
)
_REVISING = re.compile(
    r"\b(?:(?:revi(?:sjon|dering)|evaluering|rullering|oppdatering)\sav|(?:revider|evaluer|ruller|oppdater)(?:e|er|ar)?)"
    r"\s(?:\w+\s)?(?:\w*plan|årshjul)",
    re.IGNORECASE,
)
#: So far after a month one looks for the plan in "Mai: evaluering av skolemiljøplanen".
AFTER = 30
_OF_PLAN = re.compile(r"plan(?:en)?\b", re.IGNORECASE)
_REPEALED = re.compile(
    r"(?:§+\s?|kap(?:ittel|\.)?\s?)9\s?-?a\b(?:\s?-\s?\d+)?|\b9\s?[aA]-\d+\b|\bopplæringslov[ae]n?\s(?:av|frå"
    r"|fra)\s(?:17\.\s?juli\s)?1998|LOV-1998-07-17-61|lov\s(?:av\s)?17\.\s?juli\s1998(?:\snr\.?\s?61)?"
    r"|§\s?11-5\s?a\b|\b9A-(?:sak|plan|arbeid)\w*|\b9\s?A\b(?=\s(?:i\sopplæringsl|sak))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"«»]+[^\s<>()\[\]\"«».,;:]")
_LINK = re.compile(r"\[(?P<label>[^\]]+)\]\((?P<address>https?://[^)\s]+)\)")


def reason(name: str, where: Stretch, starts: int, ends: int, document: str) -> Reason:
    """Keep the document's words for a fact."""
    first, last = where.where(starts, ends)
    return Reason(name, document[first:last], first, last)


def school_in(passages: Sequence[Stretch], document: str) -> tuple[str | None, Reason | None]:
    """Find the school's name: the one said most often, the first of them."""
    found: dict[str, tuple[Stretch, int, int]] = {}
    times: Counter[str] = Counter()
    for words in passages:
        for name, starts, ends in _schools(words.text):
            times[name] += 1
            found.setdefault(name, (words, starts, ends))
    if not times:
        return None, None
    alike = Counter({name: sum(times[o] for o in found if o.lower() == name.lower()) for name in found})
    # A name in capitals on the title page is the same school.
    name = max(found, key=lambda one: (alike[one], not one.split()[0].isupper()))
    return name, reason("school_name", *found[name], document)


def _schools(text: str) -> Iterator[tuple[str, int, int]]:
    for pattern in (_SCHOOL, _SINGLE):
        for match in pattern.finditer(text):
            words = match["name"].split()
            while words and words[0].lower() in _NO_NAME:
                words = words[1:]
            if words:
                kind = _KINDS.get(match["kind"], match["kind"])
                starts = match.start() + match["name"].index(words[0])
                yield f"{' '.join(words)} {kind}", starts, match.end()


def names_school(text: str, school: str | None) -> bool:
    """Tell whether a line of the title page is the school's name and nothing else."""
    names = list(_schools(text))
    return bool(school) and len(names) == 1 and len(text) - (names[0][2] - names[0][1]) < len(" 2025–2026 ")


def title_in(heading: str, school: str | None) -> str:
    """Give the title without the school's name, which stands beside it."""
    title = heading
    if school and title != school:
        name = re.escape(school).replace(r"videregående\ skole", r"(?:videregående\ skole|vgs)")
        title = re.sub(rf"\s?[-–,|]?\s?(?:\b(?:ved|for|på)\s)?{name}$", "", title, flags=re.IGNORECASE) or heading
        title = re.sub(rf"^{name}\s?[-–,|:]\s?(?=\S)", "", title, flags=re.IGNORECASE)
        title = title[:1].upper() + title[1:]
    return title.strip(" -–,|:") or heading


def last_revised_in(passages: Sequence[Stretch], document: str) -> tuple[date | None, Reason | None]:
    """Find when the plan says that it was last revised."""
    for pattern in _REVISED:
        for words in passages:
            for match in pattern.finditer(words.text):
                day = _day(match)
                if day is not None:
                    return day, reason("last_revised", words, *match.span(), document)
    return None, None


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["mname"]:
            return date(int(match["my"]), month(match["mname"]), 1)
        if match["d2"]:
            return date(int(match["y2"]) % 100 + 2000, int(match["m2"]), int(match["d2"]))
        number = int(match["m"]) if match["m"] else month(match["name"])
        return date(int(match["y"]) % 100 + 2000, number, int(match["d"]))
    except ValueError:
        return None


def revision_month_in(passages: Sequence[Stretch], document: str) -> tuple[int | None, Reason | None]:
    """Find the month in which the plan is to be revised each year."""
    for words in passages:
        for match in _REVISION.finditer(words.text):
            sentence = words.text[max(0, match.start() - 60) : match.end() + (AFTER if match["b"] else 0)]
            if (_OF_PLAN.search(sentence) or not match.start()) and not re.search(
                r"\bsist\b", sentence[:70], re.IGNORECASE
            ):
                name = match["a"] or match["b"]
                at = match.start("a" if match["a"] else "b")
                return month(name), reason("revision_month", words, at, at + len(name), document)
    return None, None


def revision_month_of(commitments: Sequence[ReadCommitment]) -> int | None:
    """Find the month of a commitment that is about revising the plan, where its sentence doesn't say the month."""
    about = [one for one in commitments if _REVISING.search(one.text) and one.schedule.months]
    # An evaluation in April and a revision in May: the plan is revised in May.
    about.sort(key=lambda one: "revi" not in one.text.lower())
    return about[0].schedule.months[0][0] if about else None


def repealed_in(words: Stretch, document: str) -> list[Reason]:
    """Find references to law that no longer holds (the Education Act of 1998, replaced from 1 August 2024)."""
    return [reason("repealed_law", words, *match.span(), document) for match in _REPEALED.finditer(words.text)]


def only_addresses(text: str) -> bool:
    """Tell whether a passage is addresses on the web and nothing else."""
    return bool(_ADDRESS.search(text)) and not _ADDRESS.sub("", text).strip(" .,;")


def references_in(labels: Sequence[Stretch], passages: Sequence[Stretch]) -> tuple[Reference, ...]:
    """Put what the plan refers to together with the addresses it gives."""
    linked = [Reference(m["label"], m["address"]) for p in passages for m in _LINK.finditer(p.text)]
    known = {reference.address for reference in linked}
    loose = [a for p in passages for a in _ADDRESS.findall(p.text) if a not in known]
    addresses = list(dict.fromkeys(loose))
    found = []
    for label in (one for one in labels if not _LINK.search(one.text)):
        own = _ADDRESS.search(label.text)
        address = own.group() if own else _address_of(label.text, addresses)
        if address in addresses:
            addresses.remove(address)
        plain = _ADDRESS.sub("", label.text).strip(" :–-()")
        found.append(Reference(plain or _host(address), _whole(address)))
    return (*_paired(found, addresses), *linked)


def _paired(found: list[Reference], addresses: list[str]) -> list[Reference]:
    """Give what is left over to each other where there is as much of both."""
    bare = [r for r in found if not r.address]
    if len(bare) == len(addresses):
        rest = iter(addresses)
        return [r if r.address else Reference(r.label, _whole(next(rest))) for r in found]
    return [*found, *(Reference(_host(a), _whole(a)) for a in addresses)]


def _address_of(label: str, addresses: Sequence[str]) -> str:
    plain = re.sub(r"\W", "", label).lower()
    return next((a for a in addresses if re.sub(r"\W", "", _host(a).rsplit(".", 1)[0]) in plain), "")


def _host(address: str) -> str:
    return urlsplit(_whole(address)).netloc.removeprefix("www.")


def _whole(address: str) -> str:
    return f"https://{address}" if address.startswith("www.") else address
