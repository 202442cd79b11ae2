"""The code of the first start."""

from hypothesis import given
from hypothesis import strategies as st

from tett.start.rules import first_code, same_code


def test_the_code_is_easy_to_type_and_hard_to_guess() -> None:
    code = first_code("a secret of fifty characters or more, known to few")
    assert [len(part) for part in code.split("-")] == [4, 4, 4, 4]
    assert code == first_code("a secret of fifty characters or more, known to few")
    assert code != first_code("a secret of fifty characters or more, known to few!")


def test_the_code_is_known_however_it_is_typed() -> None:
    code = first_code("secret")
    assert same_code(code.upper().replace("-", " "), code)
    assert same_code(f" {code} ", code)
    assert not same_code("", code)
    assert not same_code(code[:-1], code)


@given(st.text(max_size=40))
def test_nothing_else_is_the_code(said: str) -> None:
    code = first_code("secret")
    plain = "".join(letter for letter in said.lower() if letter.isalnum())
    assert same_code(said, code) == (plain == code.replace("-", ""))
