"""Schedules as data and in words, and the school's own numbers."""

import json

import pytest
from hypothesis import given

from tett.calendar.rules import Routine, Schedule, say
from tett.calendar.tests.years import any_schedule
from tett.calendar.words import Rhythm


@pytest.mark.parametrize(
    ("schedule", "told"),
    [
        (Schedule(Rhythm.WEEKS), "hver skoleuke"),
        (Schedule(Rhythm.WEEKS, every=2), "annenhver skoleuke"),
        (Schedule(Rhythm.WEEKS, every=3), "hver tredje skoleuke"),
        (Schedule(Rhythm.WEEKS, every=12), "hver tolvte skoleuke"),
        (Schedule(Rhythm.WEEKS, every=13), "hver 13. skoleuke"),
        (Schedule(Rhythm.MONTHLY), "omtrent en gang i måneden"),
        (Schedule(Rhythm.SPREAD), "en gang i året"),
        (Schedule(Rhythm.SPREAD, times=2), "to ganger i året"),
        (Schedule(Rhythm.SPREAD, times=20), "20 ganger i året"),
        (Schedule(Rhythm.MONTHS, months=((8, 8),)), "i august"),
        (Schedule(Rhythm.MONTHS, months=((9, 10),)), "i september og oktober"),
        (Schedule(Rhythm.MONTHS, months=((12, 1),)), "i desember og januar"),
        (Schedule(Rhythm.MONTHS, months=((9, 11),)), "fra september til november"),
        (Schedule(Rhythm.MONTHS, months=((9, 9), (3, 3))), "i september og i mars"),
        (Schedule(Rhythm.MONTHS, months=((9, 9), (1, 1), (3, 3))), "i september, i januar og i mars"),
        (Schedule(Rhythm.BY_DATE, month=10, day=1), "innen 1. oktober"),
        (Schedule(Rhythm.BY_DATE, month=4), "innen utgangen av april"),
        (Schedule(Rhythm.ISO_WEEKS, weeks=((41, 41),)), "uke 41"),
        (Schedule(Rhythm.ISO_WEEKS, weeks=((45, 46), (10, 10))), "uke 45–46 og uke 10"),
        (Schedule(Rhythm.FIRST_DAY), "første skoledag"),
        (Schedule(Rhythm.FIRST_WEEKS), "første skoleuke"),
        (Schedule(Rhythm.FIRST_WEEKS, times=2), "de to første skoleukene"),
        (Schedule(Rhythm.SCHOOL_START), "ved skolestart"),
        (Schedule(Rhythm.ISO_WEEKS, weeks=((60, 60),)), "tidspunktet er ikke avklart"),
    ],
)
def test_a_schedule_is_said_as_people_say_it(schedule: Schedule, told: str) -> None:
    assert say(schedule) == told


@given(any_schedule())
def test_every_schedule_can_be_said_and_stored(schedule: Schedule) -> None:
    assert say(schedule)
    assert Schedule.from_data(json.loads(json.dumps(schedule.as_data()))) == schedule


@pytest.mark.parametrize(
    ("data", "about"),
    [({"rhythm": "sometimes"}, "sometimes"), ({"rhythm": "weeks", "every": "x"}, "'x'")],
)
def test_what_is_no_schedule_is_not_read(data: dict[str, object], about: str) -> None:
    with pytest.raises(ValueError, match=about):
        Schedule.from_data(data)


def test_a_school_stores_only_its_own_numbers() -> None:
    routine = Routine.from_data({"regular_weeks": 4, "something_else": 1})
    assert routine == Routine(regular_weeks=4)
    assert routine.as_data() == {"regular_weeks": 4}


@pytest.mark.parametrize("number", [0, -1, 367, "6", 2.5, True])
def test_a_number_that_cannot_be_is_not_read(number: object) -> None:
    with pytest.raises(ValueError, match="regular_weeks"):
        Routine.from_data({"regular_weeks": number})
