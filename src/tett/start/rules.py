"""The code that proves who starts Tett, and how far a school has come. No Django, no database, no clock."""

import hashlib
import hmac
from base64 import b32encode
from dataclasses import dataclass

from tett.start.words import Come

#: 80 bits: nobody tries their way to it.
CODE_BYTES, GROUP = 10, 4


def first_code(secret: str) -> str:
    """Give the code of an installation: only somebody who holds its secret key, or its terminal, can know it."""
    digest = hmac.new(secret.encode(), b"tett.start.first", hashlib.sha256).digest()[:CODE_BYTES]
    letters = b32encode(digest).decode().lower()
    return "-".join(letters[at : at + GROUP] for at in range(0, len(letters), GROUP))


def same_code(said: str, code: str) -> bool:
    """Compare however it is typed, in the same time whatever differs."""
    plain = "".join(letter for letter in said.lower() if letter.isalnum())
    return hmac.compare_digest(plain.encode(), code.replace("-", "").encode())


@dataclass(frozen=True)
class Facts:
    """What a school has, as numbers."""

    phone: bool = False
    principals: int = 0
    departments: int = 0
    headless: int = 0
    school_days: int = 0
    students: int = 0
    staff: int = 0
    classes: int = 0
    without_teacher: int = 0
    adopted: int = 0
    draft: int = 0
    laid_out: int = 0
    staff_inside: int = 0


def come(*, done: bool, begun: bool = False) -> Come:
    """Say how far something has come."""
    return Come.DONE if done else Come.BEGUN if begun else Come.LEFT
