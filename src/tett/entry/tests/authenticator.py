"""A passkey in software, for what a real browser wouldn't do: lie."""

import json
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData

ORIGIN = "http://localhost:8000"
FLAG = AuthenticatorData.FLAG
PRESENT, VERIFIED, ATTESTED = FLAG.UP, FLAG.UV, FLAG.AT
AAGUID = b"\0" * 16


class Authenticator:
    """One key of one person; what it says can be changed to something untrue."""

    def __init__(self, credential_id: bytes = b"c" * 16, host: str = "localhost") -> None:
        """Make a key."""
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.credential_id, self.host, self.signs = credential_id, host, 0
        self.flags = PRESENT | VERIFIED

    def make(self, asked: dict[str, Any], origin: str = ORIGIN) -> str:
        """Answer as a browser that has made the key."""
        key: ES256 = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call] # the library's
        public = AttestedCredentialData.create(AAGUID, self.credential_id, key)
        data = AuthenticatorData.create(self._host(), self.flags | ATTESTED, self.signs, public)
        said = _client("webauthn.create", asked["challenge"], origin)
        made = AttestationObject.create("none", data, {})
        return self._answer({"clientDataJSON": _text(said), "attestationObject": _text(bytes(made))})

    def use(self, asked: dict[str, Any], origin: str = ORIGIN, handle: str | None = None) -> str:
        """Answer as a browser whose key has signed."""
        self.signs += 1
        data = AuthenticatorData.create(self._host(), self.flags, self.signs)
        said = _client("webauthn.get", asked["challenge"], origin)
        signature = self.key.sign(bytes(data) + sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._answer({
            "clientDataJSON": _text(said), "authenticatorData": _text(bytes(data)), "signature": _text(signature),
            "userHandle": _text(handle.encode()) if handle else None,
        })  # fmt: skip

    def _host(self) -> bytes:
        return sha256(self.host.encode()).digest()

    def _answer(self, response: dict[str, str | None]) -> str:
        text = _text(self.credential_id)
        return json.dumps({"id": text, "rawId": text, "type": "public-key", "response": response})


def _client(kind: str, challenge: str, origin: str) -> bytes:
    return json.dumps({"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": False}).encode()


def _text(data: bytes) -> str:
    return websafe_encode(data)
