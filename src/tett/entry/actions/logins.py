"""The first step: a name and a password; and who may come in at all."""

from datetime import datetime

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.queries import locked
from tett.base.rules import Refusal
from tett.entry.access import may_help
from tett.entry.actions.attempts import ask_to_wait, count, start_afresh
from tett.entry.actions.visits import end_all_visits
from tett.entry.actions.warn import warn
from tett.entry.rules.names import names_for
from tett.entry.words import (
    LOGIN_WAS_CLOSED,
    NO_LOGIN,
    NOT_YOURS,
    PASSWORD_WAS_CHANGED,
    WRONG_NAME_OR_PASSWORD,
    WRONG_PASSWORD,
)
from tett.people.models import Login, Person


def try_password(request: HttpRequest, username: str, password: str, *, address: str, by: Actor, at: datetime) -> Login:
    """Give the login that name and password open.

    Raises ``Refusal`` with the same sentence whether the name or the password is wrong; the failed try is kept even so,
    which is why this is no transaction.
    """
    ask_to_wait(username, address, by=by, at=at)
    login = authenticate(request, username=username.lower(), password=password)
    if not isinstance(login, Login):
        count(username, address, by=by, at=at)
        raise Refusal(WRONG_NAME_OR_PASSWORD)
    start_afresh(username, by=by)
    return login


def check_again(login: Login, password: str, *, by: Actor, at: datetime) -> None:
    """Ask for the password of somebody who is in already; counted as log-ins are."""
    ask_to_wait(f"again:{login.pk}", "", by=by, at=at)
    if not login.check_password(password):
        count(f"again:{login.pk}", "", by=by, at=at)
        raise Refusal(WRONG_PASSWORD)


@transaction.atomic
def change_password(login: Login, new: str, *, here: str, by: Actor, at: datetime) -> Login:
    """Give oneself another password, and be out everywhere but here; the caller has asked for the old one."""
    row = locked(login)
    if row.pk != by.login_id:
        raise Refusal(NOT_YOURS)
    set_new_password(row, new, by=by)
    end_all_visits(row, but=here, by=by)
    record("password.changed", row.person, by=by, at=at)
    warn(row.person, PASSWORD_WAS_CHANGED, "password", by=by, at=at)
    return row


def set_new_password(login: Login, new: str, *, by: Actor) -> None:  # noqa: ARG001 - part of what the caller records
    """Store a password that is good enough."""
    try:
        validate_password(new, login)
    except ValidationError as error:
        raise Refusal(" ".join(error.messages)) from error
    login.set_password(new)
    login.save(update_fields=["password"])


def give_login(person: Person, *, by: Actor, at: datetime) -> Login:
    """Give a person whom the school knows a login without a password; the caller has found out that they may come."""
    for name in names_for(person.preferred_name or person.given_name, person.family_name):
        if Login.objects.filter(username=name).exists():
            continue
        login = Login(person=person, username=name)
        login.set_unusable_password()
        try:
            with transaction.atomic():
                login.save(force_insert=True)
        except IntegrityError:  # somebody else got the name, or this person a login, at the same moment
            if found := Login.objects.filter(person=person).first():
                return found
            continue
        break
    record("login.created", person, by=by, at=at)
    return login


def close_login(person: Person, *, by: Actor, at: datetime) -> None:
    """Let somebody in no longer, and end where they are logged in."""
    _turn(person, is_open=False, by=by, at=at)


def open_login(person: Person, *, by: Actor, at: datetime) -> None:
    """Let somebody in again."""
    _turn(person, is_open=True, by=by, at=at)


@transaction.atomic
def _turn(person: Person, *, is_open: bool, by: Actor, at: datetime) -> None:
    if person.pk == by.person_id or not may_help.allows(by, person):
        raise Refusal(NOT_YOURS)
    login = Login.objects.select_for_update(of=("self",)).filter(person=person).first()
    if login is None:
        raise Refusal(NO_LOGIN)
    if login.is_active == is_open:
        return
    login.is_active = is_open
    login.save(update_fields=["is_active"])
    if not is_open:
        end_all_visits(login, by=by)
        warn(person, LOGIN_WAS_CLOSED, "closed", by=by, at=at)
    record("login.opened" if is_open else "login.closed", person, by=by, at=at)
