"""Who may what: generated from the rules that every page asks, so that it can't say anything else than they do."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from django.utils.translation import get_language, gettext

from tett.access.queries import open_to_all, roles_with, rules_of_rooms
from tett.access.rules import Actor, Rule
from tett.access.words import GROUP_ROLES, STUDENT_OFFICES, Group, Role
from tett.people.words import ROOM_NAMES

_GROUPS = (Group.STAFF, Group.LEADERSHIP, Group.STUDENT_SERVICES)
_NOBODY = Actor(day=date.min, now=datetime.min.replace(tzinfo=UTC))


@dataclass(frozen=True)
class Way:
    """One way to have something by a rule, and the roles that have it so."""

    name: str
    roles: frozenset[Role]
    #: The roles in words, groups first.
    who: tuple[str, ...]


@dataclass(frozen=True)
class Power:
    """What a rule lets people do, in a sentence, and who."""

    sentence: str
    ways: tuple[Way, ...]

    def of(self, role: Role) -> tuple[Way, ...]:
        """Give the ways in which a role has it."""
        return tuple(way for way in self.ways if role in way.roles)


@dataclass(frozen=True)
class RoomPowers:
    """What a room lets people do."""

    name: str
    powers: tuple[Power, ...]


@dataclass(frozen=True)
class RolePowers:
    """What one role may and may not, room by room."""

    role: Role
    may: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
    may_not: tuple[str, ...]


def powers(_actor: Actor) -> tuple[RoomPowers, ...]:
    """Give everything that the rules of all rooms let people do (no queries)."""
    return _powers(get_language() or "")


def powers_of(actor: Actor, role: Role) -> RolePowers:
    """Give what one role may, and what it may not (no queries)."""
    rooms = powers(actor)
    may = tuple(
        (room.name, tuple((p.sentence, tuple(way.name for way in p.of(role))) for p in room.powers if p.of(role)))
        for room in rooms
    )
    may_not = tuple(power.sentence for room in rooms for power in room.powers if not power.of(role))
    return RolePowers(role, tuple((name, had) for name, had in may if had), may_not)


@lru_cache(maxsize=8)
def _powers(_language: str) -> tuple[RoomPowers, ...]:
    """Ask once for each language: the rules stay as they are while Tett runs, whoever asks."""
    return tuple(
        RoomPowers(str(ROOM_NAMES.get(room, room)), tuple(_power(rule) for rule in rules.values()))
        for room, rules in rules_of_rooms(_NOBODY).items()
    )


def _power(rule: Rule) -> Power:
    return Power(_sentence(rule.tells or rule.name), tuple(_way(part) for part in rule.alternatives))


def _way(part: Rule) -> Way:
    roles = roles_with(_NOBODY, part)
    who = (gettext("alle, også uten innlogging"),) if open_to_all(_NOBODY, part) else _in_words(roles)
    return Way(_sentence(part.name), roles, who)


def _sentence(text: str) -> str:
    said = gettext(text)
    return said[:1].upper() + said[1:]


def _in_words(roles: frozenset[Role]) -> tuple[str, ...]:
    """Name roles, by the names of groups where all of a group is among them."""
    if roles == frozenset(Role):
        return (gettext("alle som er logget inn og har en rolle"),)
    named: list[str] = []
    left = set(roles)
    groups = [(set(GROUP_ROLES[group]), str(group.label)) for group in _GROUPS]
    for of_group, label in [*groups, (set(STUDENT_OFFICES), gettext("elever med verv"))]:
        if of_group <= left:
            named.append(label)
            left -= of_group
    return (*named, *(str(role.label) for role in Role if role in left))
