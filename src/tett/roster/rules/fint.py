"""FINT as JSON: what the county's bus answers for each kind of thing, saved as files.

Things point to each other by links; each is known by the links to itself. Version 4 calls ``klasse`` what version 3
called ``basisgruppe``, and has the memberships as things of their own; both are read.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from tett.access.words import Role
from tett.base.rules import Refusal
from tett.roster import words
from tett.roster.rules.bundles import Files
from tett.roster.rules.cells import level_of_name, word
from tett.roster.rules.exchange import Gathered, Where
from tett.roster.rules.lists import Written
from tett.roster.rules.said import Reading
from tett.roster.words import Holds, Mark

#: What must be there for students to be read.
NEEDED = ("elev", "elevforhold", "klasse", "person")
OLD_NAMES = {"basisgruppe": "klasse", "basisgruppemedlemskap": "klassemedlemskap"}
SOURCE = "FINT, foreldreansvar"
DEEPEST = 6
Thing = dict[str, Any]


class Entry(NamedTuple):
    """A thing, where it stood and what it is."""

    number: int
    file: str
    kind: str
    thing: Thing


@dataclass
class _Web:
    """All things, by kind and by the links to them."""

    by_kind: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    by_link: dict[str, Entry] = field(default_factory=dict)

    def to(self, entry: Entry, *names: str) -> list[Entry]:
        """Follow the links of a name, or of the first of several names that has any."""
        for name in names:
            if links := _links(entry.thing, name):
                return [found for link in links if (found := self.by_link.get(link)) is not None]
        return []

    def one(self, entry: Entry, *names: str) -> Entry | None:
        """Follow the only link of a name."""
        return next(iter(self.to(entry, *names)), None)


def read_fint(files: Files, where: Where, written: Written) -> Reading:
    """Understand what was saved; of other schools nothing is taken."""
    web = _Web()
    for name, data in files:
        for number, thing in enumerate(_things(name, data), 1):
            _keep(web, name, number, thing)
    if not web.by_kind:
        raise Refusal(words.JSON_NOT_FINT.format(name=files[0][0]))
    if lacking := [kind for kind in NEEDED if kind not in web.by_kind]:
        raise Refusal(words.FINT_INCOMPLETE.format(names=", ".join(lacking)))
    school = _school(web, where)
    gathered = Gathered(holds={Holds.STUDENTS})
    _gather_students(web, school, where, gathered)
    if "undervisningsforhold" in web.by_kind and "skoleressurs" in web.by_kind:
        gathered.holds.add(Holds.STAFF)
        _gather_staff(web, school, gathered)
    return gathered.reading(written, "fint", "elev")


def _things(name: str, data: bytes) -> Iterator[Thing]:
    """Find the things in a file, however the lists in it are wrapped."""
    try:
        whole = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as why:
        raise Refusal(words.JSON_BROKEN.format(name=name, line=why.lineno)) from None
    except (UnicodeDecodeError, RecursionError):
        raise Refusal(words.JSON_TOO_DEEP.format(name=name)) from None
    return _within(whole, DEEPEST)


def _within(value: Any, depth: int) -> Iterator[Thing]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict) and isinstance(value.get("_links"), dict) and "_embedded" not in value:
        yield value
    elif depth and isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _within(inner, depth - 1)


def _keep(web: _Web, file: str, number: int, thing: Thing) -> None:
    own = _links(thing, "self")
    kind = own[0].partition("/")[0] if own else ""
    if kind:
        entry = Entry(number, file, kind, thing)
        web.by_kind[kind].append(entry)
        web.by_link.update(dict.fromkeys(own, entry))


def _links(thing: Thing, name: str) -> list[str]:
    """Give the ends of links: what is meant, by which id, and its value; that is the same whatever machine answered."""
    found = thing["_links"].get(name) or []
    hrefs = [link.get("href") for link in found if isinstance(link, dict)] if isinstance(found, list) else []
    return [_end(href) for href in hrefs if isinstance(href, str)]


def _end(href: str) -> str:
    kind, _, rest = "/".join(href.split("/")[-3:]).lower().partition("/")
    return f"{OLD_NAMES.get(kind, kind)}/{rest}"


def _school(web: _Web, where: Where) -> Entry | None:
    """Find the school by its number or name; a file without schools is of the school that was chosen."""
    schools = web.by_kind.get("skole", [])
    for fits in (
        [s for s in schools if where.org_number and _value(s.thing, "organisasjonsnummer") == where.org_number],
        [s for s in schools if str(s.thing.get("navn", "")).casefold() == where.name.casefold()],
        schools if not where.org_number else [],
    ):
        if len(fits) == 1:
            return fits[0]
    if schools:
        raise Refusal(words.SCHOOL_NOT_IN_FILE)
    return None


def _is_here(web: _Web, entry: Entry, school: Entry | None) -> bool:
    return school is None or not _links(entry.thing, "skole") or school in web.to(entry, "skole")


def _gather_students(web: _Web, school: Entry | None, where: Where, gathered: Gathered) -> None:
    for relation in web.by_kind["elevforhold"]:
        if not _is_here(web, relation, school):
            gathered.elsewhere += 1
        elif _is_of_year(web, relation, where.starts_in):
            _gather_student(web, relation, gathered)


def _is_of_year(web: _Web, relation: Entry, starts_in: int) -> bool:
    """Leave out relations to another school year, where the file says which."""
    year = web.one(relation, "skolear")
    begins = str(((year.thing.get("gyldighetsperiode") or {}) if year else {}).get("start") or "")
    return not begins or begins[:4] == str(starts_in)


def _gather_student(web: _Web, relation: Entry, gathered: Gathered) -> None:
    student = web.one(relation, "elev")
    person = web.one(student, "person") if student else None
    if student is None or person is None:
        told = (Mark.DANGLING, {"value": "elev" if student is None else "person"})
        gathered.tell(relation.number, "", told, relation.file)
        return
    cells = _person(person) | _ids(student, "elevnummer")
    cells["email"] = _reach(student, "epostadresse") or cells["email"]
    period = relation.thing.get("gyldighetsperiode") or {}
    times = {
        "starts": _day(period.get("start")),
        "ends": _day(relation.thing.get("avbruddsdato") or period.get("slutt")),
    }
    if student.thing.get("hybeladresse"):
        times["lodging"] = "hybel"
    for row in list(_classes(web, relation)) or [{}]:
        gathered.add(Holds.STUDENTS, student.number, {**cells, **times, **row})
    _gather_guardians(web, person, _ids(student, "elevnummer"), gathered)


def _classes(web: _Web, relation: Entry) -> Iterator[dict[str, str]]:
    """Give the classes of a relation: through memberships (version 4), or straight (version 3)."""
    memberships = web.to(relation, "klassemedlemskap", "basisgruppemedlemskap")
    groups = [g for m in memberships for g in web.to(m, "klasse", "basisgruppe")] or web.to(relation, "basisgruppe")
    for group in groups:
        name = str(group.thing.get("navn") or "")
        level = next((end.rpartition("/")[2] for end in _links(group.thing, "trinn")), "")
        yield {"class_name": name, "level": word("level", level) or level_of_name(name)}


def _gather_guardians(web: _Web, person: Entry, student: dict[str, str], gathered: Gathered) -> None:
    """Take those who have parental responsibility; other relations in FINT say nothing of a right."""
    for guardian in web.to(person, "foreldreansvar"):
        gathered.holds.add(Holds.GUARDIANS)
        own = {f"student_{kind}": value for kind, value in student.items()}
        cells = {**_person(guardian), **own, "right": "foreldreansvar", "source": SOURCE}
        gathered.add(Holds.GUARDIANS, guardian.number, cells)


def _gather_staff(web: _Web, school: Entry | None, gathered: Gathered) -> None:
    teaching: dict[str, list[Entry]] = defaultdict(list)
    for relation in web.by_kind["undervisningsforhold"]:
        if _is_here(web, relation, school):
            for link in _links(relation.thing, "skoleressurs"):
                teaching[link].append(relation)
    for resource in web.by_kind["skoleressurs"]:
        relations = [r for link in _links(resource.thing, "self") for r in teaching.get(link, ())]
        if relations:
            _gather_teacher(web, resource, relations, gathered)


def _gather_teacher(web: _Web, resource: Entry, relations: list[Entry], gathered: Gathered) -> None:
    employed = web.one(resource, "personalressurs")
    person = web.one(resource, "person") or (web.one(employed, "person") if employed else None)
    if person is None:
        gathered.tell(resource.number, "", (Mark.DANGLING, {"value": "person"}), resource.file)
        return
    number = {"own": _value(employed.thing, "ansattnummer")} if employed else {}
    cells = _person(person) | _ids(resource, "") | number
    groups = [group for relation in relations for group in web.to(relation, "kontaktlarergruppe")]
    names = {str(home.thing.get("navn") or "") for group in groups for home in web.to(group, "klasse", "basisgruppe")}
    for name in sorted(filter(None, names)):
        gathered.add(Holds.STAFF, resource.number, {**cells, "role": Role.CONTACT_TEACHER.value, "class_name": name})
    if not names:
        gathered.add(Holds.STAFF, resource.number, {**cells, "role": Role.SUBJECT_TEACHER.value})


def _person(person: Entry) -> dict[str, str]:
    thing = person.thing
    name, home = thing.get("navn") or {}, thing.get("bostedsadresse") or {}
    street = ", ".join(str(part) for part in home.get("adresselinje") or [] if part)
    language = next((end.rpartition("/")[2] for end in _links(thing, "malform")), "")
    return {
        "national": _value(thing, "fodselsnummer"), "born": _day(thing.get("fodselsdato")),
        "given": " ".join(filter(None, (name.get("fornavn"), name.get("mellomnavn")))),
        "family": name.get("etternavn") or "",
        "email": _reach(person, "epostadresse"), "phone": _reach(person, "mobiltelefonnummer"), "address": street,
        "postcode": str(home.get("postnummer") or ""), "town": str(home.get("poststed") or ""),
        "language": language if word("language", language) else "",
    }  # fmt: skip


def _ids(entry: Entry, number: str) -> dict[str, str]:
    found = {"feide": _value(entry.thing, "feidenavn"), "own": _value(entry.thing, number) if number else ""}
    system = _value(entry.thing, "systemId")
    return {
        kind: value
        for kind, value in {**found, "system_id": f"{entry.kind}:{system}" if system else ""}.items()
        if value
    }


def _value(thing: Thing, name: str) -> str:
    """Give an identifier's value."""
    found = thing.get(name)
    return str(found.get("identifikatorverdi") or "") if isinstance(found, dict) else ""


def _reach(entry: Entry, name: str) -> str:
    found = entry.thing.get("kontaktinformasjon")
    return str(found.get(name) or "") if isinstance(found, dict) else ""


def _day(text: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    return str(text or "")[:10]
