"""Ways in."""

from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from tett.access.rules import Actor
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.people.actions.steps import ask_to_keep
from tett.people.models import Login, Person
from tett.people.words import NAME_TAKEN


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
