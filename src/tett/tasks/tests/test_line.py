"""A task as it is drawn: what people wrote is text, and each button works once."""

from dataclasses import replace
from datetime import date

import pytest

from tett.tasks.queries import Row
from tett.tasks.templatetags.tasks import task_line
from tett.tasks.words import State, Time

EVIL = '<script>"&'
ROW = Row(
    public_id="t1",
    address="/oppgaver/t1/",
    title="Løfte",
    whom="1NAA",
    when="i dag",
    time=Time.THIS_WEEK,
    state=State.OPEN,
    number=1,
    one_tap=True,
    act="Gjort",
    why="",
    who="Kari Lind",
    who_id="p1",
    hole=False,
    due=date(2026, 9, 14),
)


@pytest.mark.parametrize("one_tap", [True, False])
def test_what_people_wrote_is_text_and_never_a_tag(one_tap: bool) -> None:
    row = replace(ROW, title=EVIL, whom=EVIL, when=EVIL, why=EVIL, act=EVIL, address=EVIL, one_tap=one_tap)
    line = task_line(row)
    assert "<script" not in line
    assert line.count("&lt;script&gt;&quot;&amp;") == (10 if one_tap else 9)


def test_a_button_carries_a_key_of_its_own_each_time_it_is_drawn() -> None:
    first, second = task_line(ROW), task_line(ROW)
    assert 'formaction="/oppgaver/t1/gjort/"' in first
    assert first != second


def test_what_needs_writing_is_a_way_to_its_page_and_not_a_button() -> None:
    line = task_line(replace(ROW, one_tap=False))
    assert "<button" not in line
    assert line.count('href="/oppgaver/t1/"') == 2


def test_what_is_late_looks_late_and_nothing_is_said_of_nobody() -> None:
    assert 'class="task task-late"' in task_line(replace(ROW, time=Time.LATE))
    assert "task-whom" not in task_line(replace(ROW, whom=""))
