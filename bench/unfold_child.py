"""Laying out the year, and storing the same rows with no thought at all; each in a process of its own."""

import pickle
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Field

from bench.measure import cost, peak_megabytes
from bench.schools import NOBODY, NOW, STARTS_IN
from bench.schools import build as build_schools
from bench.sizes import SIZES
from tett.calendar.rules import Schedule
from tett.calendar.words import Rhythm
from tett.people.models import School
from tett.plan.models import Commitment
from tett.tasks.actions.bulk import NEW
from tett.tasks.models import Change, Duty, Task
from tett.year.actions import unfold_many

LATER = NOW + timedelta(hours=1)
#: The rule that is changed: the hour of the class, from every week to every second.
CHANGED = "K3"


def build(size: str) -> dict[str, Any]:
    """Make the tables, and schools with people and a plan in force."""
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    build_schools(next(one for one in SIZES if one.name == size))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {}


def unfold(rows: str, warm: str) -> dict[str, Any]:
    """Lay out the year, do it again, change a rule and do it again; keep the rows for the one who stores them bare."""
    schools = list(School.objects.order_by("pk").values_list("pk", flat=True))
    if warm == "warm":
        _and_undo(lambda: unfold_many(schools, STARTS_IN, by=NOBODY, at=NOW))
    first, written = _laid_out(schools)
    found = {"first": first, "written": written, "peak": peak_megabytes()}
    if not Path(rows).exists():
        Path(rows).write_bytes(pickle.dumps((list(Duty.objects.values()), _stored())))
    found["again"], found["written_again"] = _laid_out(schools)
    return found | _with_a_rule_changed(schools)


def floor(rows: str, warm: str) -> dict[str, Any]:
    """Store the same rows in the same table, with its indexes and constraints, in one transaction."""
    duties, kept = pickle.loads(Path(rows).read_bytes())  # noqa: S301 - written by the process before us
    Duty.objects.bulk_create(Duty(**duty) for duty in duties)
    if warm == "warm":
        _and_undo(lambda: _insert(kept))
    with cost() as took, transaction.atomic():
        _insert(kept)
    return {"floor": asdict(took), "written": len(kept)}


def _laid_out(schools: list[int]) -> tuple[dict[str, Any], int]:
    with cost() as took:
        written = unfold_many(schools, STARTS_IN, by=NOBODY, at=NOW)
    return asdict(took), sum(written.values())


def _with_a_rule_changed(schools: list[int]) -> dict[str, Any]:
    """Change one promise of every plan, and tell how many rows of other promises were touched by that."""
    last = Task.objects.order_by("-pk").values_list("pk", flat=True)[0]
    Commitment.objects.filter(code=CHANGED).update(schedule=Schedule(Rhythm.WEEKS, every=2).as_data())
    with cost() as took:
        written = unfold_many(schools, STARTS_IN, by=NOBODY, at=LATER)
    own = Commitment.objects.filter(code=CHANGED).values("undertaking__duty")
    others = Task.objects.exclude(duty__in=own)
    touched = others.filter(pk__gt=last).count() + Change.objects.filter(at=LATER, task__in=others).count()
    return {"changed": asdict(took), "written_changed": sum(written.values()), "touched_of_others": touched}


def _stored() -> list[tuple[Any, ...]]:
    """Give the tasks as rows, in the order they were stored, their days as text."""
    columns = ", ".join(f"CAST({name} AS text)" if name in {"opens", "due"} else name for name in _columns())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM tasks_task ORDER BY id")  # noqa: S608 - names of our own tables
        return [tuple(map(_shared, row)) for row in cursor.fetchall()]


_texts: dict[Any, Any] = {}


def _shared(value: Any) -> Any:  # noqa: ANN401 - any column
    """Let equal values be one, so that a million rows fit in memory."""
    return _texts.setdefault(value, value) if isinstance(value, str) and len(value) != KEY_LENGTH else value


KEY_LENGTH = 16  # of an unguessable id, of which no two are equal


def _insert(rows: list[tuple[Any, ...]]) -> None:
    """Store them by the driver itself, without Django."""
    into = f"tasks_task ({', '.join(_columns())})"
    cursor = connection.connection.cursor()
    if connection.vendor == "postgresql":
        with cursor.copy(f"COPY {into} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(NEW))
        cursor.executemany(f"INSERT INTO {into} VALUES ({marks})", rows)  # noqa: S608 - names of our own tables


def _columns() -> list[str]:
    fields = [Task._meta.get_field(name) for name in NEW]  # noqa: SLF001 - Django's documented way
    return [str(field.column) for field in fields if isinstance(field, Field)]


def _and_undo(do: Callable[[], object]) -> None:
    """Do it once for nothing, as a process that runs all day has long done."""
    with transaction.atomic():
        do()
        transaction.set_rollback(True)
