"""From rhythms to windows."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.calendar.rules import Days, Routine, Schedule, Special, Week, Window, arrival_window, windows
from tett.calendar.tests.years import any_schedule, any_year, shipped
from tett.calendar.words import DayKind, Level, Remark, Rhythm

ROUTINE = Routine()
OUTSIDE_SCHOOL = {Rhythm.BEFORE_START, Rhythm.PLANNING_DAYS}
D = date


def unfold(schedule: Schedule, *more: Special) -> tuple[Window, ...]:
    """Unfold over the demo's school year."""
    return windows(schedule, shipped(2026, *more), routine=ROUTINE)


@pytest.mark.parametrize(
    ("schedule", "slot", "opens", "due"),
    [
        (Schedule(Rhythm.ALWAYS), "year", D(2026, 8, 17), D(2027, 6, 18)),
        (Schedule(Rhythm.ALL_YEAR), "year", D(2026, 8, 17), D(2027, 6, 18)),
        (Schedule(Rhythm.SCHOOL_START), "start", D(2026, 8, 17), D(2026, 8, 28)),
        (Schedule(Rhythm.FIRST_DAY), "first-day", D(2026, 8, 17), D(2026, 8, 17)),
        (Schedule(Rhythm.FIRST_WEEKS), "first-weeks", D(2026, 8, 17), D(2026, 8, 21)),
        (Schedule(Rhythm.FIRST_WEEKS, times=3), "first-weeks", D(2026, 8, 17), D(2026, 9, 4)),
        (Schedule(Rhythm.BEFORE_START), "before-start", D(2026, 8, 10), D(2026, 8, 14)),
        (Schedule(Rhythm.MONTHS, months=((9, 10),)), "2026-09/2026-10", D(2026, 9, 1), D(2026, 10, 30)),
        (Schedule(Rhythm.MONTHS, months=((8, 8),)), "2026-08", D(2026, 8, 17), D(2026, 8, 31)),
        (Schedule(Rhythm.MONTHS, months=((11, 2),)), "2026-11/2027-02", D(2026, 11, 2), D(2027, 2, 19)),
        (Schedule(Rhythm.ISO_WEEKS, weeks=((45, 45),)), "2026-W45", D(2026, 11, 2), D(2026, 11, 6)),
        (Schedule(Rhythm.ISO_WEEKS, weeks=((40, 41),)), "2026-W40/2026-W41", D(2026, 9, 28), D(2026, 10, 2)),
        (Schedule(Rhythm.ISO_WEEKS, weeks=((50, 2),)), "2026-W50/2027-W02", D(2026, 12, 7), D(2027, 1, 15)),
        (Schedule(Rhythm.BY_DATE, month=10, day=1), "by-10-01", D(2026, 8, 24), D(2026, 10, 1)),
        (Schedule(Rhythm.BY_DATE, month=10, day=11), "by-10-11", D(2026, 8, 24), D(2026, 10, 2)),
        (Schedule(Rhythm.BY_DATE, month=2, day=31), "by-02-31", D(2027, 1, 11), D(2027, 2, 19)),
        (Schedule(Rhythm.BY_DATE, month=4), "by-04-00", D(2027, 3, 15), D(2027, 4, 30)),
        (Schedule(Rhythm.SPREAD), "1/1", D(2026, 8, 17), D(2027, 6, 18)),
    ],
)
def test_what_happens_once_has_one_window(schedule: Schedule, slot: str, opens: date, due: date) -> None:
    assert unfold(schedule) == (Window(slot, opens, due),)


@pytest.mark.parametrize(
    "schedule",
    [
        Schedule(Rhythm.AS_NEEDED),
        Schedule(Rhythm.UNKNOWN),
        Schedule(Rhythm.ON_ARRIVAL),
        Schedule(Rhythm.WEEKS, every=0),
        Schedule(Rhythm.SPREAD, times=0),
        Schedule(Rhythm.MONTHS),
        Schedule(Rhythm.MONTHS, months=((9, 13),)),
        Schedule(Rhythm.ISO_WEEKS, weeks=((60, 60),)),
        Schedule(Rhythm.BY_DATE),
    ],
)
def test_what_has_no_time_or_makes_no_sense_has_no_window(schedule: Schedule) -> None:
    assert unfold(schedule) == ()


def test_weekly_covers_each_school_week() -> None:
    found = unfold(Schedule(Rhythm.WEEKS))
    assert len(found) == 39
    assert found[7] == Window("2026-W42", D(2026, 10, 12), D(2026, 10, 16))


