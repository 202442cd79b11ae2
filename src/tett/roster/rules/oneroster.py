"""OneRoster 1.1 and 1.2 as CSV: users, classes and enrolments that point to each other.

Norwegian files come out of FINT: a class and its contact teacher's group are both ``homeroom``, the latter with
``additionalClassType`` mentor. In 1.2, schools and roles of users stand in a file of their own.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tett.access.words import Role
from tett.base.rules import Refusal
from tett.documents.tables import Table, read_table
from tett.documents.tables.words import ONLY_HEADER
from tett.people.rules.identifiers import national_number
from tett.roster import words
from tett.roster.rules.bundles import Files
from tett.roster.rules.cells import level_of_name, word
from tett.roster.rules.exchange import Gathered, Where
from tett.roster.rules.lists import Written
from tett.roster.rules.said import Reading
from tett.roster.words import Holds, Mark

NEEDED = ("orgs.csv", "users.csv", "classes.csv", "enrollments.csv")
COLUMNS = {
    "orgs.csv": ("sourcedId", "name", "type"),
    "users.csv": ("sourcedId", "givenName", "familyName"),
    "classes.csv": ("sourcedId", "title", "classType", "schoolSourcedId"),
    "enrollments.csv": ("classSourcedId", "userSourcedId", "role"),
}
GONE = frozenset({"tobedeleted", "inactive"})
USER_ID = re.compile(r"\{([^:}]*):([^}]*)\}")
MENTOR, HOMEROOM = "mentor", "homeroom"
#: What users are, in Tett; teachers are told of by their classes.
ROLES = {"aide": Role.OTHER_STAFF, "administrator": Role.OTHER_STAFF, "siteadministrator": Role.OTHER_STAFF,
         "counselor": Role.COUNSELLOR, "principal": Role.PRINCIPAL}  # fmt: skip
GUARDIANS = frozenset({"guardian", "parent", "relative"})
Cells = Mapping[str, str]


class Entry(NamedTuple):
    """A line of a file, by its columns."""

    line: int
    cells: Cells


@dataclass
class _Set:
    """The files, by the ids of their lines; lines that are marked as gone are left out."""

    files: dict[str, list[Entry]]
    school: str = ""
    classes: dict[str, Entry] = field(default_factory=dict)

    def lines(self, name: str) -> list[Entry]:
        """Give a file's lines, none if it isn't there."""
        return self.files.get(name, [])


def read_oneroster(files: Files, where: Where, written: Written) -> Reading:
    """Understand a set of files; of other schools nothing is taken."""
    gathered = Gathered(holds={Holds.STUDENTS, Holds.STAFF})
    tables = {name: _entries(name, data, gathered) for name, data in files if name != "manifest.csv"}
    if lacking := [name for name in NEEDED if name not in tables]:
        raise Refusal(words.MISSING_FILES.format(names=", ".join(lacking)))
    found = _Set(tables)
    found.school = _school(found, where)
    found.classes = _of(found.lines("classes.csv"))
    _gather(found, gathered)
    return gathered.reading(written, "oneroster", "users.csv")


def _entries(name: str, data: bytes, gathered: Gathered) -> list[Entry]:
    try:
        table = read_table(data, name)
    except Refusal as why:
        if why.sentence is ONLY_HEADER:
            return []
        raise Refusal(words.IN_FILE.format(name=name, said=why)) from why
    _check(name, table)
    for odd in table.odd:
        gathered.tell(odd.line, "", (Mark.UNREADABLE, {"said": str(odd.why)}), name)
    entries = (Entry(row.line, dict(zip(table.header, map(str.strip, row.cells), strict=True))) for row in table.rows)
    return [entry for entry in entries if entry.cells.get("status", "").lower() not in GONE]


def _check(name: str, table: Table) -> None:
    if lacking := [column for column in COLUMNS.get(name, ()) if column not in table.header]:
        raise Refusal(words.MISSING_COLUMNS.format(name=name, columns=", ".join(lacking)))


def _of(lines: list[Entry]) -> dict[str, Entry]:
    return {entry.cells["sourcedId"]: entry for entry in lines}


def _school(found: _Set, where: Where) -> str:
    """Find the school by its number, by its name, or because it is the only one."""
    schools = [e.cells for e in found.lines("orgs.csv") if e.cells["type"].lower() == "school"]
    for fits in (
        [c for c in schools if where.org_number and where.org_number in {c.get("identifier"), c["sourcedId"]}],
        [c for c in schools if c["name"].casefold() == where.name.casefold()],
        schools if not where.org_number else [],
    ):
        if len(fits) == 1:
            return fits[0]["sourcedId"]
    raise Refusal(words.SCHOOL_NOT_IN_FILE)


def _gather(found: _Set, gathered: Gathered) -> None:
    enrolled = _enrolled(found, gathered)
    mentored = any(_is_mentor(entry) for entry in found.classes.values())
    born = {e.cells["sourcedId"]: e.cells.get("birthDate", "") for e in found.lines("demographics.csv")}
    guardians, held = 0, _held_roles(found)
    for user in found.lines("users.csv"):
        own = user.cells["sourcedId"]
        roles = _roles(user, found.school) or held.get(own, set())
        if not roles:
            gathered.elsewhere += 1
        elif roles & GUARDIANS:
            guardians += 1
        else:
            person = {**_person(user.cells), "born": born.get(own, "")}
            _gather_user(user.line, person, roles, enrolled[own], gathered, mentored=mentored)
    if guardians:
        gathered.tell(0, "", (Mark.NO_RIGHTS_IN_FILE, {"number": guardians}), "users.csv")


def _roles(user: Entry, school: str) -> set[str]:
    """Give what a user is at the school, as version 1.1 says it."""
    orgs = user.cells.get("orgSourcedIds", "").replace(" ", "").split(",")
    role = user.cells.get("role", "").lower()
    return {role} if role and school in orgs else set()


def _held_roles(found: _Set) -> dict[str, set[str]]:
    """Give what users are at the school, as version 1.2 says it."""
    held: dict[str, set[str]] = defaultdict(set)
    for entry in found.lines("roles.csv"):
        if entry.cells.get("orgSourcedId") == found.school:
            held[entry.cells.get("userSourcedId", "")].add(entry.cells.get("role", "").lower())
    return held


class Seat(NamedTuple):
    """A place in a class, as the file has it."""

    group: Entry
    cells: Cells


def _enrolled(found: _Set, gathered: Gathered) -> defaultdict[str, list[Seat]]:
    """Give each user's places in the school's classes; what points nowhere is told."""
    seats: defaultdict[str, list[Seat]] = defaultdict(list)
    users = {e.cells["sourcedId"] for e in found.lines("users.csv")}
    for entry in found.lines("enrollments.csv"):
        group = found.classes.get(entry.cells["classSourcedId"])
        user = entry.cells["userSourcedId"]
        if group is None or user not in users:
            value = user if group else entry.cells["classSourcedId"]
            gathered.tell(entry.line, "", (Mark.DANGLING, {"value": value[:60]}), "enrollments.csv")
        elif group.cells["schoolSourcedId"] == found.school:
            seats[user].append(Seat(group, entry.cells))
    return seats


def _person(cells: Cells) -> dict[str, str]:
    given = " ".join(filter(None, (cells["givenName"], cells.get("middleName"))))
    number = cells.get("identifier", "")
    ids = {kind.strip().lower(): value.strip() for kind, value in USER_ID.findall(cells.get("userIds", ""))}
    national = number if national_number(number) else ids.get("fnr", "")
    return {
        "sourced_id": cells["sourcedId"], "feide": ids.get("feide", ""), "national": national,
        "own": "" if national or not number else number, "given": given, "family": cells["familyName"],
        "preferred": cells.get("preferredGivenName", ""), "email": cells.get("email", ""),
        "phone": cells.get("sms") or cells.get("phone", ""),
    }  # fmt: skip


def _gather_user(
    line: int, person: dict[str, str], roles: set[str], seats: list[Seat], gathered: Gathered, *, mentored: bool
) -> None:
    if "student" in roles:
        for row in _student_rows(seats) or [{}]:
            gathered.add(Holds.STUDENTS, line, {**person, **row})
        return
    if "teacher" in roles:
        for row in _teacher_rows(seats, mentored=mentored):
            gathered.add(Holds.STAFF, line, {**person, **row})
    for role in sorted(roles & ROLES.keys()):
        gathered.add(Holds.STAFF, line, {**person, "role": ROLES[role].value})


def _student_rows(seats: list[Seat]) -> list[dict[str, str]]:
    homes = [seat for seat in seats if _is_home(seat.group) and not _is_mentor(seat.group)]
    return [
        {"class_name": home.group.cells["title"], "level": _level(home.group.cells),
         "starts": home.cells.get("beginDate", ""), "ends": home.cells.get("endDate", "")}
        for home in homes
    ]  # fmt: skip


def _teacher_rows(seats: list[Seat], *, mentored: bool) -> Iterator[dict[str, str]]:
    """Contact teachers are those of the mentor groups; without such groups, of the classes themselves."""
    titles = {s.group.cells["title"] for s in seats if _is_home(s.group) and _is_mentor(s.group) == mentored}
    for title in sorted(titles):
        yield {"role": Role.CONTACT_TEACHER.value, "class_name": title}
    if not titles:
        yield {"role": Role.SUBJECT_TEACHER.value}


def _is_home(group: Entry) -> bool:
    return group.cells["classType"].lower() == HOMEROOM


def _is_mentor(group: Entry) -> bool:
    kind = group.cells.get("metadata.additionalClassType") or group.cells.get("additionalClassType") or ""
    return kind.lower() == MENTOR


def _level(cells: Cells) -> str:
    said = cells.get("grades") or cells.get("courseSourcedId") or ""
    return word("level", said) or level_of_name(cells["title"])
