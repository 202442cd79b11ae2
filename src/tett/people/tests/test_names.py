"""How names are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tett.people.rules.names import LONGEST, MOST_WORDS, fold, found_by, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Østby", "ostby"),
        ("ØSTBY", "Oestby"),
        ("Åse", "aase"),
        ("A\u030ase", "ase"),
        ("Sæther", "saether"),
        ("Sæther", "sather"),
        ("André", "andre"),
        ("Čehić", "cehic"),
        ("Łukasz", "lukasz"),
        ("Anne-Marie", "anne marie"),
        ("O'Brien", "o brien"),
    ],
)
def test_a_name_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_one_is_found_by_every_name_one_has() -> None:
    words = found_by("Ola Magnus", "Olea", "Østby-Aas")
    assert all(f" {fold(word)}" in words for word in ("ola", "magnus", "olea", "østby", "Aas", "as"))


@pytest.mark.parametrize("asked", ["", "   ", "%", "_", "-'", "\x00"])
def test_what_holds_no_letter_asks_for_nothing(asked: str) -> None:
    assert words_of(asked) == ()


def test_a_very_long_search_is_cut() -> None:
    assert len(words_of("ola " * 500)) == MOST_WORDS


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_what_is_kept_always_fits_and_holds_no_sign_that_a_database_reads(a: str, b: str, c: str) -> None:
    words = found_by(a, b, c)
    assert len(words) <= LONGEST
    assert not set(words) & set("%_\\'\x00")
    assert fold(words) == words.strip()


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
