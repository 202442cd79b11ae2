"""How a name is found, however it is written: case, accents, æøå and double letters make no difference."""

import re
import unicodedata

#: Letters that no accent can be taken off.
ALIKE = {"æ": "a", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ß": "ss"}
_ALIKE = str.maketrans(ALIKE)
#: æ and å written as two letters, and ø.
_PAIRS = re.compile("(?<=a)[ae]+|(?<=o)e+")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
#: More words than anybody has names only slow the search down.
MOST_WORDS = 6
#: Three names of the length that the table takes, and a little more since some letters become two.
LONGEST = 260


def fold(text: str) -> str:
    """Give what is left of a text when only its bare letters count."""
    letters = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _BETWEEN_WORDS.sub(" ", bare.translate(_ALIKE)).strip()
    return _PAIRS.sub("", words)


def found_by(given: str, preferred: str, family: str) -> str:
    """Give the words that somebody is found by, each after a space, so that the start of a word can be asked for."""
    return f" {fold(f'{given} {preferred} {family}')}"[:LONGEST]


def words_of(asked: str) -> tuple[str, ...]:
    """Give the words of a search, each of which must begin one of somebody's names."""
    return tuple(fold(asked).split()[:MOST_WORDS])
