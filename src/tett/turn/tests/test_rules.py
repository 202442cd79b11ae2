"""Names, the first proposal, where students go, what becomes of roles, when, and what a route lacks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.access.words import Role
from tett.calendar.rules import Days, Special, lay
from tett.calendar.rules.layers import Layer
from tett.calendar.words import DayKind, Level, Standing
from tett.turn.rules import (
    Now,
    Place,
    Season,
    Where,
    bump,
    fate_of,
    fates_for,
    holes_in,
    last_of,
    letters_of,
    next_year_of,
    propose,
    turns_to,
    whereabouts,
)
from tett.turn.words import Fate, Hole, Leaving

NATURE, TECHNICAL = 1, 2


@pytest.mark.parametrize(
    ("name", "level", "later"),
    [("1NAA", "vg1", "2NAA"), ("2LBB", "vg2", "3LBB"), ("NA1A", "vg1", "NA2A"), ("AGRA", "vg1", "AGRA"),
     ("11A", "vg1", "11A"), ("3PBA", "vg3", "3PBA")],
)  # fmt: skip
def test_a_class_is_called_by_its_next_level_a_year_later(name: str, level: str, later: str) -> None:
    assert bump(name, level) == later


@pytest.mark.parametrize(("name", "letters"), [("1NAA", "NA"), ("2LBB", "LB"), ("1na2", "NA"), ("AGRA", "AGR")])
def test_a_name_tells_the_programme_area(name: str, letters: str) -> None:
    assert letters_of(name) == letters


@given(st.text(max_size=8), st.sampled_from(Level))
def test_any_name_has_a_name_a_year_later(name: str, level: Level) -> None:
    assert isinstance(bump(name, level), str)
    assert isinstance(letters_of(name), str)


def _school() -> list[Now]:
    """Give a school like Jønsberg: nature chooses programme area after Vg1, forestry has no Vg3."""
    shape = (("1NAA", "vg1", NATURE), ("1NAB", "vg1", NATURE), ("2LBA", "vg2", NATURE), ("2SKA", "vg2", NATURE),
             ("3LBA", "vg3", NATURE), ("1TIA", "vg1", TECHNICAL), ("AGRA", "vg3", TECHNICAL))  # fmt: skip
    return [Now(n, name, level, "Prøve", department) for n, (name, level, department) in enumerate(shape, 1)]


def test_classes_keep_their_letters_where_the_school_has_them_on_the_next_level() -> None:
    found = propose([Now(1, "1NAA", "vg1", "Naturbruk", 1), Now(2, "2NAA", "vg2", "Naturbruk", 1)])
    assert found.goes[1] == "2NAA"
    assert found.planned["2NAA"].level == "vg2"
    assert not found.unsure & {1}


def test_a_school_with_only_first_years_gets_a_second() -> None:
    found = propose([Now(1, "1NAA", "vg1", "Naturbruk", 1)])
    assert found.goes == {1: "2NAA"}
    assert sorted(found.planned) == ["1NAA", "2NAA"]
    assert not found.unsure


def test_where_the_programme_area_is_chosen_anew_it_is_a_guess_among_those_there_are() -> None:
    found = propose(_school())
    assert {found.goes[1], found.goes[2]} == {"2LBA", "2SKA"}
    assert {1, 2} <= found.unsure


def test_those_without_a_third_year_go_out_as_apprentices_and_the_third_have_finished() -> None:
    found = propose(_school())
    assert (found.goes[4], found.goes[5], found.goes[3]) == (Leaving.APPRENTICE, Leaving.FINISHED, "3LBA")
    assert 4 in found.unsure
    assert 5 not in found.unsure


@given(st.lists(st.tuples(st.sampled_from(["1NAA", "1NAB", "2NAA", "2LBA", "3LBA", "AGRA", "1TIA", "2TMA"]),
                          st.sampled_from(Level), st.integers(1, 2)), unique_by=lambda row: row[0]))  # fmt: skip
def test_everybody_goes_somewhere_that_is_planned_and_every_class_is_there_again(
    rows: list[tuple[str, Level, int]],
) -> None:
    classes = [Now(n, name, level, "P", department) for n, (name, level, department) in enumerate(rows)]
    found = propose(classes)
    assert set(found.goes) == {row.id for row in classes}
    assert {goes for goes in found.goes.values() if goes not in Leaving.values} <= set(found.planned)
    assert {row.name for row in classes} <= set(found.planned)


def _place(starts: date = date(2026, 8, 1), ends: date | None = None) -> Place:
    return Place(1, 10, 100, starts, ends, "ch5", "home")


def test_a_student_goes_as_the_class_does_unless_something_else_is_said() -> None:
    classes, own = {100: Where(7, "")}, {10: Where(None, "stopped")}
    assert whereabouts(_place(), classes, {}) == Where(7, "")
    assert whereabouts(_place(), classes, own) == Where(None, "stopped", own=True)
    assert whereabouts(_place(), {}, {}) == Where(None, Leaving.STOPPED)


@given(st.dates(date(2026, 8, 1), date(2027, 9, 30)), st.none() | st.dates(date(2026, 8, 1), date(2027, 9, 30)))
def test_nobody_is_ever_in_two_classes_and_no_period_ends_before_it_begins(starts: date, ends: date | None) -> None:
    if ends is not None and ends < starts:
        return
    last, first = last_of(starts, ends, 2027)
    assert starts <= last < first
    assert first >= date(2027, 8, 1)


@pytest.mark.parametrize(
    ("role", "ends", "of_class", "goes_on", "fate"),
    [
        (Role.CONTACT_TEACHER, None, True, True, Fate.FOLLOWS),
        (Role.CONTACT_TEACHER, None, True, False, Fate.STAYS),
        (Role.SUBJECT_TEACHER, None, True, True, Fate.FOLLOWS),
        (Role.CLASS_REPRESENTATIVE, None, True, True, Fate.ENDS),
        (Role.COUNCIL_BOARD, None, False, False, Fate.ENDS),
        (Role.DEPARTMENT_HEAD, None, False, False, Fate.GOES_ON),
        (Role.TEMP, None, False, False, Fate.ENDS),
        (Role.TEMP, date(2027, 12, 20), False, False, Fate.GOES_ON),
        (Role.COUNSELLOR, date(2027, 7, 31), False, False, Fate.ENDS),
        (Role.CONTACT_TEACHER, date(2027, 6, 30), True, True, Fate.FOLLOWS),
        (Role.TEMP, date(2027, 6, 30), True, True, Fate.ENDS),
    ],
)
def test_what_becomes_of_a_role_when_nobody_says_otherwise(
    role: Role, ends: date | None, of_class: bool, goes_on: bool, fate: Fate
) -> None:
    assert fate_of(role, ends, 2027, of_class=of_class, class_goes_on=goes_on) == fate


@given(st.sampled_from(Role), st.booleans(), st.booleans(), st.none() | st.dates(date(2027, 6, 1), date(2028, 6, 1)))
def test_what_usually_becomes_of_a_role_is_among_what_may(
    role: Role, of_class: bool, goes_on: bool, ends: date | None
) -> None:
    usual = fate_of(role, ends, 2027, of_class=of_class, class_goes_on=goes_on)
    choices = fates_for(role, of_class=of_class, class_goes_on=goes_on)
    assert usual in choices or (role in {Role.PRINCIPAL, Role.DEPUTY} and not choices)


@pytest.mark.parametrize(
    ("day", "open_", "year"),
    [(date(2027, 5, 31), False, 2027), (date(2027, 6, 1), True, 2027), (date(2027, 8, 31), True, 2027),
     (date(2027, 9, 1), False, 2028), (date(2027, 1, 1), False, 2027)],
)  # fmt: skip
def test_a_school_turns_from_june_through_august(day: date, open_: bool, year: int) -> None:
    assert Season().open_on(day) is open_
    assert turns_to(day) == year


@pytest.mark.parametrize("data", [{}, {"turn_from_month": 0}, {"turn_from_month": 9, "turn_until_month": 5},
                                  {"turn_from_month": "juni"}, {"turn_from_month": True}])  # fmt: skip
def test_months_that_make_no_sense_are_as_usual(data: dict[str, object]) -> None:
    assert Season.from_data(data) == Season(6, 8)


def _year(*special: Special, standing: Standing = Standing.DECIDED) -> Days:
    layer = Layer(date(2026, 8, 17), date(2027, 6, 18), (), special, standing)
    days = lay(2026, [layer])
    assert days is not None
    return days


def test_a_year_without_a_route_has_one_hole() -> None:
    assert holes_in(None) == (Hole.NO_ROUTE,)


def test_a_route_tells_what_it_lacks() -> None:
    autumn = Special(DayKind.BREAK, date(2026, 10, 5), date(2026, 10, 9), "høstferie")
    planning = Special(DayKind.PLANNING, date(2026, 8, 13), date(2026, 8, 14))
    assert holes_in(_year(autumn, planning, standing=Standing.PROPOSED)) == (
        Hole.PROPOSED, Hole.CHRISTMAS, Hole.WINTER,
    )  # fmt: skip
    long = Special(DayKind.BREAK, date(2026, 10, 5), date(2026, 12, 11), "lang")
    assert Hole.FEW_DAYS in holes_in(_year(long))


def test_next_year_keeps_weekdays_and_easter_keeps_to_easter() -> None:
    autumn = Special(DayKind.BREAK, date(2026, 10, 5), date(2026, 10, 9), "høstferie")
    easter = Special(DayKind.BREAK, date(2027, 3, 22), date(2027, 3, 29), "påskeferie")
    new = next_year_of(_year(autumn, easter))
    assert (new.first_day, new.last_day) == (date(2027, 8, 16), date(2028, 6, 16))
    assert (new.days[0].first, new.days[0].last) == (date(2027, 10, 4), date(2027, 10, 8))
    assert (new.days[1].first, new.days[1].last) == (date(2028, 4, 10), date(2028, 4, 17))
