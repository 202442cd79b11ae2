"""Tasks to try things on."""

import pytest

from tests.cast import World
from tett.tasks.models import Task
from tett.tasks.words import Evidence


@pytest.fixture
def class_task(world: World) -> Task:
    """Give an ordinary task: Kari's class hour in 1NAA this week."""
    return world.task(school_class=world.classes["1NAA"])


@pytest.fixture
def student_tasks(world: World) -> list[Task]:
    """Give one task of Kari's for each student of 1NAA."""
    duty = world.duty(Evidence.ACTIVITY, "Bli-kjent-dag")
    return [
        world.task(duty=duty, student=world.people[name], school_class=world.classes["1NAA"])
        for name in ("ola", "siri", "per")
    ]
