"""What is stored about the one who asks: rows of all rooms, by their declarations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Field, ForeignKey, Model, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tett.access.rules import Actor
from tett.people.access import may_find
from tett.people.models import Person
from tett.privacy.words import Kind, Table
from tett.privacy.words.tables import ALL

#: How many rows of each table a page shows; the file that one can take home has all.
SHOWN = 10
TELLING = {Kind.ORDINARY, Kind.GUARDED, Kind.FREE, Kind.SPECIAL}


@dataclass(frozen=True)
class Line:
    """One row, as what its fields are called and what they say."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Group:
    """What one table holds about somebody, and why."""

    table: Table
    lines: tuple[Line, ...]
    more: bool
    #: Rows that tell of somebody together with others: to be had by asking the school.
    others: int


@dataclass(frozen=True)
class _Found:
    table: Table
    rows: list[Model]
    more: bool
    others: int


def everything_about_me(actor: Actor, most: int | None = SHOWN) -> tuple[Group, ...]:
    """Give what is stored about somebody, newest first; the same number of queries for one row and a thousand."""
    found = [_find(actor, table, most) for table in ALL.values() if table.own or table.counted]
    names = _names(actor, found)
    return tuple(
        Group(one.table, tuple(_line(actor, one.table, row, names) for row in one.rows), one.more, one.others)
        for one in found
        if one.rows or one.others
    )


def _find(actor: Actor, table: Table, most: int | None) -> _Found:
    manager = apps.get_model(table.model)._default_manager  # noqa: SLF001 - Django's documented way to any model's rows
    about_me = manager.filter(_any(table.own, actor)) if table.own else manager.none()
    rows = list(about_me.select_related(*_joined(table)).order_by("-pk")[: most and most + 1])
    others = manager.filter(_any(table.counted, actor)).exclude(_any(table.own, actor)).count() if table.counted else 0
    more = most is not None and len(rows) > most
    return _Found(table, rows[:most], more, others)


def _any(paths: Iterable[str], actor: Actor) -> Q:
    asked = Q(pk__in=[])
    for path in paths:
        asked |= Q(**{path: actor.person_id})
    return asked


def _told(table: Table) -> Iterator[tuple[Field[Any, Any], str]]:
    """Give the fields that are told to whom they are about, with what they are called."""
    meta = apps.get_model(table.model)._meta  # noqa: SLF001 - Django's documented way to a model's fields
    for name, said in table.fields.items():
        field = meta.get_field(name)
        if said.label and said.kind in TELLING and isinstance(field, Field):
            yield field, str(said.label)


def _of_person(field: Field[Any, Any]) -> bool:
    return isinstance(field, ForeignKey) and field.related_model is Person


def _joined(table: Table) -> list[str]:
    return [field.name for field, _label in _told(table) if isinstance(field, ForeignKey) and not _of_person(field)]


def _names(actor: Actor, found: Iterable[_Found]) -> dict[int, str]:
    """Name those in the rows whom one may find; everybody else is somebody else."""
    people = {
        getattr(row, f"{field.name}_id")
        for one in found
        for field, _label in _told(one.table)
        if _of_person(field)
        for row in one.rows
    }
    rows = may_find.filter(actor, Person.objects.filter(pk__in=people - {None}))
    return {row.pk: row.name for row in rows} | {actor.person_id or 0: _("deg")}


def _line(actor: Actor, table: Table, row: Model, names: dict[int, str]) -> Line:
    wrote = any(getattr(row, f"{path}_id", None) == actor.person_id for path in table.writer)
    facts = []
    for field, label in _told(table):
        if table.fields[field.name].kind == Kind.FREE and not wrote:
            continue
        if said := _said(field, row, names):
            facts.append((label, said))
    return Line(tuple(facts))


def _said(field: Field[Any, Any], row: Model, names: dict[int, str]) -> str:
    value = getattr(row, field.attname)
    if value in {None, ""} if not isinstance(value, dict | list) else not value:
        return ""
    if _of_person(field):
        return names.get(value, _("en annen person"))
    if isinstance(field, ForeignKey):
        return str(getattr(row, field.name))
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    return _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nei")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "j. F Y H:i")
    return date_format(value, "j. F Y") if isinstance(value, date) else str(value)
