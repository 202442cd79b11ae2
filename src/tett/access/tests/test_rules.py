"""Rules are sets of rows: whatever they are made of, lists and pages agree."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Group
from django.db.models import Q
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tett.access.rules import EVERYTHING, NOTHING, Actor, Rule

ROWS = range(1, 6)
ALL = frozenset(ROWS)
ANYBODY = Actor(day=date(2026, 9, 14), now=datetime(2026, 9, 14, 8, tzinfo=UTC))
#: A rule, and the set of rows that it stands for.
Case = tuple[Rule, frozenset[int]]


def _those(numbers: frozenset[int]) -> Case:
    return Rule("those", lambda _actor: Q(pk__in=numbers)), numbers


def _named(numbers: frozenset[int]) -> Case:
    """Say the same by another column."""
    return Rule("named", lambda _actor: Q(name__in=[str(n) for n in numbers])), numbers


def _asked(numbers: frozenset[int]) -> Case:
    """Say the same by a query of its own, as rules across relations do."""
    return Rule("asked", lambda _actor: Q(pk__in=Group.objects.filter(pk__in=numbers).values("pk"))), numbers


SOME = st.frozensets(st.sampled_from(ROWS))
LEAVES = st.one_of(
    SOME.map(_those),
    SOME.map(_named),
    SOME.map(_asked),
    st.just((Rule("nothing", lambda _actor: NOTHING), frozenset[int]())),
    st.just((Rule("everything", lambda _actor: EVERYTHING), ALL)),
)


def _grown(cases: st.SearchStrategy[Case]) -> st.SearchStrategy[Case]:
    return st.one_of(
        st.tuples(cases, cases).map(lambda two: (two[0][0] | two[1][0], two[0][1] | two[1][1])),
        st.tuples(cases, cases).map(lambda two: (two[0][0] & two[1][0], two[0][1] & two[1][1])),
        cases.map(lambda one: (~one[0], ALL - one[1])),
    )


@pytest.fixture
def rows(db: None) -> None:
    """Give five groups, which stand for any rows."""
    Group.objects.bulk_create(Group(pk=number, name=str(number)) for number in ROWS)


# The rows are made once and never changed, so that all examples may share them.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(case=st.recursive(LEAVES, _grown, max_leaves=8))
def test_rules_combine_as_sets_and_lists_agree_with_pages(rows: None, case: Case) -> None:
    rule, expected = case
    listed = sorted(rule.filter(ANYBODY, Group.objects.all()).values_list("pk", flat=True))
    opened = [group.pk for group in Group.objects.order_by("pk") if rule.allows(ANYBODY, group)]
    assert listed == opened == sorted(expected)


def test_names_tell_what_a_rule_is_made_of() -> None:
    own, led = Rule("eget", lambda _actor: NOTHING), Rule("som leder", lambda _actor: EVERYTHING)
    assert ((own | led) & ~own).name == "eget | som leder & ~(eget)"
