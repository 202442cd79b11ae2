"""Calendars in the database."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tett.base.rules import Refusal
from tett.calendar import actions, queries
from tett.calendar.models import LevelStart, SchoolCalendar, SchoolYear, SpecialDay
from tett.calendar.rules import Special
from tett.calendar.words import DayKind, Level, Standing

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 8, 1, 8, tzinfo=UTC)
BY: dict[str, Any] = {"by": None, "at": NOW}
FIRST, LAST = date(2026, 8, 17), date(2027, 6, 18)
AUTUMN = Special(DayKind.BREAK, date(2026, 10, 5), date(2026, 10, 9), "høstferie")


def county() -> SchoolCalendar:
    """Give a county's calendar with one year."""
    calendar = actions.open_calendar("Fylket", **BY)
    actions.lay_out_year(calendar, 2026, FIRST, LAST, days=[AUTUMN], **BY)
    return calendar


def school(parent: SchoolCalendar, *, own_days: bool = True) -> SchoolCalendar:
    """Give a school's calendar, with a planning day of its own."""
    calendar = actions.open_calendar("Skolen", parent=parent, **BY)
    if own_days:
        year = actions.lay_out_year(calendar, 2026, **BY)
        actions.add_day(year, DayKind.PLANNING, "planleggingsdag", date(2026, 11, 20), **BY)
        actions.start_level(year, Level.VG2, date(2026, 8, 18), **BY)
    return calendar


def test_a_school_goes_by_the_countys_days_with_its_own_on_top() -> None:
    days = queries.days_of(None, school(county()).pk, 2026)
    assert days is not None
    assert (days.first_day, days.last_day) == (FIRST, LAST)
    assert not days.is_school_day(date(2026, 10, 5))
    assert days.planning_days == (date(2026, 11, 20),)
    assert days.for_level(Level.VG2).school_days()[0] == date(2026, 8, 18)


def test_a_change_in_the_countys_calendar_reaches_the_school() -> None:
    shared = county()
    own = school(shared)
    actions.lay_out_year(shared, 2026, date(2026, 8, 20), LAST, **BY)
    days = queries.days_of(None, own.pk, 2026)
    assert days is not None
    assert days.first_day == date(2026, 8, 20)
    assert len(days.breaks) == 1


def test_a_school_may_have_its_own_first_and_last_day() -> None:
    own = school(county())
    actions.lay_out_year(own, 2026, date(2026, 8, 19), date(2027, 6, 16), **BY)
    days = queries.days_of(None, own.pk, 2026)
    assert days is not None
    assert (days.first_day, days.last_day) == (date(2026, 8, 19), date(2027, 6, 16))


def test_a_year_nobody_has_laid_out_is_not_guessed() -> None:
    own = school(county())
    assert queries.days_of(None, own.pk, 2027) is None
    assert queries.days_of_many(None, [own.pk, 10**9], 2027) == {}


@pytest.mark.parametrize("number", [1, 30])
def test_many_calendars_take_as_many_queries_as_one(number: int) -> None:
    shared = county()
    ids = [school(shared).pk for _ in range(number)]
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = queries.days_of_many(None, ids, 2026)
    assert (len(asked), len(found)) == (4, number)


def test_schools_without_days_of_their_own_share_the_countys() -> None:
    shared = county()
    ids = [school(shared, own_days=False).pk for _ in range(3)]
    found = queries.days_of_many(None, [*ids, shared.pk], 2026)
    assert len({id(days) for days in found.values()}) == 1


def test_a_calendar_shows_its_own_years_and_days() -> None:
    own = school(county())
    (year,) = queries.years_of(None, own.pk)
    assert str(year) == "2026/27"
    assert [str(day) for day in queries.special_days_of(None, own.pk, 2026)] == ["planleggingsdag 2026-11-20"]


def test_laying_out_again_keeps_the_rows_that_are_the_same() -> None:
    shared = county()
    kept = SpecialDay.objects.get().pk
    winter = Special(DayKind.BREAK, date(2027, 2, 22), date(2027, 2, 26), "vinterferie")
    actions.lay_out_year(shared, 2026, FIRST, LAST, days=[AUTUMN, winter], level_starts={Level.VG1: FIRST}, **BY)
    assert SpecialDay.objects.filter(pk=kept).exists()
    actions.lay_out_year(shared, 2026, FIRST, LAST, days=[winter], level_starts={}, **BY)
    assert [day.name for day in SpecialDay.objects.all()] == ["vinterferie"]
    assert not LevelStart.objects.exists()


