"""A year that has been laid out follows by itself; one that hasn't waits for a leader."""

from datetime import timedelta

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from tests.cast import NOW, World
from tett.access.words import Role
from tett.base.rules import Refusal
from tett.people.actions.roles import assign_role
from tett.plan.actions import edition_adopted
from tett.plan.models import Edition
from tett.tasks.models import Task
from tett.year.jobs import keep_all_up, keep_up
from tett.year.models import Unfolding
from tett.year.tests.plans import adopted, lay_out


def _waiting() -> list[list[int]]:
    rows = DBTaskResult.objects.filter(task_path="tett.year.jobs.keep_up").order_by("enqueued_at")
    return [job.args_kwargs["args"] for job in rows]


def test_adopting_a_plan_lets_the_school_follow(school: World) -> None:
    edition_adopted.send(sender=Edition, school_id=school.school.pk, at=NOW)
    assert _waiting() == [[school.school.pk]]


def test_a_new_role_lets_the_school_follow_when_it_stands(
    school: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assign_role(
            school.sven, Role.CONTACT_TEACHER, school.school, NOW.date(), school_class=school.classes["1NAB"],
            by=school.actor("rita"), at=NOW,
        )  # fmt: skip
        assert _waiting() == []
    assert _waiting() == [[school.school.pk]]


def test_a_year_that_no_leader_has_seen_waits(monday: World) -> None:
    adopted(monday, "K3")
    keep_up.call(monday.school.pk)
    keep_all_up.call()
    assert not Task.objects.exists()
    assert not Unfolding.objects.exists()


def test_a_year_under_way_takes_up_a_new_edition(monday: World) -> None:
    adopted(monday, "K3")
    lay_out(monday)
    adopted(monday, "K3", "F6", number=2)
    keep_up.call(monday.school.pk)
    assert Task.objects.filter(duty__title="Løfte F6").exists()
    assert Unfolding.objects.first() == Unfolding.objects.get(edition__number=2, by=None)


def test_a_job_that_runs_again_does_nothing(monday: World) -> None:
    adopted(monday, "K3")
    lay_out(monday)
    keep_up.call(monday.school.pk)
    rows = list(Task.objects.order_by("pk").values())
    keep_up.call(monday.school.pk)
    assert list(Task.objects.order_by("pk").values()) == rows
    assert Unfolding.objects.count() == 1


def test_every_night_roles_that_have_ended_are_left(monday: World) -> None:
    adopted(monday, "K3")
    lay_out(monday)
    monday.kari.assignments.update(ends=NOW.date() - timedelta(days=1))
    keep_all_up.call()
    open_ = Task.objects.filter(school_class=monday.classes["1NAA"], due__gte=NOW.date())
    assert {task.responsible for task in open_} == {monday.hanne}


@pytest.mark.django_db(transaction=True)
def test_what_was_refused_lets_nothing_follow(world: World) -> None:
    with pytest.raises(Refusal):
        assign_role(world.sven, Role.TEMP, world.school, NOW.date(), by=world.actor("kari"), at=NOW)
    assert _waiting() == []
