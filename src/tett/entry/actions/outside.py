"""Coming in by Feide or ID-porten: they say who somebody is, the school's own lists say what that opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import jwt
from jwt.types import Options

from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.entry.actions.logins import give_login
from tett.entry.queries.providers import about, fetched, keys_of
from tett.entry.rules.tokens import ALGORITHMS, FEIDE, Provider, fault_of, how_of, identity_of, strong_level
from tett.entry.words import (
    NO_ROLE_OUTSIDE,
    NOT_KNOWN_OUTSIDE,
    OUTSIDE_FAILED,
    OUTSIDE_TOO_WEAK,
    TICKET_CLOSED,
    How,
)
from tett.people.models import Login, Person
from tett.people.queries import actor_for
from tett.people.queries.identifiers import person_for
from tett.people.words import IdentifierKind

#: All that is checked is checked by ``fault_of``, with the moment passed.
ONLY_THE_SIGNATURE: Options = {"verify_exp": False, "verify_aud": False, "verify_iat": False, "verify_nbf": False}


@dataclass(frozen=True)
class Arrival:
    """Somebody who came from elsewhere, and what that counts as."""

    login: Login
    how: How


def arrive(provider: Provider, code: str, kept: Mapping[str, str], back: str, *, by: Actor, at: datetime) -> Arrival:
    """Give the login of the one whom the provider names; whoever the school doesn't know gets none."""
    given = _exchanged(provider, code, kept["verifier"], back, by, at)
    claims = _believed(provider, str(given.get("id_token", "")), kept["nonce"], by, at)
    if not strong_level(provider, claims):
        raise Refusal(OUTSIDE_TOO_WEAK)
    person = _person(provider, claims | _asked_for(provider, claims, given, by, at), by)
    return Arrival(_login(person, by, at), how_of(provider, claims))


def _exchanged(provider: Provider, code: str, verifier: str, back: str, by: Actor, at: datetime) -> dict[str, Any]:
    sent = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
    endpoint = about(by, provider, at)["token_endpoint"]
    return fetched(by, "POST", endpoint, data=sent, auth=(provider.client, provider.secret))


def _believed(provider: Provider, token: str, nonce: str, by: Actor, at: datetime) -> dict[str, Any]:
    """Give what a token says, once its signature and all that OpenID Connect asks for hold."""
    try:
        keys = jwt.PyJWKSet.from_dict(keys_of(by, provider, at))
        head = jwt.get_unverified_header(token)
        key = next(key for key in keys.keys if head.get("kid") in {None, key.key_id})
        claims = jwt.decode(token, key, algorithms=list(ALGORITHMS), options=ONLY_THE_SIGNATURE)
    except (jwt.PyJWTError, StopIteration) as fault:
        raise Refusal(OUTSIDE_FAILED) from fault
    if fault_of(claims, provider, nonce, at):
        raise Refusal(OUTSIDE_FAILED)
    return claims


def _asked_for(
    provider: Provider, claims: Mapping[str, Any], given: Mapping[str, Any], by: Actor, at: datetime
) -> dict[str, Any]:
    """Feide keeps its names at an address of their own; what is said there must be about the same one."""
    if provider.key != FEIDE or identity_of(provider, claims):
        return {}
    endpoint = about(by, provider, at).get("userinfo_endpoint", "")
    said = fetched(by, "GET", endpoint, headers={"Authorization": f"Bearer {given.get('access_token', '')}"})
    if said.get("sub") != claims["sub"]:
        raise Refusal(OUTSIDE_FAILED)
    return said


def _person(provider: Provider, claims: Mapping[str, Any], by: Actor) -> Person:
    kind = IdentifierKind.FEIDE if provider.key == FEIDE else IdentifierKind.NATIONAL
    person = person_for(by, kind, identity_of(provider, claims))
    if person is None:
        raise Refusal(NOT_KNOWN_OUTSIDE)
    return person


def _login(person: Person, by: Actor, at: datetime) -> Login:
    """Give the person's login; one is made only for somebody who holds a role today, and it gives none."""
    login = Login.objects.filter(person=person).first()
    if login is None:
        if not actor_for(Login(person=person), by.now).known:
            raise Refusal(NO_ROLE_OUTSIDE)
        return give_login(person, by=by, at=at)
    if not login.is_active:
        raise Refusal(TICKET_CLOSED)
    return login
