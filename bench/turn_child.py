"""A school's turn, and storing the same rows with no thought at all: again and again, each time undone."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from psycopg.types.json import Jsonb

from bench.measure import cost
from bench.schools import build
from bench.sizes import Size
from tett.access.rules import Actor, Held
from tett.access.words import Role
from tett.people.actions.turning import turn_people
from tett.people.models import Assignment
from tett.turn.actions import begin, bring_calendar, turn_back, turn_over
from tett.turn.models import Turn
from tett.turn.queries import prospect_of
from tett.turn.queries.preview import preview, turning_of
from tett.turn.words import Bring

JUNE, YEAR = datetime(2027, 6, 14, 6, 0, tzinfo=UTC), 2027
PEOPLE = ("people_schoolclass", "people_enrolment", "people_assignment")
TABLES = (*PEOPLE, "tasks_task", "audit_event")


def turn_build(students: str) -> dict[str, Any]:
    """Make the tables and a school that has prepared its turn."""
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    build(Size("one", 1, int(students)))
    role = Assignment.objects.select_related("school").get(role=Role.PRINCIPAL)
    assert role.school is not None  # noqa: S101 - a principal has one
    by = _leader()
    bring_calendar(begin(role.school, YEAR, by=by, at=JUNE), Bring.COPY, by=by, at=JUNE)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {}


def turn(times: str) -> dict[str, Any]:
    """Turn, undo, look it over and store the same bare; give what each took every time."""
    by, prepared = _leader(), Turn.objects.select_related("school__calendar").get()
    found: dict[str, Any] = defaultdict(list)
    for _ in range(int(times)):
        with cost() as took:
            preview(by, prepared)
        found["preview"].append(asdict(took))
        rows = _measured(found, "turn", partial(_turn, prepared, by), TABLES)
        found["rows"] = sum(len(own) for _, own in rows.values())
        _measured(found, "floor", partial(_store, rows), ())
        turning = turning_of(by, prospect_of(by, prepared))
        own = _measured(found, "people", partial(turn_people, prepared.school, turning, by=by, at=JUNE), TABLES)
        _measured(found, "people_floor", partial(_store, own), ())
    return found


def _leader() -> Actor:
    role = Assignment.objects.get(role=Role.PRINCIPAL)
    held = Held(Role.PRINCIPAL, role.owner_id, role.school_id)
    return Actor(day=JUNE.date(), now=JUNE, person_id=role.person_id, held=(held,))


Rows = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def _measured(found: dict[str, Any], name: str, act: Callable[[], Any], tables: tuple[str, ...]) -> Rows:
    """Act, keep what it took and the rows it made, and let it not have been."""
    with transaction.atomic():
        before = {table: _last(table) for table in tables}
        with cost() as took:
            act()
        found[name].append(asdict(took))
        rows = {table: _since(table, last) for table, last in before.items()}
        if name == "turn":
            with cost() as took:
                turn_back(Turn.objects.get(), by=_leader(), at=JUNE)
            found["undo"].append(asdict(took))
        transaction.set_rollback(True)
    return rows


def _turn(prepared: Turn, by: Actor) -> None:
    turn_over(prepared, prospect_of(by, prepared).print, by=by, at=JUNE)


def _last(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COALESCE(MAX({_key(table)}), 0) FROM {table}")  # noqa: S608 - names of our own tables
        return int(cursor.fetchone()[0])


def _since(table: str, last: int) -> tuple[list[str], list[tuple[Any, ...]]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} WHERE {_key(table)} > {last} ORDER BY 1")  # noqa: S608 - as above
        return [column[0] for column in cursor.description], cursor.fetchall()


def _key(table: str) -> str:
    return "serial" if table == "audit_event" else "id"


def _store(rows: Rows) -> None:
    """Store them by the driver itself, without Django."""
    cursor = connection.connection.cursor()
    for table, (columns, own) in rows.items():
        into = f"{table} ({', '.join(columns)})"
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in own:
                    copy.write_row(tuple(map(_plain, row)))
        else:
            cursor.executemany(f"INSERT INTO {into} VALUES ({', '.join('?' * len(columns))})", own)  # noqa: S608 - as above


def _plain(value: Any) -> Any:  # noqa: ANN401 - any column
    """Give JSON to the driver as JSON."""
    return Jsonb(value) if isinstance(value, dict | list) else value
