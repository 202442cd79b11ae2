"""Days that have been worked out are kept until the calendar changes, and not a moment longer."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tett.calendar import actions, queries
from tett.calendar.models import SchoolCalendar, SchoolYear, SpecialDay
from tett.calendar.rules import Days
from tett.calendar.tests.test_stored import BY, LAST, county, school
from tett.calendar.words import DayKind, Level

pytestmark = pytest.mark.django_db
FRIDAY = date(2026, 11, 27)


def days(calendar: SchoolCalendar) -> Days:
    """Give the days as a page reads them."""
    found = queries.days_of(None, calendar.pk, 2026)
    assert found is not None
    return found


def year_of(calendar: SchoolCalendar) -> SchoolYear:
    """Give the calendar's own year."""
    return SchoolYear.objects.get(calendar=calendar, starts_in=2026)


CHANGES: list[Callable[[SchoolCalendar], object]] = [
    lambda calendar: actions.add_day(year_of(calendar), DayKind.FREE, "fridag", FRIDAY, **BY),
    lambda calendar: actions.start_level(year_of(calendar), Level.VG3, date(2026, 8, 19), **BY),
    lambda calendar: actions.lay_out_year(calendar, 2026, date(2026, 8, 20), LAST, **BY),
]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("whose", ["own", "shared"])
def test_a_change_is_seen_at_once_also_in_the_calendar_beneath(
    change: Callable[[SchoolCalendar], object], whose: str
) -> None:
    shared = county()
    own = school(shared)
    before = days(own)
    change(own if whose == "own" else shared)
    assert days(own) != before


def test_a_day_that_is_taken_away_is_gone_at_once() -> None:
    own = school(county())
    assert days(own).planning_days
    actions.remove_day(SpecialDay.objects.get(kind=DayKind.PLANNING), **BY)
    assert not days(own).planning_days


def test_the_second_time_only_the_stamp_is_asked_for() -> None:
    own = school(county())
    first = days(own)
    with CaptureQueriesContext(connection) as asked:
        again = days(own)
    assert again is first
    assert len(asked) == 1


def test_what_was_rolled_back_was_never_there() -> None:
    own = school(county())
    before = days(own)
    with transaction.atomic():
        actions.add_day(year_of(own), DayKind.FREE, "fridag", FRIDAY, **BY)
        assert days(own) != before
        transaction.set_rollback(True)
    assert days(own) == before
