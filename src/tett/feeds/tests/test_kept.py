"""Questions that are kept ask what the rules would have asked outright."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW, TODAY, World
from tett.access.rules import Actor
from tett.access.words import Role
from tett.feeds.queries import questions
from tett.feeds.queries.kept import Asker
from tett.tasks.actions import hand_over, move
from tett.tasks.models import Task
from tett.tasks.words import Evidence


@pytest.fixture
def busy(school: World) -> World:
    """Let most have something to do, something arranged, handed over or moved."""
    talk, lunch = school.duty(Evidence.TALK, "Samtale"), school.duty(Evidence.ACTIVITY, "Lunsj")
    promised = school.duty(title="Oppfølging")
    promised.bearer = Role.CONTACT_TEACHER
    promised.save()
    for name in ("kari", "sven", "hanne", "rita", "petra", "ola"):
        school.task(name)
        school.task(name, promised, target_key=name, due=TODAY + timedelta(days=2))
    school.task("kari", talk, student=school.ola, school_class=school.classes["1NAA"])
    school.task("sven", lunch, school_class=school.classes["1NAB"])
    school.task("rita", lunch)
    hand_over(school.sven, TODAY, TODAY + timedelta(days=4), by=school.actor("kari"), at=NOW)
    move(Task.objects.filter(responsible=school.hanne)[0], TODAY + timedelta(days=9), "Vi venter.",
         by=school.actor("rita"), at=NOW)  # fmt: skip
    return school


def _asked(actor: Actor, world: World) -> list[tuple[Any, ...]]:
    """Give all that is asked about somebody's feeds."""
    school, classes = world.school.pk, world.classes
    return [
        (questions.handed_over,),
        (questions.own,),
        (questions.own_today,),
        *((questions.of_role, school, role) for role in (Role.CONTACT_TEACHER, Role.PRINCIPAL)),
        *((questions.of_class, school, classes[name].pk) for name in ("1NAA", "1NAB", "1TIA")),
        (questions.moved, *sorted({actor.person_id or 0, world.kari.pk})),
        (questions.calendar, school),
        (questions.calendar, None),
    ]


def _outright(write: Any, actor: Actor, given: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in write(actor, *given)]


def test_whoever_asks_the_kept_question_answers_as_the_rule_itself(busy: World) -> None:
    found = 0
    for name in busy.people:
        actor = busy.actor(name)
        for write, *given in _asked(actor, busy):
            rows = Asker(actor).ask(write, *given)
            wanted = _outright(write, actor, tuple(given))
            if write is questions.moved:  # A moment is read as text, the same one way and the other.
                rows, wanted = [sorted(each) for each in (rows, wanted)]
            assert rows == wanted, (name, write.__name__, given)
            found += len(rows)
    assert found > len(busy.people)


def test_those_with_the_same_roles_share_a_question_and_get_their_own_answers(busy: World) -> None:
    busy.role("cato", Role.CONTACT_TEACHER, school_class=busy.classes["1NAB"])
    task = busy.task("cato")
    busy.role("cora", Role.CONTACT_TEACHER, school_class=busy.classes["1TIA"])
    with CaptureQueriesContext(connection) as asked:
        catos = Asker(busy.actor("cato")).ask(questions.own)
        coras = Asker(busy.actor("cora")).ask(questions.own)
    assert ([row[0] for row in catos], coras) == ([task.pk], [])
    assert len({query["sql"].partition("WHERE")[0] for query in asked if "tasks_task" in query["sql"]}) == 1


def test_no_question_holds_anybodys_number(busy: World) -> None:
    asker = Asker(busy.actor("kari"))
    with CaptureQueriesContext(connection) as asked:
        asker.ask(questions.own)
    (sql,) = [query["sql"] for query in asked]
    assert str(busy.kari.pk) in sql
    assert "-10995" not in sql


def test_nobody_is_asked_about_who_holds_nothing(school: World) -> None:
    actor = school.actor("vera")
    assert not actor.held
    with CaptureQueriesContext(connection) as asked:
        assert Asker(actor).ask(questions.own) == []
    assert len(asked) == 0