def test_the_same_day_twice_is_one_day_and_a_removed_day_stays_removed() -> None:
    year = actions.lay_out_year(county(), 2026, FIRST, LAST, days=[], **BY)
    rows = [actions.add_day(year, DayKind.FREE, name, date(2026, 11, 27), **BY) for name in ("fri", "elevfri")]
    assert [day.name for day in SpecialDay.objects.all()] == ["elevfri"]
    for row in rows:
        actions.remove_day(row, **BY)
    assert not SpecialDay.objects.exists()


def test_what_cannot_be_is_refused_and_leaves_nothing_behind() -> None:
    shared = county()
    year = SchoolYear.objects.get()
    with pytest.raises(Refusal, match="Velg den som gjelder for alle"):
        actions.open_calendar("Klassen", parent=school(shared), **BY)
    with pytest.raises(Refusal, match="mangler navn"):
        actions.open_calendar(" ", **BY)
    with pytest.raises(Refusal, match="2026/27"):
        actions.add_day(year, DayKind.FREE, "fri", date(2027, 8, 1), **BY)
    with pytest.raises(Refusal, match="2025/26"):
        actions.lay_out_year(shared, 2025, date(2025, 8, 18), date(2026, 6, 19), days=[AUTUMN], **BY)
    with pytest.raises(Refusal, match="for eksempel 2026"):
        actions.lay_out_year(shared, 27, **BY)
    assert [year.starts_in for year in SchoolYear.objects.filter(calendar=shared)] == [2026]


def test_the_shipped_routes_say_how_sure_they_are() -> None:
    calendar = actions.open_calendar("Innlandet", **BY)
    loaded = actions.load_routes(calendar, **BY)
    assert [(year.starts_in, year.standing) for year in loaded] == [
        (2022, Standing.DECIDED),
        (2023, Standing.DECIDED),
        (2024, Standing.DECIDED),
        (2025, Standing.PROPOSED),
        (2026, Standing.PROPOSED),
    ]
    assert all(year.source for year in loaded)
    days = queries.days_of(None, calendar.pk, 2026)
    assert days is not None
    assert (days.standing, len(days.school_days())) == (Standing.PROPOSED, 190)


def test_loading_routes_again_writes_nothing_and_keeps_what_the_county_changed() -> None:
    calendar = actions.open_calendar("Innlandet", **BY)
    actions.lay_out_year(calendar, 2026, date(2026, 8, 20), LAST, **BY)
    actions.lay_out_year(calendar, 2024, date(2024, 8, 20), date(2025, 6, 20), standing=Standing.PROPOSED, **BY)
    assert [year.starts_in for year in actions.load_routes(calendar, **BY)] == [2022, 2023, 2024, 2025]
    assert actions.load_routes(calendar, **BY) == []
    assert SchoolYear.objects.get(starts_in=2026).first_day == date(2026, 8, 20)
    assert SchoolYear.objects.get(starts_in=2024).first_day == date(2024, 8, 19)


@pytest.mark.parametrize(
    "write",
    [
        lambda year: SchoolYear.objects.create(calendar=year.calendar, starts_in=2026),
        lambda year: SchoolYear.objects.create(calendar=year.calendar, starts_in=2027, first_day=FIRST),
        lambda year: SchoolYear.objects.create(calendar=year.calendar, starts_in=2027, first_day=LAST, last_day=FIRST),
        lambda year: SchoolYear.objects.create(calendar=year.calendar, starts_in=27),
        lambda year: SchoolYear.objects.create(calendar=year.calendar, starts_in=2027, standing="maybe"),
        lambda year: SchoolCalendar.objects.filter(pk=year.calendar_id).update(parent_id=year.calendar_id),
        lambda year: LevelStart.objects.create(school_year=year, level="vg4", first_day=FIRST),
        lambda year: SpecialDay.objects.create(school_year=year, kind=DayKind.FREE, first=LAST, last=FIRST),
        lambda year: SpecialDay.objects.create(school_year=year, kind="party", first=FIRST, last=LAST),
        lambda year: SpecialDay.objects.create(
            school_year=year, kind=DayKind.BREAK, first=AUTUMN.first, last=AUTUMN.last
        ),
    ],
)
def test_the_database_itself_keeps_days_in_order(write: Callable[[SchoolYear], object]) -> None:
    county()
    with pytest.raises(IntegrityError), transaction.atomic():
        write(SchoolYear.objects.get())
