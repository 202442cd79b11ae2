"""Who in Tett a person of the list is."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from tett.roster.rules.known import Known
from tett.roster.rules.people import Group
from tett.roster.rules.said import Id, Told
from tett.roster.words import Holds, Mark

#: Identifiers of which nobody has two: another one means another person, or a slip of the pen.
ONLY_ONE = frozenset({"own", "national"})
#: Those that change with the name: the new one takes the place of the old.
REPLACED = frozenset({"feide"})


class Match(NamedTuple):
    """The person's number in Tett, if any, and which identifiers are new; or why it can't be told."""

    person: int | None = None
    new_ids: tuple[Id, ...] = ()
    old_ids: tuple[Id, ...] = ()
    told: tuple[Told, ...] = ()
    odd: bool = False


@dataclass
class Matcher:
    """Finds people by identifiers, and the first time by name, when that can only mean one."""

    known: Known
    groups: list[Group]

    def __post_init__(self) -> None:
        """Find those at the school whom no list has told of by name."""
        self.named: dict[str, list[int]] = defaultdict(list)
        for person in {*self.known.enrolments, *self.known.roles} - self.known.from_lists:
            facts = self.known.people[person]
            self.named[_folded(facts.given, facts.family)].append(person)

    @cached_property
    def in_list(self) -> Counter[str]:
        """Count the names of the list; asked for only where somebody may be linked by name."""
        return Counter(_folded(g.who.given, g.who.family) for g in self.groups)

    def match(self, group: Group) -> Match:
        """Tell who it is."""
        by_id, ids = self.known.by_id, group.who.ids
        found = {by_id[one] for one in ids if one in by_id}
        if len(found) > 1:
            return Match(odd=True, told=((Mark.TWO_PEOPLE, {}),))
        if not found:
            return self._by_name(group)
        return self._with_ids(found.pop(), ids)

    def _with_ids(self, person: int, ids: tuple[Id, ...], *told: Told) -> Match:
        by_id = self.known.by_id
        new = tuple([one for one in ids if by_id.get(one) != person])
        if not new:
            return Match(person, told=told)
        has = self.known.ids.get(person, frozenset())
        kinds = {kind for kind, _ in has}
        if clash := next((kind for kind, _ in new if kind in ONLY_ONE & kinds), None):
            return Match(odd=True, told=((Mark.OTHER_NUMBER, {"kind": clash}),))
        changing = {kind for kind, _ in new} & REPLACED
        old = tuple(sorted(one for one in has if one[0] in changing))
        notes = [(Mark.NEW_ID, {"kind": kind}) for kind, _ in new if not told]
        return Match(person, new, old, (*told, *notes))

    def _by_name(self, group: Group) -> Match:
        """Link somebody whom the school has written down by hand, and who has no such number yet."""
        who = group.who
        name = _folded(who.given, who.family)
        there = [p for p in self.named.get(name, ()) if self._could_be(p, group)]
        if not there:
            return Match(new_ids=who.ids)
        if len(there) > 1 or self.in_list[name] > 1:
            return Match(odd=True, told=((Mark.NAMESAKE, {}),))
        return self._with_ids(there[0], who.ids, (Mark.LINKED, {}))

    def _could_be(self, person: int, group: Group) -> bool:
        holds = {row.holds for row in group.rows}
        place = self.known.enrolments if Holds.STUDENTS in holds else self.known.roles
        kinds = {kind for kind, _ in self.known.ids.get(person, ())}
        return (
            person in place
            and Holds.GUARDIANS not in holds
            and not kinds & {kind for kind, _ in group.who.ids}
            and _born_alike(self.known.people[person].born, group.who.born)
        )


def _born_alike(one: date | None, other: date | None) -> bool:
    return one is None or other is None or one == other


def _folded(given: str, family: str) -> str:
    return f"{given} {family}".casefold()
