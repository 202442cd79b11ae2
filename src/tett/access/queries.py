"""Every rule of access there is, room by room, and who has anything by it: asked of the rules, never written down."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import lru_cache, partial
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from django.apps import apps
from django.conf import settings
from django.core.exceptions import EmptyResultSet, FieldError
from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model

from tett.access.rules import Actor, Held, Rule
from tett.access.words import LEADERS, STAFF_ROLES, Role

#: Any day and any place will do: whether a role has anything by a rule doesn't hang on which.
_DAY = date(2026, 9, 14)
_NOON = datetime(2026, 9, 14, 12, tzinfo=UTC)
_SOME = 1
#: What rules ask of somebody by naming roles.
_ASKED_WITH_ROLES = {"holds", "schools", "departments", "classes", "owners"}


def rules_of_rooms(_actor: Actor) -> dict[str, dict[str, Rule]]:
    """Give the rules of each room by the names they have there, the lowest room first."""
    told: list[Rule] = []
    rooms: dict[str, dict[str, Rule]] = {}
    for room in reversed(settings.ROOMS):  # from below: a rule that a room above borrows is told of where it belongs
        rooms[room] = {}
        for name, rule in _rules_of(room):
            if not any(rule is other for other in told):
                rooms[room][name] = rule
                told.append(rule)
    return {room: rules for room, rules in rooms.items() if rules}


def roles_with(_actor: Actor, rule: Rule) -> frozenset[Role]:
    """Give the roles that have some rows by the rule, as the database would be asked (no queries)."""
    return _roles_with(rule)


def open_to_all(_actor: Actor, rule: Rule) -> bool:
    """Tell whether the rule gives rows to those who haven't logged in too (no queries)."""
    return _asks(_table_of(rule), rule, Actor(day=_DAY, now=_NOON))


def _rules_of(room: str) -> Iterator[tuple[str, Rule]]:
    if room == "access" or not find_spec(f"tett.{room}.access"):
        return
    module = import_module(f"tett.{room}.access")
    for name, rule in vars(module).items():
        if isinstance(rule, Rule) and name.startswith("may_"):
            yield name, rule


@lru_cache(maxsize=512)
def _roles_with(rule: Rule) -> frozenset[Role]:
    """Ask once for all roles that the rule never tells apart: they have the same."""
    table, answers = _table_of(rule), dict[object, bool]()
    asked = _asked_for(rule)
    for role in Role:
        # A guardian is somebody with wards, which no list of roles tells.
        alike = role if role == Role.GUARDIAN else frozenset(n for n, roles in enumerate(asked) if role in roles)
        answers[role] = answers[alike] if alike in answers else _asks(table, rule, _as(role))
        answers[alike] = answers[role]
    return frozenset(role for role in Role if answers[role])


class _Listener:
    """Stands for somebody, and notes which roles a rule asks about; who looks through them itself tells each apart."""

    def __init__(self, somebody: Actor, heard: list[frozenset[Role]]) -> None:
        self._somebody, self._heard = somebody, heard

    def __getattr__(self, name: str) -> object:
        found = getattr(self._somebody, name)
        if name == "held":
            self._heard += [frozenset({role}) for role in Role]
        if name in {"leads", "works_at_school"}:
            self._heard.append(frozenset(LEADERS if name == "leads" else STAFF_ROLES))
        return partial(self._asked, found) if name in _ASKED_WITH_ROLES else found

    def _asked(self, found: Callable[..., object], *roles: Role) -> object:
        self._heard.append(frozenset(roles))
        return found(*roles)


def _asked_for(rule: Rule) -> list[frozenset[Role]]:
    """Give the groups of roles that the rule asks for, of somebody who is everything and somebody who is nothing."""
    heard: list[frozenset[Role]] = []
    for somebody in (_as(*Role), _as()):
        rule.rows(cast("Actor", _Listener(somebody, heard)))
    return list(dict.fromkeys(heard))


def _as(*roles: Role) -> Actor:
    """Give somebody who is this and nothing else."""
    held = tuple(Held(role, _SOME, _SOME, _SOME, _SOME) for role in roles)
    wards = frozenset({_SOME}) if Role.GUARDIAN in roles else frozenset[int]()
    return Actor(day=_DAY, now=_NOON, person_id=_SOME, login_id=_SOME, held=held, wards=wards)


def _table_of(rule: Rule) -> type[Model]:
    """Find a table that the rule is about."""
    rows = rule.rows(_as(*Role))
    for table in apps.get_models():
        with suppress(FieldError):
            table._default_manager.filter(rows)  # noqa: SLF001 - Django's way to the manager of any model
            return table
    raise FieldError(rule.name)


def _asks(table: type[Model], rule: Rule, actor: Actor) -> bool:
    """Tell whether the database would be asked at all; where nothing can be found, Django doesn't."""
    rows = table._default_manager.filter(rule.rows(actor))  # noqa: SLF001 - Django's way to the manager of any model
    try:
        rows.query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    except EmptyResultSet:
        return False
    return True
