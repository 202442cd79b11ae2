"""Changes of the route: looked at first, then done, and undone; nothing before somebody says yes."""

from datetime import date
from typing import Any

import pytest

from tests.cast import NOW
from tett.audit.models import Event
from tett.base.rules import Refusal
from tett.calendar.models import SchoolYear, SpecialDay
from tett.calendar.queries import days_of, layer_of
from tett.calendar.rules import Special
from tett.calendar.words import DayKind, Level, Standing
from tett.people.models import School
from tett.route import words
from tett.route.actions import days, settle
from tett.route.jobs import count, follow
from tett.route.models import Amendment
from tett.route.tests.conftest import LATER, WINTER, Routes
from tett.route.words import Begin, What
from tett.route.words import Standing as Stage
from tett.tasks.models import Task
from tett.tasks.words import State

FREE = Special(DayKind.FREE, date(2027, 5, 7), date(2027, 5, 7), "fridag")
WEEK = Special(DayKind.FREE, date(2027, 4, 12), date(2027, 4, 16), "elevfri uke")


def by(routes: Routes, who: str = "rita") -> dict[str, Any]:
    """Say who acts, and when."""
    return {"by": routes.world.actor(who), "at": NOW}


def winter(routes: Routes) -> SpecialDay:
    """Give the county's winter break."""
    return SpecialDay.objects.get(school_year__calendar=routes.shared, first=WINTER.first)


def tasks() -> list[Any]:
    """Give all tasks as they are stored."""
    return list(Task.objects.order_by("pk").values())


def open_in(first: date, last: date) -> int:
    """Count the open tasks that are due within days."""
    return Task.objects.filter(state=State.OPEN, due__range=(first, last)).count()


def test_a_change_that_touches_tasks_waits_and_writes_nothing(laid: Routes) -> None:
    before = (tasks(), laid.layer())
    row = days.add_day(laid.place(), 2026, WEEK, **by(laid))
    assert row.standing == Stage.PROPOSED
    assert (tasks(), laid.layer()) == before
    (effect,) = row.effects
    assert (effect["cancelled"], effect["name"]) == (3, "Jonsberg vgs")


def test_once_confirmed_the_calendar_and_the_tasks_are_changed_together(laid: Routes) -> None:
    assert open_in(WEEK.first, WEEK.last) == 3
    row = days.add_day(laid.place(), 2026, WEEK, **by(laid))
    done = settle.settle(row, **by(laid))
    assert WEEK in laid.layer().special
    assert open_in(WEEK.first, WEEK.last) == 0
    assert (done.standing, done.followed) == (Stage.DONE, 1)


def test_a_change_that_touches_nothing_is_done_at_once(routes: Routes) -> None:
    row = days.add_day(routes.place(), 2026, FREE, **by(routes))
    assert row.standing == Stage.DONE
    assert FREE in routes.layer().special


def test_undone_everything_is_as_it_was(laid: Routes) -> None:
    layer, before = laid.layer(), open_in(WEEK.first, WEEK.last)
    row = settle.settle(days.add_day(laid.place(), 2026, WEEK, **by(laid)), **by(laid))
    settle.undo(row, **by(laid))
    assert laid.layer() == layer
    assert open_in(WEEK.first, WEEK.last) == before
    with pytest.raises(Refusal, match="avgjort allerede"):
        settle.undo(Amendment.objects.get(), **by(laid))


def test_only_the_newest_change_can_be_undone(routes: Routes) -> None:
    first = days.add_day(routes.place(), 2026, FREE, **by(routes))
    days.add_day(routes.place(), 2026, WEEK, **by(routes))
    with pytest.raises(Refusal, match="endret etter dette"):
        settle.undo(first, **by(routes))
    assert {FREE, WEEK} <= set(routes.layer().special)


def test_a_change_that_was_looked_at_before_another_was_made_is_refused(laid: Routes) -> None:
    place = laid.place()
    row = days.add_day(place, 2026, WEEK, **by(laid))
    settle.settle(days.add_day(place, 2026, FREE, **by(laid, "dag")), **by(laid, "dag"))
    with pytest.raises(Refusal, match="Noen har endret skoleruta"):
        settle.settle(row, **by(laid))
    assert WEEK not in laid.layer().special


def test_what_is_let_go_is_gone_and_what_is_decided_is_decided(laid: Routes) -> None:
    row = settle.drop(days.add_day(laid.place(), 2026, WEEK, **by(laid)), **by(laid))
    assert row.standing == Stage.DROPPED
    for act in (settle.settle, settle.drop):
        with pytest.raises(Refusal, match="avgjort allerede"):
            act(row, **by(laid))


