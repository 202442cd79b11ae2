"""What nobody has done climbs to the leader above, after the school's own number of school days, once."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.cast import World
from tests.running import give_calendar
from tett.base.rules import Refusal
from tett.notify.models import Notice
from tett.people.models import Assignment, School
from tett.people.queries import stranger
from tett.reminders.actions import choose_days, climb, settle_seen_to
from tett.reminders.models import Climb
from tett.tasks.models import Task
from tett.tasks.words import State

#: Monday 7 September; five school days later it is Monday the 14th.
DUE = date(2026, 9, 7)
OPENS = date(2026, 8, 24)


def _at(day: int) -> datetime:
    return datetime(2026, 9, day, 3, 0, tzinfo=UTC)


def _climb(day: int) -> int:
    return climb(by=stranger(_at(day)), at=_at(day))


def _told() -> list[tuple[int, str]]:
    return list(Notice.objects.filter(kind="climbed").order_by("person_id", "pk").values_list("person_id", "address"))


@pytest.fixture
def school(world: World) -> World:
    """Give the school a calendar."""
    give_calendar(world)
    return world


def _late(world: World, who: str | None = "kari", **fields: Any) -> Task:
    return world.task(who, due=DUE, opens=OPENS, **(fields or {"school_class": world.classes["1NAA"]}))


def test_after_five_school_days_the_head_of_the_department_is_told_once(school: World) -> None:
    _late(school)
    assert [_climb(day) for day in (8, 11, 12, 13)] == [0, 0, 0, 0]
    assert _climb(14) == 1
    assert [_climb(day) for day in (14, 15, 21)] == [0, 0, 0]
    assert _told() == [(school.hanne.pk, "/oppgaver/team/?vis=late")]


def test_all_that_has_lain_too_long_that_day_is_one_notice_for_each_leader(school: World) -> None:
    for _ in range(3):
        _late(school)
    _late(school, "kari", department=school.classes["1TIA"].department)
    assert _climb(14) == 4
    assert sorted(person for person, _address in _told()) == sorted([school.hanne.pk, school.harald.pk])


def test_a_day_that_nothing_ran_is_caught_up(school: World) -> None:
    _late(school)
    assert _climb(16) == 1


def test_what_follows_a_student_goes_to_the_head_of_the_students_department(school: World) -> None:
    _late(school, "kari", student=school.tiril)
    _climb(14)
    assert [person for person, _address in _told()] == [school.harald.pk]


@pytest.mark.parametrize(
    ("who", "told"), [("hanne", "rita"), ("dag", "rita"), ("rita", None), (None, "hanne"), ("sven", "hanne")]
)
def test_it_goes_to_the_one_above_and_above_the_principal_is_nobody(
    school: World, who: str | None, told: str | None
) -> None:
    _late(school, who)
    assert _climb(14) == 1
    assert [person for person, _address in _told()] == ([school.people[told].pk] if told else [])


def test_without_a_head_it_goes_to_the_principal(school: World) -> None:
    Assignment.objects.filter(person=school.hanne).update(ends=date(2026, 9, 1))
    _late(school)
    _climb(14)
    assert [person for person, _address in _told()] == [school.rita.pk]


def test_what_is_done_or_put_aside_does_not_climb(school: World) -> None:
    task = _late(school)
    Task.objects.filter(pk=task.pk).update(state=State.NOT_DONE)
    assert _climb(14) == 0


def test_what_is_moved_and_late_again_climbs_again(school: World) -> None:
    task = _late(school)
    _climb(14)
    Task.objects.filter(pk=task.pk).update(due=date(2026, 9, 15))
    assert _climb(18) == 0
    assert _climb(22) == 1
    assert len(_told()) == 2


def test_the_notice_goes_when_everything_in_it_has_been_seen_to(school: World) -> None:
    first, second = _late(school), _late(school)
    _climb(14)
    Task.objects.filter(pk=first.pk).update(state=State.NOT_RELEVANT)
    assert settle_seen_to(by=stranger(_at(15)), at=_at(15)) == 0
    Task.objects.filter(pk=second.pk).update(due=date(2026, 9, 25))
    assert settle_seen_to(by=stranger(_at(16)), at=_at(16)) == 1
    assert Notice.objects.get().read_at == _at(16)


def test_the_number_of_days_is_the_schools_own(school: World) -> None:
    choose_days(school.school, 2, by=school.actor("rita"), at=_at(8))
    _late(school)
    assert [_climb(8), _climb(9)] == [0, 1]
    assert School.objects.get(pk=school.school.pk).routine == {"climb_days": 2}


@pytest.mark.parametrize("who", ["hanne", "kari", "petra", "adam", "carl", "vera"])
def test_only_the_principal_and_the_deputy_of_the_school_choose_it(school: World, who: str) -> None:
    with pytest.raises(Refusal, match="Bare rektor"):
        choose_days(school.school, 2, by=school.actor(who), at=_at(8))


def test_a_break_is_not_counted(school: World) -> None:
    task = _late(school)
    Task.objects.filter(pk=task.pk).update(due=date(2026, 10, 1))
    for day in range(1, 31):
        at = _at(30) + timedelta(days=day)
        climb(by=stranger(at), at=at)
    assert Climb.objects.get().day == date(2026, 10, 15)


def test_a_notice_names_nobody(school: World) -> None:
    _late(school)
    _climb(14)
    notice = Notice.objects.get()
    assert not [word for word in ("Kari", "Prøve", "Klassens", "1NAA") if word in notice.why]
