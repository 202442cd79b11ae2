"""Whom a class elects, and who is its contact teacher."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW, TODAY, YESTERDAY, World
from tett.access.words import Role
from tett.people import words
from tett.people.actions.elections import elect, set_contact_teacher
from tett.people.models import Assignment
from tett.people.tests.saying import refused, said


def vote(world: World, *names: str, by: str = "kari", day: date = TODAY, role: Role = Role.CLASS_REPRESENTATIVE) -> int:
    """Let 1NAA elect somebody."""
    chosen = {role: [world.people[name] for name in names]}
    return elect(world.classes["1NAA"], chosen, day, by=world.actor(by), at=NOW)


def holding(world: World, day: date = TODAY) -> set[str]:
    """Give who represents 1NAA on a day."""
    rows = Assignment.objects.filter(school_class=world.classes["1NAA"], role=Role.CLASS_REPRESENTATIVE)
    return {row.person.given_name for row in rows if row.starts <= day and (row.ends is None or row.ends >= day)}


@pytest.mark.parametrize("by", ["kari", "rita", "dag"])
def test_the_contact_teacher_and_the_leaders_write_down_whom_the_class_has_elected(crowd: World, by: str) -> None:
    assert vote(crowd, "ola", by=by) == 2
    assert holding(crowd) == {"Ola"}
    assert holding(crowd, YESTERDAY) == {"Siri"}
    assert said(crowd.ola.assignments.get()) == [("role.assigned", crowd.people[by].pk)]


@pytest.mark.parametrize(
    "by", ["kurt", "sven", "hanne", "vik", "sofie", "siri", "ola", "guro", "carl", "adam", "petra"]
)
def test_nobody_else_does(crowd: World, by: str) -> None:
    refused(words.NOT_YOURS, lambda: vote(crowd, "ola", by=by))


def test_the_same_ones_again_changes_nothing(crowd: World) -> None:
    assert vote(crowd, "siri") == 0
    assert holding(crowd) == {"Siri"}


def test_who_is_chosen_by_mistake_never_was_it(crowd: World) -> None:
    vote(crowd, "siri", "ola")
    vote(crowd, "siri", "per")
    assert not crowd.ola.assignments.exists()
    assert holding(crowd) == {"Siri", "Per"}


def test_only_students_of_the_class_are_elected_and_each_once(crowd: World) -> None:
    refused(words.NOT_IN_THE_CLASS.format(name="Tiril Prøve"), lambda: vote(crowd, "tiril"))
    refused(words.CHOSEN_TWICE.format(name="Ola Prøve"), lambda: vote(crowd, "ola", "ola"))
    next_year = TODAY + timedelta(days=365)
    refused(words.NOT_OF_THIS_YEAR.format(first=2026, last=2027), lambda: vote(crowd, "ola", day=next_year))


def test_a_class_gets_a_contact_teacher_instead_of_another(crowd: World) -> None:
    was, to = crowd.kari.assignments.get(), crowd.classes["1NAA"]
    row = set_contact_teacher(to, crowd.sven, TODAY, was, by=crowd.actor("rita"), at=NOW)
    was.refresh_from_db()
    assert (was.ends, row.starts) == (YESTERDAY, TODAY)
    assert crowd.actor("sven").classes(Role.CONTACT_TEACHER) == {to.pk}


def test_a_contact_teacher_works_at_the_school_and_takes_over_only_from_the_same_class(crowd: World) -> None:
    rita, to = crowd.actor("rita"), crowd.classes["1NAB"]
    refused(words.NOT_AT_THE_SCHOOL, lambda: set_contact_teacher(to, crowd.otto, TODAY, by=rita, at=NOW))
    other = crowd.kari.assignments.get()
    refused(words.ANOTHER_SCHOOL, lambda: set_contact_teacher(to, crowd.sven, TODAY, other, by=rita, at=NOW))
    refused(words.NOT_YOURS, lambda: set_contact_teacher(to, crowd.sven, TODAY, by=crowd.actor("kari"), at=NOW))
