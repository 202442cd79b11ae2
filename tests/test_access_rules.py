"""What holds for the rules of access in every room."""

from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import FieldError
from django.db.models import Q

from tests.cast import NOW, TODAY, World
from tett.access.rules import Actor, Held, Rule
from tett.access.words import Role
from tett.people.queries import stranger


def _rules() -> Iterator[tuple[str, Rule]]:
    for room in settings.ROOMS:
        if room != "access" and find_spec(f"tett.{room}.access"):
            module = import_module(f"tett.{room}.access")
            yield from ((f"{room}.{name}", rule) for name, rule in vars(module).items() if isinstance(rule, Rule))


RULES = dict(_rules())
#: Somebody who is everything at once, so that every part of every rule is asked.
EVERYTHING_AT_ONCE = Actor(
    day=TODAY,
    now=NOW,
    person_id=1,
    login_id=1,
    held=tuple(Held(role, 1, 1, 1, 1) for role in Role),
    wards=frozenset({1}),
)


def _steps(rows: Q) -> Iterator[str]:
    for child in rows.children:
        if isinstance(child, Q):
            yield from _steps(child)
        elif isinstance(child, tuple):
            yield from child[0].split("__")


def _to_many() -> set[str]:
    """Give the names of relations to many, unless a field of some model is called the same."""
    fields = [field for model in apps.get_models() for field in model._meta.get_fields()]
    many = {field.name for field in fields if field.one_to_many or field.many_to_many}
    return many - {field.name for field in fields if field.concrete and not field.many_to_many}


def test_the_rooms_have_rules() -> None:
    assert len(RULES) > 15
    assert {"enrolments", "guardians", "protected_readers"} <= _to_many()


@pytest.mark.parametrize("name", RULES)
def test_no_rule_joins_to_many_since_then_rules_would_not_combine_as_sets(name: str) -> None:
    assert set(_steps(RULES[name].rows(EVERYTHING_AT_ONCE))) & _to_many() == set()


@pytest.mark.parametrize("name", RULES)
def test_whoever_holds_nothing_today_has_no_rows(world: World, name: str) -> None:
    world.task("vera")
    asked = 0
    for who in (world.actor("vera"), stranger(NOW)):
        for model in apps.get_models():
            with suppress(FieldError):
                assert not RULES[name].filter(who, model._default_manager.all()).exists()
                asked += 1
    assert asked, "the rule fits no table"
