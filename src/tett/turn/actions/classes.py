"""The classes of next year: added, changed and removed while the turn is prepared."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tett.access.rules import Actor
from tett.access.words import Level
from tett.base.rules import Refusal
from tett.people.models import Department
from tett.turn import words
from tett.turn.actions.steps import prepared
from tett.turn.models import ClassGoes, NextClass, StudentGoes, Turn


@dataclass(frozen=True)
class ClassFacts:
    """What a class of next year is."""

    name: str
    level: Level
    programme: str
    department: Department


@transaction.atomic
def add_class(turn: Turn, facts: ClassFacts, *, by: Actor, at: datetime) -> NextClass:  # noqa: ARG001 - as every action
    """Plan one more class for next year; nobody goes to it yet."""
    row = prepared(turn, by)
    _check(row, facts)
    return NextClass.objects.create(turn=row, **_fields(facts))


@transaction.atomic
def change_class(planned: NextClass, facts: ClassFacts, *, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as above
    """Give a class of next year another name, level, programme or department."""
    turn = prepared(planned.turn, by)
    _check(turn, facts, planned)
    NextClass.objects.filter(pk=planned.pk).update(**_fields(facts))


@transaction.atomic
def remove_class(planned: NextClass, *, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as above
    """Let a class not be there next year, when nobody goes to it."""
    turn = prepared(planned.turn, by)
    if any(model._default_manager.filter(turn=turn, to=planned).exists() for model in (ClassGoes, StudentGoes)):  # noqa: SLF001 - Django's documented way to the manager of any model
        raise Refusal(words.CLASS_IN_USE.format(name=planned.name))
    NextClass.objects.filter(pk=planned.pk).delete()


def _check(turn: Turn, facts: ClassFacts, but: NextClass | None = None) -> None:
    if not facts.name.strip():
        raise Refusal(words.NAME_MISSING)
    others = NextClass.objects.filter(turn=turn, name__iexact=facts.name.strip())
    if (others.exclude(pk=but.pk) if but else others).exists():
        raise Refusal(words.NAME_TAKEN.format(name=facts.name.strip()))


def _fields(facts: ClassFacts) -> dict[str, object]:
    return {
        "name": facts.name.strip(),
        "level": facts.level,
        "programme": facts.programme.strip(),
        "department": facts.department,
    }
