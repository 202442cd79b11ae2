"""Ways in."""

from datetime import datetime

from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.people.actions.steps import ask_to_keep
from tett.people.models import Attempt, Login, Person
from tett.people.queries.logins import hashed, must_wait
from tett.people.rules.attempts import WINDOW
from tett.people.words import NAME_TAKEN, TOO_MANY_TRIES, WRONG_NAME_OR_PASSWORD


@transaction.atomic
def create_login(person: Person, username: str, password: str | None, *, by: Actor, at: datetime) -> Login:
    """Give somebody a way in; without a password there is none until one is set."""
    ask_to_keep(by, person)
    if Login.objects.filter(username=username.lower()).exists():
        raise Refusal(NAME_TAKEN)
    login = Login(person=person, username=username.lower())
    _check_password(password, login)
    login.set_password(password)
    login.save(force_insert=True)
    record("login.created", person, by=by, at=at)
    return login


def _check_password(password: str | None, login: Login) -> None:
    try:
        if password is not None:
            validate_password(password, login)
    except ValidationError as error:
        raise Refusal(" ".join(error.messages)) from error


def try_password(request: HttpRequest, username: str, password: str, *, address: str, by: Actor, at: datetime) -> Login:
    """Give the login that name and password open.

    Raises ``Refusal`` with the same sentence whether the name or the password is wrong; the failed try is kept even so,
    which is why this is no transaction.
    """
    if must_wait(by, username, address, at):
        raise Refusal(TOO_MANY_TRIES)
    login = authenticate(request, username=username.lower(), password=password)
    if not isinstance(login, Login):
        _count(username, address, at)
        raise Refusal(WRONG_NAME_OR_PASSWORD)
    Attempt.objects.filter(name=hashed(username)).delete()
    record("login.used", login.person, by=by, at=at)
    return login


def _count(username: str, address: str, at: datetime) -> None:
    Attempt.objects.create(name=hashed(username), address=hashed(address), at=at)
    Attempt.objects.filter(at__lt=at - WINDOW).delete()
