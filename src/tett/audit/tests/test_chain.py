"""The chain: whatever is done to the lines afterwards shows, with the line named."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.audit.rules import first_break, link_of

Line = tuple[int, str, str, Mapping[str, Any]]
FACTS = st.dictionaries(
    st.text(max_size=5), st.none() | st.booleans() | st.integers() | st.text(max_size=5), max_size=3
)
CONTENTS = st.lists(FACTS, min_size=1, max_size=8)


def chain(contents: list[dict[str, Any]]) -> list[Line]:
    """Chain some lines as the log does."""
    lines: list[Line] = []
    for serial, facts in enumerate(contents, 1):
        last, content = (lines[-1][2] if lines else ""), {"serial": serial, "facts": facts}
        lines.append((serial, last, link_of(last, content), content))
    return lines


def head(lines: list[Line]) -> dict[int, str]:
    """Give what the head knew of the whole chain."""
    return {lines[-1][0]: lines[-1][2]}


def forged(line: Line, **fields: object) -> Line:
    """Change a line, and make its link again."""
    content = {**line[3], **fields}
    return (line[0], line[1], link_of(line[1], content), content)


@given(contents=CONTENTS)
def test_a_chain_that_nobody_touched_is_whole(contents: list[dict[str, Any]]) -> None:
    lines = chain(contents)
    assert first_break(lines, head(lines)) is None


def test_an_empty_log_is_whole() -> None:
    assert first_break([]) is None


@given(contents=CONTENTS, data=st.data())
def test_an_edited_line_is_named(contents: list[dict[str, Any]], data: st.DataObject) -> None:
    lines = chain(contents)
    at = data.draw(st.integers(0, len(lines) - 1))
    serial, last, link, content = lines[at]
    edited = [*lines[:at], (serial, last, link, {**content, "by": 2}), *lines[at + 1 :]]
    assert first_break(edited, head(lines)) == at + 1


@given(contents=CONTENTS, data=st.data())
def test_an_edited_line_with_its_link_made_again_is_found(contents: list[dict[str, Any]], data: st.DataObject) -> None:
    lines = chain(contents)
    at = data.draw(st.integers(0, len(lines) - 1))
    edited = [*lines[:at], forged(lines[at], by=2), *lines[at + 1 :]]
    assert first_break(edited, head(lines)) == min(at + 2, len(lines))


@given(contents=CONTENTS, data=st.data())
def test_a_deleted_line_is_named_the_last_one_too(contents: list[dict[str, Any]], data: st.DataObject) -> None:
    lines = chain(contents)
    at = data.draw(st.integers(0, len(lines) - 1))
    assert first_break(lines[:at] + lines[at + 1 :], head(lines)) == at + 1


@given(contents=CONTENTS, data=st.data())
def test_an_inserted_line_is_named(contents: list[dict[str, Any]], data: st.DataObject) -> None:
    lines = chain(contents)
    at = data.draw(st.integers(0, len(lines) - 1))
    last, content = lines[at][1], {"serial": at + 1, "facts": "new"}
    inserted = [*lines[:at], (at + 1, last, link_of(last, content), content), *lines[at:]]
    assert first_break(inserted, head(lines)) in {at + 1, at + 2}


@given(contents=st.lists(FACTS, min_size=2, max_size=8), data=st.data())
def test_lines_that_changed_places_are_named(contents: list[dict[str, Any]], data: st.DataObject) -> None:
    lines = chain(contents)
    at = data.draw(st.integers(0, len(lines) - 2))
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    assert first_break(lines) == at + 1


@given(contents=CONTENTS, data=st.data())
def test_a_tail_that_was_cut_is_found_where_it_began(contents: list[dict[str, Any]], data: st.DataObject) -> None:
    lines = chain(contents)
    left = data.draw(st.integers(0, len(lines) - 1))
    assert first_break(lines[:left], head(lines)) == left + 1
    assert first_break(lines[:left]) is None


@given(contents=CONTENTS, data=st.data())
def test_a_chain_made_again_from_some_line_is_found_by_a_head_that_was_kept(
    contents: list[dict[str, Any]], data: st.DataObject
) -> None:
    lines = chain(contents)
    at = data.draw(st.integers(0, len(lines) - 1))
    again = chain([*contents[:at], {"made": "again"}, *contents[at + 1 :]])
    assert first_break(again, head(again)) is None
    expected = len(lines) if contents[at] != {"made": "again"} else None
    assert first_break(again, {**head(again), **head(lines)}) == expected


@pytest.mark.parametrize("change", [{"a": 1}, {"a": "1"}, {"b": 1}, {"a": 1, "b": None}, {"a": [1]}])
def test_different_contents_never_share_a_link(change: dict[str, Any]) -> None:
    others: list[dict[str, Any]] = [{}, {"a": 2}, {"a": True}, {"c": 1}]
    assert link_of("", change) not in {link_of("", other) for other in others}
    assert link_of("", change) != link_of("x", change)
