"""Feide and ID-porten, as the environment names them, and what they say of themselves."""

import base64
import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from django.conf import settings

from tett.base.rules import Refusal
from tett.entry.rules.tokens import HIGH_ENOUGH, IDPORTEN, Provider
from tett.entry.words import OUTSIDE_SILENT

TIMEOUT = 5
BIGGEST = 200_000
#: How long what a provider says of itself, and its keys, are believed without asking again.
ABOUT_SECONDS, KEYS_SECONDS = 3600, 60
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Journey:
    """Where to send somebody, and what to remember until they come back."""

    address: str
    kept: dict[str, str]


def providers(_actor: object) -> list[Provider]:
    """Give those who are set up."""
    return [Provider(**row) for row in settings.PROVIDERS]


def provider_of(actor: object, key: str) -> Provider | None:
    """Give one, if it is set up."""
    return next((provider for provider in providers(actor) if provider.key == key), None)


def about(_actor: object, provider: Provider, at: datetime) -> dict[str, Any]:
    """Give what a provider says of itself; refused if it says it is somebody else."""
    return _about(provider.issuer, int(at.timestamp()) // ABOUT_SECONDS)


def keys_of(actor: object, provider: Provider, at: datetime) -> dict[str, Any]:
    """Give the keys that a provider signs with."""
    return _keys(about(actor, provider, at)["jwks_uri"], int(at.timestamp()) // KEYS_SECONDS)


def journey(actor: object, provider: Provider, back: str, at: datetime, *, again: bool = False) -> Journey:
    """Make the address to send somebody to (authorization code, PKCE, state and nonce)."""
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {
        "response_type": "code", "client_id": provider.client, "redirect_uri": back, "scope": provider.scope,
        "state": state, "nonce": nonce, "code_challenge": challenge, "code_challenge_method": "S256",
    }  # fmt: skip
    if provider.key == IDPORTEN:
        asked["acr_values"] = HIGH_ENOUGH[0]
    if again:
        asked |= {"prompt": "login", "max_age": "0"}
    to = about(actor, provider, at)["authorization_endpoint"]
    address = f"{to}{'&' if urlsplit(to).query else '?'}{urlencode(asked)}"
    return Journey(address, {"provider": provider.key, "state": state, "nonce": nonce, "verifier": verifier})


def way_out(actor: object, provider: Provider, back: str, at: datetime) -> str:
    """Give where somebody logs out of the provider too; nothing if it has no such place or doesn't answer."""
    try:
        end = about(actor, provider, at).get("end_session_endpoint", "")
    except Refusal:
        return ""
    asked = urlencode({"client_id": provider.client, "post_logout_redirect_uri": back})
    return f"{end}?{asked}" if end and _safe(end) else ""


def _safe(address: str) -> bool:
    """Tell whether an address may be asked: over TLS, or on this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def fetched(_actor: object, method: str, address: str, **more: Any) -> dict[str, Any]:
    """Ask a provider; refused with a sentence when it doesn't answer as it should."""
    try:
        answer = requests.request(method, address, timeout=TIMEOUT, allow_redirects=False, **more)
        found = answer.json() if answer.ok and len(answer.content) < BIGGEST else None
    except (requests.RequestException, ValueError):
        found = None
    if not isinstance(found, dict):
        raise Refusal(OUTSIDE_SILENT)
    return found


@lru_cache(maxsize=8)
def _about(issuer: str, _hour: int) -> dict[str, Any]:
    said = fetched(None, "GET", f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    if said.get("issuer") != issuer or not all(_safe(str(said.get(name, ""))) for name in ENDPOINTS):
        raise Refusal(OUTSIDE_SILENT)
    return said


@lru_cache(maxsize=8)
def _keys(address: str, _minute: int) -> dict[str, Any]:
    return fetched(None, "GET", address)
