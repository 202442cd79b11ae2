"""Codes from an app: six digits that change each half minute (RFC 6238)."""

from base64 import b32encode

from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from cryptography.hazmat.primitives.twofactor.totp import TOTP

SEED_BYTES, DIGITS, SECONDS = 20, 6, 30
#: Codes of the half minute before and after are taken too: clocks differ, and people type slowly.
AROUND = (0, -1, 1)
#: RFC 6238's own and the only one all apps know; what is weak about SHA-1 doesn't touch HMAC.
ALGORITHM = SHA1()  # noqa: S303 - as said above # nosec B303 - as said above


def code_at(seed: bytes, second: int) -> str:
    """Give the code that the app shows at a second since 1970."""
    return HOTP(seed, DIGITS, ALGORITHM).generate(second // SECONDS).decode()


def step_of(seed: bytes, code: str, second: int, after: int) -> int | None:
    """Give the half minute that a code is from; None if it is wrong, too old, or not later than the last one used."""
    typed = "".join(code.split())
    for around in AROUND:
        step = second // SECONDS + around
        if step > after and _same(HOTP(seed, DIGITS, ALGORITHM), typed, step):
            return step
    return None


def _same(hotp: HOTP, typed: str, step: int) -> bool:
    return typed.isascii() and typed == hotp.generate(step).decode()


def as_address(seed: bytes, whose: str) -> str:
    """Give the address that an app reads from the square."""
    return TOTP(seed, DIGITS, ALGORITHM, SECONDS).get_provisioning_uri(whose, "Tett")


def as_text(seed: bytes) -> str:
    """Give the seed for those who type it: groups of four."""
    text = b32encode(seed).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))
