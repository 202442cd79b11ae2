"""How the names and numbers that other systems know people by are written, so that the same is always equal."""

import re

FEIDE = re.compile(r"[a-z0-9._%+-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+")
#: What FINT, OneRoster and schools call somebody: letters, digits and the signs they put between.
PLAIN = re.compile(r"[\w.:/@+-]{1,120}")
FIRST, SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def feide_name(raw: str) -> str | None:
    """Give a Feide name in lower case, or None; Feide's own ``feide:`` in front is left out."""
    name = raw.strip().lower().removeprefix("feide:")
    return name if FEIDE.fullmatch(name) else None


def national_number(raw: str) -> str | None:
    """Give the eleven digits of a national identity number whose check digits are right, or None.

    D-numbers count as well, and the made-up numbers that tests of public systems use (months from 41 and 81): the
    digits of control are the same for all of them.
    """
    digits = "".join(raw.split())
    if len(digits) != len(SECOND) or not (digits.isascii() and digits.isdigit()):
        return None
    numbers = [int(digit) for digit in digits]
    # The sum with the control digit itself is a multiple of eleven.
    rest = [sum(w * n for w, n in zip(weights, numbers, strict=False)) % 11 for weights in (FIRST, SECOND)]
    return digits if rest == [0, 0] else None


def plain(raw: str) -> str | None:
    """Give an id or number as it is written, without surrounding blanks, or None."""
    value = raw.strip()
    return value if PLAIN.fullmatch(value) else None
