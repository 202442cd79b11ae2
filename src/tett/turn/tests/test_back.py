"""What last year left open when the year turns, and undoing the turn."""

from datetime import date

import pytest

from tests.cast import World
from tests.running import adopt, lay_out
from tett.base.rules import Refusal
from tett.people.models import Assignment, Enrolment, SchoolClass
from tett.tasks.actions import complete
from tett.tasks.models import Task
from tett.tasks.words import State
from tett.turn.actions import (
    begin,
    choose_old_tasks,
    send_students,
    settle_all,
    turn_back,
    turn_over,
)
from tett.turn.models import Turn
from tett.turn.queries import prospect_of
from tett.turn.tests.years import (
    AUGUST,
    FIRST,
    JULY,
    JUNE,
    YEAR,
    begun,
    class_on,
    everything,
    to,
    turned,
)
from tett.turn.words import Leaving, OldTasks
from tett.year.actions import unfold

NEW_YEAR = {"slot__startswith": f"{YEAR}:"}


# -- what last year left open ------------------------------------------------------------------------------------------


def test_nothing_is_closed_before_the_year_is_over(school: World, turn: Turn) -> None:
    task = school.task()
    turned(school, turn, JUNE)
    settle_all(by=school.actor("rita", JULY), at=JULY)
    task.refresh_from_db()
    assert task.state == State.OPEN


def test_what_is_left_open_is_closed_the_night_the_new_year_begins(school: World, turn: Turn) -> None:
    task = school.task()
    turned(school, turn, JUNE)
    assert settle_all(by=school.actor("rita", AUGUST), at=AUGUST) == 1
    task.refresh_from_db()
    assert (task.state, task.reason) == (State.NOT_DONE, "Skoleåret er over, og dette ble ikke gjort.")
    assert settle_all(by=school.actor("rita", AUGUST), at=AUGUST) == 0


def test_what_is_left_open_may_lie(school: World) -> None:
    task, turn = school.task(), begun(school, AUGUST)
    choose_old_tasks(turn, OldTasks.LEAVE, by=school.actor("rita", AUGUST), at=AUGUST)
    turned(school, turn, AUGUST)
    assert Task.objects.get() == task
    assert Task.objects.get().state == State.OPEN


def test_what_is_carried_over_has_a_day_a_class_and_somebody_who_is_there(school: World) -> None:
    Assignment.objects.filter(person=school.kari).update(ends=date(2027, 6, 1))
    own, sven = school.task("kari", school_class=school.classes["1NAA"]), school.task("sven", student=school.ola)
    gone = school.task("sven", student=school.per)
    turn, by = begun(school, AUGUST), school.actor("rita", AUGUST)
    send_students(turn, [school.per.public_id], Leaving.STOPPED, by=by, at=AUGUST)
    choose_old_tasks(turn, OldTasks.CARRY, by=by, at=AUGUST)
    turned(school, turn, AUGUST)
    for task in (own, sven, gone):
        task.refresh_from_db()
    assert (own.responsible, own.stands_in, own.due) == (school.hanne, True, date(2027, 9, 3))
    assert own.school_class == SchoolClass.objects.get(name="2NAA")
    assert (sven.responsible, sven.state) == (school.sven, State.OPEN)
    assert (gone.state, gone.reason) == (State.NOT_RELEVANT, "Den det gjaldt, er ikke på skolen lenger.")


# -- back --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("old_tasks", OldTasks)
@pytest.mark.parametrize("at", [JUNE, AUGUST])
def test_undone_it_is_as_if_nothing_had_been(school: World, at: object, old_tasks: OldTasks) -> None:
    adopt(school)
    lay_out(school)
    moment = AUGUST if at == AUGUST else JUNE
    turn, by = begun(school, moment), school.actor("rita", moment)
    choose_old_tasks(turn, old_tasks, by=by, at=moment)
    before = everything(school.school)
    turned(school, turn, moment)
    assert everything(school.school) != before
    turn_back(turn, by=by, at=moment)
    assert everything(school.school) == before


def test_undone_and_done_again_is_done(school: World, turn: Turn) -> None:
    by = school.actor("rita", JUNE)
    send_students(turn, [school.ola.public_id], to(turn, "1NAB"), by=by, at=JUNE)
    turned(school, turn, JUNE)
    turn_back(turn, by=by, at=JUNE)
    turned(school, turn, JULY)
    assert class_on(school.ola, FIRST) == "1NAB"


def test_the_first_task_that_is_done_ends_the_time_to_undo(school: World, turn: Turn) -> None:
    adopt(school)
    turned(school, turn, JUNE)
    task = Task.objects.filter(**NEW_YEAR, responsible=school.kari, duty__evidence="confirmation").order_by("due")[0]
    complete(task, happened_on=AUGUST.date(), by=school.actor("kari", AUGUST), at=AUGUST)
    with pytest.raises(Refusal, match="Den første oppgaven"):
        turn_back(turn, by=school.actor("rita", AUGUST), at=AUGUST)
    assert class_on(school.ola, FIRST) == "2NAA"


def test_who_has_been_changed_since_stays_as_they_were_changed(school: World, turn: Turn) -> None:
    turned(school, turn, JUNE)
    Enrolment.objects.filter(student=school.per, starts=FIRST).update(ends=date(2027, 9, 1))
    back = turn_back(turn, by=school.actor("rita", AUGUST), at=AUGUST)
    assert back.left == 1
    assert class_on(school.per, FIRST) == "2NAA"
    assert class_on(school.ola, FIRST) == "1NAA"


def test_a_class_that_others_have_come_to_stays_and_is_found_again(school: World, turn: Turn) -> None:
    turned(school, turn, JUNE)
    new = SchoolClass.objects.get(name="1NAA", starts_in=YEAR)
    Enrolment.objects.create(student=school.person("ny"), school=school.school, school_class=new, starts=FIRST)
    turn_back(turn, by=school.actor("rita", AUGUST), at=AUGUST)
    assert class_on(school.ny, FIRST) == "1NAA"
    turned(school, turn, AUGUST)
    assert SchoolClass.objects.get(name="1NAA", starts_in=YEAR) == new


def test_a_year_that_was_laid_out_before_the_turn_is_so_again(school: World) -> None:
    adopt(school)
    by = school.actor("rita", AUGUST)
    unfold(school.school, YEAR, by=by, at=AUGUST)
    turn = begun(school, AUGUST)
    before = everything(school.school)
    turned(school, turn, AUGUST)
    turn_back(turn, by=by, at=AUGUST)
    assert everything(school.school) == before


@pytest.mark.parametrize("name", ["hanne", "kari", "ola", "guro", "carl", "adam", "petra"])
def test_only_those_who_lead_the_school_turn_its_year(school: World, turn: Turn, name: str) -> None:
    by = school.actor(name, JUNE)
    with pytest.raises(Refusal, match="rektor"):
        turn_over(turn, prospect_of(by, turn).print, by=by, at=JUNE)
    with pytest.raises(Refusal, match="rektor"):
        begin(school.school, YEAR, by=by, at=JUNE)
    turned(school, turn, JUNE)
    with pytest.raises(Refusal, match="rektor"):
        turn_back(turn, by=by, at=JUNE)
