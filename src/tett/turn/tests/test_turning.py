"""The turn itself: what it does, and from when it holds."""

from datetime import date, timedelta

import pytest

from tests.cast import World
from tests.running import adopt
from tett.access.words import Role
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.people.models import Assignment, Enrolment, Guardianship, SchoolClass
from tett.people.words import LegalBasis, Lodging
from tett.roster.models import Listed
from tett.tasks.models import Task
from tett.turn.actions import (
    begin,
    choose_roles,
    send_classes,
    send_students,
    turn_over,
)
from tett.turn.models import Turn
from tett.turn.queries import prospect_of
from tett.turn.tests.years import (
    AUGUST,
    FIRST,
    JULY,
    JUNE,
    LAST,
    YEAR,
    begun,
    class_on,
    everything,
    held_on,
    to,
    turned,
)
from tett.turn.words import Leaving
from tett.year.models import Unfolding

NEW_YEAR = {"slot__startswith": f"{YEAR}:"}


def test_classes_move_up_on_the_first_of_august_and_not_before(school: World, turn: Turn) -> None:
    turned(school, turn, JUNE)
    assert class_on(school.ola, LAST) == "1NAA"
    assert class_on(school.ola, FIRST) == "2NAA"
    assert school.actor("ola", JULY).classes(Role.STUDENT) == {school.classes["1NAA"].pk}
    assert school.actor("ola", AUGUST).classes(Role.STUDENT) == {SchoolClass.objects.get(name="2NAA").pk}


def test_there_are_empty_classes_for_those_who_are_new(school: World, turn: Turn) -> None:
    turned(school, turn, JUNE)
    rows = SchoolClass.objects.filter(school=school.school, starts_in=YEAR).order_by("name")
    assert [row.name for row in rows] == ["1NAA", "1NAB", "1TIA", "2NAA", "2NAB", "2TIA"]
    assert not Enrolment.objects.filter(school_class__name__startswith="1", school_class__starts_in=YEAR).exists()


def test_those_who_leave_see_nothing_after_the_summer_and_neither_do_their_guardians(school: World, turn: Turn) -> None:
    by = school.actor("rita", JUNE)
    send_students(turn, [school.ola.public_id], Leaving.APPRENTICE, by=by, at=JUNE)
    turned(school, turn, JUNE)
    assert school.actor("guro", JULY).wards == {school.ola.pk}
    assert not school.actor("ola", AUGUST).known
    assert not school.actor("guro", AUGUST).known


def test_guardians_follow_a_student_who_moves_up_until_18(school: World, turn: Turn) -> None:
    turned(school, turn, JUNE)
    assert school.actor("guro", AUGUST).wards == {school.ola.pk}
    assert Guardianship.objects.get(student=school.ola).ends is None


def test_somebody_may_repeat_the_year_and_somebody_go_to_another_class(school: World, turn: Turn) -> None:
    by = school.actor("rita", JUNE)
    send_students(turn, [school.ola.public_id], to(turn, "1NAB"), by=by, at=JUNE)
    send_students(turn, [school.siri.public_id, school.per.public_id], to(turn, "2TIA"), by=by, at=JUNE)
    send_students(turn, [school.per.public_id], "as_class", by=by, at=JUNE)
    turned(school, turn, JUNE)
    assert [class_on(one, FIRST) for one in (school.ola, school.siri, school.per)] == ["1NAB", "2TIA", "2NAA"]


def test_lodging_and_the_law_one_is_taught_by_go_along(school: World, turn: Turn) -> None:
    rows = Enrolment.objects.filter(student=school.ola)
    rows.update(lodging=Lodging.BOARDING_HOUSE, basis=LegalBasis.PARTICIPANT)
    turned(school, turn, JUNE)
    new = rows.get(starts=FIRST)
    assert (new.lodging, new.basis) == (Lodging.BOARDING_HOUSE, LegalBasis.PARTICIPANT)


def test_classes_may_be_put_together_and_a_class_may_stop(school: World, turn: Turn) -> None:
    by, one, other = school.actor("rita", JUNE), school.classes["1TIA"], school.classes["1NAB"]
    send_classes(turn, {one.public_id: to(turn, "2NAA"), other.public_id: Leaving.OTHER_SCHOOL}, by=by, at=JUNE)
    turned(school, turn, JUNE)
    assert class_on(school.tiril, FIRST) == "2NAA"
    assert held_on(school.sven, FIRST) == [(Role.SUBJECT_TEACHER, "2NAA"), (Role.SUBJECT_TEACHER, None)]


