"""Notices at once: of what one got, looks after or had moved, in the transaction in which it happens."""

from datetime import timedelta

import pytest

from tests.cast import NOW, TODAY, World
from tett.access.words import Role
from tett.base.rules import Refusal
from tett.notify.models import Notice
from tett.reminders.models import Choice
from tett.tasks.actions import end_handover, hand_over, move, reassign

WEEK = timedelta(days=6)


def _told(world: World) -> dict[str, list[tuple[str, str]]]:
    names = {person.pk: name for name, person in world.people.items()}
    found: dict[str, list[tuple[str, str]]] = {}
    for person, kind, address in Notice.objects.order_by("pk").values_list("person_id", "kind", "address"):
        found.setdefault(names[person], []).append((kind, address))
    return found


def test_who_gets_a_task_is_told_and_led_to_it(world: World) -> None:
    task = world.task("kari", school_class=world.classes["1NAA"])
    reassign(task, world.sven, by=world.actor("hanne"), at=NOW)
    reassign(task, world.sven, by=world.actor("hanne"), at=NOW)
    assert _told(world) == {"sven": [("task.given", f"/oppgaver/{task.public_id}/")]}


def test_who_gets_many_tasks_is_told_once(world: World) -> None:
    tasks = [world.task("kari", school_class=world.classes["1NAA"]) for _ in range(3)]
    reassign(tasks, world.sven, by=world.actor("hanne"), at=NOW)
    assert _told(world) == {"sven": [("task.given", "/oppgaver/")]}


def test_who_does_it_knows_already(world: World) -> None:
    task = world.task("kari", school_class=world.classes["1NAA"])
    reassign(task, world.hanne, by=world.actor("hanne"), at=NOW)
    move(task, TODAY + WEEK, "Tur", by=world.actor("hanne"), at=NOW)
    assert _told(world) == {}


def test_who_has_a_task_is_told_that_it_was_moved_unless_they_do_not_want_to_know(world: World) -> None:
    for name in ("kari", "sven"):
        task = world.task(name, school_class=world.classes["1NAA"])
        Choice.objects.create(person=world.people[name], moved=name == "kari")
        move(task, TODAY + WEEK, "Tur", by=world.actor("hanne"), at=NOW)
    assert list(_told(world)) == ["kari"]


def test_who_looks_after_another_is_told_and_so_is_the_other_when_a_leader_arranges_it(world: World) -> None:
    lent = hand_over(world.sven, TODAY, TODAY + WEEK, giver=world.kari, by=world.actor("rita"), at=NOW)
    hand_over(world.sven, TODAY, TODAY + WEEK, giver=world.kari, by=world.actor("rita"), at=NOW)
    assert {name: [kind for kind, _address in told] for name, told in _told(world).items()} == {
        "sven": ["tasks.handed_over"], "kari": ["tasks.handed_over"],
    }  # fmt: skip
    end_handover(lent, by=world.actor("kari"), at=NOW)
    assert [kind for kind, _address in _told(world)["sven"]] == ["tasks.handed_over", "tasks.handed_back"]


def test_a_temp_who_takes_over_is_told(world: World) -> None:
    world.role("vik", Role.TEMP, school_class=world.classes["1NAA"])
    hand_over(world.vik, TODAY, TODAY + WEEK, by=world.actor("kari"), at=NOW)
    assert list(_told(world)) == ["vik"]


def test_what_is_refused_tells_nobody(world: World) -> None:
    task = world.task("kari", school_class=world.classes["1NAA"])
    with pytest.raises(Refusal):
        reassign(task, world.sven, by=world.actor("sven"), at=NOW)
    assert _told(world) == {}


def test_no_notice_names_anybody_or_tells_what_it_is_about(world: World) -> None:
    task = world.task("kari", school_class=world.classes["1NAA"])
    reassign(task, world.sven, by=world.actor("hanne"), at=NOW, reason="Hemmeligord")
    move(task, TODAY + WEEK, "Hemmeligord", by=world.actor("hanne"), at=NOW)
    hand_over(world.hanne, TODAY, TODAY + WEEK, by=world.actor("sven"), at=NOW)
    sentences = " ".join(Notice.objects.values_list("why", flat=True))
    assert not [word for word in ("Prøve", "Klassens", "Hemmeligord", "Kari", "Sven") if word in sentences]
