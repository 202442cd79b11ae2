"""The page that tells who may what: it is made of the rules, says all of them, and says what they do."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import NOW, TODAY, World
from tests.crowd import join
from tett.access import queries as access_queries
from tett.access.queries import open_to_all, roles_with, rules_of_rooms
from tett.access.rules import Actor, Rule
from tett.access.words import LEADERS, STAFF_ROLES, Role
from tett.base.clock import now
from tett.people.access import may_elect, may_find, may_keep, may_reach, may_staff
from tett.people.queries import stranger
from tett.plan.access import may_read
from tett.tasks.access import may_see_task

ASKED = stranger(NOW)
RULES = {f"{room}.{name}": rule for room, rules in rules_of_rooms(ASKED).items() for name, rule in rules.items()}


def test_every_room_tells_its_own_rules() -> None:
    assert {"people.may_find", "tasks.may_do_task", "plan.may_read", "year.may_see_year"} <= set(RULES)
    assert "turn.may_staff" not in RULES


@pytest.mark.parametrize("name", RULES)
def test_every_rule_says_in_a_sentence_what_it_means(name: str) -> None:
    assert RULES[name].tells.endswith("."), f'{name} needs .explained(_("…"))'
    assert not any(sign in part.name for part in RULES[name].alternatives for sign in "|&~")


@pytest.mark.parametrize(
    ("rule", "roles"),
    [
        (may_staff, {Role.PRINCIPAL, Role.DEPUTY}),
        (may_keep, {Role.PRINCIPAL, Role.DEPUTY}),
        (may_elect, {Role.PRINCIPAL, Role.DEPUTY, Role.CONTACT_TEACHER}),
        (may_find.alternatives[0], set(STAFF_ROLES)),
        (may_find.alternatives[1], set(Role)),
        (may_find.alternatives[2], {Role.GUARDIAN}),
        (may_reach.alternatives[0], {*LEADERS, Role.CONTACT_TEACHER}),
        (may_see_task.alternatives[2], set(LEADERS)),
    ],
)
def test_the_page_gives_a_rule_to_the_roles_that_have_it(rule: Rule, roles: set[Role]) -> None:
    assert roles_with(ASKED, rule) == roles


@pytest.mark.parametrize("name", RULES)
def test_roles_that_a_rule_does_not_tell_apart_have_the_same(name: str) -> None:
    rule = RULES[name]
    table = access_queries._table_of(rule)
    one_by_one = {role for role in Role if access_queries._asks(table, rule, access_queries._as(role))}
    assert roles_with(ASKED, rule) == one_by_one


def test_whatever_the_page_says_of_a_role_holds_for_those_who_have_it(world: World) -> None:
    """A role that the page gives nothing by a rule of people finds nobody by it, whoever holds the role."""
    crowd = join(world)
    for name in crowd.people:
        actor = crowd.actor(name)
        for part in (part for rule in (may_staff, may_keep, may_find) for part in rule.alternatives):
            finds = any(part.allows(actor, row) for row in (*crowd.people.values(), crowd.school))
            assert not finds or any(held.role in roles_with(ASKED, part) for held in actor.held)


def test_what_is_open_to_everybody_is_said_to_be() -> None:
    assert open_to_all(ASKED, may_read.alternatives[-1])
    assert not open_to_all(ASKED, may_find)


@pytest.mark.parametrize("role", Role)
def test_each_role_can_be_looked_at_by_anybody_who_has_one(world: World, role: Role) -> None:
    world.move_to(timezone.localdate(now()))
    browser = Client()
    browser.force_login(world.ola.login)
    page = browser.get("/skolen/hvem-kan-hva/", {"rolle": role.value}).content.decode()
    assert f"Hva kan {role.label}?" in page
    assert ("Denne rollen åpner ingenting i Tett." in page) is not any(
        roles_with(ASKED, r) >= {role} for r in RULES.values()
    )


def test_somebody_who_is_nothing_has_nothing() -> None:
    nobody = Actor(day=TODAY, now=NOW)
    assert {name for name, rule in RULES.items() if open_to_all(nobody, rule)} == {"plan.may_read"}