def test_contact_teachers_follow_representatives_end_and_heads_go_on(school: World, turn: Turn) -> None:
    turned(school, turn, JUNE)
    assert held_on(school.kari, FIRST) == [(Role.CONTACT_TEACHER, "2NAA")]
    assert held_on(school.kari, LAST) == [(Role.CONTACT_TEACHER, "1NAA")]
    assert held_on(school.siri, FIRST) == []
    assert held_on(school.hanne, FIRST) == [(Role.DEPARTMENT_HEAD, None)]
    assert Assignment.objects.get(person=school.hanne).ends is None


def test_a_teacher_who_stays_without_the_class_still_comes_in(school: World, turn: Turn) -> None:
    role = Assignment.objects.get(person=school.kari)
    choose_roles(turn, {role.public_id: "stays"}, by=school.actor("rita", JUNE), at=JUNE)
    turned(school, turn, JUNE)
    assert held_on(school.kari, FIRST) == [(Role.SUBJECT_TEACHER, None)]
    assert school.actor("kari", AUGUST).works_at_school


def test_a_contact_teacher_may_take_another_class(school: World, turn: Turn) -> None:
    role = Assignment.objects.get(person=school.kari)
    choose_roles(turn, {role.public_id: to(turn, "1NAB")}, by=school.actor("rita", JUNE), at=JUNE)
    turned(school, turn, JUNE)
    assert held_on(school.kari, FIRST) == [(Role.CONTACT_TEACHER, "1NAB")]


def test_nobody_but_a_contact_teacher_takes_a_class(school: World, turn: Turn) -> None:
    role = Assignment.objects.get(person=school.hanne)
    with pytest.raises(Refusal, match="kan ikke gjøre det"):
        choose_roles(turn, {role.public_id: to(turn, "1NAB")}, by=school.actor("rita", JUNE), at=JUNE)


def test_a_temp_without_an_end_ends_and_one_with_a_later_end_goes_on(school: World, turn: Turn) -> None:
    school.role("tor", Role.TEMP)
    school.role("tuva", Role.TEMP, ends=date(2027, 10, 1))
    turned(school, turn, JUNE)
    assert not school.actor("tor", AUGUST).known
    assert held_on(school.tuva, FIRST) == [(Role.TEMP, None)]


def test_a_role_of_the_new_year_alone_is_left_alone(school: World, turn: Turn) -> None:
    school.role("tuva", Role.TEMP, starts=date(2027, 8, 10))
    turned(school, turn, JUNE)
    assert Assignment.objects.get(person=school.tuva).ends is None


def test_a_contact_teacher_whom_a_list_lets_end_with_the_year_follows_all_the_same(school: World, turn: Turn) -> None:
    Assignment.objects.filter(person=school.kari).update(ends=date(2027, 6, 30))
    turned(school, turn, JUNE)
    assert held_on(school.kari, FIRST) == [(Role.CONTACT_TEACHER, "2NAA")]


def test_those_who_left_before_the_summer_are_left_alone(school: World, turn: Turn) -> None:
    Enrolment.objects.filter(student=school.per).update(ends=date(2027, 3, 1))
    turned(school, turn, JUNE)
    assert class_on(school.per, FIRST) == ""


def test_a_place_that_a_list_lets_end_with_the_year_goes_on_all_the_same(school: World, turn: Turn) -> None:
    Enrolment.objects.filter(student=school.per).update(ends=date(2027, 6, 30))
    turned(school, turn, JUNE)
    assert class_on(school.per, FIRST) == "2NAA"
    assert Enrolment.objects.get(student=school.per, starts__lt=FIRST).ends == date(2027, 6, 30)


