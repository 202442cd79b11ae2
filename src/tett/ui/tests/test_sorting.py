"""Names in Norwegian order, whatever compares the keys."""

import pytest

from tett.ui.sorting import sort_key


def test_names_come_as_norwegians_expect() -> None:
    names = ["Ali", "Anne", "Émile", "Erik", "Zara", "Zita", "Zoe", "Ægir", "Østen", "Øystein", "Aadne", "Åse"]
    assert sorted(set(names), key=sort_key) == names


@pytest.mark.parametrize(
    ("one", "other"), [("Aase", "Åse"), ("åse", "ÅSE"), ("Ossian", "ossian"), ("Öst", "Øst"), ("Élise", "Elise")]
)
def test_the_same_name_written_otherwise_stands_beside(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


def test_a_letter_put_together_of_two_is_the_same_letter() -> None:
    assert sort_key("A\u030ase") == sort_key("Åse")
