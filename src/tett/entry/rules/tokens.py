"""What an ID token from Feide or ID-porten must say before anybody is believed (OpenID Connect Core 3.1.3.7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tett.entry.words import How

FEIDE, IDPORTEN = "feide", "idporten"
#: Signatures that prove who wrote it; never ``none``, and none with a shared secret.
ALGORITHMS = ("RS256", "PS256", "ES256")
#: Clocks differ by so much.
LEEWAY = timedelta(seconds=60)
#: ID-porten's levels that are at least "substantial" (eIDAS, regulation 910/2014 art. 8).
HIGH_ENOUGH = ("idporten-loa-substantial", "idporten-loa-high")
#: What Feide calls a log-in with two steps.
FEIDE_TWO_STEPS = "urn:mace:feide.no:auth:level:fad08:3"
FEIDE_NAME = "https://n.feide.no/claims/eduPersonPrincipalName"
FEIDE_OTHERS = "https://n.feide.no/claims/userid_sec"

Claims = Mapping[str, Any]


@dataclass(frozen=True)
class Provider:
    """Somebody elsewhere who says who people are."""

    key: str
    name: str
    issuer: str
    client: str
    secret: str

    @property
    def scope(self) -> str:
        """Ask for what tells who it is, and nothing more."""
        return "openid userid-feide" if self.key == FEIDE else "openid"


def fault_of(claims: Claims, provider: Provider, nonce: str, at: datetime) -> str:
    """Give what is wrong with a token whose signature holds, in a word for the log; nothing if it may be believed."""
    audience = claims.get("aud")
    several = isinstance(audience, list) and len(audience) > 1
    second = at.timestamp()
    checks = {
        "issuer": claims.get("iss") == provider.issuer,
        "audience": audience == provider.client or (isinstance(audience, list) and provider.client in audience),
        "party": claims.get("azp", "" if several else provider.client) == provider.client,
        "expired": _number(claims, "exp") > second - LEEWAY.total_seconds(),
        "issued": 0 < _number(claims, "iat") <= second + LEEWAY.total_seconds(),
        "nonce": bool(nonce) and claims.get("nonce") == nonce,
        "subject": bool(claims.get("sub")),
    }
    return next((name for name, holds in checks.items() if not holds), "")


def _number(claims: Claims, name: str) -> float:
    value = claims.get(name)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else 0


def strong_level(provider: Provider, claims: Claims) -> bool:
    """Tell whether the level is what the provider's people must have; Feide's may be either."""
    return provider.key == FEIDE or claims.get("acr") in HIGH_ENOUGH


def how_of(provider: Provider, claims: Claims) -> How:
    """Tell what this log-in counts as."""
    if provider.key == IDPORTEN:
        return How.IDPORTEN
    return How.FEIDE_TWO if claims.get("acr") == FEIDE_TWO_STEPS else How.FEIDE


def identity_of(provider: Provider, claims: Claims) -> str:
    """Give what the roster knows somebody by: the Feide name, or the national identity number."""
    if provider.key == IDPORTEN:
        return _text(claims.get("pid"))
    others = claims.get(FEIDE_OTHERS)
    named = [_text(other).removeprefix("feide:") for other in others or [] if _text(other).startswith("feide:")]
    return _text(claims.get(FEIDE_NAME)) or (named[0] if named else "")


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