def test_a_list_that_came_first_is_right(school: World, turn: Turn) -> None:
    """The county's list made next year's class before the turn, and put somebody in it."""
    there = SchoolClass.objects.create(
        school=school.school, department=school.classes["1NAA"].department, starts_in=YEAR, level="vg2",
        programme="Prøve", name="2NAA",
    )  # fmt: skip
    Enrolment.objects.create(student=school.per, school=school.school, school_class=there, starts=FIRST)
    turned(school, turn, JUNE)
    assert SchoolClass.objects.get(name="2NAA") == there
    assert class_on(school.per, FIRST) == "2NAA"
    assert class_on(school.ola, FIRST) == "2NAA"
    assert Enrolment.objects.get(student=school.per, school_class=school.classes["1NAA"]).ends == LAST


def test_somebody_put_in_last_years_class_in_august_has_had_a_day_there(school: World) -> None:
    Enrolment.objects.filter(student=school.per).update(starts=AUGUST.date())
    turned(school, begun(school, AUGUST), AUGUST)
    assert class_on(school.per, AUGUST.date()) == "1NAA"
    assert class_on(school.per, AUGUST.date() + timedelta(days=1)) == "2NAA"


def test_twice_is_once(school: World, turn: Turn) -> None:
    seen = prospect_of(school.actor("rita", JUNE), turn).print
    turned(school, turn, JUNE)
    before, told = everything(school.school), Event.objects.count()
    turn_over(turn, seen, by=school.actor("rita", JUNE), at=JUNE)
    assert everything(school.school) == before
    assert Event.objects.count() == told


def test_beginning_twice_is_beginning_once(school: World, turn: Turn) -> None:
    assert begin(school.school, YEAR, by=school.actor("dag", JULY), at=JULY) == turn


def test_what_was_shown_is_what_is_done(school: World, turn: Turn) -> None:
    by = school.actor("rita", JUNE)
    seen = prospect_of(by, turn).print
    school.student("ny", "1NAA")
    with pytest.raises(Refusal, match="endret seg"):
        turn_over(turn, seen, by=by, at=JUNE)
    assert class_on(school.ola, FIRST) == "1NAA"


def test_outside_the_season_it_can_only_be_rehearsed(school: World) -> None:
    march = JUNE.replace(month=3)
    turn = begun(school, march)
    with pytest.raises(Refusal, match=r"1\. juni 2027"):
        turned(school, turn, march)
    assert class_on(school.ola, FIRST) == "1NAA"


def test_a_school_may_have_a_season_of_its_own(school: World) -> None:
    may = JUNE.replace(month=5)
    school.school.routine = {"turn_from_month": 5}
    school.school.save(update_fields=["routine"])
    turned(school, begun(school, may), may)
    assert class_on(school.ola, FIRST) == "2NAA"


def test_a_school_that_forgot_may_still_turn_in_september(school: World) -> None:
    september = AUGUST.replace(month=9)
    turned(school, begun(school, september), september)
    assert class_on(school.ola, FIRST) == "2NAA"


def test_everything_is_told_in_the_log(school: World, turn: Turn) -> None:
    by = school.actor("rita", JUNE)
    send_students(turn, [school.ola.public_id], Leaving.STOPPED, by=by, at=JUNE)
    turned(school, turn, JUNE)
    told = list(Event.objects.order_by("serial").values_list("what", flat=True))
    assert told.count("class.opened") == 6
    assert told.count("student.enrolled") == 3
    assert told.count("student.left") == 1
    assert told[-1] == "year.turned"


def test_the_new_year_is_laid_out_when_plan_and_calendar_are_there(school: World, turn: Turn) -> None:
    adopt(school)
    turned(school, turn, JUNE)
    assert Unfolding.objects.filter(school=school.school, starts_in=YEAR).count() == 1
    own = Task.objects.filter(**NEW_YEAR, school_class__name="2NAA", responsible=school.kari)
    assert own.exists()


def test_without_a_plan_the_year_waits(school: World, turn: Turn) -> None:
    turned(school, turn, JUNE)
    assert not Unfolding.objects.exists()


def test_a_role_that_a_list_gave_is_still_the_lists(school: World, turn: Turn) -> None:
    own = Assignment.objects.get(person=school.kari)
    Listed.objects.create(assignment=own)
    turned(school, turn, JUNE)
    listed = Listed.objects.filter(assignment__starts=FIRST).values_list("assignment__person", flat=True)
    assert list(listed) == [school.kari.pk]
