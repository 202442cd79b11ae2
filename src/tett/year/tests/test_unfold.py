"""Laying the plan out over the year, once and again: made, followed, called off, written down."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW, World
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.calendar.rules import Special
from tett.calendar.words import DayKind
from tett.people.models import Assignment, Enrolment
from tett.tasks.actions import complete, move, reassign
from tett.tasks.models import Change, Duty, Task
from tett.tasks.words import State
from tett.year.actions import unfold, unfold_many
from tett.year.models import Undertaking, Unfolding
from tett.year.tests.plans import AUGUST, NOVEMBER, adopted, lay_out, tasks
from tett.year.tests.routes import write_year
from tett.year.words import Cancelled


def _snapshot() -> tuple[object, ...]:
    rows = list(Task.objects.order_by("pk").values())
    return rows, Duty.objects.count(), Undertaking.objects.count(), Unfolding.objects.count(), Change.objects.count()


def test_each_class_has_a_task_with_a_person_and_days(school: World) -> None:
    adopted(school, "K1")
    lay_out(school)
    found = {task.school_class.name: task for task in tasks(school, "K1") if task.school_class}
    assert set(found) == {"1NAA", "1NAB", "1TIA"}
    kari = found["1NAA"]
    assert (kari.responsible, kari.stands_in, kari.department) == (
        school.kari,
        False,
        school.classes["1NAA"].department,
    )
    assert (kari.opens, kari.due) == (date(2026, 8, 17), date(2026, 8, 28))


def test_each_student_has_a_task_about_them(school: World) -> None:
    adopted(school, "K2")
    lay_out(school)
    found = {task.student.given_name: task for task in tasks(school, "K2") if task.student}
    assert set(found) == {"Ola", "Siri", "Per", "Tiril"}
    assert {found[name].responsible for name in ("Ola", "Siri", "Per")} == {school.kari}


def test_weeks_without_school_are_passed_over(school: World) -> None:
    adopted(school, "K3")
    lay_out(school)
    mine = tasks(school, "K3", school_class=school.classes["1NAA"])
    assert len(mine) == len({task.slot for task in mine}) == 39
    assert not [task for task in mine if task.opens <= date(2026, 10, 9) and task.due >= date(2026, 10, 5)]


def test_a_class_without_contact_teacher_shows_as_a_hole_with_the_leader_above(school: World) -> None:
    adopted(school, "K1")
    lay_out(school)
    (task,) = tasks(school, "K1", school_class=school.classes["1NAB"])
    assert (task.responsible, task.stands_in) == (school.hanne, True)


def test_without_anybody_to_stand_in_nobody_has_it(school: World) -> None:
    adopted(school, "K1")
    Assignment.objects.filter(role__in=[Role.DEPARTMENT_HEAD, Role.DEPUTY, Role.PRINCIPAL]).delete()
    unfold_many([school.school.pk], 2026, by=school.actor("carl", AUGUST), at=AUGUST)
    (task,) = tasks(school, "K1", school_class=school.classes["1NAB"])
    assert (task.responsible, task.stands_in) == (None, True)


def test_laying_out_again_writes_nothing(school: World) -> None:
    adopted(school, *("A1", "A2", "K1", "K2", "K3", "D1", "D4", "E1", "F1", "F6", "R4"))
    lay_out(school)
    before, logged = _snapshot(), Event.objects.count()
    lay_out(school)
    assert _snapshot() == before
    assert Event.objects.count() == logged


def test_laying_out_is_written_down_once_with_who_and_how_much(school: World) -> None:
    adopted(school, "K1", "F1")
    done = lay_out(school)
    assert (done.by, done.created, done.changed, done.cancelled) == (school.rita, 3, 0, 0)
    event = Event.objects.get(what="year.unfolded")
    assert event.person_id == school.rita.pk
    assert event.facts == {"starts_in": 2026, "created": 3, "changed": 0, "cancelled": 0}


def test_what_had_passed_before_the_year_was_laid_out_is_not_asked_for(school: World) -> None:
    adopted(school, "K1", "K3")
    lay_out(school, NOW)
    assert tasks(school, "K1") == []
    assert min(task.due for task in tasks(school, "K3")) == date(2026, 9, 18)


def test_what_the_system_sees_for_itself_is_done_from_the_start(school: World) -> None:
    adopted(school, "F1")
    lay_out(school)
    (task,) = tasks(school, "F1")
    assert (task.state, task.responsible, task.happened_on) == (State.DONE, None, date(2026, 8, 10))


@pytest.mark.parametrize("code", ["A2", "E1", "R4"])
def test_standing_duties_and_what_has_no_time_give_no_tasks(school: World, code: str) -> None:
    adopted(school, "A1", code)
    lay_out(school)
    assert tasks(school, code) == []


def test_a_new_student_in_november_gets_what_still_makes_sense_from_the_first_day(school: World) -> None:
    adopted(school, "K1", "K2", "D1")
    lay_out(school)
    nils = school.person("nils", birth=date(2010, 1, 1))
    first = NOVEMBER.date() + timedelta(days=1)
    Enrolment.objects.create(student=nils, school=school.school, school_class=school.classes["1NAA"], starts=first)
    lay_out(school, NOVEMBER)
    (talk,) = Task.objects.filter(student=nils)
    assert (talk.opens, talk.due, talk.responsible) == (first, date(2026, 11, 30), school.kari)


def test_a_student_who_leaves_takes_the_open_tasks_along_and_leaves_the_done(school: World) -> None:
    adopted(school, "K2")
    lay_out(school)
    ola, per = (Task.objects.get(student=school.people[name]) for name in ("ola", "per"))
    complete(ola, happened_on=date(2026, 10, 1), by=school.actor("kari", NOVEMBER), at=NOVEMBER)
    Enrolment.objects.filter(student__in=[school.ola, school.per]).update(ends=date(2026, 11, 1))
    lay_out(school, NOVEMBER)
    assert Task.objects.get(pk=ola.pk).state == State.DONE
    gone = Task.objects.get(pk=per.pk)
    assert (gone.state, gone.reason) == (State.CANCELLED, str(Cancelled.TARGET_GONE.label))


def test_a_student_who_comes_back_finds_the_task_open_again(school: World) -> None:
    adopted(school, "K2")
    lay_out(school)
    Enrolment.objects.filter(student=school.ola).update(ends=date(2026, 9, 1))
    lay_out(school, NOW)
    assert Task.objects.get(student=school.ola).state == State.CANCELLED
    Enrolment.objects.filter(student=school.ola).update(ends=None)
    lay_out(school, NOW + timedelta(days=1))
    assert Task.objects.get(student=school.ola).state == State.OPEN


def test_a_student_who_changes_class_takes_the_task_along_to_the_new_teacher(school: World) -> None:
    adopted(school, "K2")
    lay_out(school)
    Enrolment.objects.filter(student=school.ola).update(ends=date(2026, 9, 13))
    Enrolment.objects.create(
        student=school.ola, school=school.school, school_class=school.classes["1TIA"], starts=NOW.date()
    )
    lay_out(school, NOW)
    task = Task.objects.get(student=school.ola)
    assert (task.school_class, task.responsible, task.state) == (school.classes["1TIA"], school.harald, State.OPEN)


def test_a_changed_role_moves_what_is_open_and_keeps_what_is_done_with_who_did_it(school: World) -> None:
    adopted(school, "K3")
    lay_out(school)
    first, second, *_ = tasks(school, "K3", school_class=school.classes["1NAA"])
    complete(first, happened_on=date(2026, 8, 20), note="Gjort", by=school.actor("kari"), at=NOW)
    school.kari.assignments.update(ends=NOW.date() - timedelta(days=1))
    school.role("sven", Role.CONTACT_TEACHER, school_class=school.classes["1NAA"], starts=NOW.date())
    lay_out(school, NOW)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.responsible, first.closed_by, first.state) == (school.kari, school.kari, State.DONE)
    assert second.responsible == school.sven
    line = Change.objects.get(task=second)
    assert (line.what, line.before, line.after) == ("given", school.kari.public_id, school.sven.public_id)


def test_days_and_persons_that_somebody_chose_are_left_alone(school: World) -> None:
    adopted(school, "D1")
    lay_out(school)
    moved, given = tasks(school, "D1")[:2]
    rita = school.actor("rita")
    move(moved, date(2026, 11, 6), "Praksis", by=rita, at=NOW)
    reassign(given, school.sven, by=rita, at=NOW)
    write_year(school, Special(DayKind.BREAK, date(2026, 10, 1), date(2026, 10, 16), "lang ferie"))
    lay_out(school, NOW)
    moved.refresh_from_db()
    given.refresh_from_db()
    assert moved.due == date(2026, 11, 6)
    assert (given.responsible, given.opens) == (school.sven, date(2026, 10, 19))


def test_a_moved_break_moves_the_day_and_keeps_the_task(school: World) -> None:
    adopted(school, "D1")
    lay_out(school)
    before = {task.pk for task in tasks(school, "D1")}
    write_year(school, Special(DayKind.FREE, date(2026, 10, 29), date(2026, 10, 30), "fri"))
    done = lay_out(school, NOW)
    assert {task.pk for task in tasks(school, "D1", due=date(2026, 10, 28))} == before
    assert (done.created, done.changed, done.cancelled) == (0, 3, 0)


def test_a_withdrawn_commitment_calls_off_what_is_open_with_the_reason(school: World) -> None:
    adopted(school, "K1", "K3")
    lay_out(school)
    first, second, *_ = tasks(school, "K3", school_class=school.classes["1NAA"])
    complete(first, happened_on=date(2026, 8, 20), note="Gjort", by=school.actor("kari"), at=NOW)
    adopted(school, "K1", number=2)
    lay_out(school, NOW)
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.state == State.DONE
    assert (second.state, second.reason) == (State.CANCELLED, str(Cancelled.WITHDRAWN.label))
    assert Change.objects.get(task=second).reason == str(Cancelled.WITHDRAWN.label)


def test_what_a_new_edition_says_the_same_stays_the_same(school: World) -> None:
    adopted(school, "K1", "K3")
    lay_out(school)
    before = list(Task.objects.order_by("pk").values())
    adopted(school, "K3", "K1", number=2)
    done = lay_out(school, NOW)
    assert list(Task.objects.order_by("pk").values()) == before
    assert (done.edition.number, done.created, done.changed, done.cancelled) == (2, 0, 0, 0)
    assert Duty.objects.get(title="Løfte K1").address == "/jonsberg/planen/2/#k1"


def test_a_changed_wording_is_another_promise(school: World) -> None:
    adopted(school, "D1")
    lay_out(school)
    adopted(school, "D1", number=2, D1={"text": "Noe ganske annet."})
    done = lay_out(school, NOW)
    assert (done.created, done.cancelled) == (3, 3)


def test_who_begins_during_the_year_is_informed_in_the_first_days(school: World) -> None:
    adopted(school, "D4", "A1")
    lay_out(school)
    assert tasks(school, "D4") == []
    school.role("nora", Role.TEMP, school_class=school.classes["1NAA"], starts=NOVEMBER.date())
    lay_out(school, NOVEMBER)
    (task,) = tasks(school, "D4")
    assert (task.staff, task.opens, task.due) == (school.nora, date(2026, 11, 9), date(2026, 11, 13))
    (reading,) = Task.objects.filter(responsible=school.nora)
    assert (reading.duty.title, reading.opens, reading.due) == ("Løfte A1", date(2026, 11, 9), date(2026, 11, 13))


@pytest.mark.parametrize("name", ["hanne", "kari", "ola", "guro", "carl", "adam", "vera", "petra"])
def test_only_principal_and_deputy_lay_out_the_year(school: World, name: str) -> None:
    adopted(school, "K1")
    with pytest.raises(Refusal, match="rektor"):
        unfold(school.school, 2026, by=school.actor(name), at=NOW)
    assert not Task.objects.exists()
    assert not Event.objects.exists()


def test_without_a_plan_or_a_calendar_it_is_said_what_is_missing(world: World) -> None:
    with pytest.raises(Refusal, match="ingen vedtatt plan"):
        lay_out(world)
    adopted(world, "K1")
    with pytest.raises(Refusal, match="mangler skolerute for 2026/27"):
        lay_out(world)
    assert not Duty.objects.exists()


def test_a_school_that_fails_does_not_keep_the_others_from_their_year(school: World) -> None:
    adopted(school, "K1")
    school.other.calendar, school.other.routine = school.school.calendar, {"start_weeks": "mange"}
    school.other.save(update_fields=["calendar", "routine"])
    plan = adopted(school, "K1", number=2)
    plan.school = school.other
    plan.save(update_fields=["school"])
    adopted(school, "K1", number=3)
    written = unfold_many([school.other.pk, school.school.pk], 2026, by=school.actor("carl", AUGUST), at=AUGUST)
    assert written == {school.school.pk: 3}
    assert {task.school for task in Task.objects.all()} == {school.school}
