"""Norwegian order: æ, ø, å last, aa as å, accents beside their letter.

Databases differ in how they sort, so names are stored with a key of our own.
"""

import unicodedata

#: Letters that come after z, in order; each becomes something that sorts there in plain byte order.
LAST = {"æ": "z1", "ä": "z1", "ø": "z2", "ö": "z2", "å": "z3"}


def sort_key(name: str) -> str:
    """Give a key that sorts a name as Norwegians expect, whatever compares it."""
    plain = unicodedata.normalize("NFC", name).casefold().replace("aa", "å")
    return "".join(LAST.get(letter) or _bare(letter) for letter in plain)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