def test_every_third_school_week_counts_no_breaks() -> None:
    found = unfold(Schedule(Rhythm.WEEKS, every=3))
    assert [str(Week.of(window.due)) for window in found[:4]] == ["2026-W34", "2026-W37", "2026-W40", "2026-W44"]
    assert [window.slot for window in found[:3]] == ["3w-01", "3w-02", "3w-03"]


def test_three_groups_take_turns_and_fill_every_week_between_them() -> None:
    schedule = Schedule(Rhythm.WEEKS, every=3)
    groups = [windows(schedule, shipped(2026), routine=ROUTINE, anchor=anchor) for anchor in range(3)]
    opens = sorted(window.opens for group in groups for window in group)
    assert opens == [span.first for span in shipped(2026).weeks()]
    assert windows(schedule, shipped(2026), routine=ROUTINE, anchor=4) == groups[1]


def test_faste_moter_follow_the_schools_own_routine_under_the_same_slots() -> None:
    six = unfold(Schedule(Rhythm.REGULAR))
    four = windows(Schedule(Rhythm.REGULAR), shipped(2026), routine=Routine(regular_weeks=4))
    assert (len(six), len(four)) == (7, 10)
    assert {window.slot for window in six} <= {window.slot for window in four}


@pytest.mark.parametrize("starts_in", range(2022, 2027))
def test_about_once_a_month_gives_ten_or_eleven(starts_in: int) -> None:
    found = windows(Schedule(Rhythm.MONTHLY), shipped(starts_in), routine=ROUTINE)
    assert len(found) in {10, 11}
    assert len({window.due.month for window in found}) == len(found)


def test_a_month_with_few_school_days_does_not_count() -> None:
    found = windows(Schedule(Rhythm.MONTHLY), shipped(2026), routine=Routine(month_days=12))
    assert [window.slot for window in found][:2] == ["2026-09", "2026-10"]


def test_twice_a_year_is_two_halves_of_school_weeks() -> None:
    assert unfold(Schedule(Rhythm.SPREAD, times=2)) == (
        Window("1/2", D(2026, 8, 17), D(2027, 1, 15)),
        Window("2/2", D(2027, 1, 18), D(2027, 6, 18)),
    )


def test_more_times_than_weeks_are_spread_over_days() -> None:
    assert len(unfold(Schedule(Rhythm.SPREAD, times=60))) == 60


@pytest.mark.parametrize(
    ("schedule", "slot", "due", "remark"),
    [
        (Schedule(Rhythm.ISO_WEEKS, weeks=((41, 41),)), "2026-W41", D(2026, 10, 2), Remark.MOVED_EARLIER),
        (Schedule(Rhythm.ISO_WEEKS, weeks=((52, 53),)), "2026-W52/2026-W53", D(2026, 12, 18), Remark.MOVED_EARLIER),
        (Schedule(Rhythm.ISO_WEEKS, weeks=((33, 33),)), "2026-W33", D(2026, 8, 21), Remark.MOVED_LATER),
        (Schedule(Rhythm.MONTHS, months=((7, 7),)), "2027-07", D(2027, 6, 18), Remark.MOVED_EARLIER),
        (Schedule(Rhythm.MONTHS, months=((6, 8),)), "2027-06/2026-08", D(2027, 6, 18), Remark.CUT_AT_SUMMER),
        (Schedule(Rhythm.BY_DATE, month=8, day=10), "by-08-10", D(2026, 8, 17), Remark.MOVED_LATER),
        (Schedule(Rhythm.PLANNING_DAYS), "planning", D(2026, 8, 14), Remark.NO_PLANNING_DAYS),
    ],
)
def test_a_window_that_had_to_move_says_so(schedule: Schedule, slot: str, due: date, remark: Remark) -> None:
    (window,) = unfold(schedule)
    assert (window.slot, window.due, window.remark) == (slot, due, remark)


def test_planning_days_before_the_first_day_are_used_and_later_ones_not() -> None:
    before = Special(DayKind.PLANNING, D(2026, 8, 12), D(2026, 8, 14))
    later = Special(DayKind.PLANNING, D(2026, 11, 20), D(2026, 11, 20))
    found = unfold(Schedule(Rhythm.PLANNING_DAYS), before, later)
    assert found == (Window("planning", D(2026, 8, 12), D(2026, 8, 14)),)


def test_a_level_that_begins_later_starts_later() -> None:
    days = shipped(2026, level_starts=((Level.VG2, D(2026, 8, 19)),))
    first = [
        windows(Schedule(Rhythm.FIRST_DAY), days, routine=ROUTINE, level=level)[0].due
        for level in (Level.VG1, Level.VG2, None)
    ]
    assert first == [D(2026, 8, 17), D(2026, 8, 19), D(2026, 8, 17)]


