"""Many rows at once, as fast as the database can take them.

Django's own ``bulk_create`` spends ten times longer on making objects and sentences of SQL than the database does on
storing the rows. Here the rows are plain tuples, in the form the database stores them (a day as ``2026-09-14``).
"""

import time
from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Field, Model

Row = Sequence[Any]
#: A little longer than SQLite's waiters sleep before they look again.
REST_SECONDS = 0.12


def insert_rows(model: type[Model], names: Sequence[str], rows: Sequence[Row]) -> int:
    """Insert rows in the caller's transaction, the values in the order of the fields' names; tell how many.

    Fields that aren't named get the database's own default, or nothing. PostgreSQL takes them by COPY.
    """
    if not rows:
        return 0
    into = f"{_table(model)} ({', '.join(_columns(model, names))})"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Django passes COPY on as it is; what the database refuses shall be its IntegrityError all the same.
            with connection.wrap_database_errors, cursor.copy(f"COPY {into} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(f"INSERT INTO {into} VALUES ({', '.join(['%s'] * len(names))})", rows)  # noqa: S608 - names of our own tables # nosec B608 - as said
    return len(rows)


def change_rows(model: type[Model], names: Sequence[str], only: dict[str, Any], rows: Sequence[Row]) -> int:
    """Give each row its own new values: the values in the order of the names, then the row's id; tell how many.

    ``only`` says what a row must still be like (``{"state": "open"}``); one that has become something else is left.
    """
    if not rows:
        return 0
    sets = ", ".join(f"{column} = %s" for column in _columns(model, names))
    asks = " AND ".join(f"{column} = %s" for column in ["id", *_columns(model, list(only))])
    sentence = f"UPDATE {_table(model)} SET {sets} WHERE {asks}"  # noqa: S608 - names of our own tables # nosec B608 - as said
    with connection.cursor() as cursor:
        cursor.executemany(sentence, [(*row, *only.values()) for row in rows])
        return int(cursor.rowcount)


def let_others_write() -> None:
    """Rest between two long transactions: whoever waits for SQLite's one write lock only looks ten times a second."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        time.sleep(REST_SECONDS)


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001 - Django's documented way to a model's table


def _columns(model: type[Model], names: Sequence[str]) -> list[str]:
    fields = [model._meta.get_field(name) for name in names]  # noqa: SLF001 - Django's documented way to its fields
    return [connection.ops.quote_name(str(field.column)) for field in fields if isinstance(field, Field)]
