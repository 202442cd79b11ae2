"""Passkeys (WebAuthn): the browser signs what we asked it to, and we look whether it did."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast
from urllib.parse import urlsplit

from django.conf import settings
from django.db import IntegrityError, transaction
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialDescriptor,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialType,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.entry.access import may_use_passkey
from tett.entry.actions.warn import warn
from tett.entry.models import Passkey
from tett.entry.queries.factors import credential_ids, factors_of, must_have_factor, passkey_by_id
from tett.entry.words import (
    FACTOR_WAS_ADDED,
    FACTOR_WAS_REMOVED,
    LAST_FACTOR,
    NOT_YOURS,
    PASSKEY_FAILED,
    PASSKEY_KNOWN,
    PASSKEY_UNKNOWN,
)
from tett.people.models import Login, Person

Options = tuple[dict[str, Any], dict[str, Any]]
#: Somebody must open it with a finger, a face or a PIN: then it is two steps in one.
OPENED = UserVerificationRequirement.REQUIRED


def ask_to_make(person: Person, username: str, login: Login | None, *, by: Actor) -> Options:
    """Give what the browser is asked when a passkey is made, and what we must remember of it."""
    user = PublicKeyCredentialUserEntity(id=person.public_id.encode(), name=username, display_name=person.name)
    known = _described(credential_ids(by, login)) if login else []
    asked, kept = _server().register_begin(
        user, known, resident_key_requirement=ResidentKeyRequirement.REQUIRED, user_verification=OPENED
    )
    return dict(asked), dict(kept)


def ask_to_use(login: Login | None, *, by: Actor) -> Options:
    """Give what the browser is asked when a passkey is used; without a login it may be anybody's."""
    known = _described(credential_ids(by, login)) if login else None
    asked, kept = _server().authenticate_begin(known, user_verification=OPENED)
    return dict(asked), dict(kept)


@transaction.atomic
def add_passkey(
    login: Login, name: str, kept: Mapping[str, Any], answer: Mapping[str, Any], *, by: Actor, at: datetime
) -> Passkey:
    """Store a passkey that the browser has made for this login; the caller has found out whose the login is."""
    try:
        made = _server().register_complete(kept, answer).credential_data
    except (ValueError, KeyError, TypeError) as fault:
        raise Refusal(PASSKEY_FAILED) from fault
    if made is None:
        raise Refusal(PASSKEY_FAILED)
    try:
        with transaction.atomic():
            passkey = Passkey.objects.create(
                login=login, name=name.strip()[:60], credential_id=made.credential_id, public=bytes(made), added_at=at
            )
    except IntegrityError as known:
        raise Refusal(PASSKEY_KNOWN) from known
    record("passkey.added", login.person, by=by, at=at)
    warn(login.person, FACTOR_WAS_ADDED, "factor", by=by, at=at)
    return passkey


@transaction.atomic
def use_passkey(kept: Mapping[str, Any], answer: Mapping[str, Any], *, by: Actor, at: datetime) -> Login:
    """Give the login that a passkey opens."""
    try:
        said = AuthenticationResponse.from_dict(answer)
        passkey = passkey_by_id(by, said.raw_id)
        if passkey is None or not passkey.login.is_active:
            raise Refusal(PASSKEY_UNKNOWN)
        _server().authenticate_complete(kept, [AttestedCredentialData(bytes(cast("bytes", passkey.public)))], said)
    except (ValueError, KeyError, TypeError) as fault:
        raise Refusal(PASSKEY_FAILED) from fault
    handle = said.response.user_handle
    if handle and bytes(handle) != passkey.login.person.public_id.encode():
        raise Refusal(PASSKEY_FAILED)
    _count_signs(passkey, said.response.authenticator_data.counter)
    passkey.used_at = at
    passkey.save(update_fields=["used_at", "signs"])
    return passkey.login


def _count_signs(passkey: Passkey, signs: int) -> None:
    """Refuse a key that has signed less than before: there are two of it. Those that are synced always say nought."""
    if (signs or passkey.signs) and signs <= passkey.signs:
        raise Refusal(PASSKEY_FAILED)
    passkey.signs = signs


@transaction.atomic
def rename_passkey(passkey: Passkey, name: str, *, by: Actor, at: datetime) -> None:
    """Call a passkey something else."""
    _ask(passkey, by)
    passkey.name = name.strip()[:60]
    passkey.save(update_fields=["name"])
    record("passkey.renamed", passkey.login.person, by=by, at=at)


@transaction.atomic
def remove_passkey(passkey: Passkey, *, by: Actor, at: datetime) -> None:
    """Use a passkey no longer."""
    _ask(passkey, by)
    if must_have_factor(by) and factors_of(by, passkey.login).number == 1:
        raise Refusal(LAST_FACTOR)
    passkey.delete()
    record("passkey.removed", passkey.login.person, by=by, at=at)
    warn(passkey.login.person, FACTOR_WAS_REMOVED, "factor", by=by, at=at)


def _ask(passkey: Passkey, by: Actor) -> None:
    if not may_use_passkey.allows(by, passkey):
        raise Refusal(NOT_YOURS)


def _server() -> Fido2Server:
    whom = PublicKeyCredentialRpEntity(id=settings.PASSKEY_HOST, name="Tett")
    return Fido2Server(whom, verify_origin=_is_ours)


def _is_ours(origin: str) -> bool:
    """Take answers from our own address; without TLS only on this machine, whatever the port."""
    if origin in settings.CSRF_TRUSTED_ORIGINS:
        return True
    parts = urlsplit(origin)
    return not settings.SESSION_COOKIE_SECURE and parts.hostname == settings.PASSKEY_HOST == "localhost"


def _described(ids: list[bytes]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(type=PublicKeyCredentialType.PUBLIC_KEY, id=found) for found in ids]
