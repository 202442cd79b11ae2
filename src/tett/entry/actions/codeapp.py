"""The second step: a code from an app, or one from paper."""

from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.base.seals import seal
from tett.entry.actions.attempts import ask_to_wait, count, start_afresh
from tett.entry.actions.warn import warn
from tett.entry.models import CodeApp, RecoveryCode
from tett.entry.queries.factors import factors_of, must_have_factor, recovery_mark, seed_of
from tett.entry.rules.codes import as_code
from tett.entry.rules.totp import step_of
from tett.entry.words import (
    FACTOR_WAS_ADDED,
    FACTOR_WAS_REMOVED,
    LAST_FACTOR,
    NOT_YOURS,
    WRONG_APP_CODE,
    WRONG_CODE,
    How,
)
from tett.people.models import Login


@transaction.atomic
def add_app(login: Login, seed: bytes, code: str, *, by: Actor, at: datetime) -> CodeApp:
    """Take an app into use, once it has shown that it gives the right code; an earlier one is let go."""
    if login.pk != by.login_id:
        raise Refusal(NOT_YOURS)
    step = step_of(seed, code, int(at.timestamp()), 0)
    if step is None:
        raise Refusal(WRONG_APP_CODE)
    sealed = seal(seed, "code-app", f"login:{login.pk}")
    app, _made = CodeApp.objects.update_or_create(
        login=login, defaults={"sealed": sealed, "last_step": step, "added_at": at, "used_at": None}
    )
    record("code_app.added", login.person, by=by, at=at)
    warn(login.person, FACTOR_WAS_ADDED, "factor", by=by, at=at)
    return app


@transaction.atomic
def remove_app(login: Login, *, by: Actor, at: datetime) -> None:
    """Use the app no longer."""
    if login.pk != by.login_id:
        raise Refusal(NOT_YOURS)
    if must_have_factor(by) and factors_of(by, login).number == 1:
        raise Refusal(LAST_FACTOR)
    if CodeApp.objects.filter(login=login).delete()[0]:
        record("code_app.removed", login.person, by=by, at=at)
        warn(login.person, FACTOR_WAS_REMOVED, "factor", by=by, at=at)


def try_code(login: Login, typed: str, *, address: str, by: Actor, at: datetime) -> How:
    """Take a code from the app or from paper, once; a wrong one is counted even though it is refused."""
    name = f"second:{login.pk}"
    ask_to_wait(name, address, by=by, at=at)
    how = _used(login, typed, by, at)
    if how is None:
        count(name, address, by=by, at=at)
        raise Refusal(WRONG_CODE)
    start_afresh(name, by=by)
    return how


@transaction.atomic
def _used(login: Login, typed: str, by: Actor, at: datetime) -> How | None:
    app = CodeApp.objects.select_for_update().filter(login=login).first()
    seed = seed_of(by, app) if app else None
    step = step_of(seed, typed, int(at.timestamp()), app.last_step) if app and seed else None
    if app and step is not None:
        app.last_step, app.used_at = step, at
        app.save(update_fields=["last_step", "used_at"])
        return How.CODE
    marked = recovery_mark(by, login, as_code(typed))
    if RecoveryCode.objects.filter(login=login, mark=marked, used_at__isnull=True).update(used_at=at):
        record("recovery_code.used", login.person, by=by, at=at)
        return How.RECOVERY
    return None
