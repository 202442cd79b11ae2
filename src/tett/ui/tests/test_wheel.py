"""The wheel is a true picture: days at their angles, nothing over something else, nothing outside."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from math import dist, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tett.ui.charts.wheel import INNER, MIDDLE, OUTER, SIZE, Dial, Mark, Ring, Thing, Wheel, Word, curve, sector, wheel
from tett.ui.templatetags.wheel import wheel_things, wheel_weeks

MONTHS = ["A", "S", "O", "N", "D", "J", "F", "M", "A", "M", "J", "J"]
YEAR = 2026
FIRST = date(YEAR, 8, 1)


def thing(*marks: tuple[date, date], tag: str = "K1") -> Thing:
    """Make something that happens at these times."""
    made = tuple(Mark(starts, ends, "noe", "open") for starts, ends in marks)
    return Thing(tag, "Noe", "/noe/", ("K1", "Noe"), made)


def draw(*things: Thing, today: date | None = None) -> Wheel:
    """Draw a wheel with one ring."""
    return wheel(YEAR, [Ring("Lærerne", things)], MONTHS, [], today)


@pytest.mark.parametrize(
    ("day", "turn"),
    [
        (date(2026, 8, 1), 0.0),
        (date(2026, 10, 31), 91 / 365),
        (date(2027, 1, 30), 182 / 365),
        (date(2026, 7, 1), 0.0),
        (date(2027, 9, 1), 1.0),
    ],
)
def test_a_day_has_its_angle_from_august_at_the_top(day: date, turn: float) -> None:
    assert Dial(YEAR).angle(day) == pytest.approx(2 * pi * turn)


def test_a_leap_year_has_a_day_more() -> None:
    assert Dial(2027).days == 366


def test_short_marks_are_dots_and_long_ones_arcs() -> None:
    (drawn,) = draw(thing((FIRST, FIRST), (FIRST, FIRST + timedelta(days=30)))).bands[0].things
    assert (len(drawn.dots), len(drawn.arcs)) == (1, 1)


def test_what_is_at_different_times_shares_a_lane_and_what_is_at_the_same_does_not() -> None:
    early = thing((FIRST, FIRST + timedelta(days=20)), tag="A")
    late = thing((FIRST + timedelta(days=40), FIRST + timedelta(days=60)), tag="B")
    apart, over = draw(early, late).bands[0], draw(early, early).bands[0]
    assert over.width == 2 * apart.width


def test_the_hand_points_at_today_and_is_left_out_without_a_day() -> None:
    hand = draw(thing((FIRST, FIRST)), today=date(2027, 1, 30)).hand
    assert hand is not None
    assert hand.y2 > MIDDLE + OUTER - 1
    assert hand.x2 == pytest.approx(MIDDLE, abs=8)
    assert draw(thing((FIRST, FIRST))).hand is None


def test_weeks_are_numbered_all_the_way_round() -> None:
    weeks = [word.text for word in draw(thing((FIRST, FIRST))).weeks]
    assert weeks[:2] == ["32", "33"]
    assert len(weeks) == len(set(weeks)) == 52


def test_months_below_the_middle_are_not_upside_down() -> None:
    for month in draw(thing((FIRST, FIRST))).months:
        x1, x2 = _ends(month.path)
        assert x1[0] < x2[0] + 60


def test_a_break_covers_all_rings_and_closes() -> None:
    path = sector(Dial(YEAR), Mark(date(2026, 10, 5), date(2026, 10, 9), "høstferie", ""))
    assert path.startswith("M")
    assert path.endswith("Z")
    assert f"A{OUTER} {OUTER}" in path
    assert f"A{INNER} {INNER}" in path


def test_a_whole_year_is_drawn_and_not_nothing() -> None:
    path = Dial(YEAR).arc(FIRST, date(2027, 7, 31), 200)
    begin, end = _ends(path)
    assert begin != end
    assert " 0 1 1 " in path


def test_a_curve_runs_the_way_it_is_asked() -> None:
    assert _ends(curve(1, 2, 100)) == _ends(curve(2, 1, 100))[::-1]


def _ends(path: str) -> tuple[tuple[float, float], tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", path)]
    return (numbers[0], numbers[1]), (numbers[-2], numbers[-1])


def test_no_rings_and_an_empty_ring_can_be_drawn() -> None:
    assert wheel(YEAR, [], MONTHS, [], None).bands == ()
    assert wheel(YEAR, [Ring("Tom", ())], MONTHS, [], None).bands[0].things == ()


@st.composite
def _things(draw: st.DrawFn) -> list[Thing]:
    marks = st.tuples(st.integers(0, 330), st.integers(0, 40)).map(
        lambda pair: (FIRST + timedelta(days=pair[0]), FIRST + timedelta(days=sum(pair)))
    )
    found = draw(st.lists(st.lists(marks, min_size=1, max_size=4), min_size=1, max_size=8))
    return [thing(*own, tag=f"X{n}") for n, own in enumerate(found)]


@settings(max_examples=60, deadline=None)
@given(_things(), _things())
def test_everything_lies_within_its_ring_and_dots_of_different_things_never_touch(
    one: list[Thing], other: list[Thing]
) -> None:
    drawn = wheel(YEAR, [Ring("A", tuple(one)), Ring("B", tuple(other))], MONTHS, [], None)
    for band in drawn.bands:
        inner, outer = band.radius - band.width / 2, band.radius + band.width / 2
        assert INNER - 0.01 <= inner < outer <= OUTER + 0.01 < SIZE / 2
        dots = [(dot, t.thing.tag) for t in band.things for dot in t.dots]
        for dot, _tag in dots:
            assert inner + dot.size <= dist((dot.x, dot.y), (MIDDLE, MIDDLE)) + 0.01 <= outer - dot.size + 0.02
        for (a, tag), (b, another) in combinations(dots, 2):
            if tag != another:
                assert dist((a.x, a.y), (b.x, b.y)) >= (a.size + b.size) * 0.82


def test_what_people_wrote_is_text_on_the_wheel_and_never_a_tag() -> None:
    evil = '<script>"&'
    mark = Mark(FIRST, FIRST, evil, evil)
    (drawn,) = (
        draw(Thing(evil, evil, evil, (evil,), (mark, replace(mark, ends=FIRST + timedelta(days=30))))).bands[0].things
    )
    written = wheel_things([drawn])
    assert "<script" not in written
    assert written.count("&lt;script&gt;&quot;&amp;") == 8
    assert wheel_weeks([Word(evil, 1.0, 2.0)]) == (
        '<text class="wheel-week" x="1.0" y="2.0" text-anchor="middle" dominant-baseline="central">'
        "&lt;script&gt;&quot;&amp;</text>"
    )


@pytest.mark.parametrize(
    ("state", "shape"), [("late", "0-1 1 0"), ("on_track", "wheel-half"), ("done", '<circle r=".82"/></g>')]
)
def test_states_differ_in_shape_and_not_only_in_colour(state: str, shape: str) -> None:
    (drawn,) = draw(Thing("K1", "Noe", "/", (), (Mark(FIRST, FIRST, "", state),))).bands[0].things
    assert shape in wheel_things([drawn])
