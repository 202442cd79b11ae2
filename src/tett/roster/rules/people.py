"""Which rows are about the same person, and which contradict each other."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from tett.roster.rules.said import Id, OddRow, Said, Told
from tett.roster.words import Holds, Mark

#: What is said of a person and not of a place; rows about the same person must agree on it.
PERSONAL = ("given", "family", "preferred", "born", "language", "email", "phone", "address")
PLACE = (
    "holds", "class_name", "level", "programme", "department", "starts", "ends", "basis", "lodging", "role", "right",
    "source", "student",
)  # fmt: skip


class Group(NamedTuple):
    """A person in a list, with everything the rows say of them, and the rows."""

    who: Said
    rows: tuple[Said, ...]
    notes: tuple[Told, ...] = ()


def grouped(rows: list[Said]) -> tuple[list[Group], list[OddRow]]:
    """Put the rows about the same person together; those that contradict each other are odd, all of them."""
    groups: list[Group] = []
    odd: list[OddRow] = []
    for own in _together(rows):
        if len(own) == 1:
            groups.append(Group(own[0], (own[0],)))
        else:
            _merge(sorted(own, key=lambda row: (row.file, row.line)), groups, odd)
    return _twins(groups), odd


def _together(rows: list[Said]) -> list[list[Said]]:
    """Give rows that share any identifier together, however long the chain; most share none."""
    times = Counter(chain.from_iterable(row.ids for row in rows))
    shared = {one for one, number in times.items() if number > 1}
    if not shared:
        return [[row] for row in rows]
    alone = [[row] for row in rows if shared.isdisjoint(row.ids)]
    return alone + _chained([row for row in rows if not shared.isdisjoint(row.ids)])


def _chained(rows: list[Said]) -> list[list[Said]]:
    leader: dict[Id, int] = {}
    found: dict[int, list[Said]] = {}
    for number, row in enumerate(rows):
        near = {leader[one] for one in row.ids if one in leader}
        own = [row]
        for other in sorted(near):
            own = found.pop(other) + own
        found[number] = own
        for member in own if near else (row,):
            leader.update(dict.fromkeys(member.ids, number))
    return list(found.values())


def _merge(own: list[Said], groups: list[Group], odd: list[OddRow]) -> None:
    lines = ", ".join(str(row.line) for row in own[:6])
    if not _agree(own):
        told: Told = (Mark.TWICE_DIFFERENT, {"lines": lines})
        odd += [OddRow(row.line, row.name, (told,), row.ids, row.file) for row in own]
        return
    who = _merged(own)
    places: dict[tuple[object, ...], Said] = {}
    for row in own:
        first = places.setdefault(tuple(getattr(row, name) for name in PLACE), row)
        if first is not row:
            odd.append(OddRow(row.line, row.name, ((Mark.TWICE, {"line": first.line}),), row.ids, row.file))
    groups.append(Group(who, tuple(places.values())))


def _agree(own: list[Said]) -> bool:
    """Tell whether rows say the same of the person, have one identifier of a kind, and put a student in one place."""
    for name in PERSONAL:
        if len({value for row in own if (value := getattr(row, name))}) > 1:
            return False
    by_kind: dict[str, set[str]] = defaultdict(set)
    for kind, value in (one for row in own for one in row.ids):
        by_kind[kind].add(value)
    if any(len(values) > 1 for kind, values in by_kind.items() if kind != "system_id"):
        return False
    return _one_place(own)


def _one_place(own: list[Said]) -> bool:
    students = {tuple(getattr(row, name) for name in PLACE) for row in own if row.holds == Holds.STUDENTS}
    rights: dict[object, set[object]] = defaultdict(set)
    for row in own:
        if row.holds == Holds.GUARDIANS:
            rights[row.student].add((row.right, row.source, row.starts, row.ends))
    return len(students) <= 1 and all(len(said) == 1 for said in rights.values())


def _merged(own: list[Said]) -> Said:
    first = own[0]
    said = {name: next((v for row in own if (v := getattr(row, name))), getattr(first, name)) for name in PERSONAL}
    ids = tuple(sorted({one for row in own for one in row.ids}))
    return first._replace(ids=ids, protected=any(row.protected for row in own), **said)


def _twins(groups: list[Group]) -> list[Group]:
    """Note those who have the same name and birth date as another, but other numbers."""
    names = [(who.given, who.family, who.born) for who, *_ in groups]
    alike = {name for name, times in Counter(names).items() if times > 1 and name[2]}
    seen: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for number, name in enumerate(names) if alike else ():
        if name in alike:
            seen[name].append(number)
    for numbers in seen.values():
        for number in numbers:
            other = min(groups[n].who.line for n in numbers if n != number)
            groups[number] = groups[number]._replace(notes=((Mark.TWIN, {"line": other}),))
    return groups


def present(groups: Iterable[Group], odd: Iterable[OddRow]) -> set[Id]:
    """Give all identifiers that stand in the list, whether their line can be used or not."""
    return {one for group in groups for one in group.who.ids} | {one for row in odd for one in row.ids}
