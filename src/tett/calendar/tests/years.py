"""School years to test with: the real ones that Tett ships, and any that can be thought of."""

import json
from datetime import date, timedelta
from importlib.resources import files

from hypothesis import strategies as st

from tett.calendar.rules import Days, Layer, Schedule, Special, lay
from tett.calendar.words import DayKind, Level, Rhythm


def shipped(starts_in: int, *more: Special, level_starts: tuple[tuple[Level, date], ...] = ()) -> Days:
    """Give a shipped school year, with more days on top."""
    data = json.loads(files("tett.calendar").joinpath("data/innlandet.json").read_text("utf-8"))
    route = next(year for year in data["years"] if year["starts_in"] == starts_in)
    first, last = date.fromisoformat(route["first_day"]), date.fromisoformat(route["last_day"])
    days = tuple(
        Special(DayKind(day["kind"]), date.fromisoformat(day["first"]), date.fromisoformat(day["last"]), day["name"])
        for day in route["days"]
    )
    found = lay(starts_in, [Layer(first, last, level_starts, (*days, *more))])
    assert found is not None
    return found


@st.composite
def any_year(draw: st.DrawFn) -> Days:
    """Draw a school year from twenty days to eleven months long, with whatever breaks and days it may have."""
    starts_in = draw(st.integers(2015, 2040))
    first = date(starts_in, 8, 3) + timedelta(days=draw(st.integers(0, 40)))
    last = first + timedelta(days=draw(st.integers(20, 315)))
    special = draw(st.lists(_special(first, last), max_size=8))
    starts = draw(st.dictionaries(st.sampled_from(Level), st.integers(-5, 10), max_size=3))
    level_starts = tuple(sorted((level, first + timedelta(days=shift)) for level, shift in starts.items()))
    days = lay(starts_in, [Layer(first, last, level_starts, tuple(special))])
    assert days is not None
    return days


@st.composite
def _special(draw: st.DrawFn, first: date, last: date) -> Special:
    begins = draw(st.dates(first - timedelta(days=14), last))
    length = draw(st.sampled_from((0, 0, 0, 1, 4, 6, 13)))
    return Special(draw(st.sampled_from(DayKind)), begins, begins + timedelta(days=length))


def any_schedule() -> st.SearchStrategy[Schedule]:
    """Draw a schedule, sound or not."""
    return st.builds(
        Schedule,
        rhythm=st.sampled_from(Rhythm),
        every=st.integers(0, 60),
        times=st.integers(0, 60),
        months=st.lists(st.tuples(st.integers(0, 13), st.integers(1, 12)), max_size=3).map(tuple),
        weeks=st.lists(st.tuples(st.integers(1, 54), st.integers(1, 53)), max_size=3).map(tuple),
        month=st.integers(0, 12),
        day=st.integers(0, 31),
    )
