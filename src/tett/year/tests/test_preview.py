"""What is told before the year is laid out is what then happens."""

from datetime import date, datetime, timedelta

import pytest

from tests.cast import NOW, World
from tett.access.words import Group, Role
from tett.calendar.models import SchoolYear
from tett.calendar.rules import Schedule, Special
from tett.calendar.words import DayKind, Rhythm, Standing
from tett.people.models import Enrolment
from tett.plan.words import EditionState
from tett.tasks.actions import complete, reassign
from tett.tasks.models import Duty, Task
from tett.year.models import Undertaking, Unfolding
from tett.year.queries.preview import Preview, preview
from tett.year.tests.plans import AUGUST, adopted, lay_out, tasks, written
from tett.year.tests.routes import write_year
from tett.year.words import Cancelled, Unfolds

ALL = ("A1", "A2", "K1", "K2", "K3", "D1", "D4", "E1", "F1", "F6", "R4")


def look(world: World, at: datetime = NOW, *, draft: bool = False) -> Preview:
    """Let the principal look ahead, on the Monday of the cast if nothing else is said."""
    found = preview(world.actor("rita", at), world.school, draft=draft)
    assert found is not None
    return found


def _numbers(found: Preview) -> tuple[int, int, int]:
    return found.number_made, found.number_changed, found.number_cancelled


def test_looking_writes_nothing(school: World) -> None:
    adopted(school, *ALL)
    look(school)
    assert {model.objects.count() for model in (Duty, Undertaking, Task, Unfolding)} == {0}


def test_what_is_told_is_what_happens(school: World) -> None:
    adopted(school, *ALL)
    told = look(school)
    done = lay_out(school, NOW)
    # What the system sees for itself is nobody's task, and is told among the promises without tasks.
    assert told.number_made == done.created == Task.objects.count() - 1
    assert _numbers(look(school)) == (0, 0, 0)
    assert not look(school).changes


def test_new_tasks_are_told_by_promise_with_whom_and_when(school: World) -> None:
    adopted(school, "K2", "A1", "F6")
    made = {row.code: row for row in look(school, AUGUST).made}
    assert (made["K2"].whom, made["K2"].number, made["K2"].when) == ("4 elever", 4, "i oktober og november")
    assert (made["A1"].whom, made["A1"].when) == ("7 ansatte", "i de første skoleukene med planen")
    assert (made["F6"].whom, made["F6"].bearer, made["F6"].first) == (
        "hele skolen",
        "folkehelsekoordinator",
        date(2026, 8, 17),
    )


def test_who_is_missing_is_told_by_class_and_role_with_who_stands_in(school: World) -> None:
    adopted(school, "K3", "F6")
    holes = {hole.sentence: hole for hole in look(school).holes}
    assert set(holes) == {
        "1NAB mangler kontaktlærer",
        "1TIA mangler kontaktlærer",
        "Skolen mangler folkehelsekoordinator",
    }
    assert holes["1NAB mangler kontaktlærer"].leader == "Hanne Prøve"
    assert holes["1NAB mangler kontaktlærer"].since == date(2026, 9, 14)
    assert holes["Skolen mangler folkehelsekoordinator"].leader == "Rita Prøve"


def test_what_is_given_to_everybody_is_told_as_nobodys(school: World) -> None:
    adopted(school, "F6", F6={"bearer": Group.EVERYONE})
    (hole,) = look(school).holes
    assert hole.sentence == "Planen gir «alle» ansvaret, og ingen bestemt"


def test_the_teachers_of_a_class_lack_the_one_who_calls_them_together(school: World) -> None:
    adopted(school, "K3", K3={"bearer": Group.TEACHERS})
    assert {hole.sentence for hole in look(school).holes} == {"1NAB mangler kontaktlærer", "1TIA mangler kontaktlærer"}


def test_what_a_leader_has_given_to_somebody_is_no_hole(school: World) -> None:
    adopted(school, "D1", D1={"bearer": Role.CONTACT_TEACHER})
    lay_out(school)
    (task,) = tasks(school, "D1", school_class=school.classes["1NAB"])
    reassign(task, school.sven, by=school.actor("rita"), at=NOW)
    assert [hole.sentence for hole in look(school).holes] == ["1TIA mangler kontaktlærer"]


