"""Secret addresses: made at random, and known again by a keyed hash alone."""

import hashlib
import hmac
import secrets

#: Bytes of a secret: twice what nobody guesses.
SIZE = 32
PURPOSE = b"tett.feeds.secret"


def new_secret() -> str:
    """Make a secret that fits in an address (256 bits)."""
    return secrets.token_urlsafe(SIZE)


def hashed(secret: str, key: str) -> str:
    """Give what is kept of a secret; ``key`` is the installation's."""
    own = hmac.digest(key.encode(), PURPOSE, "sha256")
    return hmac.digest(own, secret.encode("utf-8", "replace"), hashlib.sha256).hex()
