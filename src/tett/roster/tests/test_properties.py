"""Whatever a list says: reading it in twice is reading it in once, and the order of its lines is nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cast import World
from tett.roster.models import Line
from tett.roster.tests.lists import (
    STUDENTS,
    csv,
    everything,
    looked_over,
    read_in,
)

ROWS = st.lists(
    st.tuples(
        st.integers(1, 6),
        st.sampled_from(["Åse", "Bo", "Ola", ""]),
        st.sampled_from(["Ny", "Prøve"]),
        st.sampled_from(["01.05.2010", "31.12.2009", "32.01.2010", ""]),
        st.sampled_from(["1NAA", "1NAB", "1XXA", "9Q"]),
        st.sampled_from(["", "Vg1"]),
        st.sampled_from(["", "Naturbruk", "Ny avdeling"]),
        st.sampled_from(["", "a@b.no"]),
    ),
    max_size=8,
)


def _lines(rows: list[tuple[object, ...]]) -> list[str]:
    return [";".join([*map(str, row), "", ""]) for row in rows] or [";".join(["", "Bare", "Navn", *[""] * 7])]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS)
def test_reading_in_twice_is_reading_in_once(world: World, rows: list[tuple[object, ...]]) -> None:
    data = csv(STUDENTS, *_lines(rows))
    read_in(world, data, end=True, sure=True)
    once = everything(world)
    again = looked_over(world, data)
    assert (again.writes, everything(world)) == (False, once)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=ROWS, shuffled=st.randoms(use_true_random=False))
def test_the_order_of_the_lines_makes_no_difference(
    world: World, rows: list[tuple[object, ...]], shuffled: object
) -> None:
    other = list(rows)
    shuffled.shuffle(other)  # type: ignore[attr-defined] # Hypothesis gives Python's own
    one, two = (looked_over(world, csv(STUDENTS, *_lines(some))) for some in (rows, other))
    fields = ("added", "changed", "ended", "odd", "same", "absent", "writes")
    assert [getattr(one, name) for name in fields] == [getattr(two, name) for name in fields]
    said = [
        sorted((r.name, r.where, r.kind, [m for m, _ in r.told]) for r in Line.objects.filter(imported=i))
        for i in (one, two)
    ]
    assert said[0] == said[1]