def test_a_new_holder_is_told_with_from_whom_to_whom_and_how_much(school: World) -> None:
    adopted(school, "K3")
    lay_out(school)
    school.kari.assignments.update(ends=NOW.date() - timedelta(days=1))
    school.role("sven", Role.CONTACT_TEACHER, school_class=school.classes["1NAA"], starts=NOW.date())
    told = look(school)
    (moved,) = told.moved
    assert (moved.where, moved.was, moved.now) == ("1NAA", "Kari Prøve", "Sven Prøve")
    assert moved.number == Task.objects.filter(responsible=school.kari).count()
    done = lay_out(school, NOW)
    assert _numbers(told) == (done.created, done.changed, done.cancelled)


def test_other_days_are_told(school: World) -> None:
    adopted(school, "D1")
    lay_out(school)
    write_year(school, Special(DayKind.FREE, date(2026, 10, 30), date(2026, 10, 30), "fri"))
    (row,) = look(school).redated
    assert (row.title, row.number) == ("Løfte D1", 3)


def test_what_is_called_off_is_told_with_the_reason_and_what_is_done_stays(school: World) -> None:
    adopted(school, "K1", "D1")
    lay_out(school)
    task = tasks(school, "D1")[0]
    complete(task, happened_on=date(2026, 9, 10), by=school.actor("rita"), at=NOW)
    adopted(school, "K1", number=2)
    (row,) = look(school).cancelled
    assert (row.title, row.number, row.why) == ("Løfte D1", 2, str(Cancelled.WITHDRAWN.label))


def test_somebody_who_comes_back_is_told(school: World) -> None:
    adopted(school, "K2")
    lay_out(school)
    Enrolment.objects.filter(student=school.ola).update(ends=date(2026, 9, 1))
    lay_out(school, NOW)
    Enrolment.objects.filter(student=school.ola).update(ends=None)
    told = look(school)
    assert [(row.title, row.number) for row in told.restored] == [("Løfte K2", 1)]
    assert _numbers(told) == (0, 1, 0)


def test_promises_without_tasks_are_told_with_why(school: World) -> None:
    adopted(school, *ALL)
    silent = {kind.kind: [promise.code for promise in kind.promises] for kind in look(school).silent}
    assert silent == {
        Unfolds.NO_TIME: ["R4"],
        Unfolds.WITH_READING: ["A2"],
        Unfolds.SHOWN_ON_ROLE: ["E1"],
        Unfolds.BY_SYSTEM: ["F1"],
    }


def test_a_draft_is_told_against_the_year_as_it_is(school: World) -> None:
    adopted(school, "K1", "D1")
    lay_out(school)
    written(school, "D1", "F6", number=2, state=EditionState.DRAFT)
    told = look(school, draft=True)
    assert [(row.title, row.why) for row in told.cancelled] == [("Løfte K1", str(Cancelled.WITHDRAWN.label))]
    assert [row.code for row in told.made] == ["F6"]
    assert not look(school).changes
    adopted(school, "D1", "F6", number=3)
    done = lay_out(school, NOW)
    assert _numbers(told) == (done.created, done.changed, done.cancelled)


def test_a_draft_that_nobody_has_gone_through_can_be_looked_at(school: World) -> None:
    nameless = {"bearer": "", "schedule": Schedule(Rhythm.WEEKS)}
    written(school, "K1", "R4", number=1, state=EditionState.DRAFT, K1=nameless)
    told = look(school, draft=True)
    assert "Planen sier ikke hvem" in {hole.sentence for hole in told.holes}


def test_without_a_plan_there_is_nothing_to_tell_and_without_a_calendar_it_is_said(world: World) -> None:
    assert preview(world.actor("rita"), world.school) is None
    adopted(world, "K1")
    assert "mangler skolerute for 2026/27" in look(world).missing


@pytest.mark.parametrize("standing", [Standing.PROPOSED, Standing.DECIDED])
def test_a_proposed_route_is_told(school: World, standing: Standing) -> None:
    adopted(school, "K1")
    SchoolYear.objects.update(standing=standing)
    assert look(school).proposed == (standing == Standing.PROPOSED)


def test_the_last_time_is_told(school: World) -> None:
    adopted(school, "K1")
    assert look(school).last is None
    lay_out(school, AUGUST)
    assert look(school).last == Unfolding.objects.get()
