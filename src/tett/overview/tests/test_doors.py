"""The two pages of doors: each opens for whoever it is shown to."""

import pytest
from django.test import Client

from tests.cast import World
from tett.base.clock import now
from tett.overview.queries import doors_of_school, my_doors
from tett.people.models import Login

SOMEBODY = ("rita", "dag", "hanne", "kari", "sven", "ola", "guro", "carl", "adam", "petra")


@pytest.mark.parametrize("name", SOMEBODY)
def test_no_door_is_shown_that_does_not_open(today: World, name: str) -> None:
    actor = today.actor(name, now())
    browser = Client()
    browser.force_login(Login.objects.get(username=name))
    for door in (*doors_of_school(actor), *my_doors(actor)):
        answer = browser.get(door.address, follow=True)
        assert answer.status_code == 200, f"{door.label} ({door.address}) answers {answer.status_code} to {name}"


def test_students_and_guardians_have_no_doors_to_running_the_school(today: World) -> None:
    assert doors_of_school(today.actor("ola", now())) == ()
    assert doors_of_school(today.actor("guro", now())) == ()


def test_those_who_run_the_school_have_more_doors_than_those_who_teach(today: World) -> None:
    assert {door.address for door in doors_of_school(today.actor("kari", now()))} < {
        door.address for door in doors_of_school(today.actor("rita", now()))
    }
