"""Choosing who goes where, and what becomes of roles and of what is left: many at once."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from tett.access.rules import Actor
from tett.base.rules import Refusal
from tett.turn import words
from tett.turn.actions.steps import class_of, prepared
from tett.turn.models import ClassGoes, NextClass, RoleGoes, StudentGoes, Turn
from tett.turn.queries.prospect import RoleLine, prospect_of
from tett.turn.words import Fate, Leaving, OldTasks

#: Somebody who shall go as the class does.
AS_CLASS = "as_class"


@transaction.atomic
def send_classes(turn: Turn, goes: Mapping[str, str], *, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as every action
    """Say where classes go, by their addresses: the address of a class of next year, or why they leave."""
    row = prepared(turn, by)
    ways = {where: _way(row, where) for where in set(goes.values())}
    changed = []
    for line in ClassGoes.objects.filter(turn=row).select_related("school_class"):
        where = goes.get(line.school_class.public_id)
        if where is not None:
            line.to, line.leaving, line.guessed = ways[where]["to"], ways[where]["leaving"], False
            changed.append(line)
    ClassGoes.objects.bulk_update(changed, ["to", "leaving", "guessed"])


@transaction.atomic
def send_students(turn: Turn, students: Collection[str], where: str, *, by: Actor, at: datetime) -> int:  # noqa: ARG001 - as above
    """Let students go another way than their class, or (``as_class``) the same; tell how many."""
    row = prepared(turn, by)
    found = [line.person for line in prospect_of(by, row).students if line.person.public_id in students]
    if not found:
        raise Refusal(words.NOBODY_CHOSEN)
    way = None if where == AS_CLASS else _way(row, where)
    StudentGoes.objects.filter(turn=row, student__in=found).delete()
    if way:
        StudentGoes.objects.bulk_create(StudentGoes(turn=row, student=person, **way) for person in found)
    return len(found)


@transaction.atomic
def choose_roles(turn: Turn, fates: Mapping[str, str], *, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as above
    """Say what becomes of roles, by their addresses; those that go as such roles do are forgotten."""
    row = prepared(turn, by)
    RoleGoes.objects.filter(turn=row, assignment__public_id__in=list(fates)).delete()
    prospect = prospect_of(by, row)
    planned, chosen = {found.public_id: found for found in prospect.planned}, []
    for line in prospect.roles:
        said = fates.get(line.assignment.public_id)
        if said is not None and said != line.fate:
            chosen.append(_role(row, line, said, planned))
    RoleGoes.objects.bulk_create(chosen)


def _role(turn: Turn, line: RoleLine, said: str, planned: Mapping[str, NextClass]) -> RoleGoes:
    """Read what becomes of a role; the address of a class is to take it."""
    to = planned.get(said)
    fate = Fate.TAKES if to else said
    if fate not in line.choices or (fate == Fate.TAKES and to is None):
        raise Refusal(words.FATE_UNKNOWN)
    return RoleGoes(turn=turn, assignment=line.assignment, fate=fate, to=to)


@transaction.atomic
def choose_old_tasks(turn: Turn, old_tasks: OldTasks, *, by: Actor, at: datetime) -> None:  # noqa: ARG001 - as above
    """Say what becomes of tasks that nobody has done."""
    row = prepared(turn, by)
    row.old_tasks = old_tasks
    row.save(update_fields=["old_tasks"])


def _way(turn: Turn, where: str) -> dict[str, Any]:
    """Read where somebody goes."""
    if where in Leaving.values:
        return {"to": None, "leaving": where}
    return {"to": class_of(turn, where), "leaving": ""}
