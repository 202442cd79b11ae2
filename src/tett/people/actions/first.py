"""The very first start: before anybody has a login, somebody must become the first."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from tett.access.rules import Actor
from tett.access.words import Role
from tett.audit.actions import record
from tett.base.rules import Refusal
from tett.people.actions.leaders import Newcomer, write_down
from tett.people.models import Assignment, Login, Owner
from tett.people.models.role import OFFICES
from tett.people.words import ALREADY_BEGUN, NAME_MISSING, ONLY_OFFICES


@dataclass(frozen=True)
class OwnerFacts:
    """What a school owner is called."""

    name: str
    slug: str
    org_number: str = ""


@transaction.atomic
def begin(
    owner_facts: OwnerFacts, newcomer: Newcomer, role: Role, username: str, password: str, *, by: Actor, at: datetime
) -> Login:
    """Make the school owner and its first person, who may set up the rest; refused once anybody has a login."""
    if role not in OFFICES:
        raise Refusal(ONLY_OFFICES)
    if not owner_facts.name.strip():
        raise Refusal(NAME_MISSING)
    owner = Owner.objects.create(
        name=owner_facts.name.strip(), slug=owner_facts.slug, org_number=owner_facts.org_number
    )
    person = write_down(owner, newcomer, by=by, at=at)
    Assignment.objects.create(person=person, role=role, owner=owner, starts=by.day)
    login = _login(Login(person=person, username=username.lower()), password)
    record("tett.begun", owner, by=by, at=at)
    # The log's end is held now: of two who come at once, the later one sees the earlier one's login.
    if Login.objects.exclude(pk=login.pk).exists():
        raise Refusal(ALREADY_BEGUN)
    return login


def _login(login: Login, password: str) -> Login:
    try:
        validate_password(password, login)
    except ValidationError as error:
        raise Refusal(" ".join(error.messages)) from error
    login.set_password(password)
    login.save(force_insert=True)
    return login
