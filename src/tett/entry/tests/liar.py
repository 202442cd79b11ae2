"""A provider of log-ins on this machine that lies as it is told to; the honest one is a library's."""

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

from tett.base.clock import real_now


@dataclass
class Liar:
    """What it says: ``claims`` are added to an honest token, ``lie`` names what is wrong with how it is signed."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    userinfo: dict[str, Any] = field(default_factory=dict)
    lie: str = ""
    asked: dict[str, str] = field(default_factory=dict)
    sent: dict[str, str] = field(default_factory=dict)
    key: rsa.RSAPrivateKey = field(default_factory=lambda: rsa.generate_private_key(65537, 2048))

    def answer(self, path: str, sent: dict[str, str]) -> dict[str, Any]:
        """Answer one question."""
        if path.startswith("/.well-known"):
            return {
                "issuer": self.issuer, "jwks_uri": f"{self.issuer}/keys",
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token", "userinfo_endpoint": f"{self.issuer}/userinfo", **self.about,
            }  # fmt: skip
        if path == "/keys":
            return {"keys": [{**RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True), "kid": "one", "use": "sig"}]}
        if path == "/userinfo":
            return {"sub": "s", **self.userinfo}
        self.sent = sent
        return {"id_token": self.token(), "access_token": "a", "token_type": "Bearer"}

    def token(self) -> str:
        """Write a token."""
        second = int(real_now().timestamp())
        claims = {
            "iss": self.issuer, "aud": "tett", "sub": "s", "iat": second, "exp": second + 300,
            "nonce": self.asked.get("nonce"), **self.claims,
        }  # fmt: skip
        head = {"kid": "other" if self.lie == "kid" else "one"}
        if self.lie == "unsigned":
            return jwt.encode(claims, "", algorithm="none", headers=head)
        if self.lie == "shared":
            return jwt.encode(claims, "a shared secret that is long enough", algorithm="HS256", headers=head)
        key = rsa.generate_private_key(65537, 2048) if self.lie == "key" else self.key
        token = jwt.encode(claims, key, algorithm="RS256", headers=head)
        return token[:-6] + "AAAAAA" if self.lie == "changed" else token

    def goes(self, address: str) -> str:
        """Take somebody who was sent here, and give where they are sent back to."""
        self.asked = dict(parse_qsl(urlsplit(address).query))
        return f"{urlsplit(self.asked['redirect_uri']).path}?code=c&state={self.asked['state']}"

    @property
    def proves_the_challenge(self) -> bool:
        """Tell whether what was sent with the code is what the challenge was made of (PKCE)."""
        made = urlsafe_b64encode(sha256(self.sent["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        return self.asked["code_challenge_method"] == "S256" and made == self.asked["code_challenge"]


@contextmanager
def lying() -> Iterator[Liar]:
    """Let it answer on a port of this machine."""
    liar = Liar()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say({})

        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            self._say(dict(parse_qsl(self.rfile.read(size).decode())))

        def _say(self, sent: dict[str, str]) -> None:
            said = json.dumps(liar.answer(self.path, sent)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    liar.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield liar
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
