"""Codes that people read from paper and type: no letter that looks like a digit."""

from collections.abc import Mapping
from datetime import timedelta

from tett.entry.words import Purpose

#: Crockford's base 32: I, L, O and U are left out.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKS_LIKE = str.maketrans("OIL", "011")
#: 60 bits: enough where each try is a request and the code opens once.
TYPED, GROUP = 12, 4
#: 130 bits, for links, which nobody types.
LINKED = 26
RECOVERY_CODES = 10
#: How long each kind of ticket opens.
OPENS: Mapping[str, timedelta] = {
    Purpose.MAIL: timedelta(days=14),
    Purpose.PAPER: timedelta(days=14),
    Purpose.FORGOTTEN: timedelta(hours=1),
    Purpose.OPERATOR: timedelta(hours=24),
}


def code_of(random: bytes, length: int) -> str:
    """Write the first bits of some random bytes as a code."""
    number = int.from_bytes(random)
    return "".join(LETTERS[number >> 5 * at & 31] for at in range(length))


def grouped(code: str) -> str:
    """Write a code so that it can be read aloud."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def as_code(typed: str) -> str:
    """Read a code as somebody types it: small letters, spaces, and an O for a zero."""
    return "".join(letter for letter in typed.upper().translate(LOOKS_LIKE) if letter in LETTERS)


def length_for(purpose: str) -> int:
    """Give how long a ticket's code is: short only where somebody must type it."""
    return TYPED if purpose == Purpose.PAPER else LINKED
