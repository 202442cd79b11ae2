"""What somebody has to come in with."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.conf import settings

from tett.access.rules import Actor
from tett.base.seals import mark, unseal
from tett.entry.access import may_use_passkey
from tett.entry.models import CodeApp, Passkey, RecoveryCode
from tett.entry.rules.factors import needs_two_steps, strong_enough
from tett.people.models import Login


@dataclass(frozen=True)
class Factors:
    """What somebody has besides a password."""

    passkeys: tuple[Passkey, ...]
    app_added_at: datetime | None
    codes_left: int
    has_password: bool

    @property
    def number(self) -> int:
        """Count what counts as a second step; codes on paper are only for when these are gone."""
        return len(self.passkeys) + bool(self.app_added_at)


def factors_of(_actor: object, login: Login) -> Factors:
    """Give what a login has (three queries)."""
    app = CodeApp.objects.filter(login=login).first()
    return Factors(
        passkeys=tuple(Passkey.objects.filter(login=login).order_by("pk")),
        app_added_at=app.added_at if app else None,
        codes_left=RecoveryCode.objects.filter(login=login, used_at__isnull=True).count(),
        has_password=login.has_usable_password(),
    )


def has_factor(_actor: object, login: Login) -> bool:
    """Tell whether a login asks for a second step."""
    return CodeApp.objects.filter(login=login).exists() or Passkey.objects.filter(login=login).exists()


def own_login(actor: Actor) -> Login:
    """Give the login that somebody came in with."""
    return Login.objects.get(pk=actor.login_id or 0)


def own_passkey(actor: Actor, public_id: str) -> Passkey | None:
    """Give one of somebody's own passkeys."""
    return may_use_passkey.filter(actor, Passkey.objects.filter(public_id=public_id)).first()


def must_set_up(actor: Actor, how: str) -> bool:
    """Tell whether somebody's roles ask for two steps, and what they came in with counts as fewer."""
    asked = needs_two_steps(held.role for held in actor.held)
    return asked and not strong_enough(how, demo=settings.DEMO)


def passkey_by_id(_actor: object, credential_id: bytes) -> Passkey | None:
    """Give the passkey with the id that a browser sends."""
    return Passkey.objects.select_related("login__person").filter(credential_id=credential_id).first()


def credential_ids(_actor: object, login: Login) -> list[bytes]:
    """Give the ids of somebody's passkeys, for the browser to look for."""
    return [bytes(found) for found in Passkey.objects.filter(login=login).values_list("credential_id", flat=True)]


def seed_of(_actor: object, app: CodeApp) -> bytes | None:
    """Open the seed of a code app; None when the house's key is another one now."""
    return unseal(bytes(cast("bytes", app.sealed)), "code-app", f"login:{app.login_id}")


def recovery_mark(_actor: object, login: Login, code: str) -> bytes:
    """Give what a code on paper is recognised by."""
    return mark(f"{login.pk}:{code}", "recovery-code")


def must_have_factor(actor: Actor) -> bool:
    """Tell whether somebody's roles ask for two steps."""
    return needs_two_steps(held.role for held in actor.held)
