"""Who may see, do and give away tasks."""

from datetime import timedelta
from typing import Any

import pytest

from tests.cast import NOW, TODAY, YESTERDAY, World
from tett.access.rules import Actor
from tett.access.words import Role
from tett.tasks.access import may_do_task, may_follow_tasks, may_reassign, may_see_proof, may_see_task
from tett.tasks.models import Handover, Proof, Task
from tett.tasks.queries import task_page, team
from tett.tasks.queries.team import Filters
from tett.tasks.words import Evidence, ProofKind, Show

CAST = (
    "rita", "dag", "hanne", "harald", "kari", "sven", "vera", "carl", "adam", "petra", "ola", "siri", "tiril", "guro",
)  # fmt: skip

LEADERS = {"rita", "dag"}
TABLE = {
    # what: (who sees, who may do, who may give away)
    "class": ({"kari", "hanne"} | LEADERS, {"kari", "hanne"} | LEADERS, {"hanne"} | LEADERS),
    "student": ({"kari", "hanne"} | LEADERS, {"kari", "hanne"} | LEADERS, {"hanne"} | LEADERS),
    "student_elsewhere": ({"kari", "harald"} | LEADERS, {"kari", "harald"} | LEADERS, {"harald"} | LEADERS),
    "representative": ({"siri", "hanne"} | LEADERS, {"siri", "hanne"} | LEADERS, {"hanne"} | LEADERS),
    "department": ({"hanne"} | LEADERS, {"hanne"} | LEADERS, {"hanne"} | LEADERS),
    "about_sven": ({"rita", "dag"}, LEADERS, LEADERS),
    "principals_in_class": ({"rita", "dag", "hanne"}, LEADERS, LEADERS),
    "reading": ({"sven", "hanne"} | LEADERS, {"sven"}, {"hanne"} | LEADERS),
    "hole": ({"hanne"} | LEADERS, {"hanne"} | LEADERS, {"hanne"} | LEADERS),
    "ended_temp": ({"hanne"} | LEADERS, {"hanne"} | LEADERS, {"hanne"} | LEADERS),
    "taken_by_sven": ({"kari", "sven", "hanne"} | LEADERS, {"kari", "sven", "hanne"} | LEADERS, {"hanne"} | LEADERS),
}


def make(world: World, what: str) -> Task:
    """Make one task of each kind in the table."""
    a_class: dict[str, Any] = {"school_class": world.classes["1NAA"]}
    makers = {
        "class": lambda: world.task(**a_class),
        "student": lambda: world.task(student=world.ola),
        "student_elsewhere": lambda: world.task(student=world.tiril),
        "representative": lambda: world.task("siri", **a_class),
        "department": lambda: world.task("hanne", department=world.classes["1NAA"].department),
        "about_sven": lambda: world.task("rita", staff=world.sven),
        "principals_in_class": lambda: world.task("rita", **a_class),
        "reading": lambda: world.task(
            "sven", world.duty(Evidence.READING), staff=world.sven, department=world.classes["1NAA"].department
        ),
        "hole": lambda: world.task(None, **a_class),
        "ended_temp": lambda: world.task("vera", **a_class),
        "taken_by_sven": lambda: lend(world, world.task(**a_class)),
    }
    return makers[what]()


def lend(world: World, task: Task, **period: object) -> Task:
    """Let Sven look after one of Kari's tasks."""
    days = {"starts": TODAY, "ends": TODAY, **period}
    Handover.objects.create(school=world.school, giver=world.kari, taker=world.sven, task=task, **days)
    return task


@pytest.mark.parametrize("what", TABLE)
def test_only_those_in_the_table_see_do_and_give_away(world: World, what: str) -> None:
    task = make(world, what)
    actors = {name: world.actor(name) for name in CAST}
    for rule, expected in zip((may_see_task, may_do_task, may_reassign), TABLE[what], strict=True):
        assert {name for name, actor in actors.items() if rule.allows(actor, task)} == expected, rule.name


@pytest.mark.parametrize("what", TABLE)
def test_page_and_list_and_proofs_agree_with_the_rule(world: World, what: str) -> None:
    task = make(world, what)
    proof = Proof.objects.create(task=task, kind=ProofKind.NOTE, text="Gjort", added_at=NOW, added_by=world.rita)
    for name in CAST:
        actor = world.actor(name)
        sees = may_see_task.allows(actor, task)
        assert (task_page(actor, task.public_id) is not None) == sees
        assert may_see_proof.allows(actor, proof) == sees
        found = team(actor, Filters(show=Show.ALL))
        if found and sees:
            assert [row.public_id for row in found.rows] == [task.public_id]


def test_a_stranger_sees_nothing(world: World, class_task: Task, nobody: Actor) -> None:
    assert not may_see_task.allows(nobody, class_task)
    hole = world.task(None)
    assert not may_see_task.allows(nobody, hole)
    assert not may_do_task.allows(nobody, hole)


def test_a_handover_opens_nothing_before_or_after_its_days(world: World, class_task: Task) -> None:
    tomorrow = TODAY + timedelta(days=1)
    lend(world, class_task, starts=tomorrow, ends=tomorrow)
    assert not may_see_task.allows(world.actor("sven"), class_task)
    assert may_see_task.allows(world.actor("sven", NOW + timedelta(days=1)), class_task)
    assert not may_see_task.allows(world.actor("sven", NOW + timedelta(days=2)), class_task)


def test_the_first_and_the_last_day_count(world: World, class_task: Task) -> None:
    lend(world, class_task, starts=TODAY, ends=TODAY + timedelta(days=2))
    for days, sees in ((-1, False), (0, True), (2, True), (3, False)):
        assert may_see_task.allows(world.actor("sven", NOW + timedelta(days=days)), class_task) is sees


def test_all_tasks_handed_over_covers_one_school_only(world: World, class_task: Task) -> None:
    world.role("kari", Role.SUBJECT_TEACHER, school=world.other)
    world.role("sven", Role.SUBJECT_TEACHER, school=world.other)
    elsewhere = world.task(duty=world.duty(), school=world.other)
    Handover.objects.create(school=world.school, giver=world.kari, taker=world.sven, starts=TODAY, ends=TODAY)
    assert may_see_task.allows(world.actor("sven"), class_task)
    assert not may_see_task.allows(world.actor("sven"), elsewhere)


def test_what_was_reassigned_is_no_longer_with_the_one_who_took_it_over(world: World, class_task: Task) -> None:
    lend(world, class_task)
    Task.objects.filter(pk=class_task.pk).update(responsible=world.hanne)
    assert not may_see_task.allows(world.actor("sven"), class_task)


def test_nobody_reads_for_another(world: World) -> None:
    task = world.task(duty=world.duty(Evidence.READING), staff=world.kari)
    Handover.objects.create(school=world.school, giver=world.kari, taker=world.sven, starts=TODAY, ends=TODAY)
    assert not may_see_task.allows(world.actor("sven"), task)


def test_a_role_that_ended_ends_what_was_taken_over(world: World, class_task: Task) -> None:
    Handover.objects.create(school=world.school, giver=world.kari, taker=world.vera, starts=YESTERDAY, ends=TODAY)
    assert not may_see_task.allows(world.actor("vera"), class_task)
    assert may_see_task.allows(world.actor("vera", NOW - timedelta(days=1)), class_task)


def test_the_county_gets_no_rows(world: World, class_task: Task) -> None:
    assert team(world.actor("carl"), Filters()) is None
    assert not may_follow_tasks.filter(world.actor("carl"), Task.objects.all()).exists()
