"""Handing over for a period, and giving away for good."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW, TODAY, YESTERDAY, World
from tett.access.words import Role
from tett.audit.models import Event
from tett.tasks import words
from tett.tasks.actions import (
    complete,
    end_handover,
    hand_over,
    reassign,
)
from tett.tasks.models import Change, Handover, Task
from tett.tasks.tests.saying import FRIDAY, history, refused
from tett.tasks.words import Happened


def test_a_colleague_can_do_what_was_handed_over_and_the_history_says_so(world: World, class_task: Task) -> None:
    for _ in range(2):
        hand_over(world.sven, TODAY, FRIDAY, class_task, by=world.actor("kari"), at=NOW)
    complete(class_task, happened_on=TODAY, by=world.actor("sven"), at=NOW)
    class_task.refresh_from_db()
    assert (class_task.responsible, class_task.closed_by) == (world.kari, world.sven)
    assert history(class_task) == [Happened.HANDED_OVER, Happened.COMPLETED]
    assert Handover.objects.count() == 1


def test_a_handover_ends_when_somebody_ends_it(world: World, class_task: Task) -> None:
    lent = hand_over(world.sven, TODAY, FRIDAY, by=world.actor("kari"), at=NOW)
    refused(words.NOT_YOURS_TO_END, lambda: end_handover(lent, by=world.actor("hanne"), at=NOW))
    for _ in range(2):
        end_handover(lent, by=world.actor("sven"), at=NOW)
    sven = world.actor("sven")
    refused(words.NOT_YOURS_TO_DO, lambda: complete(class_task, happened_on=TODAY, by=sven, at=NOW))
    assert list(Event.objects.values_list("what", flat=True)) == ["tasks.handed_over", "tasks.handed_back"]


@pytest.mark.parametrize(
    ("taker", "starts", "ends", "sentence"),
    [
        ("kari", TODAY, FRIDAY, words.TO_YOURSELF),
        ("sven", FRIDAY, TODAY, words.ENDS_BEFORE_START),
        ("sven", YESTERDAY, YESTERDAY, words.PERIOD_HAS_PASSED),
        ("petra", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
        ("vera", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
        ("siri", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
        ("adam", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
        ("guro", TODAY, FRIDAY, words.NOT_A_COLLEAGUE),
    ],
)
@pytest.mark.parametrize("one", [True, False])
def test_tasks_go_only_to_colleagues_for_a_period_to_come(
    world: World, class_task: Task, *, taker: str, starts: date, ends: date, sentence: object, one: bool
) -> None:
    task = class_task if one else None
    refused(sentence, lambda: hand_over(world.people[taker], starts, ends, task, by=world.actor("kari"), at=NOW))


def test_a_representative_hands_over_to_the_deputy_representative(world: World) -> None:
    world.role("per", Role.DEPUTY_REPRESENTATIVE, school_class=world.classes["1NAA"])
    task = world.task("siri", school_class=world.classes["1NAA"])
    hand_over(world.per, TODAY, FRIDAY, task, by=world.actor("siri"), at=NOW)
    assert complete(task, happened_on=TODAY, by=world.actor("per"), at=NOW)


def test_the_same_period_is_not_handed_over_twice(world: World) -> None:
    kari = world.actor("kari")
    hand_over(world.sven, TODAY, FRIDAY, by=kari, at=NOW)
    refused(words.ALREADY_HANDED_OVER, lambda: hand_over(world.hanne, FRIDAY, FRIDAY, by=kari, at=NOW))
    after = FRIDAY + timedelta(days=1)
    assert hand_over(world.hanne, after, after, by=kari, at=NOW).pk


def test_only_the_principal_hands_over_for_somebody_who_is_away(world: World, class_task: Task) -> None:
    def act(name: str) -> Handover:
        return hand_over(world.sven, TODAY, FRIDAY, giver=world.kari, by=world.actor(name), at=NOW)

    refused(words.NOT_YOURS_TO_HAND_OVER, lambda: act("hanne"))
    assert act("rita").giver == world.kari
    refused(
        words.NOT_YOURS_TO_HAND_OVER,
        lambda: hand_over(world.sven, TODAY, TODAY, class_task, by=world.actor("ola"), at=NOW),
    )


def test_leaders_give_tasks_to_others_and_what_was_lent_goes_back(world: World, class_task: Task) -> None:
    hand_over(world.hanne, TODAY, FRIDAY, class_task, by=world.actor("kari"), at=NOW)
    for _ in range(2):
        reassign(class_task, world.sven, by=world.actor("rita"), at=NOW, reason="Kari er sykmeldt")
    class_task.refresh_from_db()
    assert (class_task.responsible, class_task.given) == (world.sven, True)
    line = Change.objects.get(what=Happened.GIVEN)
    assert (line.before, line.after, line.reason) == (world.kari.public_id, world.sven.public_id, "Kari er sykmeldt")
    assert Handover.objects.get().ended_at == NOW


def test_a_hole_is_filled(world: World) -> None:
    task = world.task(None, school_class=world.classes["1NAA"])
    reassign(task, world.sven, by=world.actor("hanne"), at=NOW)
    task.refresh_from_db()
    assert (task.responsible, task.stands_in) == (world.sven, False)


def test_tasks_are_given_only_by_leaders(world: World, class_task: Task) -> None:
    refused(words.NOT_YOURS_TO_GIVE, lambda: reassign(class_task, world.sven, by=world.actor("kari"), at=NOW))


@pytest.mark.parametrize("name", ["petra", "vera", "ola", "guro"])
def test_tasks_are_not_given_to_those_who_do_not_work_there(world: World, class_task: Task, name: str) -> None:
    to, rita = world.people[name], world.actor("rita")
    refused(words.NOT_A_COLLEAGUE, lambda: reassign(class_task, to, by=rita, at=NOW))