def test_what_is_due_by_a_date_shows_as_long_before_as_the_school_wants() -> None:
    schedule = Schedule(Rhythm.BY_DATE, month=10, day=1)
    (window,) = windows(schedule, shipped(2026), routine=Routine(lead_weeks=1))
    assert window.opens == D(2026, 9, 28)


@pytest.mark.parametrize(
    ("begins", "opens", "due"),
    [
        (D(2026, 11, 23), D(2026, 11, 23), D(2026, 11, 30)),  # the Friday is free
        (D(2026, 8, 1), D(2026, 8, 17), D(2026, 8, 21)),
        (D(2026, 7, 1), D(2026, 8, 17), D(2026, 8, 21)),
        (D(2027, 6, 17), D(2027, 6, 17), D(2027, 6, 18)),
    ],
)
def test_who_begins_has_the_first_school_days(begins: date, opens: date, due: date) -> None:
    assert arrival_window(begins, shipped(2026), ROUTINE) == Window("arrival", opens, due)


@pytest.mark.parametrize("begins", [D(2019, 8, 1), D(2026, 6, 19), D(2027, 6, 19)])
def test_who_began_in_another_year_does_not_arrive_in_this_one(begins: date) -> None:
    assert arrival_window(begins, shipped(2026), ROUTINE) is None


@given(any_schedule(), any_year(), st.sampled_from([None, *Level]), st.integers(0, 9))
def test_windows_are_school_days_in_order_with_slots_of_their_own(
    schedule: Schedule, days: Days, level: Level | None, anchor: int
) -> None:
    found = windows(schedule, days, routine=ROUTINE, level=level, anchor=anchor)
    own = days.for_level(level)
    assert all(window.opens <= window.due for window in found)
    assert len({window.slot for window in found}) == len(found)
    assert found == tuple(sorted(found, key=lambda window: window.opens))
    assert found == windows(schedule, days, routine=ROUTINE, level=level, anchor=anchor)
    if schedule.rhythm not in OUTSIDE_SCHOOL:
        assert all(own.is_school_day(day) for window in found for day in (window.opens, window.due))


@given(any_year(), st.integers(2, 9), st.integers(0, 9))
def test_spacing_is_the_same_number_of_school_weeks(days: Days, every: int, anchor: int) -> None:
    found = windows(Schedule(Rhythm.WEEKS, every=every), days, routine=ROUTINE, anchor=anchor)
    numbers = [days.school_week_number(window.due) for window in found]
    assert numbers == list(range(anchor % every + 1, len(days.school_weeks()) + 1, every))


@given(any_year())
def test_weekly_has_each_school_week_once(days: Days) -> None:
    found = windows(Schedule(Rhythm.WEEKS), days, routine=ROUTINE)
    assert [Week.of(window.due) for window in found] == list(days.school_weeks())
    assert all(Week.of(window.opens) == Week.of(window.due) for window in found)


@given(any_year(), st.integers(1, 20))
def test_parts_of_a_year_follow_each_other_without_holes(days: Days, times: int) -> None:
    found = windows(Schedule(Rhythm.SPREAD, times=times), days, routine=ROUTINE)
    assert len(found) == min(times, len(days.school_days()))
    for before, after in pairwise(found):
        assert days.next_school_day(before.due) == after.opens


@given(st.integers(2022, 2026), st.integers(35, 44), st.integers(35, 44))
def test_moving_a_break_changes_only_the_weeks_it_touches(starts_in: int, before: int, after: int) -> None:
    old, new = (shipped(starts_in, _week_off(starts_in, number)) for number in (before, after))
    weekly = [
        {window.slot: window for window in windows(Schedule(Rhythm.WEEKS), days, routine=ROUTINE)}
        for days in (old, new)
    ]
    changed = {slot for slot in {*weekly[0], *weekly[1]} if weekly[0].get(slot) != weekly[1].get(slot)}
    assert changed <= {f"{starts_in}-W{before}", f"{starts_in}-W{after}"}


@given(st.integers(2022, 2026), st.integers(35, 48), st.integers(2, 8))
def test_a_new_break_moves_what_returns_but_renames_nothing(starts_in: int, number: int, every: int) -> None:
    schedule = Schedule(Rhythm.WEEKS, every=every)
    old = [w.slot for w in windows(schedule, shipped(starts_in), routine=ROUTINE)]
    new = [w.slot for w in windows(schedule, shipped(starts_in, _week_off(starts_in, number)), routine=ROUTINE)]
    assert new in (old, old[:-1])


def _week_off(starts_in: int, number: int) -> Special:
    monday = date.fromisocalendar(starts_in, number, 1)
    return Special(DayKind.BREAK, monday, monday + timedelta(days=4))
