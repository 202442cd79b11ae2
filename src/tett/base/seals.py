"""What only the running house can read or recognise, by keys made from its own (HKDF, AES-GCM, HMAC).

The key is not in the database, so whoever has the database alone reads nothing. What is sealed is bound to the row that
it stands in: moved to another row, it can't be opened.
"""

import hashlib
import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12


def seal(plain: bytes, purpose: str, row: str) -> bytes:
    """Seal some bytes for a purpose, bound to a row."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(_key(settings.SECRET_KEY, purpose)).encrypt(nonce, plain, row.encode())


def unseal(sealed: bytes, purpose: str, row: str) -> bytes | None:
    """Open what was sealed; None when it was changed, moved, or sealed by another key."""
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        try:
            return AESGCM(_key(secret, purpose)).decrypt(sealed[:NONCE], sealed[NONCE:], row.encode())
        except InvalidTag:
            continue
    return None


def mark(text: str, purpose: str) -> bytes:
    """Give what stands for a text: the same each time, and telling nothing of it."""
    return hmac.digest(_key(settings.SECRET_KEY, purpose), text.encode(), hashlib.sha256)


@lru_cache(maxsize=64)
def _key(secret: str, purpose: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=f"tett.{purpose}".encode()).derive(secret.encode())