def test_somebodys_new_proposal_takes_the_place_of_the_one_they_left(laid: Routes) -> None:
    left = days.add_day(laid.place(), 2026, WEEK, **by(laid))
    days.add_day(laid.place(), 2026, Special(DayKind.FREE, date(2027, 4, 19), date(2027, 4, 23)), **by(laid))
    left.refresh_from_db()
    assert left.standing == Stage.DROPPED


def test_days_are_changed_and_taken_away(routes: Routes) -> None:
    place = routes.place()
    days.add_day(place, 2026, FREE, **by(routes))
    row = SpecialDay.objects.get(kind=DayKind.FREE)
    later = Special(DayKind.FREE, date(2027, 5, 14), date(2027, 5, 14), "fri")
    days.change_day(place, row, later, **by(routes))
    assert FREE not in routes.layer().special
    days.take_away_day(place, SpecialDay.objects.get(first=later.first), **by(routes))
    assert later not in routes.layer().special
    with pytest.raises(Refusal, match="ikke i skoleruta lenger"):
        days.take_away_day(place, row, **by(routes))


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (Special(DayKind.FREE, date(2027, 5, 8), date(2027, 5, 7)), "Bytt om"),
        (Special(DayKind.BREAK, date(2027, 7, 30), date(2027, 8, 2)), "31. juli"),
        (Special(DayKind.PLANNING, date(2026, 8, 13), date(2026, 8, 14), "to"), "fra før"),
    ],
)
def test_impossible_days_are_refused_with_a_sentence(routes: Routes, day: Special, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        days.add_day(routes.place(), 2026, day, **by(routes))
    assert not Amendment.objects.exists()


@pytest.mark.parametrize("who", ["hanne", "kari", "ola", "guro", "carl"])
def test_others_than_the_leaders_change_nothing_at_the_school(routes: Routes, who: str) -> None:
    with pytest.raises(Refusal, match="bare rektor"):
        days.add_day(routes.place(), 2026, FREE, **by(routes, who))


def test_the_principal_of_another_school_decides_nothing_here(laid: Routes) -> None:
    row = days.add_day(laid.place(), 2026, WEEK, **by(laid))
    with pytest.raises(Refusal, match="bare rektor"):
        settle.settle(row, **by(laid, "petra"))


def test_first_and_last_day_are_the_countys_once_it_has_said_them(routes: Routes) -> None:
    words_: dict[str, Any] = {"standing": Standing.DECIDED, "source": ""}
    with pytest.raises(Refusal, match="kommer fra fylkeskommunens"):
        days.frame_year(
            routes.place(), 2026, date(2026, 8, 18), date(2027, 6, 18), level_starts={}, **words_, **by(routes)
        )
    days.frame_year(
        routes.place(), 2026, None, None, level_starts={Level.VG2: date(2026, 8, 18)}, **words_, **by(routes)
    )
    calendar = routes.world.school.calendar_id
    assert calendar is not None
    found = days_of(None, calendar, 2026)
    assert found is not None
    assert found.level_starts == ((Level.VG2, date(2026, 8, 18)),)


def test_a_school_whose_county_says_nothing_says_it_itself(routes: Routes) -> None:
    SchoolYear.objects.filter(calendar=routes.shared).delete()
    row = days.frame_year(
        routes.place(), 2026, date(2026, 8, 18), date(2027, 6, 17), level_starts={}, standing=Standing.PROPOSED,
        source="Rektor", **by(routes),
    )  # fmt: skip
    assert row.standing == Stage.DONE
    assert routes.layer().first_day == date(2026, 8, 18)


def test_a_school_on_the_countys_own_calendar_gets_one_of_its_own_on_top(laid: Routes) -> None:
    School.objects.filter(pk=laid.world.school.pk).update(calendar=laid.shared)
    place = laid.place()
    assert (place.own, place.shared) == (None, laid.shared)
    days.add_day(place, 2026, FREE, **by(laid))
    own = laid.place().own
    assert own is not None
    assert (own.parent, own.name) == (laid.shared, "Jonsberg vgs")
    assert WINTER in laid.layer("carl").special


# -- the county ------------------------------------------------------------------------------------------------------


def test_the_county_moves_a_break_for_all_its_schools(laid: Routes) -> None:
    assert (open_in(WINTER.first, WINTER.last), open_in(LATER.first, LATER.last)) == (0, 3)
    row = days.change_day(laid.place("carl"), winter(laid), LATER, **by(laid, "carl"))
    assert [(told["name"], told["cancelled"], told["created"], told["lines"]) for told in row.effects] == [
        ("Jonsberg vgs", 3, 3, [])
    ]
    settle.settle(row, **by(laid, "carl"))
    follow.call(row.pk)
    assert open_in(LATER.first, LATER.last) == 0
    assert open_in(WINTER.first, WINTER.last) == 4  # every week, and that of the month
    row.refresh_from_db()
    assert (row.schools, row.followed) == (1, 1)


def test_following_again_changes_nothing(laid: Routes) -> None:
    row = days.change_day(laid.place("carl"), winter(laid), LATER, **by(laid, "carl"))
    settle.settle(row, **by(laid, "carl"))
    follow.call(row.pk)
    before = tasks()
    follow.call(row.pk)
    assert tasks() == before


def test_many_schools_are_counted_by_a_job_and_nobody_decides_before(
    laid: Routes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tett.route.actions.follow.WAITED_FOR", 0)
    row = days.change_day(laid.place("carl"), winter(laid), LATER, **by(laid, "carl"))
    assert (row.counted, row.schools, row.standing) == (0, 1, Stage.PROPOSED)
    with pytest.raises(Refusal, match="regner fortsatt"):
        settle.settle(row, **by(laid, "carl"))
    count.call(row.pk)
    row.refresh_from_db()
    assert (row.counted, len(row.effects)) == (1, 1)
    assert settle.settle(row, **by(laid, "carl")).standing == Stage.DONE


def test_a_county_without_a_calendar_gets_one_that_schools_without_go_by(routes: Routes) -> None:
    world = routes.world
    School.objects.update(calendar=None)
    world.owner.calendar = None
    world.owner.save(update_fields=["calendar"])
    days.begin_year(routes.place("carl"), 2026, Begin.SHIPPED, **by(routes, "carl"))
    world.owner.refresh_from_db()
    assert world.owner.calendar is not None
    assert set(School.objects.values_list("calendar", flat=True)) == {world.owner.calendar_id}


# -- a new year ------------------------------------------------------------------------------------------------------


def test_a_year_is_begun_from_the_one_before(routes: Routes) -> None:
    row = days.begin_year(routes.place("carl"), 2027, Begin.BEFORE, **by(routes, "carl"))
    assert row.what == What.BEGUN
    found = layer_of(None, routes.shared.pk, 2027)
    assert found is not None
    assert (found.first_day, found.last_day) == (date(2027, 8, 23), date(2028, 6, 16))
    assert found.standing == Standing.PROPOSED
    breaks = {day.name: (day.first, day.last) for day in found.special}
    assert breaks["juleferie"] == (date(2027, 12, 20), date(2027, 12, 31))
    assert breaks["vinterferie"] == (date(2028, 2, 21), date(2028, 2, 25))
    assert breaks["påskeferie"] == (date(2028, 4, 10), date(2028, 4, 17))  # Easter Sunday is 16 April 2028


def test_a_year_that_is_begun_on_is_not_begun_again(routes: Routes) -> None:
    with pytest.raises(Refusal, match="begynt på"):
        days.begin_year(routes.place("carl"), 2026, Begin.SHIPPED, **by(routes, "carl"))


def test_there_must_be_something_to_begin_from(routes: Routes) -> None:
    for source, says in ((Begin.BEFORE, "ingen skolerute"), (Begin.EMPTY, "både første og siste")):
        with pytest.raises(Refusal, match=says):
            days.begin_year(routes.place("carl"), 2029, source, **by(routes, "carl"))


def test_undoing_a_beginning_takes_the_year_away_again(routes: Routes) -> None:
    row = days.begin_year(routes.place("carl"), 2027, Begin.BEFORE, **by(routes, "carl"))
    settle.undo(row, **by(routes, "carl"))
    assert layer_of(None, routes.shared.pk, 2027) is None


def test_everything_is_written_down(laid: Routes) -> None:
    row = days.add_day(laid.place(), 2026, WEEK, **by(laid))
    settle.settle(row, **by(laid))
    settle.undo(row, **by(laid))
    names = list(Event.objects.filter(what__startswith="route.").order_by("serial").values_list("what", flat=True))
    assert names == ["route.proposed", "route.done", "route.undone"]
    event = Event.objects.get(what="route.done")
    assert event.facts == {"starts_in": 2026, "what": What.ADDED, "schools": 1}
    assert event.person_id == laid.world.rita.pk


def test_nothing_changed_is_said_so(routes: Routes) -> None:
    row = SpecialDay.objects.get(kind=DayKind.PLANNING)
    same = Special(DayKind.PLANNING, row.first, row.last, row.name)
    with pytest.raises(Refusal, match=str(words.NOTHING_CHANGED)):
        days.change_day(routes.place(), row, same, **by(routes))
